import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from './harness/test.ts';

/** What axe finds wrong, in the sample's own frame too. */
async function faults(page: Page): Promise<string[]> {
  for (const frame of page.frames()) await frame.evaluate(axe.source).catch(() => undefined);
  const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

describe('without a key', () => {
  test.override({ options: { key: false } });

  test('the sample fills the real form, and nothing of it goes anywhere', async ({ world }) => {
    const settings = await world.browser.pageOf('options.html');
    const [page] = await Promise.all([
      world.browser.context.waitForEvent('page'),
      settings.getByRole('link', { name: 'Try it on a sample' }).click(),
    ]);
    await page.getByRole('button', { name: 'Edit First name: Tilda' }).waitFor();
    await page.getByRole('button', { name: 'Edit Position: Head of Partnerships' }).click();
    const position = page.getByRole('textbox', { name: 'Position' });
    await position.fill('Head of Ferries');
    await position.press('Enter');
    const stored = await page.evaluate(() => chrome.storage.local.get());
    await page.getByRole('button', { name: /^Save/ }).click();
    await page.getByText('Nothing was sent.').waitFor();

    expect(await page.evaluate(() => chrome.storage.local.get())).toEqual(stored);
    expect(JSON.stringify(stored)).not.toMatch(/Tilda|Ferries|averbrook/i);
    expect(world.crm.control.log()).toEqual([]);
    expect(world.linkedIn.requests).toEqual([]);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await faults(page), colorScheme).toEqual([]);
    }
  });

  test('help explains each permission, links to the rest, and has no fault that axe finds', async ({
    world,
  }) => {
    const settings = await world.browser.pageOf('options.html');
    const [page] = await Promise.all([
      world.browser.context.waitForEvent('page'),
      settings.getByRole('link', { name: 'Help and privacy' }).click(),
    ]);
    await page.getByRole('heading', { name: 'Privacy policy' }).waitFor();
    const asked = await page.evaluate(() => {
      const {
        host_permissions: hosts,
        permissions,
        optional_permissions: optional,
      } = chrome.runtime.getManifest() as Record<string, string[] | undefined>;
      return [hosts, permissions, optional].flatMap((names) => names ?? []);
    });
    const explained = page.locator('.help-permissions dd:not(:empty)');
    expect(await explained.count()).toBe(asked.length);
    await page.getByText('Alt', { exact: true }).first().waitFor();
    for (const summary of await page.locator('summary').all()) await summary.click();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await faults(page), colorScheme).toEqual([]);
    }
  });
});
