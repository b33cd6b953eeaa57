import { describe, expect, it } from 'vitest';
import { demoOwner } from '../../fake-grinfi/seed.ts';
import { clientOn } from '../testing/answering.ts';
import { contactsWorld } from '../testing/contacts-world.ts';
import {
  addTagsToContacts,
  changeListOfContacts,
  changeStageOfContacts,
  removeTagsFromContacts,
  replaceTagsOfContacts,
} from './many-contacts.ts';

describe('actions on many contacts', () => {
  it('change tags, stage and list', async () => {
    const { fake, client, lead } = contactsWorld();
    const [one, two] = [fake.make.tag(demoOwner, 'One').uuid, fake.make.tag(demoOwner, 'Two').uuid];
    const stage = fake.state.stages.all().find(({ name }) => name === 'Replied')?.uuid ?? '';
    const list = fake.make.list(demoOwner, 'Other').uuid;
    const people = [lead({}), lead({})];
    const ids = people.map(({ uuid }) => uuid);
    await addTagsToContacts(client, ids, [one, two, one]);
    expect(people.map(({ tags }) => tags)).toEqual([
      [one, two],
      [one, two],
    ]);
    await removeTagsFromContacts(client, ids, [one]);
    expect(people[0]?.tags).toEqual([two]);
    await replaceTagsOfContacts(client, ids, [one]);
    expect(people[1]?.tags).toEqual([one]);
    await changeStageOfContacts(client, ids, stage);
    await changeListOfContacts(client, ids, list);
    expect(people).toMatchObject([{ pipeline_stage_uuid: stage, list_uuid: list }, { list_uuid: list }]);
    expect(fake.state.violations).toEqual([]);
  });

  it('go out in parts of 500, and not at all without ids', async () => {
    const { client, sent } = clientOn(() => new Response(''));
    await addTagsToContacts(client, [], ['t1']);
    await addTagsToContacts(client, [''], ['t1']);
    await addTagsToContacts(client, ['c1'], []);
    expect(sent).toHaveLength(0);
    const ids = Array.from({ length: 1_001 }, (_, n) => `c${n}`);
    await addTagsToContacts(client, [...ids, 'c0'], ['t1']);
    const filters = sent.map(({ body }) => (body as { filter: { ids: string[]; all: boolean } }).filter);
    expect(filters.map((filter) => filter.ids.length)).toEqual([500, 500, 1]);
    expect(filters.every((filter) => filter.all === false)).toBe(true);
  });
});
