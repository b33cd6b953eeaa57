import type { Reading } from '../records.ts';
import type { ReadPage } from './read-with.ts';

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
 * @throws the signal's reason, when aborted
 */
export function settle(
  page: Document,
  getUrl: () => string,
  readPage: ReadPage,
  signal?: AbortSignal,
): Promise<Reading> {
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let nextRead = Number.POSITIVE_INFINITY;
    let address = '';
    let deadline = 0;
    let steady = { key: '', since: 0 };
    let missing: Reading | undefined;

    const observer = new MutationObserver(() => {
      // A page that is not there yet is read as soon as it moves; one that is, when it has stood still.
      if (!steady.key) readIn(breath);
    });
    const stop = () => {
      observer.disconnect();
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    };
    const abort = () => {
      stop();
      reject(signal?.reason);
    };
    const answer = (reading: Reading) => {
      stop();
      resolve(reading);
    };
    const readIn = (ms: number) => {
      if (performance.now() + ms >= nextRead) return;
      nextRead = performance.now() + ms;
      clearTimeout(timer);
      timer = setTimeout(look, ms);
    };
    const look = () => {
      nextRead = Number.POSITIVE_INFINITY;
      try {
        read();
      } catch (error) {
        stop();
        reject(error);
      }
    };
    const read = () => {
      const now = performance.now();
      const url = getUrl();
      if (url !== address) {
        address = url;
        deadline = now + patience;
        steady = { key: '', since: now };
      }
      const reading = readPage(page, new URL(url));
      if (reading.outcome === 'notReady') {
        missing = reading;
        steady = { key: '', since: now };
      } else if (reading.outcome !== 'record' && reading.outcome !== 'list') {
        return answer(reading);
      } else {
        const key = JSON.stringify(reading);
        if (key !== steady.key) steady = { key, since: now };
        else if (now - steady.since >= quiet) return answer(reading);
        const kind =
          reading.outcome === 'list'
            ? 'people-list'
            : reading.record.kind === 'person'
              ? 'profile'
              : 'company';
        missing = { outcome: 'notReady', page: kind, missing: ['a page that stands still'] };
      }
      if (now >= deadline && missing) return answer(missing);
      readIn(quiet);
    };

    if (signal?.aborted) return abort();
    signal?.addEventListener('abort', abort);
    observer.observe(page, { childList: true, subtree: true, characterData: true });
    look();
  });
}
