import { describe, expect, it } from 'vitest';
import { demoOwner, demoSeed, seedUuid } from '../../fake-grinfi/seed.ts';
import { clientOn, json } from '../testing/answering.ts';
import { fakeGrinfiClient } from '../testing/fake-grinfi-client.ts';
import {
  cancelAllAutomations,
  cancelAutomations,
  continueAutomations,
  enrolContact,
  enrolContacts,
  listAutomations,
  listEnrolmentsOf,
  switchAutomation,
} from './automations.ts';

const [firstTouch, followUp, archived] = [1, 2, 3].map((index) => seedUuid(8, index)) as [
  string,
  string,
  string,
];
const [odalys, tiberiu, wanjiru] = [1, 2, 3].map((index) => seedUuid(7, index)) as [string, string, string];

const demo = () => fakeGrinfiClient({ seed: demoSeed });

describe('automations', () => {
  it('are listed, all or those that are on', async () => {
    const { fake, client } = demo();
    expect((await listAutomations(client)).map(({ name, status }) => [name, status])).toEqual([
      ['Founders, first touch', 'on'],
      ['Conference follow-up', 'on'],
      ['Old newsletter', 'archived'],
    ]);
    expect(await listAutomations(client, { status: 'on' })).toHaveLength(2);
    expect(fake.state.violations).toEqual([]);
  });

  it('with a status nobody has heard of are listed too, and others left out of those asked for', async () => {
    const rows = [
      { uuid: 'f1', name: 'One', status: 'hibernating' },
      { uuid: 'f2', name: 'Two', status: 'on' },
    ];
    const { client } = clientOn(() => json({ data: rows, has_more: false }));
    expect(await listAutomations(client)).toHaveLength(2);
    expect((await listAutomations(client, { status: 'on' })).map(({ id }) => id)).toEqual(['f2']);
  });

  it('take a contact in, say where it is, and let it go from one or all', async () => {
    const { fake, client } = demo();
    await enrolContact(client, { contactId: wanjiru, automationId: firstTouch });
    await enrolContact(client, { contactId: wanjiru, automationId: followUp });
    const states = async () =>
      (await listEnrolmentsOf(client, wanjiru)).map(({ automationId, status }) => [automationId, status]);
    expect(Object.fromEntries(await states())).toEqual({
      [firstTouch]: 'in_progress',
      [followUp]: 'in_progress',
    });
    await cancelAutomations(client, wanjiru, [firstTouch, firstTouch]);
    await cancelAutomations(client, wanjiru, []);
    expect(Object.fromEntries(await states())).toEqual({
      [firstTouch]: 'canceled',
      [followUp]: 'in_progress',
    });
    await cancelAllAutomations(client, wanjiru);
    expect(Object.fromEntries(await states())).toEqual({ [firstTouch]: 'canceled', [followUp]: 'canceled' });
    expect(fake.state.violations).toEqual([]);
  });

  it('take many contacts in with one request', async () => {
    const { fake, client, calls } = demo();
    await enrolContacts(client, [tiberiu, wanjiru], followUp);
    expect(calls()).toEqual(['PUT /leads/api/leads/mass-action']);
    expect(await listEnrolmentsOf(client, tiberiu)).toMatchObject([{ automationId: followUp }]);
    expect(fake.state.violations).toEqual([]);
  });

  it('go on with a contact that rested', async () => {
    const { fake, client } = demo();
    const ids = { uuid: 'e1', team_id: demoOwner.teamId, flow_uuid: firstTouch, lead_uuid: tiberiu };
    fake.state.enrolments.insert({ ...ids, status: 'paused', ...fake.make.dates() });
    await continueAutomations(client, tiberiu);
    expect(await listEnrolmentsOf(client, tiberiu)).toMatchObject([{ status: 'in_progress' }]);
    await expect(continueAutomations(client, odalys)).rejects.toMatchObject({ kind: 'rejected' });
    expect(fake.state.violations).toEqual([]);
  });

  it('are stopped and started, but not an archived one', async () => {
    const { fake, client } = demo();
    await switchAutomation(client, firstTouch, false);
    expect(await listAutomations(client, { status: 'off' })).toMatchObject([{ id: firstTouch }]);
    await switchAutomation(client, firstTouch, true);
    expect(await listAutomations(client, { status: 'off' })).toEqual([]);
    await expect(switchAutomation(client, archived, true)).rejects.toMatchObject({ kind: 'rejected' });
    expect(fake.state.violations).toEqual([]);
  });

  it('are known where the rows of contacts look another way, and never taken from somebody else', async () => {
    const rows = [
      { lead: { uuid: 'c1' }, flow: { uuid: 'f1', name: 'One' }, status: 'resting' },
      { uuid: 'e2', flow_uuid: 'f2', lead_uuid: 'other', status: 'in_progress' },
      { uuid: 'e3', lead_uuid: 'c1' },
    ];
    const { client, sent } = clientOn(() => json({ data: rows }));
    expect(await listEnrolmentsOf(client, 'c1')).toMatchObject([{ automationId: 'f1', status: 'resting' }]);
    expect(sent[0]?.body).toEqual({ filter: { lead_uuid: ['c1'] }, limit: 100, offset: 0 });
  });
});
