import type { ReadPage } from './on-page.ts';
import type { TabReading } from './seen.ts';

/** Two equal reads this far apart (ms) make a page settled. */
const quiet = 150;
/** The least pause (ms) between two reads, however often the page changes. */
const breath = 40;
/** After this long (ms) the page is said to be not ready. */
const patience = 5_000;

/**
 * Reads the page until its content agrees with its address and stands still: two equal reads at least
 * 150 ms apart. LinkedIn changes the address first and the content last, so the old person's content is on
 * the page for a while. Walls, missing members and unsupported pages are answered at once; after 5 s the
 * answer is `notReady` with what was missing. An address that changes in between starts it anew.
 *
 * Looks only: its observer is gone when it answers.
 *
 * @param getUrl the page's address now, e.g. `() => location.href`
 * @param readPage reads the page once, as it stands
 */
export function settle(page: Document, getUrl: () => string, readPage: ReadPage): Promise<TabReading> {
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let nextRead = Number.POSITIVE_INFINITY;
    let address = '';
    let deadline = 0;
    /** What the last read gave, and since when; `''` for a page that is not there yet. */
    let key = '';
    let since = 0;

    const observer = new MutationObserver(() => {
      // A page that is not there yet is read as soon as it moves; one that is, when it has stood still.
      if (!key) readIn(breath);
    });
    const readIn = (ms: number) => {
      if (performance.now() + ms >= nextRead) return;
      nextRead = performance.now() + ms;
      clearTimeout(timer);
      timer = setTimeout(look, ms);
    };
    const look = () => {
      nextRead = Number.POSITIVE_INFINITY;
      try {
        const answer = read();
        if (!answer) return readIn(quiet);
        resolve(answer);
      } catch (error) {
        reject(error);
      }
      observer.disconnect();
      clearTimeout(timer);
    };
    const read = (): TabReading | undefined => {
      const now = performance.now();
      const url = getUrl();
      if (url !== address) {
        address = url;
        deadline = now + patience;
        key = '';
      }
      const reading = readPage(page, new URL(url));
      const isThere = reading.outcome === 'record' || reading.outcome === 'list';
      if (!isThere && reading.outcome !== 'notReady') return reading;
      const found = isThere ? JSON.stringify(reading) : '';
      if (found !== key) since = now;
      else if (isThere && now - since >= quiet) return reading;
      key = found;
      if (now < deadline) return undefined;
      if (!isThere) return reading;
      const kind = reading.outcome === 'list' ? 'people-list' : reading.record.kind;
      return {
        outcome: 'notReady',
        page: kind === 'person' ? 'profile' : kind,
        missing: ['a page that stands still'],
      };
    };

    observer.observe(page, { childList: true, subtree: true, characterData: true });
    look();
  });
}
