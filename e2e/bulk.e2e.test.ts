import { readFile } from 'node:fs/promises';
import { describe, expect } from 'vitest';
import { demoOwner, demoSeed, type Seed } from '../fake-grinfi/seed.ts';
import { fromCsv } from '../lib/csv.ts';
import { contact, counts } from './harness/crm.ts';
import type { Capture } from './harness/screens.ts';
import { test } from './harness/test.ts';
import type { World } from './harness/world.ts';
import { samplePages } from './pages/index.ts';

const upsert = { path: '/leads/api/leads/upsert' };
const searchPath = '/search/results/people/?keywords=sdui';

/** Handles of the people whom the page shows. */
const searchPage = samplePages.find(({ name }) => name === 'search-sdui');
const handles = ((searchPage?.truth.truth?.rows ?? []) as { handle?: string }[])
  .map(({ handle }) => handle)
  .filter((handle) => handle !== undefined);

/** Opens the list of people with everybody ticked and the form filled in. */
async function readyToSave(world: World): Promise<Capture> {
  await world.visit(searchPath);
  const panel = await world.panel();
  await panel.page.getByRole('region', { name: 'People on this page' }).waitFor();
  await panel.choose('List', 'Warm intros');
  await panel.choose('Stage', 'Approaching');
  await panel.addTag('Port people', true);
  await panel.page.getByRole('button', { name: 'All', exact: true }).click();
  return panel;
}

const save = (panel: Capture) => panel.page.getByRole('button', { name: /^Save \d+ people/ }).click();
const allSaved = (panel: Capture) => panel.says(`${handles.length} saved`);

/** Everybody is there once (`contact` throws where not), with all that was chosen. */
function expectAll(world: World, before: ReturnType<typeof counts>): void {
  for (const handle of handles)
    expect(contact(world, handle)).toMatchObject({
      list: 'Warm intros',
      stage: 'Approaching',
      tags: ['Port people'],
    });
  expect(counts(world)).toMatchObject({ leads: before.leads + handles.length, tags: before.tags + 1 });
}

describe('a page of people', () => {
  test('is saved in one go, followed row by row, and told as CSV', async ({ world }) => {
    const before = counts(world);
    const panel = await readyToSave(world);
    const { control } = world.crm;
    const lookUp = { path: '/leads/api/leads/lookup-one' };
    // Whom the table has asked for: all of them.
    await panel.page
      .getByText('New', { exact: true })
      .nth(handles.length - 1)
      .waitFor();
    const asked = control.log(lookUp).length;
    await save(panel);
    await allSaved(panel);
    expectAll(world, before);
    expect(control.log(lookUp), 'none but those of the table').toHaveLength(asked);
    expect(control.log(upsert)).toHaveLength(handles.length);
    const changes = control.log({ path: '/leads/api/leads/mass-action' });
    expect(changes, 'one request for the tag and one for the stage').toHaveLength(2);

    const file = panel.page.waitForEvent('download');
    await panel.page.getByRole('button', { name: 'Result as CSV' }).click();
    const rows = fromCsv(await readFile(await (await file).path(), 'utf8'));
    expect(rows).toHaveLength(handles.length);
    for (const row of rows) expect(row).toMatchObject({ State: 'Saved' });
  });

  test('lands whole and once though the worker is stopped midway', async ({ world }) => {
    const before = counts(world);
    const panel = await readyToSave(world);
    const held = world.crm.control.hold({ ...upsert, when: 'after' });
    await save(panel);
    await held.reached();
    await world.browser.stopWorker();
    held.release();
    await panel.page.getByRole('button', { name: 'Read again' }).click();
    await allSaved(panel);
    expectAll(world, before);
  });

  test('is paused, survives a restart of the browser so, and goes on when told to', async ({ world }) => {
    const before = counts(world);
    const panel = await readyToSave(world);
    const first = world.crm.control.hold(upsert);
    await save(panel);
    await first.reached();
    await panel.page.getByRole('button', { name: 'Pause' }).click();
    await panel.says(/^Paused: \d+ of \d+/);
    await world.restartBrowser();
    first.release();
    await world.visit(searchPath);
    const again = await world.panel();
    await again.says(/^Paused: \d+ of \d+/);
    expect(counts(world).leads).toBeLessThan(before.leads + handles.length);
    await again.page.getByRole('button', { name: 'Resume' }).click();
    await allSaved(again);
    expectAll(world, before);
  });
});

describe('a recipe with an automation, for many', () => {
  const [blacklisted = '', replied = ''] = handles;
  const withHistory: Seed = (state, make) => {
    demoSeed(state, make);
    const nobody = { name: null, company_name: null, ln_id: null, email: null };
    state.leadBlacklist.insert({ ...make.common(demoOwner), ...nobody, linkedin: blacklisted });
    const list = state.lists.all().find(({ name }) => name === 'Warm intros');
    const lead = make.lead(demoOwner, { first_name: 'A', linkedin: replied, list_uuid: list?.uuid ?? '' });
    const on = { object_type: 'lead', object_uuid: lead.uuid } as const;
    make.activity(demoOwner, on, 'linkedin_message_replied', {}, 3 * 86_400_000);
  };
  test.override({ options: { seed: withHistory } });

  test('says before the press for whom something speaks against it, and leaves them out', async ({
    world,
  }) => {
    const panel = await readyToSave(world);
    const { page } = panel;
    await page.getByText('In Grinfi', { exact: true }).waitFor();
    const flow = world.crm.state.flows.all().find(({ status }) => status === 'on');
    await page.evaluate(async (automation) => {
      const { workspaces } = await chrome.storage.local.get<{ workspaces: { activeId: string } }>();
      const recipe = { id: 'r1', name: 'Follow up', tags: [], customFields: {}, automation };
      await chrome.storage.local.set({ recipes: { version: 1, of: { [workspaces.activeId]: [recipe] } } });
    }, flow && { id: flow.uuid, name: flow.name });
    const warning = page.getByText(/Something speaks against an automation for 2 people:/);
    await warning.waitFor();
    expect(await warning.innerText()).toMatch(/On the blacklist.*Replied 3 days ago/);
    await page.getByRole('button', { name: 'Leave out' }).click();
    await warning.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Follow up' }).click();
    await panel.says(`${handles.length - 2} saved`);
    const enrolled = world.crm.state.enrolments.all().filter(({ flow_uuid }) => flow_uuid === flow?.uuid);
    const names = new Map(world.crm.state.leads.all().map(({ uuid, linkedin }) => [uuid, linkedin]));
    const landed = enrolled.map(({ lead_uuid }) => names.get(lead_uuid) ?? '');
    expect(handles.filter((handle) => landed.includes(handle))).toEqual(handles.slice(2));
  });
});
