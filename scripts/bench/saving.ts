import { setTimeout as rest } from 'node:timers/promises';
import type { Capture } from '../../e2e/harness/screens.ts';
import { demoKey } from '../../fake-grinfi/seed.ts';
import type { LoggedRequest } from '../../fake-grinfi/state.ts';
import type { BenchBrowser } from './bench-browser.ts';
import { type Figure, timed } from './report.ts';
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

/** The same requests one after another from a bare page, with nothing between them, in ms. */
function loopTime(browser: BenchBrowser, requests: readonly LoggedRequest[]): Promise<number> {
  const calls = requests.map(({ method, path, query, body }) => ({
    method,
    url: `https://leadgen.grinfi.io${path}${query}`,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }));
  return browser.ours.bare.evaluate(
    async ([all, key]) => {
      const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
      const start = performance.now();
      for (const { url, ...call } of all) await (await fetch(url, { ...call, headers })).text();
      return performance.now() - start;
    },
    [calls, demoKey] as const,
  );
}

/** Those that a save waits for: it is told as saved after its last write. It is read back, and looked up, then. */
const untilWritten = (requests: readonly LoggedRequest[]) =>
  requests.slice(0, requests.findLastIndex(({ path }) => path.endsWith('/upsert')) + 1);

/** Longer than the limiter needs to have all its five requests of a second again. */
const pauseMs = 1_200;

/**
 * From the click to Grinfi's answer and to "Saved in Grinfi", with a server that answers at once and with one that takes 80 ms,
 * against the same requests, one after another, from a loop that does nothing else.
 */
export async function measureSaving(browser: BenchBrowser, rounds: number): Promise<Figure[]> {
  const { world } = browser;
  const { control } = world.crm;
  await world.visit('/in/priya-venkat-lund/');
  const panel = await world.panel();
  await panel.isLookedUp('New');
  await panel.choose('List', 'Warm intros');
  const figures: Figure[] = [];
  for (const delayMs of [0, 80]) {
    control.heal();
    if (delayMs > 0) control.fail({ fault: { kind: 'delay', ms: delayMs }, times: Number.POSITIVE_INFINITY });
    let requests: LoggedRequest[] = [];
    const counts: number[] = [];
    const samples = await inTurns(rounds, {
      async save() {
        await rest(pauseMs);
        const before = control.log().length;
        const times = await saveTimes(browser, panel);
        // What is read back, and looked up, after it.
        await rest(pauseMs / 2);
        requests = control.log().slice(before);
        counts.push(requests.length);
        await undo(panel);
        return times;
      },
      async loop() {
        const time = await loopTime(browser, untilWritten(requests));
        const made = world.crm.state.leads.all().filter(({ linkedin }) => linkedin === 'priya-venkat-lund');
        for (const { uuid } of made) world.crm.state.leads.remove(uuid);
        return time;
      },
    });
    const part = 'Save';
    const floor = { name: 'bare loop', times: samples.loop };
    for (const [what, key] of [
      ["click to Grinfi's answer", 'answered'],
      ['click to told on the screen', 'told'],
    ] as const)
      figures.push(
        timed({
          part,
          what: `${what}, server at ${delayMs} ms`,
          times: samples.save.map((one) => one[key]),
          floor,
          limit: { of: 'ratio', most: 1.1 },
        }),
      );
    figures.push({
      part,
      what: `requests, with those after it, server at ${delayMs} ms`,
      unit: '',
      value: median(counts),
    });
  }
  control.heal();
  await panel.close();
  return figures;
}
