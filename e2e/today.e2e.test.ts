import { describe, expect } from 'vitest';
import { demoOwner, demoSeed, type Seed } from '../fake-grinfi/seed.ts';
import { test as base } from './harness/test.ts';

const dayMs = 86_400_000;

/** Ingrid is in an automation whose next step is planned; tasks of hers and others' are due. */
const seed: Seed = (state, make) => {
  demoSeed(state, make);
  const list = state.lists.all().find((one) => one.name === 'Warm intros');
  const marla = state.senders.all().find((one) => one.first_name === 'Marla');
  const flow = state.flows.all().find(({ status }) => status === 'on');
  const { uuid } = make.lead(demoOwner, {
    first_name: 'Ingrid',
    last_name: 'Solvang',
    linkedin: 'ingrid-solvang',
    list_uuid: list?.uuid ?? '',
  });
  const by = { lead_uuid: uuid, sender_profile_uuid: marla?.uuid ?? '' };
  make.task(demoOwner, {
    ...by,
    payload: { template: 'Shall we talk about the night shift?' },
    schedule_at: make.stamp(2 * dayMs),
  });
  state.enrolments.insert({
    uuid: '00000000-0000-4000-8000-00000000e001',
    team_id: demoOwner.teamId,
    flow_uuid: flow?.uuid ?? '',
    lead_uuid: uuid,
    status: 'in_progress',
    ...make.dates(),
  });
  make.task(demoOwner, {
    ...by,
    flow_uuid: flow?.uuid ?? '',
    automation: 'auto',
    type: 'linkedin_send_connection_request',
    schedule_at: make.stamp(-2 * dayMs - 3_600_000),
  });
};
const test = base.extend({ options: { seed } });

describe('work beside LinkedIn', () => {
  test('today: what is due over all people, from any page, done where it stands', async ({ world }) => {
    await world.visit('/feed/');
    const { page } = await world.panel();
    await page.getByRole('button', { name: 'Today', exact: true }).click();
    const today = page.getByRole('region', { name: 'Today' });
    await today.getByRole('heading', { name: 'Overdue' }).waitFor();
    const ingrid = today.getByRole('listitem').filter({ hasText: 'night shift' });
    const name = ingrid.getByRole('link', { name: 'Ingrid Solvang', exact: true });
    const lead = world.crm.state.leads.all().find(({ linkedin }) => linkedin === 'ingrid-solvang');
    expect(await name.getAttribute('href')).toBe(`https://leadgen.grinfi.io/crm/contacts/${lead?.uuid}`);
    expect(await ingrid.getByRole('link', { name: /LinkedIn page/ }).getAttribute('href')).toBe(
      'https://www.linkedin.com/in/ingrid-solvang/',
    );
    await today.getByRole('link', { name: 'Odalys Brightwater', exact: true }).waitFor();
    await ingrid.getByRole('button', { name: /^Mark as done/ }).click();
    await ingrid.waitFor({ state: 'detached' });
    const task = () =>
      world.crm.state.tasks.all().find((one) => one.payload?.template?.includes('night shift'));
    expect(task()?.status).toBe('closed');
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('button', { name: 'Today', exact: true }).waitFor();
  });

  test('a note to self, with the sender’s state; an automation with its next step, and who may not switch it', async ({
    world,
  }) => {
    await world.visit('/in/ingrid-solvang/');
    const panel = await world.panel();
    const { page } = panel;
    await panel.isLookedUp('In Grinfi');
    await page.getByRole('tab', { name: /Tasks/ }).click();
    await page.getByRole('button', { name: 'New task' }).click();
    await page.getByRole('combobox', { name: 'Kind' }).selectOption('Note to self');
    await page.getByRole('combobox', { name: 'Sender' }).selectOption('Jonas Ebbwater');
    await page.getByText(/^On hold: sends nothing before /).waitFor();
    await page.getByText(/Sends Mon–Fri /).waitFor();
    await page.getByRole('textbox', { name: 'Note to self' }).fill('Ask about the second yard.');
    await page.getByRole('button', { name: 'Create task' }).click();
    await page.getByRole('listitem').getByText('Ask about the second yard.').waitFor();
    expect(world.crm.state.tasks.all().at(-1)).toMatchObject({
      type: 'linkedin_visit_profile',
      automation: 'manual',
      payload: { template: 'Ask about the second yard.' },
      note: 'Ask about the second yard.',
    });

    await page.getByRole('tab', { name: 'Automations' }).click();
    await page.getByText('Next: Connection request, in 2 days').waitFor();
    await page.getByText('Switch automations on or off').click();
    const flow = world.crm.state.flows.all().find(({ status }) => status === 'on');
    const off = () => page.getByRole('button', { name: `Switch off: ${flow?.name}` }).click();
    const sure = () => page.getByRole('alertdialog').getByRole('button', { name: 'Switch off' }).click();
    world.crm.control.fail({ path: '/flows/api/flows/*/stop', fault: { kind: 'status', status: 403 } });
    await off();
    await sure();
    await page
      .getByRole('alert')
      .getByText(/^Your role in this Grinfi workspace/)
      .waitFor();
    expect(flow?.status).toBe('on');
    await off();
    await sure();
    await page.getByRole('button', { name: `Switch on: ${flow?.name}` }).waitFor();
    expect(world.crm.state.flows.get(demoOwner.teamId, flow?.uuid ?? '')?.status).toBe('off');
    // The refusal said nothing about the key.
    expect(await page.getByText(/key/i).count()).toBe(0);
  });
});
