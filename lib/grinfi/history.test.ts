import { beforeEach, describe, expect, it, vi } from 'vitest';
import { demoOwner } from '../../fake-grinfi/seed.ts';
import { clientOn, json } from '../testing/answering.ts';
import { fakeGrinfiClient } from '../testing/fake-grinfi-client.ts';
import { getLastActivity } from './activities.ts';
import { createNote, deleteNote, findNotes, updateNote } from './notes.ts';

beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
});

function worldWithContact(options: Parameters<typeof fakeGrinfiClient>[0] = {}) {
  const made = fakeGrinfiClient(options);
  const list_uuid = made.fake.make.list(demoOwner, 'Prospects').uuid;
  const contactId = made.fake.make.lead(demoOwner, { list_uuid, first_name: 'Ada' }).uuid;
  const otherId = made.fake.make.lead(demoOwner, { list_uuid, first_name: 'Grace' }).uuid;
  return { ...made, contactId, otherId };
}

describe('notes', () => {
  it('are made, found, changed and deleted', async () => {
    const { fake, client, contactId } = worldWithContact();
    const wanted = { object: 'contact', recordId: contactId, text: 'Met in Lisbon' } as const;
    const note = await createNote(client, wanted);
    expect(await findNotes(client, wanted)).toEqual([note]);
    const id = note?.id ?? '';
    await updateNote(client, id, 'Met in Porto');
    expect(await findNotes(client, wanted)).toEqual([]);
    await deleteNote(client, id);
    await deleteNote(client, id);
    expect(fake.state.notes.size).toBe(0);
    expect(fake.state.violations).toEqual([]);
  });

  it('are found by record and text, among those written since', async () => {
    const { fake, client, contactId, otherId } = worldWithContact();
    const note = (object_uuid: string, text: string, ageMs = 0) =>
      fake.make.note(demoOwner, {
        object: 'lead',
        object_uuid,
        note: text,
        created_at: fake.make.stamp(ageMs),
      }).uuid;
    note(otherId, 'Met in Lisbon');
    note(contactId, 'Met in Porto');
    note(contactId, 'Met in Lisbon', 3_600_000);
    const wanted = note(contactId, 'Met in Lisbon\r\n');
    const found = await findNotes(
      client,
      { object: 'contact', recordId: contactId, text: 'Met in Lisbon' },
      { since: Date.now() - 60_000 },
    );
    expect(found.map(({ id }) => id)).toEqual([wanted]);
  });

  it('are looked for on further pages, until they get too old', async () => {
    const { fake, client, calls, contactId, otherId } = worldWithContact();
    const wanted = { object: 'contact', recordId: contactId, text: 'Met' } as const;
    for (let n = 0; n < 250; n += 1)
      fake.make.note(demoOwner, {
        object: 'lead',
        object_uuid: n === 40 ? contactId : otherId,
        note: 'Met',
        created_at: fake.make.stamp((250 - n) * 60_000),
      });
    expect(await findNotes(client, wanted)).toHaveLength(1);
    expect(calls()).toHaveLength(3);
    expect(await findNotes(client, wanted, { since: Date.now() - 30 * 60_000 })).toEqual([]);
    expect(calls()).toHaveLength(4);
  });

  it('may be taken without a word', async () => {
    const { client } = clientOn(() => new Response('', { status: 201 }));
    expect(await createNote(client, { object: 'company', recordId: 'c1', text: 'x' })).toBeUndefined();
  });
});

describe('the last activity', () => {
  it.each(['both', 'json', 'brackets'] as const)(
    'is the newest of the contact where the server knows %s',
    async (jsonFilter) => {
      const { fake, client, contactId, otherId } = worldWithContact({ quirks: { jsonFilter } });
      const on = (object_uuid: string) => ({ object_type: 'lead', object_uuid }) as const;
      fake.make.activity(demoOwner, on(contactId), 'linkedin_message_sent', {}, 7_000);
      const newest = fake.make.activity(demoOwner, on(contactId), 'linkedin_message_replied', {}, 5_000);
      fake.make.activity(demoOwner, on(otherId), 'email_opened', {}, 1_000);
      expect(await getLastActivity(client, contactId)).toEqual({
        type: 'linkedin_message_replied',
        at: newest.created_at,
      });
    },
  );

  it('is absent where there is none', async () => {
    const { client, contactId, calls } = worldWithContact();
    expect(await getLastActivity(client, contactId)).toBeUndefined();
    expect(calls()).toHaveLength(1);
  });

  it('is never somebody else’s, when the server does not know either form of the filter', async () => {
    const row = {
      uuid: 'a1',
      object_type: 'lead',
      object_uuid: 'other',
      type: 'email_opened',
      created_at: '2026-01-01',
    };
    const { client, sent } = clientOn(() => json({ data: [row] }));
    expect(await getLastActivity(client, 'c1')).toBeUndefined();
    expect(sent).toHaveLength(2);
  });
});
