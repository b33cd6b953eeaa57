import { describe, expect } from 'vitest';
import { demoOwner, demoSeed, type Seed } from '../fake-grinfi/seed.ts';
import { companyRow, contactRow } from './harness/crm.ts';
import type { Capture } from './harness/screens.ts';
import { test } from './harness/test.ts';
import type { World } from './harness/world.ts';

const name = 'Brightfjord Systems';

/** The company is known, with a tag and one of its people. */
const knownSeed: Seed = (state, make) => {
  demoSeed(state, make);
  const tag = state.tags.all().find((one) => one.name === 'Partner');
  const { uuid } = make.company(demoOwner, {
    name,
    linkedin: 'brightfjord-systems',
    industry: 'Fishing',
    tags: tag ? [tag.uuid] : [],
  });
  make.lead(demoOwner, {
    first_name: 'Tove',
    last_name: 'Ekre',
    company_name: name,
    company_uuid: uuid,
    list_uuid: state.lists.all()[0]?.uuid ?? '',
  });
};

async function openKnown(world: World): Promise<Capture> {
  await world.visit('/company/brightfjord-systems/about/');
  const panel = await world.panel();
  await panel.isLookedUp('In Grinfi');
  return panel;
}

const row = (panel: Capture, label: string) => panel.page.getByRole('region', { name: label, exact: true });
const openActions = (panel: Capture) => panel.page.getByText('More actions', { exact: true }).click();

describe('a known company', () => {
  test.override({ options: { seed: knownSeed } });

  test('shows its people, takes stage and tags with an update, and is edited', async ({ world }) => {
    const panel = await openKnown(world);
    await panel.page.getByText('Tove Ekre').waitFor();
    await panel.choose('Stage', 'Target account');
    await panel.addTag('Hiring');
    await panel.page.getByRole('button', { name: 'Remove tag Partner' }).click();
    await panel.save();
    await panel.isUpdated();
    expect(companyRow(world, name)).toMatchObject({ stage: 'Target account', tags: ['Hiring'] });

    await openActions(panel);
    const edit = row(panel, 'Edit fields');
    await edit.getByRole('button', { name: /^Edit fields/ }).click();
    await edit.getByRole('textbox', { name: 'Phone', exact: true }).fill('+47 55 00 00 00');
    await edit.getByRole('textbox', { name: 'Industry', exact: true }).fill('');
    await edit.getByRole('button', { name: 'Save fields' }).click();
    await edit.getByRole('textbox').first().waitFor({ state: 'detached' });
    expect(companyRow(world, name)).toMatchObject({ phone: '+47 55 00 00 00', industry: '' });
  });

  test('is enriched, blacklisted and deleted, each after a question by name', async ({ world }) => {
    const { state } = world.crm;
    const blacklist = () => state.companyBlacklist.all().map(({ linkedin }) => linkedin);
    const before = blacklist();
    const panel = await openKnown(world);
    await openActions(panel);
    const enrich = row(panel, 'Enrich');
    await enrich.getByRole('button', { name: /^Enrich/ }).click();
    await enrich.getByText(new RegExp(`^Enrich ${name}\\?`)).waitFor();
    await enrich.getByRole('button', { name: 'Enrich for credits' }).click();
    await enrich.getByText('Waits to be enriched').waitFor();
    expect(state.enrichments.all().at(-1)?.company_uuid).toBe(companyRow(world, name).uuid);

    await panel.page.getByRole('button', { name: /^Put on the blacklist/ }).click();
    await panel.page.getByText(new RegExp(`^Put ${name} on the blacklist\\?`)).waitFor();
    await panel.page.getByRole('button', { name: 'Put on the list' }).click();
    await panel.page.getByRole('button', { name: /^On the blacklist/ }).click();
    expect(blacklist()).toEqual([...before, 'brightfjord-systems']);
    await panel.page.getByRole('button', { name: 'Take off the list' }).click();
    await panel.page.getByRole('button', { name: /^Put on the blacklist/ }).waitFor();
    expect(blacklist()).toEqual(before);

    const remove = row(panel, 'Delete from Grinfi');
    await remove.getByRole('button', { name: /^Delete from Grinfi/ }).click();
    await remove.getByText(new RegExp(`^Delete ${name} from Grinfi\\?`)).waitFor();
    await remove.getByRole('button', { name: 'Delete', exact: true }).click();
    await panel.isLookedUp('New');
    expect(state.companies.all().some((company) => company.name === name)).toBe(false);
  });
});

describe('a person and the employer', () => {
  test('are saved in one click, and belong together', async ({ world }) => {
    await world.visit('/in/ingrid-solvang/');
    const panel = await world.panel();
    await panel.isLookedUp('New');
    await panel.choose('List', 'Warm intros');
    await panel.page.getByRole('checkbox', { name: new RegExp(name) }).check();
    await panel.save();
    await panel.isSaved();
    const company = companyRow(world, name);
    expect(company.ln_id).not.toBeNull();
    expect(contactRow(world, 'ingrid-solvang').company_uuid).toBe(company.uuid);
  });
});
