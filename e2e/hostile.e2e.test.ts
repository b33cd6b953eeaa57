import { describe, expect } from 'vitest';
import { benchPages } from '../scripts/bench/pages.ts';
import { test } from './harness/test.ts';
import type { World } from './harness/world.ts';

/** Pages made to break a reader, in a real browser; how long they take is what `npm run bench` holds to a limit. */

// A route of the context stays while its browser lives.
test.override({ ownBrowser: true });

/** Has LinkedIn answer with this page of the bench, and visits it. */
async function visit(world: World, name: string) {
  const page = benchPages.find((one) => one.name === name);
  if (!page) throw new Error(`The bench has no page named ${name}.`);
  const { pathname } = new URL(page.url);
  await world.browser.context.route(
    (url) => url.hostname === 'www.linkedin.com' && url.pathname === pathname,
    (route) => route.fulfill({ contentType: 'text/html', body: page.html() }),
  );
  // The browser itself is long at such a page.
  world.browser.context.setDefaultTimeout(80_000);
  return world.visit(pathname);
}

const hacked = (page: { evaluate: (text: string) => Promise<unknown> }) => page.evaluate('window.hacked');

describe('a page that means harm', () => {
  test('of 10 MB is read, and nothing of it runs in ours', async ({ world }) => {
    const page = await visit(world, 'hostile profile, 10 MB');
    const panel = await world.panel();
    await panel.isLookedUp('New');
    expect((await panel.fields()).Company).toBe('Brightfjord Systems');
    expect(await hacked(panel.page)).toBeUndefined();
    expect(await hacked(page)).toBeUndefined();
  });
});
