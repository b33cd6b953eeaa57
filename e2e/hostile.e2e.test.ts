import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readersIn, timeReader } from '../scripts/bench/browser.ts';
import { type BenchPage, benchPages, manyRows } from '../scripts/bench/pages.ts';
import { launchBrowser } from '../scripts/page-browser.ts';
import { root } from '../scripts/root.mjs';
import { test } from './harness/test.ts';

/** Pages made to break a reader, in a real browser; how long they take is what `npm run bench` holds to a limit. */

function pageOf(name: string): BenchPage {
  const page = benchPages.find((one) => one.name === name);
  if (!page) throw new Error(`The bench has no page named ${name}.`);
  return page;
}

const hacked = (page: { evaluate: (text: string) => Promise<unknown> }) => page.evaluate('window.hacked');

describe('a page that means harm', () => {
  test('of 10 MB is read, and nothing of it runs in ours', async ({ world }) => {
    const { url, html } = pageOf('hostile profile, 10 MB');
    world.linkedIn.alter = (path) => (path === new URL(url).pathname ? html() : undefined);
    const page = await world.visit(url);
    const panel = await world.panel();
    await panel.isLookedUp('New');
    expect((await panel.fields()).Company).toBe('Brightfjord Systems');
    expect(await hacked(panel.page)).toBeUndefined();
    expect(await hacked(page)).toBeUndefined();
  });
});

describe('a page of 20,000 people', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('is read as the list that it is, and runs nothing', async () => {
    const { url } = pageOf('hostile connections, 100,000 rows');
    // Laid out where they are in sight alone: the browser is long at that, and no reader asks for it.
    const style = '<style>section > div { content-visibility: auto }</style>';
    const page = { url, html: manyRows(20_000, false).replace('</head>', `${style}</head>`) };
    expect(page.html).toContain(style);
    const { outcome, rows, ranScript } = await timeReader(browser, readersIn(root), page, 1);
    expect({ outcome, rows, ranScript }).toEqual({ outcome: 'list', rows: 2_000, ranScript: false });
  }, 240_000);
});
