import { beforeEach, describe, expect, it, vi } from 'vitest';
import { demoKey, demoOwner, emptySeed } from '../../fake-grinfi/seed.ts';
import { createFakeGrinfi } from '../../fake-grinfi/server.ts';
import type { Quirks } from '../../fake-grinfi/world.ts';
import { fetchOf } from '../testing/fake-grinfi-client.ts';
import { useStorage } from '../testing/storage.ts';
import { createConversations } from './areas/conversations.ts';
import { createGrinfi } from './grinfi.ts';

const path = '/emails/api/emails/send-email';

async function world(quirks: Partial<Quirks> = {}) {
  const fake = createFakeGrinfi({ seed: emptySeed, perMinute: false, strict: true, quirks });
  const grinfi = createGrinfi({ fetch: fetchOf(fake) });
  await grinfi.keyStore.set(demoKey, 'always');
  const list_uuid = fake.make.list(demoOwner, 'Prospects').uuid;
  const contactId = fake.make.lead(demoOwner, { list_uuid, first_name: 'Ada' }).uuid;
  const senderProfileId = fake.make.sender(demoOwner, { first_name: 'Marla', last_name: 'Q' }).uuid;
  const from = { name: 'Marla', address: 'marla@a.example' };
  const mailbox = { email: from.address, sender_name: from.name, sender_profile_uuid: senderProfileId };
  const mailboxId = fake.make.mailbox(demoOwner, mailbox).uuid;
  const worker = () => createConversations({ grinfi, now: Date.now });
  const to = { name: 'Ada', address: 'ada@b.example' };
  const ids = { draftId: 'draft-0001', contactId, senderProfileId, mailboxId };
  const draft = { ...ids, from, to, subject: 'Boots', text: 'We bring\nboots.' };
  return { fake, worker, draft, mailboxId };
}

beforeEach(() => {
  useStorage();
  vi.spyOn(Math, 'random').mockReturnValue(0);
});

describe('sending an e-mail', () => {
  it.each(['documented', 'documentedOnly', 'mailbox'] as const)(
    'is done once, though the answer was lost (server: %s)',
    async (emailBody) => {
      const { fake, worker, draft } = await world({ emailBody });
      const skip = emailBody === 'documentedOnly' ? 1 : 0;
      fake.control.fail({ path, skip, fault: { kind: 'drop', when: 'after' } });
      await expect(worker().sendEmail(draft)).rejects.toMatchObject({ kind: 'offline' });
      expect(await worker().sendEmail(draft)).toEqual({ outcome: 'sent' });
      expect(fake.state.emails.size).toBe(1);
      expect(await worker().sendEmail({ ...draft, text: 'Other' })).toEqual({ outcome: 'sentBefore' });
      expect(fake.state.emails.size).toBe(1);
    },
  );

  it('is not held back by another e-mail of the same subject', async () => {
    const { fake, worker, draft } = await world();
    await worker().sendEmail({ ...draft, draftId: 'draft-0000', text: 'Something else' });
    fake.control.fail({ path, skip: 1, fault: { kind: 'drop', when: 'before' } });
    await expect(worker().sendEmail(draft)).rejects.toMatchObject({ kind: 'offline' });
    expect(await worker().sendEmail(draft)).toEqual({ outcome: 'sent' });
    expect(fake.state.emails.size).toBe(2);
  });
});

describe('mailboxes', () => {
  it('come with their newest trouble, and without it where that cannot be read', async () => {
    const { fake, worker, mailboxId } = await world();
    for (const [days, message] of [
      [40, 'Long ago'],
      [1, 'Yesterday'],
    ] as const)
      fake.state.mailboxErrors.insert({
        uuid: `e0e0e0e0-0000-4000-8000-0000000000${days + 10}`,
        team_id: demoOwner.teamId,
        mailbox_uuid: mailboxId,
        error_type: 'smtp',
        message,
        created_at: fake.make.stamp(days * 86_400_000),
      });
    const found = await worker().listMailboxes({});
    expect(found.mailboxes).toMatchObject([{ id: mailboxId, lastError: { message: 'Yesterday' } }]);
    fake.control.fail({ path: '/emails/api/mailbox-errors', fault: { kind: 'status', status: 403 } });
    expect((await worker().listMailboxes({})).mailboxes).toMatchObject([{ id: mailboxId }]);
  });
});
