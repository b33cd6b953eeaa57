import { describe, expect, it } from 'vitest';
import { demoOwner, demoSeed, seedUuid } from '../../fake-grinfi/seed.ts';
import { clientOn, json } from '../testing/answering.ts';
import { fakeGrinfiClient } from '../testing/fake-grinfi-client.ts';
import { outreachWorld } from '../testing/outreach-world.ts';
import {
  listConversationsOf,
  listLinkedInMessages,
  markContactsRead,
  retryLinkedInMessage,
  sendLinkedInMessage,
} from './linkedin-messages.ts';

const [odalys, tiberiu] = [1, 2].map((index) => seedUuid(7, index)) as [string, string];

describe('LinkedIn messages', () => {
  it('come newest first, with what was not read marked, until it is', async () => {
    const { fake, client } = fakeGrinfiClient({ seed: demoSeed });
    const { items, total } = await listLinkedInMessages(client, odalys);
    expect(total).toBe(2);
    expect(items.map(({ isFromContact, isUnread, status }) => [isFromContact, isUnread, status])).toEqual([
      [true, true, 'done'],
      [false, false, 'done'],
    ]);
    await markContactsRead(client, [odalys]);
    const after = await listLinkedInMessages(client, odalys);
    expect(after.items.some(({ isUnread }) => isUnread)).toBe(false);
    expect(fake.state.violations).toEqual([]);
  });

  it('are sent with attachments, as a message or an InMail', async () => {
    const { fake, client, contactId, senderId } = outreachWorld();
    const file = fake.make.attachment(demoOwner, { name: 'deck.pdf', size: '12', type: 'application/pdf' });
    const by = { contactId, senderProfileId: senderId };
    const plain = await sendLinkedInMessage(client, {
      ...by,
      text: 'Hello',
      attachmentIds: [file.uuid],
      templateId: 'template-1',
    });
    expect(plain).toMatchObject({
      contactId,
      senderProfileId: senderId,
      text: 'Hello',
      status: 'new',
      kind: 'message',
      attachmentIds: [file.uuid],
    });
    const inMail = await sendLinkedInMessage(client, { ...by, text: 'Hello', subject: 'Tides' });
    expect(inMail).toMatchObject({ kind: 'InMail', subject: 'Tides' });
    expect((await listLinkedInMessages(client, contactId)).items).toHaveLength(2);
    expect(fake.state.violations).toEqual([]);
  });

  it('carry nothing that was not given, and may be taken without a word', async () => {
    const { client, sent } = clientOn(() => new Response('', { status: 201 }));
    const message = { contactId: 'c1', senderProfileId: 's1', text: 'Hello', attachmentIds: [] };
    expect(await sendLinkedInMessage(client, message)).toBeUndefined();
    expect(sent[0]?.body).toEqual({ sender_profile_uuid: 's1', lead_uuid: 'c1', text: 'Hello' });
  });

  it('are sent once, whatever the answer', async () => {
    const message = { contactId: 'c1', senderProfileId: 's1', text: 'Hello' };
    for (const [status, kind] of [
      [500, 'server'],
      [402, 'payment'],
      [422, 'rejected'],
      [429, 'busy'],
    ] as const) {
      const { client, sent } = clientOn(() => json({}, status));
      await expect(sendLinkedInMessage(client, message)).rejects.toMatchObject({ kind });
      expect(sent).toHaveLength(1);
    }
  });

  it('that failed say why, and are sent again', async () => {
    const { fake, client } = fakeGrinfiClient({ seed: demoSeed });
    const [failed] = (await listLinkedInMessages(client, tiberiu)).items;
    expect(failed).toMatchObject({ status: 'failed', failReason: 'The LinkedIn account was logged out.' });
    await retryLinkedInMessage(client, failed?.id ?? '');
    expect((await listLinkedInMessages(client, tiberiu)).items).toMatchObject([{ status: 'new' }]);
    await expect(retryLinkedInMessage(client, 'gone')).rejects.toMatchObject({ isNotFound: true });
    expect(fake.state.violations).toEqual([]);
  });

  it('of others are left out where the server dropped the filter', async () => {
    const rows = [
      { uuid: 'm1', lead_uuid: 'c1', type: 'carrier pigeon', text: null, created_at: '2026-01-01' },
      { uuid: 'm2', lead_uuid: 'c2', type: 'inbox', text: 'Not yours' },
    ];
    const { client } = clientOn(() => json({ data: rows, total: 2, has_more: false }));
    const { items, total } = await listLinkedInMessages(client, 'c1');
    expect(items).toMatchObject([{ id: 'm1', isFromContact: false, isUnread: false, text: '' }]);
    expect(total).toBeUndefined();
  });
});

describe('conversations', () => {
  it('are those of the contact', async () => {
    const { fake, client } = fakeGrinfiClient({ seed: demoSeed });
    expect(await listConversationsOf(client, odalys)).toMatchObject([
      { contactId: odalys, linkedInAccountId: seedUuid(14, 1) },
    ]);
    expect(await listConversationsOf(client, tiberiu)).toEqual([]);
    expect(fake.state.violations).toEqual([]);
  });
});
