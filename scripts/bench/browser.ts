import path from 'node:path';
import type { Browser } from 'playwright-core';
import { readingSteps, type Usual } from '../../lib/linkedin/reading-steps.ts';
import type { ScriptName } from '../../lib/linkedin/script-names.ts';
import type { TabReading } from '../../lib/linkedin/seen.ts';
import type { Reading } from '../../lib/records.ts';
import { compileHint } from '../../vite-plugins.ts';
import { bundleForPage, openAs } from '../page-browser.ts';

/** How long the page was held by the readers, in ms, and what they said. */
export interface Timing {
  times: number[];
  outcome: string;
  /** People of a list. */
  rows?: number | undefined;
  /** Whether anything of the page ran: its scripts set a mark. */
  ranScript: boolean;
  elements: number;
}

/** Gives the text of a reader. */
export type Readers = (name: ScriptName) => Promise<string>;

const restMs = 2_000;

/**
 * The readers of a working copy, each as a script as small as the shipped one, which reads once instead of waiting for
 * the page.
 */
export function readersIn(root: string): Readers {
  const texts = new Map<ScriptName, Promise<string>>();
  return async (name) => {
    const entry = path.resolve(root, 'lib/linkedin/scripts', `${name}.ts`);
    const text = texts.get(name) ?? bundleForPage(entry, 'reader');
    texts.set(name, text);
    return `${compileHint}\n${await text}`;
  };
}

/**
 * Reads one page a number of times, by the scripts that the worker would run there. Each is compiled anew each time:
 * nothing is warm that would not be for a member. Which of them the page needs is known from the second time on, as it
 * is to a worker that runs.
 */
export async function timeReader(
  browser: Browser,
  readers: Readers,
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
    const usual: Usual = {};
    const times: number[] = [];
    let reading: Reading | undefined;
    for (let run = 0; run < runs; run++) {
      const steps = readingSteps(new URL(url), usual);
      let time = 0;
      let step = steps.next();
      while (!step.done) {
        // A text of its own keeps the browser from reusing what it compiled and tuned before.
        const text = `${await readers(step.value)}\n// ${run}`;
        const found = await page.evaluate(runReader, text);
        time += found.time;
        step = steps.next(found.reading);
      }
      times.push(time);
      reading = step.value;
    }
    const { ranScript, elements } = await page.evaluate(() => ({
      ranScript: 'hacked' in window,
      elements: document.querySelectorAll('*').length,
    }));
    const rows = reading?.outcome === 'list' ? reading.list.rows.length : undefined;
    return { times, outcome: reading?.outcome ?? '', rows, ranScript, elements };
  } finally {
    await page.close();
  }
}

/** Runs in the page. The time is that of all its thread does for the reader: to compile it, too. */
function runReader(text: string): { time: number; reading: TabReading } {
  const script = document.createElement('script');
  script.textContent = text;
  const start = performance.now();
  document.head.append(script);
  const { reader } = window as unknown as {
    reader: { read(page: Document, url: URL): TabReading };
  };
  const reading = reader.read(document, new URL(location.href));
  const time = performance.now() - start;
  script.remove();
  return { time, reading };
}
