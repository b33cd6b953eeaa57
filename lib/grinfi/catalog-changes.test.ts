import { describe, expect, it, vi } from 'vitest';
import { demoSeed, seedUuid } from '../../fake-grinfi/seed.ts';
import { clientOn, json } from '../testing/answering.ts';
import { fakeGrinfiClient } from '../testing/fake-grinfi-client.ts';
import {
  countByCustomField,
  createCustomField,
  listCustomFields,
  renameCustomField,
  setCustomFieldValue,
} from './custom-fields.ts';
import { countByList, listLists, renameList } from './lists.ts';
import { countByStage, createStage, listStages, updateStage } from './pipeline-stages.ts';
import { countByTag, listTags, updateTag } from './tags.ts';

const [list, emptyList, tag, stage, field] = [
  seedUuid(3, 1),
  seedUuid(3, 5),
  seedUuid(4, 1),
  seedUuid(2, 20),
  seedUuid(5, 1),
] as const;

describe('lists', () => {
  it('are renamed and counted', async () => {
    const { fake, client } = fakeGrinfiClient({ seed: demoSeed });
    await renameList(client, list, 'Ocean people');
    expect((await listLists(client)).find(({ id }) => id === list)?.name).toBe('Ocean people');
    const counts = await countByList(client, [list, emptyList, list]);
    expect([counts.get(list)?.contacts, counts.get(emptyList)?.contacts]).toEqual([1, 0]);
    expect(fake.state.violations).toEqual([]);
  });

  it('are counted a hundred at a time, and none without a request', async () => {
    const { client, sent } = clientOn(() => json({}));
    await countByList(
      client,
      Array.from({ length: 250 }, (_, n) => `l${n}`),
    );
    expect(sent.map(({ body }) => (body as { uuids: string[] }).uuids.length)).toEqual([100, 100, 50]);
    await countByList(client, []);
    expect(sent).toHaveLength(3);
  });

  it.each([
    ['keyed', { l1: { leads_count: 7 } }],
    ['keyed inside data', { data: { l1: { leads_count: '7' } } }],
    ['as rows', [{ uuid: 'l1', leads_count: 7 }, null, { leads_count: 1 }]],
    ['as rows inside data', { data: [{ uuid: 'l1', leads_count: 7 }] }],
  ])('are counted where the counts come %s', async (_, answer) => {
    const counts = await countByList(clientOn(() => json(answer)).client, ['l1', 'l2']);
    expect([...counts]).toEqual([['l1', { contacts: 7 }]]);
  });
});

describe('tags', () => {
  it('get a new name or colour, and are counted', async () => {
    const { fake, client } = fakeGrinfiClient({ seed: demoSeed });
    await updateTag(client, tag, { name: 'Decides' });
    await updateTag(client, tag, { color: '#112233' });
    await updateTag(client, tag, {});
    expect((await listTags(client)).find(({ id }) => id === tag)).toEqual({
      id: tag,
      name: 'Decides',
      color: '#112233',
    });
    expect((await countByTag(client, [tag])).get(tag)).toEqual({ contacts: 2, companies: 0 });
    expect(fake.state.violations).toEqual([]);
  });

  it('of a name that is taken are refused in the server’s words', async () => {
    const { client } = fakeGrinfiClient({ seed: demoSeed });
    await expect(updateTag(client, tag, { name: 'Hiring' })).rejects.toMatchObject({
      kind: 'rejected',
      field: 'name',
    });
  });
});

describe('pipeline stages', () => {
  it('are made, renamed, moved to another category and counted', async () => {
    const { fake, client } = fakeGrinfiClient({ seed: demoSeed });
    const made = await createStage(client, { object: 'company', name: 'Trial', category: 'positive' });
    expect(await listStages(client, 'company')).toContainEqual(made);
    await updateStage(client, stage, { name: 'Meeting set' });
    await updateStage(client, stage, { category: 'engaging' });
    await updateStage(client, stage, {});
    expect(await listStages(client, 'contact')).toContainEqual({
      id: stage,
      name: 'Meeting set',
      category: 'engaging',
    });
    expect((await countByStage(client, [stage])).get(stage)).toEqual({ contacts: 1, companies: 0 });
    expect(fake.state.violations).toEqual([]);
  });

  it('that may not be counted leave the key in peace', async () => {
    const onAuthRefused = vi.fn();
    const { client } = clientOn(() => json({}, 403), { onAuthRefused });
    await expect(countByStage(client, ['s1'])).rejects.toMatchObject({ kind: 'auth' });
    await expect(countByCustomField(client, ['f1'])).rejects.toMatchObject({ kind: 'auth' });
    expect(onAuthRefused).not.toHaveBeenCalled();
  });
});

describe('custom fields', () => {
  it('are made, renamed and counted', async () => {
    const { fake, client } = fakeGrinfiClient({ seed: demoSeed });
    const made = await createCustomField(client, { object: 'company', name: 'budget' });
    await renameCustomField(client, made.id, 'yearly_budget');
    expect(await listCustomFields(client)).toContainEqual({ ...made, name: 'yearly_budget' });
    const value = { fieldId: field, object: 'contact', recordId: seedUuid(7, 1), value: 'fair' } as const;
    await setCustomFieldValue(client, value);
    expect((await countByCustomField(client, [field])).get(field)).toEqual({ contacts: 1, companies: 0 });
    const again = createCustomField(client, { object: 'company', name: 'yearly_budget' });
    await expect(again).rejects.toMatchObject({ kind: 'rejected', field: 'name' });
    expect(fake.state.violations).toEqual([]);
  });
});
