import { setTimeout as rest } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { Capture } from '../../e2e/harness/screens.ts';
import { demoKey } from '../../fake-grinfi/seed.ts';
import type { LoggedRequest } from '../../fake-grinfi/state.ts';
import type { BenchBrowser } from './bench-browser.ts';
import type {} from './floor/save.ts';
import type { LeastSave } from './floor/worker.ts';
import { type Figure, type Limit, timed } from './report.ts';
import { inTurns, median } from './samples.ts';

interface SaveTimes {
  /** From the click on Save to the last byte of Grinfi's answer to the write, in ms. */
  answered: number;
  /** From the click to the words that Grinfi has it, in ms. */
  told: number;
}

async function saveTimes({ world }: BenchBrowser, panel: Capture): Promise<SaveTimes> {
  const moments = panel.page.evaluate(
    () =>
      new Promise<{ pressed: number; told: number }>((resolve) => {
        const now = () => performance.timeOrigin + performance.now();
        let pressed = 0;
        addEventListener('click', () => (pressed ||= now()), { capture: true, once: true });
        const observer = new MutationObserver(() => {
          if (!document.querySelector('.save-bar')?.textContent?.includes('Saved in Grinfi')) return;
          observer.disconnect();
          resolve({ pressed, told: now() });
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
  );
  await panel.save();
  const { pressed, told } = await moments;
  const worker = world.browser.context
    .serviceWorkers()
    .find((one) => one.url().startsWith(world.browser.origin));
  const answeredAt = await worker?.evaluate(() => {
    const writes = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/upsert'));
    performance.clearResourceTimings();
    return performance.timeOrigin + ((writes.at(-1) as PerformanceResourceTiming)?.responseEnd ?? Number.NaN);
  });
  return { answered: (answeredAt ?? Number.NaN) - pressed, told: told - pressed };
}

/** Takes the save back, so that the next one finds what this one found. */
async function undo(panel: Capture): Promise<void> {
  await panel.page.getByRole('button', { name: /^Undo/ }).click();
  await panel.saveButton.waitFor();
}

/** The same requests as somebody else would send them. */
function sentAgain(requests: readonly LoggedRequest[]): LeastSave {
  return {
    calls: requests.map(({ method, path, query, body }) => ({
      method,
      url: `https://leadgen.grinfi.io${path}${query}`,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })),
    headers: { authorization: `Bearer ${demoKey}`, 'content-type': 'application/json' },
  };
}

/** One after another from a bare page, with nothing between them, in ms. */
function loopTime(browser: BenchBrowser, requests: readonly LoggedRequest[]): Promise<number> {
  return browser.ours.bare.evaluate(async ({ calls, headers }) => {
    const start = performance.now();
    for (const { url, ...call } of calls) await (await fetch(url, { ...call, headers })).text();
    return performance.now() - start;
  }, sentAgain(requests));
}

/** From the floor's own Save, which stores before it sends and says so. */
async function leastTimes(page: Page, requests: readonly LoggedRequest[]): Promise<SaveTimes> {
  await page.evaluate((save) => {
    globalThis.leastSave = save;
    globalThis.leastTimes = undefined;
  }, sentAgain(requests));
  await rest(pauseMs);
  await page.getByRole('button', { name: 'Save' }).click();
  const times = await page.waitForFunction(() => globalThis.leastTimes);
  return (await times.jsonValue()) as SaveTimes;
}

/** Those that a save waits for: it is told as saved after its last write. It is read back, and looked up, then. */
const untilWritten = (requests: readonly LoggedRequest[]) =>
  requests.slice(0, requests.findLastIndex(({ path }) => path.endsWith('/upsert')) + 1);

/** Longer than the limiter needs to have all its five requests of a second again. */
const pauseMs = 1_200;

const handle = 'priya-venkat-lund';
const part = 'Save';
const delays = [0, 80];

function slowDown({ world: { crm } }: BenchBrowser, ms: number): void {
  crm.control.heal();
  if (ms > 0) crm.control.fail({ fault: { kind: 'delay', ms }, times: Number.POSITIVE_INFINITY });
}

/** So that the next one finds what this one found. */
function forget({ world: { crm } }: BenchBrowser): void {
  const made = crm.state.leads.all().filter(({ linkedin }) => linkedin === handle);
  for (const { uuid } of made) crm.state.leads.remove(uuid);
}

/**
 * From the click to Grinfi's answer and to "Saved in Grinfi", with a server that answers at once and with one that takes 80 ms,
 * against the same requests, one after another, from a loop that does nothing else. And the least that
 * a save can take which is stored first and shown: the floor's own Save, against the same loop.
 */
export async function measureSaving(browser: BenchBrowser, rounds: number): Promise<Figure[]> {
  const { world } = browser;
  await world.visit(`/in/${handle}/`);
  const panel = await world.panel();
  await panel.isLookedUp('New');
  await panel.choose('List', 'Warm intros');
  const figures: Figure[] = [];
  let requests: LoggedRequest[] = [];
  const loop = async () => {
    const time = await loopTime(browser, untilWritten(requests));
    forget(browser);
    return time;
  };
  for (const delayMs of delays) {
    slowDown(browser, delayMs);
    const counts: number[] = [];
    const samples = await inTurns(rounds, {
      async save() {
        await rest(pauseMs);
        const before = world.crm.control.log().length;
        const times = await saveTimes(browser, panel);
        // What is read back, and looked up, after it.
        await rest(pauseMs / 2);
        requests = world.crm.control.log().slice(before);
        counts.push(requests.length);
        await undo(panel);
        return times;
      },
      loop,
    });
    figures.push(...againstLoop('click', delayMs, samples, { of: 'ratio', most: 1.1 }), {
      part,
      what: `requests, with those after it, server at ${delayMs} ms`,
      unit: '',
      value: median(counts),
    });
  }
  await panel.close();
  const page = await browser.world.browser.context.newPage();
  await page.goto(`${browser.floor.origin}/save.html`);
  for (const delayMs of delays) {
    slowDown(browser, delayMs);
    const samples = await inTurns(rounds, {
      async save() {
        const times = await leastTimes(page, untilWritten(requests));
        forget(browser);
        return times;
      },
      loop,
    });
    figures.push(...againstLoop('the least that stores first, click', delayMs, samples));
  }
  slowDown(browser, 0);
  await page.close();
  return figures;
}

function againstLoop(
  what: string,
  delayMs: number,
  { save, loop }: { save: SaveTimes[]; loop: number[] },
  limit?: Limit,
): Figure[] {
  const ends = [
    ["Grinfi's answer", 'answered'],
    ['told on the screen', 'told'],
  ] as const;
  return ends.map(([end, key]) =>
    timed({
      part,
      what: `${what} to ${end}, server at ${delayMs} ms`,
      times: save.map((one) => one[key]),
      floor: { name: 'bare loop', times: loop },
      ...(limit && { limit }),
    }),
  );
}
