import { describe, expect } from 'vitest';
import { demoOwner, demoSeed, type Seed } from '../fake-grinfi/seed.ts';
import { contact } from './harness/crm.ts';
import type { Capture } from './harness/screens.ts';
import { test as base } from './harness/test.ts';
import type { World } from './harness/world.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Ingrid is known: a connection, many messages, a note among others' notes, and a task that is overdue. */
const seed: Seed = (state, make) => {
  demoSeed(state, make);
  const list = state.lists.all().find((one) => one.name === 'Warm intros');
  const sender = state.senders.all().find((one) => one.first_name === 'Marla');
  const { uuid } = make.lead(demoOwner, {
    first_name: 'Ingrid',
    last_name: 'Solvang',
    linkedin: 'ingrid-solvang',
    list_uuid: list?.uuid ?? '',
  });
  const on = { object_type: 'lead', object_uuid: uuid } as const;
  make.activity(demoOwner, on, 'linkedin_connection_request_accepted', {}, 60 * dayMs);
  for (let day = 50; day > 10; day -= 1)
    make.activity(demoOwner, on, 'linkedin_message_sent', {}, day * dayMs);
  make.activity(demoOwner, on, 'hologram_projected', {}, 4 * dayMs);
  make.activity(demoOwner, on, 'linkedin_message_replied', {}, 3 * dayMs);
  make.note(demoOwner, { object: 'lead', object_uuid: uuid, note: 'Met at the harbour fair.' });
  make.task(demoOwner, {
    lead_uuid: uuid,
    sender_profile_uuid: sender?.uuid ?? '',
    payload: { template: 'Shall we talk about the night shift?' },
    schedule_at: make.stamp(2 * dayMs),
  });
};
const test = base.extend({ options: { seed } });

async function openKnown(world: World): Promise<Capture> {
  await world.visit('/in/ingrid-solvang/');
  const panel = await world.panel();
  await panel.isLookedUp('In Grinfi');
  return panel;
}

const openTab = (panel: Capture, name: RegExp) => panel.page.getByRole('tab', { name }).click();
const button = (panel: Capture, name: string) => panel.page.getByRole('button', { name, exact: true });

describe('a known contact', () => {
  test('has a history in words, day by day, newest first, and earlier things when asked', async ({
    world,
  }) => {
    const panel = await openKnown(world);
    await openTab(panel, /Activity/);
    const shown = panel.page.getByRole('tabpanel', { name: 'Activity' });
    const lines = shown.getByRole('listitem');
    await panel.page.getByText(/^Connected on LinkedIn since /).waitFor();
    await shown.getByRole('heading').first().getByText('3 days ago').waitFor();
    await lines.first().getByText('Replied').waitFor();
    await lines.nth(1).getByText('Hologram projected').waitFor();
    await shown.getByRole('heading').nth(1).getByText('4 days ago').waitFor();
    expect(await lines.count()).toBe(25);
    await button(panel, 'Show earlier').click();
    await lines.nth(42).waitFor();
    expect(await lines.count()).toBe(43);
    await button(panel, 'Show earlier').waitFor({ state: 'detached' });
  });

  test('has notes, which are added, edited and deleted in Grinfi', async ({ world }) => {
    const panel = await openKnown(world);
    await openTab(panel, /Notes/);
    const notes = panel.page.getByRole('tabpanel', { name: 'Notes' }).getByRole('listitem');
    await notes.getByText('Met at the harbour fair.').waitFor();
    expect(await notes.count()).toBe(1);

    await panel.page.getByRole('textbox', { name: 'New note' }).fill('Call in May.');
    await button(panel, 'Add note').dblclick();
    await notes.getByText('Call in May.').waitFor();
    expect(contact(world, 'ingrid-solvang').notes).toEqual(['Met at the harbour fair.', 'Call in May.']);

    const added = notes.filter({ hasText: 'Call in May.' });
    await added.getByRole('button', { name: 'Edit note' }).click();
    await panel.page.getByRole('textbox', { name: 'Edit note' }).fill('Call in June.');
    await button(panel, 'Save note').click();
    const edited = notes.filter({ hasText: 'Call in June.' });
    await edited.getByRole('button', { name: 'Edit note' }).waitFor();
    expect(contact(world, 'ingrid-solvang').notes).toContain('Call in June.');

    await edited.getByRole('button', { name: 'Delete note' }).click();
    await button(panel, 'Delete').click();
    await edited.waitFor({ state: 'detached' });
    expect(contact(world, 'ingrid-solvang').notes).toEqual(['Met at the harbour fair.']);
  });

  test('keeps a note that did not get through, and adds it once in the end', async ({ world }) => {
    const panel = await openKnown(world);
    await openTab(panel, /Notes/);
    const input = panel.page.getByRole('textbox', { name: 'New note' });
    await input.fill('Call in May.');
    // Grinfi takes the note, and its answer is lost.
    world.crm.control.fail({
      method: 'POST',
      path: '/leads/api/notes',
      fault: { kind: 'drop', when: 'after' },
    });
    await button(panel, 'Add note').click();
    await panel.page.getByRole('alert').waitFor();
    expect(await input.inputValue()).toBe('Call in May.');
    await button(panel, 'Try again').click();
    await panel.page.getByRole('listitem').getByText('Call in May.').waitFor();
    expect(contact(world, 'ingrid-solvang').notes).toEqual(['Met at the harbour fair.', 'Call in May.']);
  });

  test('has tasks: the overdue one is done, and a new one is planned', async ({ world }) => {
    const panel = await openKnown(world);
    await panel.page.getByRole('tab', { name: /Tasks 1 overdue/ }).click();
    await panel.page.getByText('Shall we talk about the night shift?').waitFor();
    await button(panel, 'Mark as done: LinkedIn message').click();
    await panel.page.getByRole('heading', { name: 'Past' }).waitFor();
    const tasks = () => world.crm.state.tasks.all().filter(({ lead_uuid }) => lead_uuid === leadId(world));
    expect(tasks().map(({ status }) => status)).toEqual(['closed']);
    await panel.page.getByRole('tab', { name: /overdue/ }).waitFor({ state: 'detached' });

    await button(panel, 'New task').click();
    await panel.page.getByRole('combobox', { name: 'Kind' }).selectOption('Connection request');
    await panel.page.getByRole('combobox', { name: 'Sender' }).selectOption('Jonas Ebbwater');
    await panel.page.getByLabel('Due').fill('2031-05-06T09:30');
    await panel.page.getByRole('textbox', { name: 'Text' }).fill('Good to meet you at the fair.');
    await button(panel, 'Create task').dblclick();
    await panel.page.getByRole('heading', { name: 'Planned' }).waitFor();
    const [, planned] = tasks();
    expect(tasks()).toHaveLength(2);
    expect(planned).toMatchObject({
      type: 'linkedin_send_connection_request',
      automation: 'manual',
      payload: { template: 'Good to meet you at the fair.' },
      schedule_at: new Date('2031-05-06T09:30').toISOString(),
    });
    await button(panel, 'Cancel task: Connection request').click();
    await panel.page.getByRole('heading', { name: 'Planned' }).waitFor({ state: 'detached' });
    expect(tasks().map(({ status }) => status)).toEqual(['closed', 'canceled']);
  });

  test('goes into an automation after what speaks against it was shown, and out again', async ({ world }) => {
    const panel = await openKnown(world);
    await openTab(panel, /Automations/);
    const shown = panel.page.getByRole('tabpanel', { name: 'Automations' });
    await shown.getByText('Replied 3 days ago').waitFor();
    await panel.page
      .getByRole('combobox', { name: 'Automation', exact: true })
      .selectOption('Conference follow-up');
    await button(panel, 'Add to automation').dblclick();
    await button(panel, 'Stop: Conference follow-up').waitFor();
    await shown.getByText('Already in “Conference follow-up”').waitFor();
    const enrolments = () =>
      world.crm.state.enrolments.all().filter((one) => one.lead_uuid === leadId(world));
    expect(enrolments().map(({ status }) => status)).toEqual(['in_progress']);
    await button(panel, 'Stop: Conference follow-up').click();
    await shown.getByText('Cancelled').waitFor();
    expect(enrolments().map(({ status }) => status)).toEqual(['canceled']);
  });

  test('keeps what was typed into the form while another tab is in front', async ({ world }) => {
    const panel = await openKnown(world);
    await panel.note.fill('Ask about the night shift');
    const before = world.crm.control.log({ path: '/leads/api/leads/upsert' }).length;
    await openTab(panel, /Notes/);
    await panel.page.getByRole('textbox', { name: 'New note' }).press('Control+Enter');
    await openTab(panel, /Overview/);
    expect(await panel.note.inputValue()).toBe('Ask about the night shift');
    expect(world.crm.control.log({ path: '/leads/api/leads/upsert' })).toHaveLength(before);
  });
});

describe('a contact with a history of ten thousand lines', () => {
  const withHistory: Seed = (state, make) => {
    seed(state, make);
    const uuid = state.leads.all().find(({ linkedin }) => linkedin === 'ingrid-solvang')?.uuid ?? '';
    const on = { object_type: 'lead', object_uuid: uuid } as const;
    for (let hour = 0; hour < 10_000; hour += 1)
      make.activity(demoOwner, on, 'email_opened', {}, 100 * dayMs + hour * hourMs);
  };
  test.override({ options: { seed: withHistory } });

  test('is read a part at a time', async ({ world }) => {
    const panel = await openKnown(world);
    await openTab(panel, /Activity/);
    const shown = panel.page.getByRole('tabpanel', { name: 'Activity' });
    const lines = shown.getByRole('listitem');
    const asked = () =>
      world.crm.control
        .log({ path: '/leads/api/activities' })
        .map(({ query }) => new URLSearchParams(query))
        .filter((query) => query.get('limit') !== '1')
        .map((query) => `${query.get('offset')}+${query.get('limit')}`);
    await lines.first().getByText('Replied').waitFor();
    expect(await lines.count()).toBe(25);
    for (const count of [125, 225, 325]) {
      // By the key: what is not in sight has a guessed height, so the page may move between a mouse's down and up.
      await button(panel, 'Show earlier').press('Enter');
      await lines.nth(count - 1).waitFor();
      expect(await lines.count()).toBe(count);
    }
    expect(asked()).toEqual(['0+25', '25+100', '125+100', '225+100']);
    // Another tab and back: nothing of it is in the way.
    await openTab(panel, /Notes/);
    await openTab(panel, /Activity/);
    await lines.first().getByText('Replied').waitFor();
    expect(await lines.count()).toBe(25);
  });
});

describe('what the user has moved on from', () => {
  const withNotes: Seed = (state, make) => {
    seed(state, make);
    const uuid = state.leads.all().find(({ linkedin }) => linkedin === 'ingrid-solvang')?.uuid ?? '';
    for (let place = 0; place < 250; place += 1)
      make.note(demoOwner, { object: 'lead', object_uuid: uuid, note: `Note ${place}` });
  };
  test.override({ options: { seed: withNotes } });

  test('is not asked of Grinfi any longer: another tab, another person, a closed panel', async ({
    world,
  }) => {
    const { control } = world.crm;
    const panel = await openKnown(world);
    const leave = async (path: string, begin: () => Promise<void>, move: () => Promise<void>) => {
      const held = control.hold({ path });
      await begin();
      const { id } = await held.reached();
      await move();
      await control.until(({ log }) => log.find((call) => call.id === id)?.left === true);
      held.release();
    };
    const shown = panel.page.getByRole('tabpanel', { name: 'Activity' });
    await leave(
      '/leads/api/notes',
      () => openTab(panel, /Notes/),
      () => openTab(panel, /Activity/),
    );
    await shown.getByText('Replied').waitFor();
    await leave(
      '/flows/api/flows',
      () => openTab(panel, /Automations/),
      async () => {
        await world.visit('/in/priya-venkat-lund/');
        await panel.isLookedUp('New');
      },
    );
    await world.visit('/in/ingrid-solvang/');
    await panel.isLookedUp('In Grinfi');
    await leave(
      '/leads/api/notes',
      () => openTab(panel, /Notes/),
      () => panel.close(),
    );
    // Of 350 notes, the two others of the three parts were never asked for.
    expect(control.log({ path: '/leads/api/notes' })).toHaveLength(2);
  });
});

describe('a known company', () => {
  const withCompany: Seed = (state, make) => {
    demoSeed(state, make);
    const { uuid } = make.company(demoOwner, {
      name: 'Brightfjord Systems',
      linkedin: 'brightfjord-systems',
    });
    make.note(demoOwner, { object: 'company', object_uuid: uuid, note: 'Opens a second yard.' });
    // Under the same id, but on a contact.
    make.note(demoOwner, { object: 'lead', object_uuid: uuid, note: 'Not about the company.' });
    const on = { object_type: 'company', object_uuid: uuid } as const;
    make.activity(demoOwner, on, 'pipeline_stage_changed', {}, 2 * dayMs);
  };
  test.override({ options: { seed: withCompany } });

  test('has a history, and notes that are added, edited and deleted', async ({ world }) => {
    await world.visit('/company/brightfjord-systems/about/');
    const panel = await world.panel();
    await panel.isLookedUp('In Grinfi');
    await openTab(panel, /Activity/);
    await panel.page.getByRole('listitem').getByText('Stage changed').waitFor();

    await openTab(panel, /Notes/);
    const notes = panel.page.getByRole('tabpanel', { name: 'Notes' }).getByRole('listitem');
    await notes.getByText('Opens a second yard.').waitFor();
    expect(await notes.count()).toBe(1);
    await panel.page.getByRole('textbox', { name: 'New note' }).fill('Asks for a quote.');
    await button(panel, 'Add note').click();
    const added = notes.filter({ hasText: 'Asks for a quote.' });
    await added.getByRole('button', { name: 'Edit note' }).click();
    await panel.page.getByRole('textbox', { name: 'Edit note' }).fill('Asks for two quotes.');
    await button(panel, 'Save note').click();
    const companyId = world.crm.state.companies
      .all()
      .find(({ linkedin }) => linkedin === 'brightfjord-systems')?.uuid;
    const onCompany = () =>
      world.crm.state.notes
        .all()
        .filter(({ object, object_uuid }) => object === 'company' && object_uuid === companyId)
        .map(({ note }) => note);
    const edited = notes.filter({ hasText: 'Asks for two quotes.' });
    await edited.getByRole('button', { name: 'Delete note' }).waitFor();
    expect(onCompany()).toEqual(['Opens a second yard.', 'Asks for two quotes.']);
    await edited.getByRole('button', { name: 'Delete note' }).click();
    await button(panel, 'Delete').click();
    await edited.waitFor({ state: 'detached' });
    expect(onCompany()).toEqual(['Opens a second yard.']);
  });
});

const leadId = (world: World) =>
  world.crm.state.leads.all().find(({ linkedin }) => linkedin === 'ingrid-solvang')?.uuid;
