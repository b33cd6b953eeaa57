import { beforeEach, describe, expect, it, vi } from 'vitest';
import { demoOwner } from '../../fake-grinfi/seed.ts';
import { clientOn, json, type SentRequest } from '../testing/answering.ts';
import { fakeGrinfiClient } from '../testing/fake-grinfi-client.ts';
import { listCustomFields, setCustomFieldValue } from './custom-fields.ts';
import { createList, listLists } from './lists.ts';
import { listStages } from './pipeline-stages.ts';
import { createTag, listTags } from './tags.ts';

beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
});

/** `count` lists, of which a server shows what `page` says. */
function serverOf(
  count: number,
  page: (all: { uuid: string; name: string }[], sent: SentRequest) => unknown,
) {
  const all = Array.from({ length: count }, (_, n) => ({ uuid: `l${n}`, name: `List ${n}` }));
  return clientOn((sent) => json(page(all, sent)));
}

const cut = <T>(all: T[], { query }: SentRequest, most = 100) =>
  all.slice(Number(query.offset), Number(query.offset) + Math.min(Number(query.limit), most));

describe('a list endpoint', () => {
  it.each([
    ['that tells the total', 250, 3, (all, sent) => ({ data: cut(all, sent), total: all.length })],
    [
      'that tells whether there is more',
      200,
      2,
      (all, sent) => {
        const data = cut(all, sent);
        return { data, has_more: Number(sent.query.offset) + data.length < all.length };
      },
    ],
    ['that tells nothing', 250, 3, (all, sent) => ({ data: cut(all, sent) })],
    ['whose last page is full', 200, 3, (all, sent) => ({ data: cut(all, sent) })],
    ['that allows smaller pages only', 50, 3, (all, sent) => ({ data: cut(all, sent, 20), limit: 20 })],
    [
      'that cuts pages short without a word but tells the total',
      50,
      3,
      (all, sent) => ({ data: cut(all, sent, 20), total: 50 }),
    ],
    ['that ignores the offset', 100, 2, (all) => ({ data: all })],
    ['that gives a bare array', 3, 1, (all) => all],
    ['that has nothing', 0, 1, () => ({ data: [] })],
    ['whose total is too large', 30, 2, (all, sent) => ({ data: cut(all, sent), total: 1_000 })],
  ] satisfies [string, number, number, Parameters<typeof serverOf>[1]][])(
    '%s is read to its end',
    async (_, count, requests, page) => {
      const { client, sent } = serverOf(count, page);
      expect(await listLists(client)).toHaveLength(count);
      expect(sent).toHaveLength(requests);
    },
  );

  it('that never ends is left after 100 pages', async () => {
    let next = 0;
    const { client, sent } = clientOn(() =>
      json({ data: Array.from({ length: 100 }, () => ({ uuid: `l${next++}`, name: 'x' })), has_more: true }),
    );
    await listLists(client);
    expect(sent).toHaveLength(100);
  });

  it('with a row that is not usable gives the others', async () => {
    const rows = [{ uuid: 'l1', name: 'One' }, { uuid: 'l2' }, null, 7, { uuid: 3, name: 'Three' }];
    const { client } = clientOn(() => json({ data: rows, total: null }));
    expect(await listLists(client)).toEqual([
      { id: 'l1', name: 'One' },
      { id: '3', name: 'Three' },
    ]);
  });

  it.each([
    ['nothing', () => new Response('')],
    ['another shape', () => json({ lists: [] })],
  ])('that answers with %s is malformed, not empty', async (_, answer) => {
    await expect(listLists(clientOn(answer).client)).rejects.toMatchObject({ kind: 'malformed' });
  });
});

describe('lists, tags and custom fields', () => {
  it('are read and made', async () => {
    const { fake, client } = fakeGrinfiClient();
    const list = await createList(client, 'Prospects');
    const tag = await createTag(client, { name: 'Met', color: '#2f6f4f' });
    const plain = await createTag(client, { name: 'Plain' });
    fake.make.customField(demoOwner, 'lead', 'source');
    fake.make.customField(demoOwner, 'company', 'tier');
    expect(await listLists(client)).toEqual([list]);
    expect(await listTags(client)).toEqual([{ id: tag.id, name: 'Met', color: '#2f6f4f' }, plain]);
    expect((await listCustomFields(client)).map(({ name, object }) => [name, object])).toEqual([
      ['source', 'contact'],
      ['tier', 'company'],
    ]);
    expect(fake.state.violations).toEqual([]);
  });

  it.each([5, 20, 130])('are all there when there are %i tags', async (count) => {
    const all = Array.from({ length: count }, (_, n) => ({ uuid: `t${n}`, name: `Tag ${n}` }));
    const paged = clientOn((sent) => {
      const { limit = 20, offset = 0 } = sent.query;
      return json({ data: all.slice(Number(offset), Number(offset) + Number(limit)) });
    });
    expect(await listTags(paged.client)).toHaveLength(count);
    const whole = clientOn(() => json({ data: all }));
    expect(await listTags(whole.client)).toHaveLength(count);
  });

  it('keep what is no colour out of styles', async () => {
    const rows = [{ uuid: 't1', name: 'One', color: 'red;background:url(https://a.example)' }];
    expect(await listTags(clientOn(() => json({ data: rows })).client)).toEqual([{ id: 't1', name: 'One' }]);
  });

  it('set a value on a record, and clear it', async () => {
    const { fake, client } = fakeGrinfiClient();
    const field = fake.make.customField(demoOwner, 'company', 'tier').uuid;
    const company = fake.make.company(demoOwner, { name: 'Acme' }).uuid;
    const on = { fieldId: field, object: 'company', recordId: company } as const;
    await setCustomFieldValue(client, { ...on, value: 'gold' });
    await setCustomFieldValue(client, { ...on, value: 'silver' });
    expect(fake.state.customFieldValues.all()).toMatchObject([{ object_type: 'company', value: 'silver' }]);
    await setCustomFieldValue(client, { ...on, value: null });
    expect(fake.state.customFieldValues.all().filter(({ value }) => value !== null)).toEqual([]);
    expect(fake.state.violations).toEqual([]);
  });
});

describe('pipeline stages', () => {
  it.each(['both', 'json', 'brackets'] as const)('are read where the server knows %s', async (jsonFilter) => {
    const { client } = fakeGrinfiClient({ quirks: { jsonFilter } });
    const contact = await listStages(client, 'contact');
    const company = await listStages(client, 'company');
    expect(contact.map(({ name }) => name)).toEqual(['New', 'Approaching', 'Engaging', 'Replied']);
    expect(company.map(({ name, category }) => [name, category])).toEqual([
      ['New', 'cold'],
      ['Engaging', 'engaging'],
    ]);
  });

  const rows = [
    { uuid: 's2', name: 'Second', object: 'lead', order: 2 },
    { uuid: 's9', name: 'Company', object: 'company', order: 1 },
    { uuid: 's1', name: 'First', object: 'lead', order: 1, category: 'brand-new-category' },
  ];

  it('are sorted out where the server gives all of them', async () => {
    const { client, sent } = clientOn(() => json({ data: rows }));
    expect(await listStages(client, 'contact')).toEqual([
      { id: 's1', name: 'First', category: 'brand-new-category' },
      { id: 's2', name: 'Second' },
    ]);
    expect(sent).toHaveLength(1);
  });

  it('are asked for in brackets where the other form gave the wrong ones, or an error', async () => {
    const answers = [json({ data: [rows[1]] }), json({}, 500), json({}, 422)];
    for (const first of answers) {
      const { client, sent } = clientOn((_, count) => (count === 1 ? first : json({ data: rows })));
      expect(await listStages(client, 'contact')).toHaveLength(2);
      expect(sent.map(({ query }) => query)).toEqual([
        { filter: '{"object":"lead"}' },
        { 'filter[object]': 'lead' },
      ]);
    }
  });

  it('are not "none" when the server fails for good, or refuses the key', async () => {
    await expect(listStages(clientOn(() => json({}, 500)).client, 'contact')).rejects.toMatchObject({
      kind: 'server',
    });
    const { client, sent } = clientOn(() => json({}, 401));
    await expect(listStages(client, 'contact')).rejects.toMatchObject({ kind: 'auth' });
    expect(sent).toHaveLength(1);
  });
});
