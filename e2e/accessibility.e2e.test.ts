import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from './harness/test.ts';

/** What axe finds wrong with a page, by rule and element. @param rules all where left out */
async function faultsOf(page: Page, rules?: string[]): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (values) =>
      (window as unknown as { axe: typeof axe }).axe.run(
        values ? { runOnly: { type: 'rule', values } } : { resultTypes: ['violations'] },
      ),
    rules,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  );
}

describe.for(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test.override({ options: { colorScheme } });
  // All that a colour scheme changes is the contrast.
  const faults = (page: Page) => faultsOf(page, colorScheme === 'dark' ? ['color-contrast'] : undefined);

  test('popup, side panel and settings have no fault that axe finds', async ({ world }) => {
    await world.visit('/in/priya-venkat-lund/');
    const popup = await world.popup();
    await popup.isLookedUp('New');
    await popup.addTag('Hiring');
    expect(await faults(popup.page), 'popup').toEqual([]);
    await popup.choose('List', 'Warm intros');
    await popup.save();
    await popup.isSaved();
    expect(await faults(popup.page), 'popup, saved').toEqual([]);
    await popup.close();

    const panel = await world.panel();
    await panel.isLookedUp('In Grinfi');
    expect(await faults(panel.page), 'panel').toEqual([]);
    await panel.page.getByRole('button', { name: /Recent saves/ }).click();
    await panel.page.getByRole('heading', { name: 'Outbox', level: 1 }).waitFor();
    expect(await faults(panel.page), 'outbox').toEqual([]);

    const options = await world.browser.context.newPage();
    await options.goto(`${world.browser.origin}/options.html`);
    await options.getByText('Ready.').waitFor();
    expect(await faults(options), 'settings').toEqual([]);
  });
});
