import type { BrowserContext, Page } from 'playwright-core';
import { ExtensionBrowser } from '../../e2e/harness/browser.ts';
import type { BenchBrowser } from './bench-browser.ts';
import { type Figure, timed } from './report.ts';
import { inTurns } from './samples.ts';

const address = 'https://www.linkedin.com/in/ingrid-solvang/';

/** What the page carries that is not its own: scripts, contexts and requests of an extension. */
async function traces(
  page: Page,
  origin: string,
): Promise<{ scripts: number; worlds: number; bytes: number }> {
  const session = await page.context().newCDPSession(page);
  let scripts = 0;
  let worlds = 0;
  session.on('Debugger.scriptParsed', ({ url }) => {
    if (url.startsWith('chrome-extension:')) scripts += 1;
  });
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === origin) worlds += 1;
  });
  await session.send('Debugger.enable');
  await session.send('Runtime.enable');
  await page.goto(address);
  const bytes = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.startsWith('chrome-extension:'))
      .reduce((sum, one) => sum + (one as PerformanceResourceTiming).decodedBodySize, 0),
  );
  await session.detach();
  return { scripts, worlds, bytes };
}

async function loadTime(page: Page): Promise<number> {
  await page.goto(address, { waitUntil: 'load' });
  return page.evaluate(() => {
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return (entry?.loadEventStart ?? Number.NaN) - (entry?.responseStart ?? 0);
  });
}

/**
 * What LinkedIn's pages bear while popup and panel are closed: nothing in them, and a load time like that in
 * browsers without us. Two of those, since what lies between them is the machine and not us.
 */
export async function measureClosed(
  browser: BenchBrowser,
  floorFolder: string,
  rounds: number,
): Promise<Figure[]> {
  const { world, ours } = browser;
  const without = () => ExtensionBrowser.launch({ ports: world.ports, extension: floorFolder });
  const [first, second] = [await without(), await without()];
  try {
    const pageOf = (context: BrowserContext) => context.newPage();
    const pages = {
      ours: await pageOf(world.browser.context),
      first: await pageOf(first.context),
      second: await pageOf(second.context),
    };
    const found = await traces(pages.ours, ours.origin);
    const samples = await inTurns(rounds, {
      first: () => loadTime(pages.first),
      ours: () => loadTime(pages.ours),
      second: () => loadTime(pages.second),
    });
    await pages.ours.close();
    const part = 'LinkedIn’s page while we are closed';
    const none = { of: 'value', most: 0 } as const;
    const floor = { name: 'browser without us', times: samples.first };
    return [
      { part, what: 'scripts of ours', unit: '', value: found.scripts, limit: none },
      { part, what: 'worlds of ours, where listeners could be', unit: '', value: found.worlds, limit: none },
      { part, what: 'bytes of ours', unit: '', value: found.bytes, limit: none },
      timed({
        part,
        what: 'load',
        times: samples.ours,
        floor,
        limit: { of: 'ratio', most: 1.05 },
      }),
      timed({ part, what: 'load, another browser without us', times: samples.second, floor }),
    ];
  } finally {
    await Promise.all([first.close(), second.close()]);
  }
}
