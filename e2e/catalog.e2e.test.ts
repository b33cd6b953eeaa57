import { describe, expect } from 'vitest';
import { demoOwner, demoSeed, type Seed } from '../fake-grinfi/seed.ts';
import { contact } from './harness/crm.ts';
import { test as base } from './harness/test.ts';
import type { World } from './harness/world.ts';

const handle = 'ingrid-solvang';

/** A busy team: hundreds of everything, and Ingrid in the list "Warm intros". */
const seed: Seed = (state, make) => {
  demoSeed(state, make);
  for (let n = 1; n <= 300; n += 1) {
    make.list(demoOwner, `Batch ${n}`);
    make.tag(demoOwner, `Topic ${n}`);
    make.stage(demoOwner, { name: `Step ${n}`, object: 'lead', category: 'engaging' });
    // Grinfi takes a hundred fields for each kind of record.
    if (n <= 90) make.customField(demoOwner, 'lead', `Answer ${n}`);
  }
  make.lead(demoOwner, {
    first_name: 'Ingrid',
    last_name: 'Solvang',
    linkedin: handle,
    list_uuid: state.lists.all().find((one) => one.name === 'Warm intros')?.uuid ?? '',
  });
};
const test = base.extend({ options: { seed } });

async function openManager(world: World) {
  const options = await world.browser.context.newPage();
  await options.goto(`${world.browser.origin}/options.html`);
  await options.getByRole('button', { name: 'Manage', exact: true }).click();
  return options;
}

/** What a record holds in a custom field, by the field's name. */
function customValue({ crm }: World, name: string): string | null | undefined {
  const field = crm.state.customFields.all().find((one) => one.name === name);
  return crm.state.customFieldValues.all().find((one) => one.custom_field_uuid === field?.uuid)?.value;
}

describe('lists, tags and stages', () => {
  test('are found among hundreds, counted, created, renamed and coloured', async ({ world }) => {
    const { state } = world.crm;
    const options = await openManager(world);
    const search = options.getByRole('searchbox', { name: /^Search/ });
    const rows = options
      .getByRole('list', { name: /^(Lists|Tags|Stages for people)$/ })
      .getByRole('listitem');
    await options.getByText(/^2\d\d more\. Type to narrow down\.$/).waitFor();
    expect(await rows.count()).toBe(60);

    const inList = state.leads.all().filter((lead) => contactList(world, lead.list_uuid) === 'Warm intros');
    await search.fill('warm');
    await rows.filter({ hasText: 'Warm intros' }).getByText(`${inList.length} p`).waitFor();
    await options.getByRole('button', { name: 'Edit Warm intros' }).click();
    const nameInput = options.getByRole('textbox', { name: 'Name', exact: true });
    await nameInput.fill('Batch 1');
    await options.getByText('There is one of this name already.').waitFor();
    await nameInput.fill('Warm introductions');
    await nameInput.press('Enter');
    await options.getByRole('button', { name: 'Edit Warm introductions' }).waitFor();
    expect(state.lists.all().map((list) => list.name)).toContain('Warm introductions');

    await options.getByRole('button', { name: /^Tags/ }).click();
    await search.fill('Harbour');
    await options.getByRole('button', { name: 'Create “Harbour”' }).dblclick();
    await options.getByRole('button', { name: 'Edit Harbour' }).click();
    await options.getByLabel('Colour').fill('#aa3377');
    await options.getByRole('button', { name: 'Save', exact: true }).click();
    await options.getByRole('button', { name: 'Edit Harbour' }).waitFor();
    const tags = state.tags.all().filter((tag) => tag.name === 'Harbour');
    expect(tags).toMatchObject([{ color: '#aa3377' }]);

    await options.getByRole('button', { name: /^Stages for people/ }).click();
    await search.fill('Signed');
    await options.getByRole('combobox', { name: 'Kind of stage' }).selectOption('Positive');
    await options.getByRole('button', { name: 'Create “Signed”' }).click();
    await options.getByRole('button', { name: 'Edit Signed' }).waitFor();
    const stages = state.stages.all().filter((stage) => stage.name === 'Signed');
    expect(stages).toMatchObject([{ object: 'lead', category: 'positive' }]);

    // Somebody else has deleted it meanwhile; may not is told in the same place.
    const [stage] = stages;
    if (stage) state.stages.remove(stage.uuid);
    await options.getByRole('button', { name: 'Edit Signed' }).click();
    await nameInput.fill('Won');
    await nameInput.press('Enter');
    await options
      .getByRole('alert')
      .getByText(/does not have this any more/)
      .waitFor();
  });

  test('are created from the form, where they are missed', async ({ world }) => {
    await world.visit(`/in/${handle}/`);
    const panel = await world.panel();
    await panel.isLookedUp('In Grinfi');
    await panel.page.getByRole('combobox', { name: 'List', exact: true }).fill('Harbour fair');
    await panel.page.getByRole('option', { name: 'Create “Harbour fair”' }).click();
    await panel.page.getByRole('combobox', { name: 'Stage', exact: true }).fill('On the phone');
    await panel.page.getByRole('option', { name: 'Create “On the phone”' }).click();
    await panel.page.getByText('What kind of stage is “On the phone”?').waitFor();
    await panel.page.getByRole('button', { name: 'In touch' }).dblclick();
    await panel.page.getByText('What kind of stage is “On the phone”?').waitFor({ state: 'detached' });
    await panel.addTag('Port people', true);
    // Grinfi is asked for all of them again after the save; here it is slow to answer.
    const held = world.crm.control.hold({ method: 'GET', path: '/leads/api/custom-fields' });
    await panel.save();
    await panel.isUpdated();
    await panel.page.getByRole('button', { name: /^Remove tag / }).waitFor();
    expect(await panel.tags()).toEqual(['Port people']);
    held.release();
    expect(contact(world, handle)).toMatchObject({
      list: 'Harbour fair',
      stage: 'On the phone',
      tags: ['Port people'],
    });
    expect(world.crm.state.stages.all().filter((one) => one.name === 'On the phone')).toHaveLength(1);
  });
});

describe('custom fields', () => {
  test('are found among hundreds, made, and typed into for a known contact', async ({ world }) => {
    await world.visit(`/in/${handle}/`);
    const panel = await world.panel();
    await panel.isLookedUp('In Grinfi');
    await panel.page.getByText('More', { exact: true }).click();
    const fields = panel.page.getByRole('group', { name: 'Custom fields' });
    await fields.getByText(/^\d\d more\. Type to narrow down\.$/).waitFor();
    await fields.getByRole('searchbox', { name: 'Find a field' }).fill('answer 87');
    await fields.getByRole('textbox', { name: 'Answer 87', exact: true }).fill('Yes');

    world.crm.control.fail({
      method: 'POST',
      path: '/leads/api/custom-fields',
      fault: { kind: 'status', status: 403 },
    });
    await fields.getByRole('button', { name: 'New field' }).click();
    await fields.getByRole('textbox', { name: 'New field' }).fill('Boat');
    await fields.getByRole('button', { name: 'Create field' }).click();
    await fields
      .getByRole('alert')
      .getByText(/Your role .* does not allow this/)
      .waitFor();
    await fields.getByRole('button', { name: 'Create field' }).click();
    await fields.getByRole('button', { name: 'New field' }).waitFor();
    await fields.getByRole('searchbox', { name: 'Find a field' }).fill('boat');
    await fields.getByRole('textbox', { name: 'Boat', exact: true }).fill('Ferry');
    await panel.save();
    await panel.isUpdated();
    expect(customValue(world, 'Answer 87')).toBe('Yes');
    expect(customValue(world, 'Boat')).toBe('Ferry');
  });

  test('are renamed in the settings, and typed into for a new company', async ({ world }) => {
    const { state } = world.crm;
    const options = await openManager(world);
    await options.getByRole('button', { name: /^Fields of companies/ }).click();
    await options.getByRole('searchbox', { name: /^Search/ }).fill('Dock');
    await options.getByRole('button', { name: 'Create “Dock”' }).click();
    await options.getByRole('button', { name: 'Edit Dock' }).click();
    await options.getByRole('textbox', { name: 'Name', exact: true }).fill('Quay');
    await options.getByRole('button', { name: 'Save', exact: true }).click();
    await options.getByRole('searchbox', { name: /^Search/ }).fill('quay');
    await options.getByRole('button', { name: 'Edit Quay' }).waitFor();
    expect(state.customFields.all().filter((one) => one.name === 'Quay')).toMatchObject([
      { object: 'company' },
    ]);
    await options.close();

    await world.visit('/company/brightfjord-systems/about/');
    const panel = await world.panel();
    await panel.isLookedUp('New');
    await panel.page.getByText('More', { exact: true }).click();
    await panel.page.getByRole('textbox', { name: 'Quay', exact: true }).fill('North');
    await panel.save();
    await panel.isSaved();
    expect(customValue(world, 'Quay')).toBe('North');
  });
});

const contactList = ({ crm }: World, uuid: string) =>
  crm.state.lists.all().find((list) => list.uuid === uuid)?.name;
