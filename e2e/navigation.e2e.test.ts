import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { contactRow } from './harness/crm.ts';
import type { Capture } from './harness/screens.ts';
import { test } from './harness/test.ts';
import type { World } from './harness/world.ts';

/**
 * Goes from one profile to another inside the page, as LinkedIn does: the address changes at once, the old
 * person's content stays for a while.
 */
async function goTo(page: Page, handle: string, delayMs: number): Promise<void> {
  await page.evaluate(
    ([to, delay]) => {
      const { __navigate } = window as unknown as { __navigate: (to: string, delayMs: number) => void };
      __navigate(to, delay);
    },
    [handle, delayMs] as const,
  );
}

async function read(world: World): Promise<unknown> {
  const bare = await world.browser.bare();
  const [tab] = await bare.evaluate(() => chrome.tabs.query({ url: 'https://www.linkedin.com/*' }));
  return world.browser.message('readPage', { tabId: tab?.id });
}

/** Keeps every state of the card from now on, as `Edit …` labels. */
async function watchCard(capture: Capture): Promise<() => Promise<string[][]>> {
  await capture.page.evaluate(() => {
    const seen: string[][] = [];
    const look = () =>
      void seen.push(
        [...document.querySelectorAll('[aria-label^="Edit "]')].map(
          (one) => one.getAttribute('aria-label') ?? '',
        ),
      );
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
    Object.assign(window, { seenCards: seen });
  });
  return () => capture.page.evaluate(() => (window as unknown as { seenCards: string[][] }).seenCards);
}

const priya = 'priya-venkat-lund';

describe('going from one profile to the next inside the page', () => {
  test('shows the new person when their content is there, and never the old one under the new address', async ({
    world,
  }) => {
    const tab = await world.visit('/in/ingrid-solvang/');
    const panel = await world.panel();
    await panel.shows('First name', 'Ingrid');
    const ofIngrid = new Set(Object.values(await panel.fields()));
    const cards = await watchCard(panel);

    await goTo(tab, priya, 1_600);
    const readings = [read(world)];
    await tab.waitForFunction(() => document.title.includes('Priya'));
    readings.push(read(world));
    await tab.waitForFunction(() => document.querySelector('main')?.textContent?.includes('Priya'));
    readings.push(read(world));

    await panel.shows('First name', 'Priya');
    for (const reading of await Promise.all(readings)) {
      expect(reading).toMatchObject({
        ok: true,
        value: {
          outcome: 'record',
          record: { fields: { handle: { value: priya }, lastName: { value: 'Venkat-Lund' } } },
        },
      });
    }
    const ofPriya = new Set(Object.values(await panel.fields()));
    const ownWords = (mine: Set<string>, other: Set<string>) =>
      [...mine].filter((value) => !other.has(value));
    const has = (card: string[], values: string[]) =>
      card.some((label) => values.some((value) => label.endsWith(`: ${value}`)));
    const seen = await cards();
    for (const card of seen) {
      expect(
        has(card, ownWords(ofIngrid, ofPriya)) && has(card, ownWords(ofPriya, ofIngrid)),
        card.join('\n'),
      ).toBe(false);
    }
    // Once gone, the old person does not come back.
    const shows = seen.map((card) => (has(card, ['Priya']) ? 'new' : has(card, ['Ingrid']) ? 'old' : 'none'));
    expect(shows.join(' ')).toMatch(/^(old )*(none )*(new ?)+$/);
  });

  test('saves the person of the address, with nothing of the one before', async ({ world }) => {
    const tab = await world.visit('/in/ingrid-solvang/');
    const panel = await world.panel();
    await panel.shows('First name', 'Ingrid');
    await panel.note.fill('A note on Ingrid');
    await goTo(tab, priya, 800);
    await panel.shows('First name', 'Priya');
    await panel.isLookedUp('New');
    expect(await panel.note.inputValue()).toBe('');
    await panel.choose('List', 'Warm intros');
    await panel.save();
    await panel.isSaved();
    expect(contactRow(world, priya)).toMatchObject({
      first_name: 'Priya',
      last_name: 'Venkat-Lund',
      headline: 'Chief Product Officer at Brightfjord Systems · Board member',
      raw_address: 'Halifax, Nova Scotia, Canada',
    });
    expect(world.crm.state.leads.all().some((lead) => lead.linkedin === 'ingrid-solvang')).toBe(false);
  });

  test('says which page could not be read when the content does not come, and reads it when it has come', async ({
    world,
  }) => {
    const tab = await world.visit('/in/ingrid-solvang/');
    const panel = await world.panel();
    await panel.shows('First name', 'Ingrid');
    await goTo(tab, priya, 9_000);
    await panel.says('Could not read this profile');
    expect(await panel.fields()).toEqual({});
    await tab.waitForSelector(`body[data-sample-navigated="${priya}"]`);
    await panel.page.getByRole('main').getByRole('button', { name: 'Read again' }).click();
    await panel.shows('First name', 'Priya');
  });
});

describe('the side panel', () => {
  test('follows the tab in front', async ({ world }) => {
    await world.visit('/in/ingrid-solvang/');
    const panel = await world.panel();
    await panel.shows('First name', 'Ingrid');
    const first = await world.browser.tab();
    const other = await world.browser.context.newPage();
    await other.goto('https://www.linkedin.com/company/brightfjord-systems/about/');
    await panel.shows('Name', 'Brightfjord Systems');
    await first.bringToFront();
    await panel.shows('First name', 'Ingrid');
  });

  test.for([
    ['/authwall', 'LinkedIn asks you to sign in'],
    ['/404/', 'This page does not exist'],
    ['/feed/', 'Open a LinkedIn profile'],
  ] as const)('has words for a page without a record: %s', async ([path, words], { world }) => {
    await world.visit(path);
    const panel = await world.panel();
    await panel.says(words);
    expect(await panel.fields()).toEqual({});
  });
});
