import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { landed } from './harness/crm.ts';
import { test } from './harness/test.ts';
import type { World } from './harness/world.ts';

/** What an extension has in a page: its scripts, and the worlds in which it could listen. */
async function foreignIn(page: Page, load: () => Promise<unknown>) {
  const session = await page.context().newCDPSession(page);
  const found: string[] = [];
  session.on('Debugger.scriptParsed', ({ url }) => {
    if (url.startsWith('chrome-extension:')) found.push(url);
  });
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension:')) found.push(context.origin);
  });
  await session.send('Debugger.enable');
  await session.send('Runtime.enable');
  await load();
  const requested = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name),
  );
  await session.detach();
  return [...found, ...requested.filter((name) => name.startsWith('chrome-extension:'))];
}

describe('while popup and panel are closed', () => {
  test('a LinkedIn page has no script, no listener and no byte of ours', async ({ world }) => {
    // In a tab in which a page was read, Chromium goes on making an empty world for each later page.
    const page = await world.browser.context.newPage();
    await page.goto('https://www.linkedin.com/in/ingrid-solvang/');
    expect(await foreignIn(page, () => page.reload())).toEqual([]);
  });

  test('that would be seen: with the popup open, the reader is', async ({ world }) => {
    const page = await world.visit('/in/ingrid-solvang/');
    const read = async () => {
      const popup = await world.popup();
      await popup.isLookedUp('New');
    };
    expect(await foreignIn(page, read)).not.toEqual([]);
  });
});

/** Starts of our worker from now on; `stop` gives how many there were. */
async function countStarts(world: World): Promise<{ stop: () => Promise<number> }> {
  const session = await world.browser.context.newCDPSession(await world.browser.bare());
  let starts = 0;
  let last = '';
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { runningStatus } of versions) {
      if (runningStatus === 'starting' && last !== 'starting') starts += 1;
      last = runningStatus;
    }
  });
  await session.send('ServiceWorker.enable');
  return {
    async stop() {
      await session.detach();
      return starts;
    },
  };
}

describe('a worker with nothing to do', () => {
  test('has no alarm, and is not woken by what happens in the browser', async ({ world }) => {
    const bare = await world.browser.bare();
    expect(await bare.evaluate(() => chrome.alarms.getAll())).toEqual([]);
    // What was stored before the test wakes it as well: it has that behind it when it answers.
    await world.browser.wakeWorker();
    await world.browser.stopWorker();
    const starts = await countStarts(world);
    const page = await world.visit('/in/ingrid-solvang/');
    await page.reload();
    const other = await world.browser.context.newPage();
    await other.goto('https://www.linkedin.com/company/brightfjord-systems/about/');
    await other.close();
    // This does wake it: the only start there is.
    await world.browser.message('listHeld', {});
    expect(await starts.stop()).toBe(1);
  });

  test('has no alarm any more once all is sent', async ({ world }) => {
    await world.visit('/in/ingrid-solvang/');
    const popup = await world.popup();
    await popup.isLookedUp('New');
    await popup.choose('List', 'Warm intros');
    await popup.save();
    await landed(world, 'ingrid-solvang');
    await popup.isSaved();
    const bare = await world.browser.bare();
    await expect.poll(() => bare.evaluate(() => chrome.alarms.getAll())).toEqual([]);
  });
});
