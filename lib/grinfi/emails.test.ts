import { describe, expect, it } from 'vitest';
import { demoOwner, demoSeed, seedUuid } from '../../fake-grinfi/seed.ts';
import { clientOn, json } from '../testing/answering.ts';
import { fakeGrinfiClient } from '../testing/fake-grinfi-client.ts';
import { outreachWorld } from '../testing/outreach-world.ts';
import { getEmailText, listEmails, type NewEmail, sendEmail } from './emails.ts';
import { listMailboxErrors, listMailboxes, switchMailbox } from './mailboxes.ts';

const tiberiu = seedUuid(7, 2);
const sample: NewEmail = {
  contactId: 'c1',
  senderProfileId: 's1',
  mailboxId: 'b1',
  from: { name: 'Marla', address: 'marla@fernhill.example.com' },
  to: { name: 'Ada', address: 'ada@harborlight.example.com' },
  subject: 'Tides',
  html: '<p>Hello</p>',
};

describe('e-mails', () => {
  it('with a contact come newest first, and their text when asked for', async () => {
    const { fake, client } = fakeGrinfiClient({ seed: demoSeed });
    const { items } = await listEmails(client, tiberiu);
    expect(items.map(({ subject, isFromContact }) => [subject, isFromContact])).toEqual([
      ['Re: The plant visit', true],
      ['The plant visit', false],
    ]);
    expect(await getEmailText(client, items[0]?.bodyId ?? '')).toEqual({
      html: '<p>It would. Bring boots.</p>',
      attachmentIds: [],
    });
    expect(await getEmailText(client, 'gone')).toBeUndefined();
    expect(fake.state.violations).toEqual([]);
  });

  it.each([
    ['documented', 1],
    ['documentedOnly', 2],
    ['mailbox', 1],
  ] as const)('are sent where the server reads the form "%s"', async (emailBody, requests) => {
    const { fake, client, calls, contactId, senderId } = outreachWorld({ quirks: { emailBody } });
    const { uuid } = fake.make.mailbox(demoOwner, {
      email: sample.from.address,
      sender_name: 'Marla',
      sender_profile_uuid: senderId,
    });
    const file = fake.make.attachment(demoOwner, { name: 'deck.pdf', size: '12', type: 'application/pdf' });
    const sent = await sendEmail(client, {
      ...sample,
      contactId,
      senderProfileId: senderId,
      mailboxId: uuid,
      attachmentIds: [file.uuid],
    });
    expect(sent).toMatchObject({
      contactId,
      mailboxId: uuid,
      subject: 'Tides',
      toAddress: sample.to.address,
    });
    expect(await getEmailText(client, sent?.bodyId ?? '')).toEqual({
      html: '<p>Hello</p>',
      attachmentIds: [file.uuid],
    });
    expect(calls().filter((call) => call.startsWith('POST'))).toHaveLength(requests);
    expect(fake.state.emails.size).toBe(1);
    expect(fake.state.violations).toEqual([]);
  });

  it('say what the server has against them', async () => {
    const { fake, client, contactId, senderId } = outreachWorld();
    const email = { ...sample, contactId, senderProfileId: senderId };
    await expect(sendEmail(client, email)).rejects.toMatchObject({
      kind: 'rejected',
      serverMessage: 'The selected from_email is invalid.',
    });
    expect(fake.state.emails.size).toBe(0);
  });

  it('are not sent a second time where the first may have gone', async () => {
    for (const status of [500, 402, 429]) {
      const { client, sent } = clientOn(() => json({}, status));
      await expect(sendEmail(client, sample)).rejects.toMatchObject({ status });
      expect(sent).toHaveLength(1);
    }
  });

  it('may be taken without a word, or named without a wrapper', async () => {
    expect(await sendEmail(clientOn(() => new Response('')).client, sample)).toBeUndefined();
    const bare = clientOn(() => json({ uuid: 'm1', status: 'on its way' }));
    expect(await sendEmail(bare.client, sample)).toMatchObject({ id: 'm1', status: 'on its way' });
  });

  it('of others are left out where the server dropped the filter', async () => {
    const rows = [
      { uuid: 'm1', lead_uuid: 'c2' },
      { uuid: 'm2', lead_uuid: 'c1', bounced_by_uuid: 'm9' },
    ];
    const { client } = clientOn(() => json({ data: rows, total: 2 }));
    expect(await listEmails(client, 'c1')).toMatchObject({ items: [{ id: 'm2', isBounced: true }] });
  });
});

describe('mailboxes', () => {
  it('are read without their passwords, switched, and tell their errors', async () => {
    const { fake, client } = fakeGrinfiClient({ seed: demoSeed });
    const [mailbox] = await listMailboxes(client);
    expect(mailbox).toMatchObject({
      address: 'marla@fernhill-partners.example.com',
      status: 'active',
      dailyLimit: 50,
    });
    const id = mailbox?.id ?? '';
    await switchMailbox(client, id, false);
    expect(await listMailboxes(client)).toMatchObject([{ status: 'inactive' }]);
    await switchMailbox(client, id, true);
    expect(await listMailboxes(client)).toMatchObject([{ status: 'active' }]);
    expect(await listMailboxErrors(client)).toMatchObject([
      { mailboxId: id, kind: 'imap_connection', message: 'The mail server did not answer for an hour.' },
    ]);
    expect(fake.state.violations).toEqual([]);
    const rows = [{ uuid: 'b1', email: 'a@example.com', connection_settings: { smtp_password: 'secret' } }];
    const leaky = await listMailboxes(clientOn(() => json({ data: rows })).client);
    expect(JSON.stringify(leaky)).not.toContain('secret');
  });
});
