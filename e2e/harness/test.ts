import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test as base, expect } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { World, type WorldOptions } from './world.ts';

const failures = path.join(root, '.cache', 'e2e-failures');

/** As much of a page as tells where a test stood, without filling a log. */
const shownLines = 100;

/**
 * What a failed test leaves behind: a picture of every page and the calls that Grinfi saw. What our own pages say goes
 * to the log as well: of a machine that is gone, it is all there is.
 */
async function keepEvidence(world: World, name: string): Promise<void> {
  const folder = path.join(failures, name.replaceAll(/[^\w-]+/g, '-').slice(0, 80));
  await mkdir(folder, { recursive: true });
  const pages = world.browser.context.pages();
  const pictures = pages.map(async (page, index) => {
    const file = `${index}-${new URL(page.url()).pathname.replaceAll(/\W+/g, '-')}.png`;
    await page.screenshot({ path: path.join(folder, file), timeout: 5_000 });
    if (!page.url().startsWith(world.browser.origin)) return;
    const words = await page.locator('body').ariaSnapshot({ timeout: 5_000 });
    console.error(`${name}: ${file} shows\n${words.split('\n').slice(0, shownLines).join('\n')}`);
  });
  const calls = world.crm.control.log().map(({ key: _, ...call }) => call);
  const asked = calls.slice(-shownLines).map(({ method, path, status }) => `${method} ${path} ${status}`);
  console.error(`${name}: the last calls\n${asked.join('\n')}`);
  await writeFile(
    path.join(folder, 'calls.json'),
    JSON.stringify({ calls, violations: world.crm.state.violations }, null, 2),
  );
  await Promise.allSettled(pictures);
}

interface Fixtures {
  /** A file has its own with `base.extend`, a part of it with `test.override`. */
  options: WorldOptions;
  /** A browser of its own, for a test that changes it in a way that cannot be taken back. */
  ownBrowser: boolean;
  world: World;
  /** Ends what is left when the process has no further tests. */
  ending: undefined;
}

/**
 * Left by tests before, and used by later ones, each by those that start a browser as it was started. Files share a
 * process, and with it these: starting one takes longer than most tests.
 */
let idle: World[] = [];

async function letGo(): Promise<void> {
  const left = idle;
  idle = [];
  await Promise.all(left.map((world) => world.close()));
}

async function takeIdle(options: WorldOptions): Promise<World | undefined> {
  const fitting = idle.find((world) => world.isLaunchedAs(options));
  if (!fitting) return undefined;
  idle = idle.filter((world) => world !== fitting);
  return fitting.renewed(options);
}

/**
 * A test with a world of its own, over at its end. Every call that Grinfi saw must have been as its API document
 * says, whatever else the test was about.
 */
export const test = base.extend<Fixtures>({
  options: {},
  ownBrowser: false,
  ending: [
    // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern what a fixture stands on.
    async ({}, use) => {
      await use(undefined);
      await letGo();
    },
    { scope: 'worker', auto: true },
  ],
  world: async ({ options: given, ownBrowser, task }, use) => {
    const options = { pictures: 'blocked', ...given } satisfies WorldOptions;
    const world = (ownBrowser ? undefined : await takeIdle(options)) ?? (await World.open(options));
    let isGood = false;
    try {
      await use(world);
      isGood = !ownBrowser && task.result?.state !== 'fail';
      if (task.result?.state === 'fail') await keepEvidence(world, task.name);
    } finally {
      if (isGood) idle.push(world);
      else await world.close();
    }
    expect(world.crm.state.violations, 'calls that are not as the API document says').toEqual([]);
  },
});
