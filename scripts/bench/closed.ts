import type { Page } from 'playwright-core';
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

/** A load is short, and what differs between two browsers is smaller than what differs between two loads. */
const loadsPerRound = 3;

/**
 * What LinkedIn's pages bear while popup and panel are closed: nothing in them, and a load time like that in
 * browsers without us, which are started as the one with us is. Two of those: what lies between them is the machine
 * and not us.
 */
export async function measureClosed(
  { world }: BenchBrowser,
  floorFolder: string,
  rounds: number,
): Promise<Figure[]> {
  const launch = (extension?: string) =>
    ExtensionBrowser.launch({ ports: world.ports, isAnimated: true, extension });
  const browsers = await Promise.all([launch(), launch(floorFolder), launch(floorFolder)]);
  try {
    // The first start opens it, and may take an empty tab for it.
    await browsers[0]?.pageOf('options.html');
    const [ours, first, second] = await Promise.all(
      browsers.map(async ({ context, origin }) => ({ page: await context.newPage(), origin })),
    );
    if (!ours || !first || !second) throw new Error('A browser is missing.');
    const found = await traces(ours.page, ours.origin);
    const samples = await inTurns(rounds * loadsPerRound, {
      first: () => loadTime(first.page),
      ours: () => loadTime(ours.page),
      second: () => loadTime(second.page),
    });
    const part = 'LinkedIn’s page while we are closed';
    const none = { of: 'value', most: 0 } as const;
    const floor = { name: 'browsers without us', times: [...samples.first, ...samples.second] };
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
      timed({
        part,
        what: 'load, one browser without us and another',
        times: samples.first,
        floor: { name: 'the other', times: samples.second },
      }),
    ];
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()));
  }
}
