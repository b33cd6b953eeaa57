import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { findChromium } from '../chromium.mjs';
import { bundleForPage, launchBrowser, openAs } from '../page-browser.ts';
import { openPage } from './load.ts';
import { readAndScore } from './read-and-score.ts';
import type { PageScore } from './score.ts';
import type { Sample } from './truth.ts';

type Scorer = typeof import('./read-and-score.ts');

/**
 * Reads the sample pages, one after the other, and scores what was read: on documents of Chromium's, or where there
 * is none on jsdom's, which takes twice as long.
 */
export async function scoreSamples(samples: Sample[]): Promise<PageScore[]> {
  return (await findChromium()) ? scoreInBrowser(samples) : scoreHere(samples);
}

async function scoreInBrowser(samples: Sample[]): Promise<PageScore[]> {
  const entry = fileURLToPath(new URL('./read-and-score.ts', import.meta.url));
  const [script, browser] = await Promise.all([bundleForPage(entry, 'scorer'), launchBrowser()]);
  try {
    const page = await browser.newPage();
    const scores: PageScore[] = [];
    for (const sample of samples) {
      const { origin } = new URL(sample.truth.url);
      if (new URL(page.url()).origin !== origin) {
        await openAs(page, { url: origin, html: '' });
        await page.evaluate(`${script};globalThis.scorer = scorer;`);
      }
      scores.push(await scoreIn(page, sample));
    }
    return scores;
  } finally {
    await browser.close();
  }
}

async function scoreIn(page: Page, { name, truth, html }: Sample): Promise<PageScore> {
  return page.evaluate(
    (sample) => {
      history.replaceState(null, '', sample.truth.url);
      // In a frame it is laid out, which readers ask about. Saved pages bring scripts along, which may not run.
      const frame = document.createElement('iframe');
      frame.sandbox.add('allow-same-origin');
      document.body.replaceChildren(frame);
      const shown = frame.contentDocument as Document;
      // What is written has the address of the page that writes it.
      shown.open();
      shown.write(sample.html);
      shown.close();
      const { scorer } = globalThis as unknown as { scorer: Scorer };
      return scorer.readAndScore(sample.name, sample.truth, shown);
    },
    { name, truth, html: await html() },
  );
}

async function scoreHere(samples: Sample[]): Promise<PageScore[]> {
  const scores: PageScore[] = [];
  for (const { name, truth, html } of samples) {
    const { page, close } = openPage(await html(), truth.url);
    scores.push(readAndScore(name, truth, page));
    close();
  }
  return scores;
}
