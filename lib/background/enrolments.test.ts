import { beforeEach, describe, expect, it, vi } from 'vitest';
import { demoKey, demoOwner, demoSeed } from '../../fake-grinfi/seed.ts';
import { createFakeGrinfi } from '../../fake-grinfi/server.ts';
import { fetchOf } from '../testing/fake-grinfi-client.ts';
import { useStorage } from '../testing/storage.ts';
import { createChangeEnrolment, createListEnrolments } from './enrolments.ts';
import { createGrinfi } from './grinfi.ts';

const day = 86_400_000;
const me = { userId: String(demoOwner.userId), userName: 'Marla' };

async function world() {
  const fake = createFakeGrinfi({ seed: demoSeed, perMinute: false, strict: true });
  const grinfi = createGrinfi({ fetch: fetchOf(fake) });
  await grinfi.keyStore.set(demoKey, 'always');
  const list_uuid = fake.state.lists.all()[0]?.uuid ?? '';
  const contactId = fake.make.lead(demoOwner, { list_uuid, first_name: 'Ada', linkedin: 'ada' }).uuid;
  const [flow] = fake.state.flows.all();
  const automationId = flow?.uuid ?? '';
  const sender = (fields: object) =>
    fake.make.sender(demoOwner, { first_name: 'Bo', last_name: 'Example', ...fields }).uuid;
  const list = createListEnrolments({ grinfi, account: async () => me, now: Date.now });
  return { fake, grinfi, contactId, automationId, sender, list };
}

beforeEach(() => {
  useStorage();
  vi.spyOn(Math, 'random').mockReturnValue(0);
});

describe('putting a contact into an automation', () => {
  it('does it once, and not again while it is under way', async () => {
    const { fake, grinfi, contactId, automationId, list } = await world();
    const change = createChangeEnrolment({ grinfi });
    const enrol = { change: 'enrol', contactId, automationId } as const;
    await Promise.all([change(enrol), change(enrol)]);
    await change(enrol);
    expect(fake.control.log({ method: 'POST', path: `*/leads/${contactId}` })).toHaveLength(1);
    expect((await list({ contactId })).enrolments).toMatchObject([{ automationId, status: 'in_progress' }]);
    await change({ change: 'cancel', contactId, automationId });
    expect((await list({ contactId })).enrolments).toMatchObject([{ status: 'canceled' }]);
    await change(enrol);
    await change({ change: 'cancelAll', contactId });
    expect((await list({ contactId })).enrolments).toMatchObject([{ status: 'canceled' }]);
    expect(fake.state.violations).toEqual([]);
  });
});

describe('what speaks against an automation', () => {
  it('is nothing for somebody nobody has met', async () => {
    const { contactId, list } = await world();
    expect((await list({ contactId, handle: 'ada' })).cautions).toEqual([]);
  });

  it('is a reply of the last 30 days', async () => {
    const { fake, contactId, list } = await world();
    const on = { object_type: 'lead', object_uuid: contactId } as const;
    fake.make.activity(demoOwner, on, 'email_replied', {}, 31 * day);
    expect((await list({ contactId })).cautions).toEqual([]);
    const { created_at } = fake.make.activity(demoOwner, on, 'email_replied', {}, 29 * day);
    expect((await list({ contactId })).cautions).toEqual([{ kind: 'replied', at: created_at }]);
  });

  it('is another sender who has written, but not one’s own', async () => {
    const { fake, contactId, sender, list } = await world();
    const wrote = (sender_profile_uuid: string) =>
      fake.make.message(demoOwner, { lead_uuid: contactId, sender_profile_uuid, text: 'Hi', type: 'outbox' });
    wrote(sender({ assignee_user_id: demoOwner.userId }));
    expect((await list({ contactId })).cautions).toEqual([]);
    wrote(sender({ assignee_user_id: 99 }));
    expect((await list({ contactId })).cautions).toMatchObject([{ kind: 'otherSender', name: 'Bo Example' }]);
  });

  it('is the blacklist', async () => {
    const { fake, grinfi, contactId, list } = await world();
    await grinfi.client.post({ path: ['leads', 'api', 'leads-blacklist'], body: { linkedin: 'ada' } });
    expect((await list({ contactId, handle: 'ada' })).cautions).toEqual([{ kind: 'blacklisted' }]);
    expect((await list({ contactId, handle: 'bob' })).cautions).toEqual([]);
    expect(fake.state.violations).toEqual([]);
  });

  it('is said to be unknown where it could not be found out', async () => {
    const { fake, contactId, list } = await world();
    fake.control.fail({ path: '/leads/api/leads-blacklist', fault: { kind: 'status', status: 500 } });
    fake.control.fail({ path: '/flows/api/linkedin-messages', fault: { kind: 'status', status: 500 } });
    expect((await list({ contactId })).cautions).toEqual([{ kind: 'unsure' }]);
  });
});
