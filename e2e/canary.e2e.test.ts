import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { contactRow } from './harness/crm.ts';
import type { Capture } from './harness/screens.ts';
import { test } from './harness/test.ts';
import type { World } from './harness/world.ts';

/**
 * A LinkedIn that has changed overnight: every profile shows the place at the end of the top card, where no
 * reader looks for it.
 */
function changeLinkedIn(world: World): void {
  const change = () => {
    document.addEventListener('DOMContentLoaded', () => {
      const card = document.querySelector('[componentkey$=Topcard] section, section[componentkey$=Topcard]');
      const contact = card?.querySelector('a[href*="/overlay/contact-info"]');
      const row = contact?.closest('p')?.parentElement;
      const place = row?.querySelector('p');
      if (!card || !row || !place) return;
      const moved = document.createElement('footer');
      const text = document.createElement('span');
      text.textContent = place.textContent;
      moved.append(text);
      card.append(moved);
      // What stood before the contact link goes with it.
      for (const other of [...row.children].slice(0, -1)) other.remove();
    });
    const presses: string[] = [];
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'keydown'])
      document.addEventListener(type, () => presses.push(type), true);
    Object.assign(window, { presses });
  };
  world.linkedIn.alter = (_path, html) => html?.replace('<head>', `<head><script>(${change})()</script>`);
}

/** All that the page could notice: its markup, what is pressed on it, where it is scrolled to. */
function look(page: Page) {
  return page.evaluate(() => ({
    html: document.documentElement.outerHTML,
    pressed: (window as unknown as { presses: string[] }).presses,
    globals: Object.getOwnPropertyNames(window).toSorted(),
    scrolled: [window.scrollX, window.scrollY],
  }));
}

const placeOf = (page: Page) => page.locator('[componentkey$=Topcard] footer span').first();
const pointAt = (capture: Capture) =>
  capture.page.getByRole('button', { name: 'Point at it on the page: Location' });
const drawn = (page: Page) => page.locator('html > div');

/** Presses "Point at it" and waits until the frame is over the page. */
async function startPointing(capture: Capture, page: Page): Promise<void> {
  await pointAt(capture).click();
  await drawn(page).waitFor({ state: 'attached' });
}

describe('a field that LinkedIn has moved', () => {
  test('is named, pointed at, saved, and found on the next page, where it waits for a word', async ({
    world,
  }) => {
    changeLinkedIn(world);
    const page = await world.visit('/in/ingrid-solvang/');
    await placeOf(page).scrollIntoViewIfNeeded();
    const before = await look(page);
    const panel = await world.panel();
    await panel.says('LinkedIn changed: Location could not be read.');

    await startPointing(panel, page);
    await panel.says('Now click it on the page: Location');
    await placeOf(page).click();
    await panel.shows('Location', 'Bergen, Vestland, Norway');
    expect(await look(page)).toEqual(before);
    await panel.says('Location is read where you pointed at it.');
    expect(await panel.page.getByRole('button', { name: 'Confirm: Location' }).count()).toBe(0);

    await panel.choose('List', 'Warm intros');
    await panel.save();
    await panel.isSaved();
    expect(contactRow(world, 'ingrid-solvang').raw_address).toBe('Bergen, Vestland, Norway');

    await world.visit('/in/priya-venkat-lund/');
    await panel.shows('Location', 'Halifax, Nova Scotia, Canada');
    await panel.isLookedUp('New');
    await panel.page.locator('.field-uncertain', { hasText: 'Halifax' }).waitFor();
    await panel.page.locator('.field-uncertain .uncertain-mark').first().click();
    await panel.save();
    await panel.isSaved();
    expect(contactRow(world, 'priya-venkat-lund').raw_address).toBe('Halifax, Nova Scotia, Canada');
  });

  test('is found after pointing from the popup, which makes way for the page', async ({ world }) => {
    changeLinkedIn(world);
    const page = await world.visit('/in/ingrid-solvang/');
    const popup = await world.popup();
    const closed = popup.page.waitForEvent('close');
    await pointAt(popup).click();
    await closed;
    await drawn(page).waitFor({ state: 'attached' });
    await placeOf(page).click();
    await drawn(page).waitFor({ state: 'detached' });
    await (await world.popup()).shows('Location', 'Bergen, Vestland, Norway');
  });

  test('is left alone when the user gives up, on the page or in the panel', async ({ world }) => {
    changeLinkedIn(world);
    const page = await world.visit('/in/ingrid-solvang/');
    const before = await look(page);
    const panel = await world.panel();
    await startPointing(panel, page);
    await page.keyboard.press('Escape');
    await pointAt(panel).waitFor();
    await startPointing(panel, page);
    await panel.page.getByRole('button', { name: 'Cancel' }).click();
    await drawn(page).waitFor({ state: 'detached' });
    await pointAt(panel).waitFor();
    const { pressed: _, ...now } = await look(page);
    expect(before).toMatchObject(now);
  });
});

describe('a redacted copy', () => {
  test('is shown, then saved as a file that holds none of the person’s words', async ({ world }) => {
    changeLinkedIn(world);
    await world.visit('/in/ingrid-solvang/');
    const panel = await world.panel();
    await panel.page.getByRole('button', { name: 'Save a redacted copy' }).click();
    const preview = panel.page.getByRole('textbox', { name: 'Beginning of the copy' });
    expect(await preview.inputValue()).toMatch(/^<!-- https:\/\/www\.linkedin\.com\/in\//);
    const [download] = await Promise.all([
      panel.page.waitForEvent('download'),
      panel.page.getByRole('button', { name: 'Save file' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('linkedin-page-redacted.html');
    const copy = await readFile(await download.path(), 'utf8');
    expect(copy).toContain('data-sdui-screen="com.linkedin.sdui.flagshipnav.profile.Profile"');
    expect(copy).not.toMatch(/ingrid|solvang|brightfjord|marlowick|bergen|\bskarv|238114906|patience/i);
    // What takes a number's place is made by chance, and may hold these digits among others.
    expect(copy).not.toMatch(/(?<![\d.])2,?914(?![\d.])/);
  });
});
