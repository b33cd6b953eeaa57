import { describe, expect } from 'vitest';
import { demoOwner, demoSeed, type Seed } from '../fake-grinfi/seed.ts';
import { companyRow, contact, contactRow, counts } from './harness/crm.ts';
import type { Capture } from './harness/screens.ts';
import { test } from './harness/test.ts';

/** Fills in what the form asks for: list, two tags of which one is new, stage and note. */
async function fillForm(capture: Capture): Promise<void> {
  await capture.choose('List', 'Warm intros');
  await capture.choose('Stage', 'Approaching');
  await capture.addTag('Hiring');
  await capture.addTag('Port people', true);
  await capture.note.fill('Met at the harbour fair.');
}

const filled = {
  list: 'Warm intros',
  stage: 'Approaching',
  tags: ['Hiring', 'Port people'],
  notes: ['Met at the harbour fair.'],
};

const ingrid = {
  first_name: 'Ingrid',
  last_name: 'Solvang',
  headline: 'VP Sales at Brightfjord Systems | Ports, people and patience',
  position: 'VP Sales',
  company_name: 'Brightfjord Systems',
  linkedin: 'ingrid-solvang',
  raw_address: 'Bergen, Vestland, Norway',
};

describe('a new profile', () => {
  test('is saved from the popup with list, tags, stage and note', async ({ world }) => {
    await world.visit('/in/ingrid-solvang/');
    const popup = await world.popup();
    await popup.shows('First name', 'Ingrid');
    await popup.isLookedUp('New');
    const before = counts(world);
    await fillForm(popup);
    await popup.save();
    await popup.isSaved();
    expect(contact(world, 'ingrid-solvang')).toMatchObject(filled);
    await popup.isLookedUp('In Grinfi');
    await popup.page.getByText('Port people', { exact: true }).waitFor();
    expect(contactRow(world, 'ingrid-solvang')).toMatchObject(ingrid);
    expect(counts(world)).toEqual({
      ...before,
      leads: before.leads + 1,
      tags: before.tags + 1,
      notes: before.notes + 1,
    });
  });

  test('is saved from the side panel, and the next one starts with the same list, tags and stage', async ({
    world,
  }) => {
    await world.visit('/in/ingrid-solvang/');
    const panel = await world.panel();
    await panel.shows('First name', 'Ingrid');
    await fillForm(panel);
    await panel.save();
    await panel.isSaved();
    expect(contact(world, 'ingrid-solvang')).toMatchObject(filled);

    await world.visit('/in/priya-venkat-lund/');
    await panel.shows('First name', 'Priya');
    await panel.isLookedUp('New');
    expect(await panel.tags()).toContain('Hiring');
    await panel.save();
    await panel.isSaved();
    const { list, stage } = filled;
    expect(contact(world, 'priya-venkat-lund')).toMatchObject({ list, stage, notes: [] });
  });

  test('is saved once, however often Save is pressed', async ({ world }) => {
    await world.visit('/in/ingrid-solvang/');
    const popup = await world.popup();
    await popup.isLookedUp('New');
    await popup.choose('List', 'Warm intros');
    const before = counts(world);
    const written = world.crm.control.hold({ path: '/leads/api/leads/upsert' });
    await popup.saveButton.dblclick();
    await written.reached();
    written.release();
    await popup.isSaved();
    expect(counts(world)).toEqual({ ...before, leads: before.leads + 1 });
    expect(world.crm.control.log({ path: '/leads/api/leads/upsert' })).toHaveLength(1);
  });

  test('is saved as the user corrected it', async ({ world }) => {
    await world.visit('/in/ingrid-solvang/');
    const popup = await world.popup();
    await popup.isLookedUp('New');
    await popup.edit('Headline', 'Sells software to ports');
    await popup.choose('List', 'Warm intros');
    await popup.save();
    await popup.isSaved();
    expect(contactRow(world, 'ingrid-solvang')).toMatchObject({
      ...ingrid,
      headline: 'Sells software to ports',
    });
  });
});

describe('a known contact', () => {
  const seed: Seed = (state, make) => {
    demoSeed(state, make);
    const list = state.lists.all().find((one) => one.name === 'Candidates');
    const tag = state.tags.all().find((one) => one.name === 'Partner');
    make.lead(demoOwner, {
      ...ingrid,
      name: 'Ingrid Solvang',
      headline: 'Terminal Manager at Marlowick',
      list_uuid: list?.uuid ?? '',
      tags: tag ? [tag.uuid] : [],
    });
  };
  test.override({ options: { seed } });

  test('is recognised, shown with what Grinfi has, and updated in place', async ({ world }) => {
    await world.visit('/in/ingrid-solvang/');
    const popup = await world.popup();
    await popup.isLookedUp('In Grinfi');
    await popup.page.getByText('Partner', { exact: true }).waitFor();
    expect(await popup.page.getByRole('combobox', { name: 'List' }).inputValue()).toBe('Candidates');
    const before = counts(world);
    await popup.addTag('Hiring');
    await popup.save();
    await popup.isUpdated();
    expect(contact(world, 'ingrid-solvang')).toMatchObject({
      list: 'Candidates',
      tags: ['Partner', 'Hiring'],
    });
    expect(counts(world)).toEqual(before);
  });
});

describe('a company', () => {
  test('is saved from its page with list, tags and stage', async ({ world }) => {
    await world.visit('/company/brightfjord-systems/about/');
    const popup = await world.popup();
    await popup.shows('Name', 'Brightfjord Systems');
    await popup.isLookedUp('New');
    await popup.choose('Stage', 'Target account');
    await popup.addTag('Partner');
    await popup.save();
    await popup.isSaved();
    expect(companyRow(world, 'Brightfjord Systems')).toMatchObject({
      linkedin: 'brightfjord-systems',
      stage: 'Target account',
      tags: ['Partner'],
      employees_range: '201-500',
    });
  });
});
