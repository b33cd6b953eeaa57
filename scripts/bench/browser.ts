import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { bundleForPage, openAs } from '../page-browser.ts';

/** How long the reader took on one page, in ms, and what it said. */
export interface Timing {
  times: number[];
  outcome: string;
  /** People of a list. */
  rows?: number | undefined;
  /** Whether anything of the page ran: its scripts set a mark. */
  ranScript: boolean;
  bytes: number;
  elements: number;
}

const restMs = 2_000;

/** The readers as one script that evaluates to `readPage`, as small as the shipped one. */
export const bundleReaders = (): Promise<string> =>
  bundleForPage(fileURLToPath(new URL('../../lib/linkedin/registry.ts', import.meta.url)), 'readers');

/**
 * Reads one page a number of times. Each time the script is evaluated anew, as an injection does: nothing is
 * warm that would not be for a member.
 */
export async function timeReader(
  browser: Browser,
  script: string,
  { url, html }: { url: string; html: string },
  runs: number,
): Promise<Timing> {
  const page = await browser.newPage();
  try {
    await openAs(page, { url, html });
    // A member sees the page before asking for it to be read: it is laid out and painted, and the browser at rest.
    await page.evaluate(
      (ms) => new Promise((done) => requestAnimationFrame(() => setTimeout(done, ms))),
      restMs,
    );
    const result = await page.evaluate(
      ([source, count]) => {
        const times: number[] = [];
        let outcome = '';
        let rows: number | undefined;
        for (let run = 0; run < count; run++) {
          // A name of its own keeps the browser from reusing what it compiled and tuned before.
          const read = new Function(`${source}\n;return readers.readPage; // ${run}`)();
          const address = new URL(location.href);
          const start = performance.now();
          const reading = read(document, address);
          times.push(performance.now() - start);
          outcome = reading.outcome;
          rows = reading.list?.rows.length;
        }
        const ranScript = 'hacked' in window;
        return { times, outcome, rows, ranScript, elements: document.querySelectorAll('*').length };
      },
      [script, runs] as const,
    );
    return { ...result, bytes: html.length };
  } finally {
    await page.close();
  }
}
