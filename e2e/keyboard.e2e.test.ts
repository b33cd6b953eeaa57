import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from './harness/test.ts';

interface WatchedWindow {
  lostFocus: string[];
}

/**
 * Notes each time that an update of the screen leaves the keyboard nowhere. A screen has two frames to put the
 * focus elsewhere, which no hand is quicker than.
 */
async function watchFocus(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const lost: string[] = [];
    let last = '';
    const look = () => {
      const now = document.activeElement;
      if (now && now !== document.body) last = now.outerHTML.slice(0, 120);
      else requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(lookAgain)));
    };
    const lookAgain = () => {
      if (document.activeElement === document.body) lost.push(`after ${last}`);
    };
    document.addEventListener('focusin', look);
    document.addEventListener('focusout', look);
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
    (window as unknown as WatchedWindow).lostFocus = lost;
  });
  return () => page.evaluate(() => (window as unknown as WatchedWindow).lostFocus);
}

const focused = (page: Page) =>
  page.evaluate(() => {
    const { role, ariaLabel, textContent } = document.activeElement as HTMLElement;
    return `${role ?? ''} ${ariaLabel ?? textContent}`.trim();
  });

/** Goes on with the Tab key until the focus is where it says; past the end of the page it would leave it. */
async function tabTo(page: Page, where: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const passed: string[] = [];
  while (passed.length < 60) {
    await page.keyboard.press(key);
    passed.push(await focused(page));
    if (where.test(passed.at(-1) ?? '')) return;
  }
  throw new Error(`${where} is not on the way: ${passed.join(' · ')}`);
}

describe('without a pointer', () => {
  test('a new profile is saved, and a known one worked through, and the focus is never lost', async ({
    world,
  }) => {
    const tab = await world.visit('/in/ingrid-solvang/');
    const panel = await world.panel();
    const { page } = panel;
    await panel.isLookedUp('New');
    const lost = await watchFocus(page);

    // The first Enter leads to what is missing, a few letters choose it, the next keys save.
    await page.getByRole('button', { name: /^Save/ }).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'List' }).and(page.locator(':focus')).waitFor();
    await page.keyboard.type('Warm');
    await page.getByRole('option', { name: 'Warm intros', exact: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Enter');
    await panel.isSaved();
    expect(await lost()).toEqual([]);

    // As if she were visited another day.
    await tab.goto('https://www.linkedin.com/feed/');
    await page.getByRole('button', { name: 'Recent saves' }).waitFor();
    await tab.goto('https://www.linkedin.com/in/ingrid-solvang/');
    await panel.isLookedUp('In Grinfi');
    await page.getByRole('tab', { name: 'Overview' }).waitFor();
    const lostSince = await watchFocus(page);
    await tabTo(page, /^tab Overview/, 'Shift+Tab');
    for (const name of ['Activity', 'Notes', 'Tasks', 'Messages', 'Automations']) {
      await page.keyboard.press('ArrowRight');
      await page.getByRole('tabpanel', { name }).waitFor();
      expect(await focused(page)).toContain(`tab ${name}`);
    }
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await tabTo(page, /^textbox|Add note|New note/i);
    expect(await lostSince()).toEqual([]);
  });

  test('the sheet behind ? says what every key does, and gives the focus back', async ({ world }) => {
    await world.visit('/in/priya-venkat-lund/');
    const { page } = await world.panel();
    const sheet = page.getByRole('dialog', { name: 'Keyboard' });
    await page.getByRole('button', { name: /^Save/ }).and(page.locator(':focus')).waitFor();
    const lost = await watchFocus(page);
    await page.keyboard.press('?');
    await sheet.getByText('Save, from anywhere in the form').waitFor();
    await sheet.getByText('Open the side panel').waitFor();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    expect(await focused(page)).toMatch(/^Save/);

    // In a field it is a letter like any other.
    await page.getByRole('textbox', { name: 'Note', exact: true }).focus();
    await page.keyboard.press('?');
    expect(await page.getByRole('textbox', { name: 'Note', exact: true }).inputValue()).toBe('?');
    expect(await sheet.count()).toBe(0);

    await page.getByRole('button', { name: 'Shortcuts and help' }).click();
    expect(await sheet.getByRole('link', { name: 'Help and privacy' }).getAttribute('href')).toBe(
      '/help.html',
    );
    await sheet.getByRole('button', { name: 'Close' }).click();
    await sheet.waitFor({ state: 'detached' });
    expect(await focused(page)).toBe('Shortcuts and help');
    expect(await lost()).toEqual([]);
  });
});

describe('the density', () => {
  test('is chosen in the settings, is there before the first paint, and changes what is open', async ({
    world,
  }) => {
    const tab = await world.visit('/in/priya-venkat-lund/');
    const panel = await world.panel();
    await panel.isLookedUp('New');
    const depth = () => panel.note.evaluate((note) => note.getBoundingClientRect().bottom);
    const roomy = await depth();
    const settings = await world.browser.context.newPage();
    await settings.goto(`${world.browser.origin}/options.html`);
    await settings.getByRole('radio', { name: /Compact/ }).check();
    await panel.page.locator('html[data-density="compact"]').waitFor();
    await settings.reload();
    expect(await settings.getByRole('radio', { name: /Compact/ }).isChecked()).toBe(true);
    // Before anything is drawn: its scripts have run, and nothing that the browser answers later was needed.
    await settings.reload({ waitUntil: 'domcontentloaded' });
    expect(await settings.locator('html').getAttribute('data-density')).toBe('compact');
    await tab.bringToFront();
    await panel.isLookedUp('New');
    expect(await depth()).toBeLessThan(roomy - 40);
  });
});
