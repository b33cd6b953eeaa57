import { beforeEach, describe, expect, it, vi } from 'vitest';
import { demoKey, demoOwner, emptySeed } from '../../fake-grinfi/seed.ts';
import { createFakeGrinfi } from '../../fake-grinfi/server.ts';
import { failureWords } from '../failure-words.ts';
import type { CompanyRecord, PersonRecord, ReadField } from '../records.ts';
import { getStored } from '../stored.ts';
import { fetchOf } from '../testing/fake-grinfi-client.ts';
import { useStorage } from '../testing/storage.ts';
import { createFindCompanyPeople } from './find-company-people.ts';
import { createForgetKey } from './forget-key.ts';
import { createGrinfi } from './grinfi.ts';
import { createLookUp } from './look-up.ts';
import { createRefreshCatalog } from './refresh-catalog.ts';

async function world() {
  const fake = createFakeGrinfi({ seed: emptySeed, perMinute: false });
  const grinfi = createGrinfi({ fetch: fetchOf(fake) });
  await grinfi.keyStore.set(demoKey, 'always');
  const list = fake.make.list(demoOwner, 'Prospects');
  const lead = (fields: {
    first_name?: string;
    linkedin?: string;
    company_uuid?: string;
    updated_at?: string;
  }) => fake.make.lead(demoOwner, { list_uuid: list.uuid, ...fields });
  return { fake, grinfi, list, lead };
}

beforeEach(() => {
  useStorage();
  vi.spyOn(Math, 'random').mockReturnValue(0);
});

describe('refreshing the catalog', () => {
  it('stores everything that the form offers', async () => {
    const { fake, grinfi, list } = await world();
    fake.make.tag(demoOwner, 'Met');
    fake.make.customField(demoOwner, 'lead', 'source');
    const catalog = await createRefreshCatalog({ grinfi, now: () => 7 })({});
    expect(catalog).toMatchObject({
      lists: [{ id: list.uuid, name: 'Prospects' }],
      tags: [{ name: 'Met' }],
      customFields: [{ name: 'source', object: 'contact' }],
      fetchedAt: 7,
    });
    expect([catalog.contactStages.length, catalog.companyStages.length]).toEqual([4, 2]);
    expect(await getStored('catalog')).toEqual(catalog);
  });

  it('is one fetch for all who ask at the same time', async () => {
    const { fake, grinfi } = await world();
    const refresh = createRefreshCatalog({ grinfi });
    const [first, second] = await Promise.all([refresh({}), refresh({})]);
    expect(second).toBe(first);
    expect(fake.control.log({ path: '/leads/api/lists' })).toHaveLength(1);
    await refresh({});
    expect(fake.control.log({ path: '/leads/api/lists' })).toHaveLength(2);
  });

  it('keeps what was known of a part that fails, with its age', async () => {
    const { fake, grinfi } = await world();
    fake.make.tag(demoOwner, 'Met');
    let now = 1;
    const refresh = createRefreshCatalog({ grinfi, now: () => now });
    await refresh({});
    now = 2;
    fake.make.list(demoOwner, 'More');
    fake.control.fail({ path: '/leads/api/tags', fault: { kind: 'status', status: 500 }, times: 99 });
    const catalog = await refresh({});
    expect(catalog).toMatchObject({ tags: [{ name: 'Met' }], fetchedAt: 1 });
    expect(catalog.lists).toHaveLength(2);
  });

  it('fails when there is nothing to show, and stores nothing', async () => {
    const { fake, grinfi } = await world();
    fake.control.fail({ path: '/leads/api/lists', fault: { kind: 'status', status: 402 } });
    await expect(createRefreshCatalog({ grinfi })({})).rejects.toMatchObject({ kind: 'payment' });
    expect(await getStored('catalog')).toBeUndefined();
  });

  it('keeps nothing of a key that was forgotten in the meantime', async () => {
    const { fake, grinfi } = await world();
    const hold = fake.control.hold({ path: '/leads/api/tags', when: 'after' });
    const refreshing = createRefreshCatalog({ grinfi })({});
    await hold.reached();
    await createForgetKey(grinfi)({});
    hold.release();
    await refreshing;
    expect(await getStored('catalog')).toBeUndefined();
    expect(await getStored('keyState')).toBe('none');
  });
});

const read = (value: string, certain = true): ReadField => ({ value, from: 'address', certain });

const person = (fields: PersonRecord['fields']): PersonRecord => ({
  kind: 'person',
  pageUrl: 'https://www.linkedin.com/in/ada-example',
  layout: 'sdui',
  fields,
  notices: [],
});
const ada = person({ handle: read('ada-example') });
const acme: CompanyRecord = {
  kind: 'company',
  pageUrl: 'https://www.linkedin.com/company/acme-example',
  layout: 'ember',
  fields: { handle: read('acme-example'), domain: read('acme.example', false) },
  notices: [],
};

describe('looking a record up', () => {
  it('gives a known contact with what happened last', async () => {
    const { fake, grinfi, lead } = await world();
    const { uuid } = lead({ linkedin: 'ada-example' });
    fake.make.activity(demoOwner, { object_type: 'lead', object_uuid: uuid }, 'linkedin_message_replied');
    expect(await createLookUp({ grinfi })({ record: ada })).toMatchObject({
      state: 'known',
      record: { id: uuid, object: 'contact' },
      lastActivity: { type: 'linkedin_message_replied' },
    });
  });

  it.each([500, 403])(
    'still knows the contact when its history answers %i, and holds nothing against the key',
    async (status) => {
      const { fake, grinfi, lead } = await world();
      const { uuid } = lead({ linkedin: 'ada-example' });
      fake.control.fail({ path: '/leads/api/activities', fault: { kind: 'status', status }, times: 99 });
      const found = await createLookUp({ grinfi })({ record: ada });
      expect(found).toMatchObject({ state: 'known', record: { id: uuid } });
      expect(found).not.toHaveProperty('lastActivity');
      expect(await getStored('keyState')).toBe('ok');
    },
  );

  it('gives a known company, and "new" where Grinfi has none', async () => {
    const { fake, grinfi } = await world();
    const lookUp = createLookUp({ grinfi });
    expect(await lookUp({ record: acme })).toEqual({ state: 'new' });
    expect(await lookUp({ record: ada })).toEqual({ state: 'new' });
    const { uuid } = fake.make.company(demoOwner, { name: 'Acme', linkedin: 'acme-example' });
    expect(await lookUp({ record: acme })).toMatchObject({ state: 'known', record: { id: uuid } });
  });

  it.each([
    ['busy', { kind: 'status', status: 429, headers: { 'retry-after': '120' } }],
    ['server', { kind: 'status', status: 500 }],
    ['auth', { kind: 'status', status: 401 }],
    ['payment', { kind: 'status', status: 402 }],
    ['rejected', { kind: 'status', status: 422 }],
    ['offline', { kind: 'drop' }],
    ['malformed', { kind: 'portal' }],
    ['malformed', { kind: 'malformed' }],
    ['malformed', { kind: 'empty' }],
  ] as const)('could not check (%s) after %j, which is never "new"', async (kind, fault) => {
    const { fake, grinfi, lead } = await world();
    lead({ linkedin: 'ada-example' });
    fake.make.company(demoOwner, { name: 'Acme', linkedin: 'acme-example' });
    for (const record of [ada, acme]) {
      fake.control.fail({ fault, times: 9 });
      expect(await createLookUp({ grinfi })({ record })).toMatchObject({ state: 'unchecked', kind });
      fake.control.heal();
    }
  });

  it('could not check without a key', async () => {
    const { grinfi } = await world();
    await grinfi.keyStore.clear();
    expect(await createLookUp({ grinfi })({ record: ada })).toMatchObject({
      state: 'unchecked',
      kind: 'auth',
    });
  });

  it('does not go by an id that was not read for certain', async () => {
    const { fake, grinfi } = await world();
    const record = person({ handle: read('ada-example', false), fullName: read('Ada Example') });
    expect(await createLookUp({ grinfi })({ record })).toEqual({
      state: 'unchecked',
      kind: 'page',
      message: failureWords.noLinkedInId,
    });
    expect(fake.control.log()).toEqual([]);
  });
});

describe('the people of a company', () => {
  it('come with those touched last first, and with what happened last', async () => {
    const { fake, grinfi, lead } = await world();
    const company_uuid = fake.make.company(demoOwner, { name: 'Acme' }).uuid;
    const early = lead({ first_name: 'Early', company_uuid, updated_at: '2026-01-01T00:00:00Z' });
    const late = lead({ first_name: 'Late', company_uuid, updated_at: '2026-02-01T00:00:00Z' });
    lead({ first_name: 'Elsewhere' });
    fake.make.activity(demoOwner, { object_type: 'lead', object_uuid: early.uuid }, 'email_opened');
    const { people } = await createFindCompanyPeople({ grinfi })({ companyId: company_uuid });
    expect(people.map(({ contact, lastActivity }) => [contact.id, lastActivity?.type])).toEqual([
      [late.uuid, undefined],
      [early.uuid, 'email_opened'],
    ]);
  });

  it('cost a request each for the first few only', async () => {
    const { fake, grinfi, lead } = await world();
    const company_uuid = fake.make.company(demoOwner, { name: 'Acme' }).uuid;
    for (let n = 0; n < 30; n += 1) lead({ first_name: `P${n}`, company_uuid });
    const { people } = await createFindCompanyPeople({ grinfi })({ companyId: company_uuid });
    expect(people).toHaveLength(30);
    expect(fake.control.log()).toHaveLength(9);
  });
});
