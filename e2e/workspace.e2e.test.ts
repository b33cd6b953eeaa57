import { readFile } from 'node:fs/promises';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { demoOwner, demoSeed, type Seed } from '../fake-grinfi/seed.ts';
import { test as base } from './harness/test.ts';
import type { World } from './harness/world.ts';

/** A list with more contacts than come at once. */
const seed: Seed = (state, make) => {
  demoSeed(state, make);
  const list = make.list(demoOwner, 'Harbour: 2026');
  for (let n = 0; n < 130; n += 1)
    make.lead(demoOwner, { first_name: 'Person', last_name: `${n}`, list_uuid: list.uuid });
};
const test = base.extend({ options: { seed } });

async function openWorkspace(world: World): Promise<Page> {
  const page = await world.browser.context.newPage();
  await page.goto(`${world.browser.origin}/options.html`);
  await page.getByRole('button', { name: 'Show the workspace' }).click();
  await page.getByRole('tab', { name: 'Senders' }).waitFor();
  return page;
}

const openTab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click();
const shown = (page: Page) => page.getByRole('tabpanel');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const sure = (page: Page, name: string) =>
  page.getByRole('alertdialog').getByRole('button', { name, exact: true }).click();

describe('the workspace in the settings', () => {
  test('shows senders, webhooks, browsers and mailboxes, and switches them', async ({ world }) => {
    const { state, control } = world.crm;
    const page = await openWorkspace(world);
    await shown(page).getByText('Marla Quillfeather').waitFor();
    // A part is asked for when it is opened.
    expect(control.log({ path: '/integrations/api/webhooks' })).toEqual([]);
    await page.getByText(/^On hold: sends nothing before /).waitFor();
    await page
      .getByText(/Sends Mon–Fri .* \(Europe\/Berlin\)/)
      .first()
      .waitFor();
    await button(page, 'Switch off: Marla Quillfeather').click();
    await sure(page, 'Switch off');
    await button(page, 'Switch on: Marla Quillfeather').waitFor();
    const marla = state.senders.all().find(({ first_name }) => first_name === 'Marla');
    expect(marla?.status).toBe('disabled');

    await openTab(page, 'Webhooks');
    await page.getByText('Contact replied linkedin message').waitFor();
    await button(page, 'Test: Replies to the team channel').click();
    await page.getByText(/^Last test, .* Answer: Accepted by hooks\.fernhill\.example\.com$/).waitFor();
    control.fail({
      method: 'PUT',
      path: '/integrations/api/webhooks/*',
      fault: { kind: 'status', status: 403 },
    });
    await button(page, 'Switch off: Replies to the team channel').click();
    await sure(page, 'Switch off');
    await page
      .getByRole('alert')
      .getByText(/^Your role in this Grinfi workspace/)
      .waitFor();
    await button(page, 'Switch off: Replies to the team channel').click();
    await sure(page, 'Switch off');
    await button(page, 'Switch on: Replies to the team channel').waitFor();
    expect(state.webhooks.all()[0]?.status).toBe('off');

    await openTab(page, 'LinkedIn browsers');
    await page.getByText('It said: “LinkedIn asks for a code.”').waitFor();
    await page.getByText('Needs a login to LinkedIn').waitFor();
    expect(await page.getByRole('button', { name: /: Seat 2$/ }).count()).toBe(0);
    await button(page, 'Stop: Seat 1').click();
    await sure(page, 'Stop');
    await button(page, 'Start: Seat 1').click();
    await button(page, 'Stop: Seat 1').waitFor();
    expect(state.browsers.all().map(({ status }) => status)).toEqual(['running', 'login_issue']);

    await openTab(page, 'Mailboxes');
    await page.getByText(/The mail server did not answer for an hour\./).waitFor();
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 700 });
    const { scrollWidth, clientWidth } = await page.evaluate(() => {
      const root = document.documentElement;
      return { scrollWidth: root.scrollWidth, clientWidth: root.clientWidth };
    });
    expect(scrollWidth).toBe(clientWidth);
  });

  test('takes in a file and follows it, and gives a list as a file', async ({ world }) => {
    const { state } = world.crm;
    const page = await openWorkspace(world);
    await openTab(page, 'Imports');
    await page.getByText('Saved: 118 · Known already: 7 · Failed: 2').waitFor();
    await page.getByText('It said: “Two rows have no name.”').waitFor();
    await page.getByLabel('Import a CSV file').setInputFiles({
      name: 'fair.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        'First name;Last name;Phone;LinkedIn URL\r\nAda;"Lund; jr";+47 1;https://www.linkedin.com/in/ada-lund\r\n',
      ),
    });
    await shown(page).getByLabel('List', { exact: true }).selectOption('Warm intros');
    expect(await page.getByLabel('First name').inputValue()).toBe('first_name');
    expect(await page.getByLabel('Phone').inputValue()).toBe('skip');
    await button(page, 'Import 1 row').click();
    await page.getByText(/^Grinfi has the file and imports it\./).waitFor();
    const row = page.getByRole('listitem').filter({ hasText: 'Waiting: 1' });
    await row.getByText('Under way').waitFor();
    const [imported] = state.fileImports.all();
    expect(imported?.payload.columns).toEqual([
      { source: 'First name', target: 'first_name' },
      { source: 'Last name', target: 'last_name' },
      { source: 'LinkedIn URL', target: 'linkedin' },
    ]);
    // Grinfi goes on, and the page follows by itself.
    const source = state.dataSources.all().find(({ counts }) => counts.queued_records === 1);
    if (source)
      state.dataSources.update(source, {
        status: 'completed',
        counts: { queued_records: 0, saved_records: 1 },
      });
    await page.getByText('Saved: 1', { exact: true }).waitFor();

    await openTab(page, 'Export');
    await shown(page).getByLabel('List', { exact: true }).selectOption('Harbour: 2026');
    const download = page.waitForEvent('download');
    await button(page, 'Export').click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('Harbour 2026.csv');
    const lines = (await readFile(await file.path(), 'utf8')).split('\n');
    expect(lines).toHaveLength(131);
    await page.getByText('Downloaded as Harbour 2026.csv. Contacts: 130').waitFor();
    expect(state.fileExports.all()[0]?.filter).toMatchObject({ all: false });
  });
});
