import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { demoOwner } from '../fake-grinfi/seed.ts';
import { button, knownSeed, person } from './harness/known-seed.ts';
import { test } from './harness/test.ts';

/** Ingrid has a task that failed, and rests in an automation. */
const seed = knownSeed(({ lead_uuid, sender_profile_uuid }, make, state) => {
  make.task(demoOwner, {
    ...{ lead_uuid, sender_profile_uuid, status: 'failed', error_msg: 'Logged out.' },
    payload: { template: 'Which berth is yours?' },
  });
  const flow = state.flows.all().find(({ name }) => name === 'Conference follow-up');
  state.enrolments.insert({
    uuid: randomUUID(),
    team_id: demoOwner.teamId,
    flow_uuid: flow?.uuid ?? '',
    lead_uuid,
    status: 'paused',
    ...make.dates(),
  });
});

describe('a known contact', () => {
  test.override({ options: { seed } });

  test('has a failed task tried again, and goes on in an automation that rests', async ({ world }) => {
    await world.visit('/in/ingrid-solvang/');
    const panel = await world.panel();
    const { page } = panel;
    await panel.isLookedUp('In Grinfi');
    await page.getByRole('tab', { name: /Tasks/ }).click();
    await page.getByText(/Logged out\./).waitFor();
    await page.getByRole('button', { name: /^Retry: LinkedIn message/ }).click();
    await page.getByText(/Logged out\./).waitFor({ state: 'detached' });
    const tasks = world.crm.state.tasks.all().filter((one) => one.lead_uuid === person(world).uuid);
    expect(tasks).toMatchObject([{ status: 'in_progress', attempts: 1, error_msg: null }]);

    await page.getByRole('tab', { name: /Automations/ }).click();
    await button(panel, 'Continue what is paused').click();
    await button(panel, 'Continue what is paused').waitFor({ state: 'detached' });
    await page.getByText('Under way').waitFor();
    const here = world.crm.state.enrolments.all().filter((one) => one.lead_uuid === person(world).uuid);
    expect(here.map(({ status }) => status)).toEqual(['in_progress']);
  });
});
