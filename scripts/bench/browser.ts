import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { build } from 'vite';
import { findChromium } from '../chromium.mjs';

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

/** The readers as one script that evaluates to `readPage`, as small as the shipped one. */
export async function bundleReaders(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      target: 'chrome120',
      lib: {
        entry: fileURLToPath(new URL('../../lib/linkedin/registry.ts', import.meta.url)),
        formats: ['iife'],
        name: 'readers',
      },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error('The readers could not be bundled.');
  return chunk.code;
}

export async function launchBrowser(): Promise<Browser> {
  const executablePath = await findChromium();
  if (!executablePath) throw new Error('There is no Chromium; `npm test` and `npm run e2e` install one.');
  return chromium.launch({ executablePath, args: ['--disable-gpu'] });
}

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
    // The address is LinkedIn's, the answer is ours, and nothing else is let through.
    await page.route('**/*', (route) =>
      route.request().isNavigationRequest()
        ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
        : route.abort(),
    );
    await page.goto(url, { waitUntil: 'load', timeout: 120_000 });
    // A member sees the page before asking for it to be read: it is laid out and painted.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
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
