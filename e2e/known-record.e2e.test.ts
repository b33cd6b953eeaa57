import { describe, expect } from 'vitest';
import { demoOwner, demoSeed, type Seed } from '../fake-grinfi/seed.ts';
import { contact, contactRow } from './harness/crm.ts';
import type { Capture } from './harness/screens.ts';
import { test as base } from './harness/test.ts';
import type { World } from './harness/world.ts';

/** Ingrid is known, with an old employer, an e-mail that the page does not show, and a tag. */
const seed: Seed = (state, make) => {
  demoSeed(state, make);
  const list = state.lists.all().find((one) => one.name === 'Candidates');
  const tag = state.tags.all().find((one) => one.name === 'Partner');
  make.lead(demoOwner, {
    first_name: 'Ingrid',
    last_name: 'Solvang',
    headline: 'Terminal Manager at Marlowick',
    position: 'Terminal Manager',
    company_name: 'Marlowick',
    linkedin: 'ingrid-solvang',
    work_email: 'ingrid@marlowick.example',
    raw_address: 'Bergen, Vestland, Norway',
    list_uuid: list?.uuid ?? '',
    tags: tag ? [tag.uuid] : [],
  });
};
const test = base.extend({ options: { seed } });

const handle = 'ingrid-solvang';

async function openKnown(world: World): Promise<Capture> {
  await world.visit(`/in/${handle}/`);
  const panel = await world.panel();
  await panel.isLookedUp('In Grinfi');
  return panel;
}

const row = (panel: Capture, name: string) => panel.page.getByRole('region', { name, exact: true });
const openActions = (panel: Capture) => panel.page.getByText('More actions', { exact: true }).click();

describe('a known contact', () => {
  test('is edited field by field, whatever the page shows', async ({ world }) => {
    const panel = await openKnown(world);
    await openActions(panel);
    const edit = row(panel, 'Edit fields');
    await edit.getByRole('button', { name: /^Edit fields/ }).click();
    const email = edit.getByRole('textbox', { name: 'E-mail', exact: true });
    expect(await email.inputValue()).toBe('ingrid@marlowick.example');
    await email.fill('ingrid.solvang@home.example');
    await edit.getByRole('textbox', { name: 'Headline', exact: true }).fill('');
    await edit.getByRole('textbox', { name: 'Position', exact: true }).fill('Harbour master');
    await edit.getByRole('textbox', { name: 'First name', exact: true }).fill(' ');
    await edit.getByText('It needs a name.').waitFor();
    await edit.getByRole('textbox', { name: 'First name', exact: true }).fill('Inga');
    await edit.getByRole('textbox', { name: 'Position', exact: true }).press('Enter');
    await email.waitFor({ state: 'detached' });
    expect(contactRow(world, handle)).toMatchObject({
      first_name: 'Inga',
      last_name: 'Solvang',
      headline: null,
      position: 'Harbour master',
      company_name: 'Marlowick',
      work_email: 'ingrid.solvang@home.example',
    });
    // Nothing went the way of the form around it.
    expect(world.crm.control.log({ path: '/leads/api/leads/upsert' })).toEqual([]);
  });

  test('moves to another list and stage, changes tags, and gets all of it back by undo', async ({
    world,
  }) => {
    const panel = await openKnown(world);
    const before = contact(world, handle);
    expect(before).toMatchObject({ list: 'Candidates', tags: ['Partner'] });
    // Only what is chosen here is written: no change of the page's fields.
    await panel.page.getByText(/^\d+ changes$/).click();
    const ticked = await panel.page.getByRole('checkbox', { checked: true }).all();
    // From the last, since each is found by its place among those still ticked.
    for (const box of ticked.toReversed()) await box.uncheck();
    await panel.choose('List', 'Warm intros');
    await panel.choose('Stage', 'Approaching');
    await panel.addTag('Hiring');
    await panel.page.getByRole('button', { name: 'Remove tag Partner' }).click();
    await panel.page.getByRole('button', { name: 'Keep tag Partner' }).waitFor();
    await panel.save();
    await panel.isUpdated();
    expect(contact(world, handle)).toMatchObject({
      list: 'Warm intros',
      stage: 'Approaching',
      tags: ['Hiring'],
    });
    await panel.page.getByRole('button', { name: /^Undo/ }).click();
    await panel.says('Undone');
    expect(contact(world, handle)).toEqual(before);
  });

  test('who changed jobs keeps the old one as a note, starts over, and leaves automations', async ({
    world,
  }) => {
    const { state } = world.crm;
    const lead = contactRow(world, handle);
    const flow = state.flows.all().find(({ status }) => status === 'on');
    const late = state.stages.all().filter(({ object }) => object === 'lead');
    state.leads.update(lead, { pipeline_stage_uuid: late.at(-1)?.uuid ?? '' });
    const panel = await openKnown(world);
    await panel.page.getByRole('tab', { name: /Automations/ }).click();
    await panel.page
      .getByRole('combobox', { name: 'Automation', exact: true })
      .selectOption(flow?.name ?? '');
    await panel.page.getByRole('button', { name: 'Add to automation' }).click();
    await panel.page.getByRole('button', { name: `Stop: ${flow?.name}` }).waitFor();
    await panel.page.getByRole('tab', { name: /Overview/ }).click();

    const change = panel.page.getByRole('region', { name: 'New employer' });
    expect(await change.getByRole('checkbox', { name: /note/ }).isChecked()).toBe(true);
    await change.getByRole('checkbox', { name: /stage/i }).check();
    await change.getByRole('checkbox', { name: /automations/i }).check();
    // A tick per field: the headline stays as Grinfi has it.
    await panel.page.getByText(/^\d+ changes$/).click();
    await panel.page.getByRole('checkbox', { name: /Headline/ }).uncheck();
    await panel.save();
    await panel.isUpdated();
    const after = contactRow(world, handle);
    expect(after).toMatchObject({
      company_name: 'Brightfjord Systems',
      position: 'VP Sales',
      headline: 'Terminal Manager at Marlowick',
      work_email: 'ingrid@marlowick.example',
    });
    const { stage, notes } = contact(world, handle);
    expect(notes).toEqual([expect.stringContaining('Terminal Manager')]);
    expect(notes[0]).toContain('Marlowick');
    expect(stage).toBe(late.toSorted((one, other) => one.order - other.order)[0]?.name);
    const enrolled = state.enrolments.all().filter(({ lead_uuid }) => lead_uuid === lead.uuid);
    expect(enrolled.map(({ status }) => status)).toEqual(['canceled']);
  });

  test('goes on the blacklist after a question by name, and off again', async ({ world }) => {
    const entries = () => world.crm.state.leadBlacklist.all().map(({ linkedin }) => linkedin);
    const before = entries();
    const panel = await openKnown(world);
    await openActions(panel);
    await panel.page.getByRole('button', { name: /^Put on the blacklist/ }).click();
    await panel.page.getByText(/^Put Ingrid Solvang on the blacklist\?/).waitFor();
    await panel.page.getByRole('button', { name: 'Put on the list' }).dblclick();
    await panel.page.getByRole('button', { name: /^On the blacklist/ }).click();
    expect(entries()).toEqual([...before, handle]);
    await panel.page.getByRole('button', { name: 'Take off the list' }).click();
    await panel.page.getByRole('button', { name: /^Put on the blacklist/ }).waitFor();
    expect(entries()).toEqual(before);
  });

  test('is enriched after its cost was said, and shows how far that is', async ({ world }) => {
    const queue = () => world.crm.state.enrichments.all();
    const before = queue().length;
    const panel = await openKnown(world);
    await openActions(panel);
    const enrich = row(panel, 'Enrich');
    await enrich.getByRole('button', { name: /^Enrich/ }).click();
    await enrich.getByText(/^Enrich Ingrid Solvang\? .* spends credits/).waitFor();
    await enrich.getByText(new RegExp(`^${before} records? w(as|ere) enriched`)).waitFor();
    expect(queue()).toHaveLength(before);
    await enrich.getByRole('button', { name: 'Enrich for credits' }).dblclick();
    await enrich.getByText('Waits to be enriched').waitFor();
    expect(queue()).toHaveLength(before + 1);

    const again = enrich.getByRole('button', { name: 'Check again' });
    const becomes = async (status: 'in_progress' | 'completed', words: string) => {
      const mine = queue().at(-1);
      if (mine) world.crm.state.enrichments.update(mine, { status });
      await enrich.getByRole('button', { name: /^Enrich/ }).click();
      await again.click();
      await enrich.getByText(words).first().waitFor();
      await enrich
        .getByRole('button', { name: /^Enrich/ })
        .first()
        .click();
    };
    await becomes('in_progress', 'Being enriched');
    await becomes('completed', 'Enriched');
  });

  test('tells a refusal where it was met, and keeps the rest as it is', async ({ world }) => {
    const panel = await openKnown(world);
    await openActions(panel);
    const { control } = world.crm;
    const refused = (status: number, path: string) =>
      control.fail({ path, fault: { kind: 'status', status } });

    refused(402, '/leads/api/leads/advanced-enrichment');
    const enrich = row(panel, 'Enrich');
    await enrich.getByRole('button', { name: /^Enrich/ }).click();
    await enrich.getByRole('button', { name: 'Enrich for credits' }).click();
    await enrich
      .getByRole('alert')
      .getByText(/plan or credits do not allow this/)
      .waitFor();

    refused(403, '/leads/api/leads/*');
    const remove = row(panel, 'Delete from Grinfi');
    await remove.getByRole('button', { name: /^Delete from Grinfi/ }).click();
    await remove.getByRole('button', { name: 'Delete', exact: true }).click();
    await remove
      .getByRole('alert')
      .getByText(/Your role .* does not allow this/)
      .waitFor();
    expect(contactRow(world, handle).first_name).toBe('Ingrid');

    world.crm.state.leads.remove(contactRow(world, handle).uuid);
    const edit = row(panel, 'Edit fields');
    await edit.getByRole('button', { name: /^Edit fields/ }).click();
    await edit.getByRole('textbox', { name: 'Position', exact: true }).fill('Harbour master');
    await edit.getByRole('button', { name: 'Save fields' }).click();
    await edit
      .getByRole('alert')
      .getByText(/does not have this any more/)
      .waitFor();
    expect(await edit.getByRole('textbox', { name: 'Position', exact: true }).inputValue()).toBe(
      'Harbour master',
    );
    // The key is as good as before.
    expect(await panel.page.getByText(/did not accept your API key/).count()).toBe(0);
  });

  test('is deleted after a question by name, and is new from then on', async ({ world }) => {
    const panel = await openKnown(world);
    await openActions(panel);
    const remove = row(panel, 'Delete from Grinfi');
    await remove.getByRole('button', { name: /^Delete from Grinfi/ }).click();
    await remove.getByText(/^Delete Ingrid Solvang from Grinfi\? .* cannot be undone/).waitFor();
    await remove.getByRole('button', { name: 'Cancel' }).click();
    await remove.getByRole('button', { name: /^Delete from Grinfi/ }).click();
    await remove.getByRole('button', { name: 'Delete', exact: true }).click();
    await panel.isLookedUp('New');
    expect(world.crm.state.leads.all().some(({ linkedin }) => linkedin === handle)).toBe(false);
    await panel.choose('List', 'Warm intros');
    await panel.save();
    await panel.isSaved();
    expect(contact(world, handle)).toMatchObject({ list: 'Warm intros', notes: [] });
  });
});
