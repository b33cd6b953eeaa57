import { beforeEach, describe, expect, it, vi } from 'vitest';
import { demoOwner } from '../../fake-grinfi/seed.ts';
import { clientOn, json } from '../testing/answering.ts';
import { fakeGrinfiClient } from '../testing/fake-grinfi-client.ts';
import { getConnectedSince, listActivities } from './activities.ts';
import { listNotesOf } from './notes.ts';

beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
});

function worldWithRecords(options: Parameters<typeof fakeGrinfiClient>[0] = {}) {
  const made = fakeGrinfiClient(options);
  const { make } = made.fake;
  const list_uuid = make.list(demoOwner, 'Prospects').uuid;
  const contactId = make.lead(demoOwner, { list_uuid, first_name: 'Ada' }).uuid;
  const otherId = make.lead(demoOwner, { list_uuid, first_name: 'Grace' }).uuid;
  const companyId = make.company(demoOwner, { name: 'Acme' }).uuid;
  const happened = (object_uuid: string, type: string, ageMs: number, payload = {}) =>
    make.activity(
      demoOwner,
      { object_type: object_uuid === companyId ? 'company' : 'lead', object_uuid },
      type,
      payload,
      ageMs,
    );
  return { ...made, contactId, otherId, companyId, happened };
}

describe('a history', () => {
  it.each(['both', 'json', 'brackets'] as const)(
    'comes in parts, newest first, where the server knows the filter as %s',
    async (jsonFilter) => {
      const { fake, client, contactId, otherId, happened } = worldWithRecords({ quirks: { jsonFilter } });
      for (let n = 0; n < 60; n += 1) {
        happened(contactId, `kind_${n}`, n * 60_000);
        happened(otherId, 'email_opened', n * 60_000);
      }
      const types: string[] = [];
      let offset: number | undefined = 0;
      while (offset !== undefined) {
        const page = await listActivities(client, { object: 'contact', recordId: contactId }, { offset });
        types.push(...page.items.map(({ type }) => type));
        offset = page.nextOffset;
      }
      expect(types).toEqual(Array.from({ length: 60 }, (_, n) => `kind_${n}`));
      expect(fake.state.violations).toEqual([]);
    },
  );

  it('is a company’s as well', async () => {
    const { client, companyId, contactId, happened } = worldWithRecords();
    happened(companyId, 'pipeline_stage_changed', 0);
    happened(contactId, 'email_sent', 0);
    const page = await listActivities(client, { object: 'company', recordId: companyId });
    expect(page.items).toMatchObject([{ type: 'pipeline_stage_changed' }]);
  });

  it('holds nothing about others, even from a server that knows neither form of the filter', async () => {
    const row = (uuid: string, object_uuid: string) => ({
      uuid,
      object_uuid,
      type: 'email_sent',
      created_at: '2026-01-01T00:00:00Z',
    });
    const { client } = clientOn(() => json({ data: [row('a1', 'other'), row('a2', 'c1')], total: 5_000 }));
    const page = await listActivities(client, { object: 'contact', recordId: 'c1' });
    expect(page.items.map(({ id }) => id)).toEqual(['a2']);
    expect(page.total).toBeUndefined();
  });

  it('tells an outage from an empty one', async () => {
    const { fake, client, contactId } = worldWithRecords();
    fake.control.fail({ path: '/leads/api/activities', fault: { kind: 'status', status: 402 }, times: 9 });
    const asked = listActivities(client, { object: 'contact', recordId: contactId }, { retry: false });
    await expect(asked).rejects.toMatchObject({ kind: 'payment' });
  });
});

describe('a connection', () => {
  const connectedAt = '2026-03-01T10:00:00Z';

  it('is since when the request was accepted, by the payload or the line itself', async () => {
    const { client, contactId, otherId, happened } = worldWithRecords();
    happened(contactId, 'linkedin_connection_request_accepted', 0, { connected_at: connectedAt });
    happened(contactId, 'linkedin_message_sent', 0);
    const line = happened(otherId, 'linkedin_connection_request_accepted', 5_000);
    expect(await getConnectedSince(client, contactId)).toBe(connectedAt);
    expect(await getConnectedSince(client, otherId)).toBe(line.created_at);
  });

  it('is not claimed for anybody else', async () => {
    const { client, contactId, otherId, happened } = worldWithRecords();
    happened(otherId, 'linkedin_connection_request_accepted', 0);
    happened(contactId, 'linkedin_connection_request_sent', 0);
    expect(await getConnectedSince(client, contactId)).toBeUndefined();
  });
});

describe('notes of a record', () => {
  it('are found among the team’s, and it is told how far back was looked', async () => {
    const { fake, client, contactId, otherId, calls } = worldWithRecords();
    const note = (index: number, object_uuid: string) =>
      fake.make.note(demoOwner, {
        object: 'lead',
        object_uuid,
        note: `Note ${index}`,
        created_at: fake.make.stamp(index * 60_000),
      });
    for (let index = 0; index < 250; index += 1)
      note(index, [10, 150, 240].includes(index) ? contactId : otherId);
    const about = { object: 'contact', recordId: contactId } as const;
    const first = await listNotesOf(client, about, { pages: 2 });
    expect(first.notes.map(({ text }) => text)).toEqual(['Note 10', 'Note 150']);
    expect(first).toMatchObject({ lookedAt: 200, hasMore: true });
    expect(first.since).toBe(fake.state.notes.all()[199]?.created_at);
    const rest = await listNotesOf(client, about, { pages: 2, offset: first.lookedAt });
    expect(rest.notes.map(({ text }) => text)).toEqual(['Note 240']);
    expect(rest).toMatchObject({ lookedAt: 250, hasMore: false });
    expect(calls()).toHaveLength(3);
  });

  it('are read once from a server that gives the same page for ever', async () => {
    const rows = Array.from({ length: 100 }, (_, n) => ({ uuid: `n${n}`, object_uuid: 'c1', note: `${n}` }));
    const { client, sent } = clientOn(() => json({ data: rows }));
    const found = await listNotesOf(client, { object: 'contact', recordId: 'c1' });
    expect(found.notes).toHaveLength(100);
    expect(found.hasMore).toBe(false);
    expect(sent).toHaveLength(2);
  });
});
