import type { BenchBrowser, Extension } from './bench-browser.ts';
import { type Figure, timed } from './report.ts';
import { inTurns } from './samples.ts';

/** From a message of a page to the answer, in ms. Our message reads the outbox and asks nobody outside. */
function answerTime({ bare }: Extension): Promise<number> {
  return bare.evaluate(async () => {
    const start = performance.now();
    await chrome.runtime.sendMessage({ name: 'listHeld', input: {} });
    return performance.now() - start;
  });
}

/** How long a page waits for the worker that the browser has to start first, and for one that runs. */
export async function measureWorker(browser: BenchBrowser, rounds: number): Promise<Figure[]> {
  const { ours, floor } = browser;
  const afterStop = (extension: Extension) => async () => {
    await browser.wake(extension);
    await browser.world.browser.stopWorker();
    return answerTime(extension);
  };
  const afterWake = (extension: Extension) => async () => {
    await browser.wake(extension);
    return answerTime(extension);
  };
  const samples = await inTurns(rounds, {
    coldFloor: afterStop(floor),
    cold: afterStop(ours),
    warmFloor: afterWake(floor),
    warm: afterWake(ours),
  });
  const name = 'worker that only answers';
  return [
    timed({
      part: 'Service worker',
      what: 'start to first answer',
      times: samples.cold,
      floor: { name, times: samples.coldFloor },
    }),
    timed({
      part: 'Service worker',
      what: 'answer while it runs',
      times: samples.warm,
      floor: { name, times: samples.warmFloor },
    }),
  ];
}
