import { describe, expect } from 'vitest';
import { demoOwner, demoSeed, type Seed } from '../fake-grinfi/seed.ts';
import { contact, contactRow } from './harness/crm.ts';
import type { Capture } from './harness/screens.ts';
import { test } from './harness/test.ts';
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
test.override({ options: { seed } });

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
    const becomes = async (status: string, words: string) => {
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
