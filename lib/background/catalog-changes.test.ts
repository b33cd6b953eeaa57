import { beforeEach, describe, expect, it, vi } from 'vitest';
import { demoKey, demoOwner, emptySeed } from '../../fake-grinfi/seed.ts';
import { createFakeGrinfi } from '../../fake-grinfi/server.ts';
import { catalogItems } from '../catalog-kind.ts';
import { getStored, setStored } from '../stored.ts';
import { fetchOf } from '../testing/fake-grinfi-client.ts';
import { catalog } from '../testing/panel-states.ts';
import { useStorage } from '../testing/storage.ts';
import { createCatalogChanges } from './areas/catalog-changes.ts';
import { createGrinfi } from './grinfi.ts';

async function world() {
  const fake = createFakeGrinfi({ seed: emptySeed, perMinute: false, strict: true });
  const grinfi = createGrinfi({ fetch: fetchOf(fake) });
  await grinfi.keyStore.set(demoKey, 'always');
  await setStored('catalog', catalog);
  return { fake, calls: createCatalogChanges({ grinfi }) };
}
const stored = async () => (await getStored('catalog')) ?? catalog;

beforeEach(() => {
  useStorage();
  vi.spyOn(Math, 'random').mockReturnValue(0);
});

describe('making a list, tag, stage or field', () => {
  it.each([
    ['list', '/leads/api/lists', 'lists'],
    ['tag', '/leads/api/tags', 'tags'],
    ['contactStage', '/leads/api/pipeline-stages', 'stages'],
    ['companyField', '/leads/api/custom-fields', 'customFields'],
  ] as const)(
    'makes one %s, though pressed twice and the first answer was lost',
    async (kind, path, table) => {
      const { fake, calls } = await world();
      const before = fake.state[table].size;
      fake.control.fail({ method: 'POST', path, fault: { kind: 'drop', when: 'after' } });
      const item = { kind, name: 'Harbour', category: 'cold' };
      await expect(calls.createInCatalog(item)).rejects.toMatchObject({ kind: 'offline' });
      const [one, other] = await Promise.all([
        calls.createInCatalog(item),
        calls.createInCatalog({ ...item, name: 'harbour' }),
      ]);
      expect(one).toEqual(other);
      expect(fake.state[table].size).toBe(before + 1);
      expect(catalogItems(await stored(), kind).at(-1)).toMatchObject({ id: one.id, name: 'Harbour' });
      expect(fake.state.violations).toEqual([]);
    },
  );

  it('keeps apart the stages of people and of companies', async () => {
    const { fake, calls } = await world();
    const person = await calls.createInCatalog({ kind: 'contactStage', name: 'Won', category: 'positive' });
    const company = await calls.createInCatalog({ kind: 'companyStage', name: 'Won', category: 'positive' });
    expect(person.id).not.toBe(company.id);
    expect(fake.state.stages.all().filter(({ name }) => name === 'Won')).toMatchObject([
      { object: 'lead' },
      { object: 'company' },
    ]);
  });

  it('loses none of several that are made at once', async () => {
    const { calls } = await world();
    const names = ['A', 'B', 'C', 'D'];
    await Promise.all(names.map((name) => calls.createInCatalog({ kind: 'tag', name })));
    expect((await stored()).tags.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
  });
});

describe('changing one', () => {
  it('writes what was given alone, and is seen at once', async () => {
    const { fake, calls } = await world();
    const { id } = await calls.createInCatalog({ kind: 'tag', name: 'Harbour', color: '#112233' });
    await calls.changeInCatalog({ kind: 'tag', itemId: id, color: '#aa3377' });
    expect(fake.state.tags.all()).toMatchObject([{ name: 'Harbour', color: '#aa3377' }]);
    expect((await stored()).tags.at(-1)).toEqual({ id, name: 'Harbour', color: '#aa3377' });
    await calls.changeInCatalog({ kind: 'tag', itemId: id, name: 'Port' });
    expect((await stored()).tags.at(-1)).toEqual({ id, name: 'Port', color: '#aa3377' });
  });

  it('tells one that is gone, and leaves the catalog alone', async () => {
    const { calls } = await world();
    const change = { kind: 'list', itemId: '00000000-0000-4000-8000-000000000000', name: 'New' } as const;
    await expect(calls.changeInCatalog(change)).rejects.toMatchObject({ kind: 'rejected' });
    expect(await stored()).toEqual(catalog);
  });
});

describe('counting', () => {
  it('tells people in a list, and people and companies under a tag', async () => {
    const { fake, calls } = await world();
    const list = await calls.createInCatalog({ kind: 'list', name: 'Fair' });
    const tag = await calls.createInCatalog({ kind: 'tag', name: 'Port' });
    fake.make.lead(demoOwner, { list_uuid: list.id, tags: [tag.id] });
    fake.make.company(demoOwner, { name: 'Acme', tags: [tag.id] });
    const counted = async (kind: 'list' | 'tag', id: string) =>
      (await calls.countInCatalog({ kind, ids: [id] })).counts[id];
    expect(await counted('list', list.id)).toEqual({ contacts: 1 });
    expect(await counted('tag', tag.id)).toEqual({ contacts: 1, companies: 1 });
  });

  it('that is closed to this user says so, and nothing of the key', async () => {
    const { fake, calls } = await world();
    fake.control.fail({ path: '/leads/api/lists/metrics', fault: { kind: 'status', status: 403 } });
    await expect(calls.countInCatalog({ kind: 'list', ids: ['x'] })).rejects.toMatchObject({
      kind: 'rejected',
    });
    expect(await getStored('keyState')).not.toBe('refused');
  });
});
