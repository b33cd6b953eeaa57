import { setTimeout as rest } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { BenchBrowser, Extension } from './bench-browser.ts';
import { type Figure, timed } from './report.ts';
import { inTurns } from './samples.ts';

/** When a page showed something and when it could be used, in ms since the browser began to open it. */
interface Opening {
  firstPaint: number;
  usable: number;
}

type Screen = 'popup' | 'panel';

interface Marks {
  usable?: number;
}

/**
 * Runs in every page of an extension, before the page's own scripts. Marks when all is there that the page is
 * opened for, at the end of the frame that shows it: for ours the record, list, stage, tags and what Grinfi
 * says of the person.
 */
function watch(): void {
  if (location.protocol !== 'chrome-extension:') return;
  const marks: Marks = {};
  Object.assign(globalThis, { benchMarks: marks });
  const isOurs = !location.pathname.startsWith('/page.html');
  const isThere = () => {
    if (!isOurs) return document.querySelector('main') !== null;
    const inputs = [...document.querySelectorAll<HTMLInputElement>('.form input[role="combobox"]')];
    const [list, stage] = inputs.map(({ value }) => value);
    return (
      document.querySelector('.chip-known') !== null &&
      document.querySelector('.card .card-name') !== null &&
      document.querySelector('.form .tag') !== null &&
      Boolean(list && stage && list !== '…' && stage !== '…')
    );
  };
  // Frame by frame, as the value of an input changes without a change of the document that an observer would see.
  const look = () => {
    if (!isThere()) {
      requestAnimationFrame(look);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      marks.usable = performance.now();
    };
    port2.postMessage(0);
  };
  requestAnimationFrame(look);
}

function openingOf(page: Page): Promise<Opening> {
  return page.evaluate(
    () =>
      new Promise<Opening>((resolve, reject) => {
        const { benchMarks } = globalThis as unknown as { benchMarks: Marks };
        const tell = () => {
          const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
          if (benchMarks.usable === undefined || painted === undefined) {
            if (performance.now() > 30_000)
              reject(new Error(`Not usable after 30 s: ${document.body.textContent}`));
            return;
          }
          clearInterval(timer);
          resolve({ firstPaint: painted, usable: Math.max(benchMarks.usable, painted) });
        };
        const timer = setInterval(tell, 20);
        tell();
      }),
  );
}

/** Nobody opens a screen while the one before is still being closed, and what that had begun still runs. */
const restMs = 500;

async function sample(
  browser: BenchBrowser,
  extension: Extension,
  screen: Screen,
  before: () => Promise<unknown>,
): Promise<Opening> {
  await before();
  await rest(restMs);
  const page = await browser.open(extension, screen);
  const opening = await openingOf(page);
  await page.close();
  return opening;
}

/** A first paint comes in steps of 4 ms, and the limit is three of them after the floor: of 20, the median is by chance. */
const openingsPerRound = 3;

/** Popup and panel on a person whom Grinfi has and whom the browser has shown before. */
export async function measureScreens(browser: BenchBrowser, rounds: number): Promise<Figure[]> {
  const { ours, floor } = browser;
  await browser.world.browser.context.addInitScript(watch);
  await browser.world.visit('/in/ingrid-solvang/');
  const figures: Figure[] = [];
  for (const screen of ['popup', 'panel'] as const) {
    const take = (extension: Extension, before: () => Promise<unknown>) => () =>
      sample(browser, extension, screen, before);
    const samples = await inTurns(rounds * openingsPerRound, {
      floor: take(floor, async () => undefined),
      warm: take(ours, () => browser.wake(ours)),
      cold: take(ours, () => browser.world.browser.stopWorker()),
    });
    const part = screen === 'popup' ? 'Popup' : 'Panel';
    for (const worker of ['cold', 'warm'] as const) {
      for (const [what, key, most] of [
        ['first paint', 'firstPaint', 1.15],
        ['filled and usable', 'usable', 1.4],
      ] as const)
        figures.push(
          timed({
            part,
            what: `${what}, ${worker} worker`,
            times: samples[worker].map((one) => one[key]),
            floor: { name: 'empty Preact page', times: samples.floor.map((one) => one[key]) },
            limit: { of: 'ratio', most },
          }),
        );
    }
  }
  return figures;
}
