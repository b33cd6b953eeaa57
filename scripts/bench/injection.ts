import type { Page } from 'playwright-core';
import type { ExtensionBrowser } from '../../e2e/harness/browser.ts';
import type { BenchBrowser } from './bench-browser.ts';
import { type BenchPage, benchPages } from './pages.ts';
import { type Figure, timed } from './report.ts';
import { inTurns } from './samples.ts';

/** What LinkedIn answers for one address. Not by a route: each of a page's pictures would go by way of it. */
function serve({ world }: BenchBrowser, { url, html }: BenchPage): void {
  const { pathname } = new URL(url);
  const body = html();
  world.linkedIn.alter = (path) => (path === pathname ? body : undefined);
}

/** Of the tab with this address, in the built extension's terms. */
function tabIdOf({ ours }: BenchBrowser, url: string): Promise<number> {
  return ours.bare.evaluate(async (address) => {
    const [tab] = await chrome.tabs.query({ url: address });
    return tab?.id ?? -1;
  }, url);
}

/**
 * Reading as the built extension does it: a message to the worker, which injects the reader and hands on what it
 * gives. Against a script that does nothing, injected into the same page by the same extension. In ms, both.
 */
export async function measureInjection(browser: BenchBrowser, rounds: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  const { bare } = browser.ours;
  for (const page of benchPages.filter(({ grown }) => grown !== undefined)) {
    serve(browser, page);
    await browser.world.visit(page.url);
    const tabId = await tabIdOf(browser, page.url);
    const samples = await inTurns(rounds, {
      read: () =>
        bare.evaluate(async (id) => {
          const start = performance.now();
          const reply = await chrome.runtime.sendMessage({ name: 'readPage', input: { tabId: id } });
          const time = performance.now() - start;
          if (!reply.ok) throw new Error(`Not read: ${reply.message}`);
          return time;
        }, tabId),
      floor: () =>
        bare.evaluate(async (id) => {
          const start = performance.now();
          await chrome.scripting.executeScript({ target: { tabId: id }, func: () => 0 });
          return performance.now() - start;
        }, tabId),
    });
    figures.push(
      timed({
        part: 'Reading by injection',
        what: page.name,
        times: samples.read,
        floor: { name: 'empty script', times: samples.floor },
      }),
    );
  }
  return figures;
}

const navigations = 200;
/** After so many, all that is kept for the next one is there. */
const settled = 20;

/** Of everything that runs in a page's process for it, after what is not used was thrown away, in MB. */
async function heapMb(browser: ExtensionBrowser, page: Page): Promise<number> {
  const session = await browser.context.newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1_048_576;
}

/** The panel follows 200 navigations, and one page is read 200 times: neither may keep what is over. */
export async function measureLeaks(browser: BenchBrowser): Promise<Figure[]> {
  const { world } = browser;
  const people = [
    { path: '/in/ingrid-solvang/', name: 'Ingrid' },
    { path: '/in/priya-venkat-lund/', name: 'Priya' },
  ];
  await world.visit(people[0]?.path ?? '');
  const panel = await world.panel();
  let panelMb = 0;
  for (let n = 0; n < navigations; n++) {
    if (n === settled) panelMb = await heapMb(world.browser, panel.page);
    const { path, name } = people[n % people.length] ?? { path: '', name: '' };
    await world.visit(path);
    await panel.shows('First name', name);
  }
  panelMb = (await heapMb(world.browser, panel.page)) - panelMb;
  await panel.close();

  const page = await world.visit('/in/ingrid-solvang/');
  const tabId = await tabIdOf(browser, page.url());
  const read = (times: number) =>
    browser.ours.bare.evaluate(
      async ([id, count]) => {
        for (let n = 0; n < count; n++)
          await chrome.runtime.sendMessage({ name: 'readPage', input: { tabId: id } });
      },
      [tabId, times] as const,
    );
  await read(settled);
  const before = await heapMb(world.browser, page);
  await read(navigations - settled);
  const pageMb = (await heapMb(world.browser, page)) - before;
  const limit = { of: 'value', most: 1 } as const;
  return [
    {
      part: 'Memory',
      what: `panel: more after ${navigations} navigations`,
      unit: 'MB',
      value: panelMb,
      limit,
    },
    { part: 'Memory', what: `page: more after ${navigations} readings`, unit: 'MB', value: pageMb, limit },
  ];
}
