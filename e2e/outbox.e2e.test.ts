import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { demoOwner, demoSeed, type Seed } from '../fake-grinfi/seed.ts';
import { contact, contactRow, counts } from './harness/crm.ts';
import type { Capture } from './harness/screens.ts';
import { test } from './harness/test.ts';
import type { World } from './harness/world.ts';

async function collectFirst(world: World): Promise<void> {
  const options = await world.browser.context.newPage();
  await options.goto(`${world.browser.origin}/options.html`);
  const name = /collects in this browser/;
  await options.getByRole('checkbox', { name }).check();
  // Shown from what is stored, so that it is known to be stored.
  await options.reload();
  await options.getByRole('checkbox', { name, checked: true }).waitFor();
  await options.close();
}

async function openOutbox({ page }: Capture): Promise<void> {
  await page.locator('.outbox-strip').click();
  await page.getByRole('region', { name: 'Outbox' }).waitFor();
}

async function openHistory({ page }: Capture): Promise<void> {
  await page.getByRole('button', { name: 'History' }).click();
  await page.getByRole('region', { name: 'What was sent' }).waitFor();
}

async function downloaded(page: Page, press: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return readFile(await (download as Download).path(), 'utf8');
}

describe('collecting first', () => {
  test('keeps a record while the worker comes and goes, takes it out and in as a table, and sends it when told to', async ({
    world,
  }) => {
    await collectFirst(world);
    await world.visit('/in/ingrid-solvang/');
    const panel = await world.panel();
    await panel.isLookedUp('New');
    await panel.choose('List', 'Warm intros');
    const before = counts(world);
    await panel.page.getByRole('button', { name: /^Collect/ }).click();
    await panel.says('Collected here.');
    await panel.close();
    await world.browser.stopWorker();
    expect(counts(world)).toEqual(before);

    await world.visit('/in/ingrid-solvang/');
    const again = await world.panel();
    await again.says('Collected here.');
    await openOutbox(again);
    await again.says('Collected: 1');
    const table = await downloaded(again.page, () =>
      again.page.getByRole('button', { name: 'Export CSV' }).click(),
    );
    expect(table).toContain('https://www.linkedin.com/in/ingrid-solvang');
    await again.page.getByRole('button', { name: 'Discard: Ingrid Solvang' }).click();
    await again.says('Collected: 0');

    const file = { name: 'collected.csv', mimeType: 'text/csv', buffer: Buffer.from(table) };
    await again.page.locator('input[type=file]').setInputFiles(file);
    await again.says('Added: 1');
    await again.page.getByRole('button', { name: 'Send all' }).click();
    await again.page.getByText('Saved ·').first().waitFor();
    expect(contact(world, 'ingrid-solvang')).toMatchObject({ list: 'Warm intros' });
    expect(counts(world)).toEqual({ ...before, leads: before.leads + 1 });
  });
});

describe('the history', () => {
  test('shows what was sent, finds it by a value, exports it and is cleared', async ({ world }) => {
    await world.visit('/in/ingrid-solvang/');
    const panel = await world.panel();
    await panel.isLookedUp('New');
    await panel.choose('List', 'Warm intros');
    await panel.save();
    await panel.isSaved();
    await openOutbox(panel);
    await openHistory(panel);
    const { page } = panel;
    await page.getByText('Ingrid Solvang').click();
    await page.getByText('Brightfjord Systems', { exact: true }).waitFor();
    const search = page.getByRole('searchbox');
    await search.fill('nobody has this');
    await page.getByText('0 saves').waitFor();
    await search.fill('warm INTROS');
    await page.getByText('1 save', { exact: true }).waitFor();

    const json = await downloaded(page, () => page.getByRole('button', { name: 'Export as JSON' }).click());
    expect(JSON.parse(json)).toMatchObject({
      saves: [
        {
          page: 'https://www.linkedin.com/in/ingrid-solvang',
          outcome: 'saved',
          created: true,
          sent: {
            fields: { firstName: 'Ingrid', companyName: 'Brightfjord Systems' },
            list: { name: 'Warm intros' },
          },
        },
      ],
    });
    await page.getByRole('button', { name: 'Clear history' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Clear history' }).click();
    await page.getByText('0 saves').waitFor();
  });
});

describe('undo from the outbox', () => {
  const old = {
    first_name: 'Ingrid',
    last_name: 'Solvang',
    headline: 'Terminal Manager at Marlowick',
    position: 'Terminal Manager',
    company_name: 'Brightfjord Systems',
    linkedin: 'ingrid-solvang',
  };
  const seed: Seed = (state, make) => {
    demoSeed(state, make);
    const list = state.lists.all().find((one) => one.name === 'Candidates');
    make.lead(demoOwner, { ...old, name: 'Ingrid Solvang', list_uuid: list?.uuid ?? '', tags: [] });
  };
  test.override({ options: { seed } });

  test('gives an updated contact its old values back', async ({ world }) => {
    await world.visit('/in/ingrid-solvang/');
    const panel = await world.panel();
    await panel.isLookedUp('In Grinfi');
    await panel.addTag('Hiring');
    await panel.save();
    await panel.isUpdated();
    expect(contactRow(world, 'ingrid-solvang').headline).not.toBe(old.headline);
    await openOutbox(panel);
    await panel.page.getByRole('button', { name: 'Undo: Ingrid Solvang' }).click();
    await panel.page.getByText('Undone ·').waitFor();
    expect(contactRow(world, 'ingrid-solvang')).toMatchObject(old);
    expect(contact(world, 'ingrid-solvang')).toMatchObject({ list: 'Candidates', tags: [] });
  });
});
