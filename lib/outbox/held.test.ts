import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { ModelCrm } from '../testing/model-crm.ts';
import { newWorld, startWorker, type World } from '../testing/outbox-worker.ts';
import { personSave } from '../testing/saves.ts';
import { createDatabase } from './database.ts';
import { type Entry, newEntry, viewOf } from './entry.ts';
import { release } from './held.ts';
import { createOutbox, type Outbox } from './outbox.ts';

let outbox: Outbox;
let world: World;
let crm: ModelCrm;
const now = 1_000_000;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  world = newWorld();
  crm = new ModelCrm(world.clock.now);
  outbox = createOutbox(createDatabase());
});

const collect = (handle: string, change = {}) =>
  outbox.add(personSave({ pageKey: `in/${handle}`, fields: { handle, fullName: handle }, ...change }), {
    now,
    isHeld: true,
  });

describe('a collected save', () => {
  it('is kept through a restart and not sent before the user says so', async () => {
    const { id } = await collect('ada-example');
    const worker = startWorker(world, crm);
    await worker.settle();
    expect(crm.calls).toEqual([]);
    expect((await worker.outbox.held()).map((entry) => entry.id)).toEqual([id]);

    await worker.outbox.update(id, (entry) => release(entry, {}));
    await worker.settle();
    expect(crm.contactsWithHandle('ada-example')).toHaveLength(1);
    expect(await worker.outbox.countHeld()).toBe(0);
  });

  it('is one for each page: the newest press counts, and the same twice is one', async () => {
    const first = await collect('ada-example');
    expect((await collect('ada-example')).id).toBe(first.id);
    const second = await collect('ada-example', { note: 'met' });
    expect((await outbox.held()).map((entry) => entry.id)).toEqual([second.id]);
  });

  it('makes way for the same person saved at once', async () => {
    await collect('ada-example');
    const { id } = await outbox.add(
      personSave({ pageKey: 'in/ada-example', fields: { handle: 'ada-example', fullName: 'ada-example' } }),
      { now },
    );
    expect(await outbox.countHeld()).toBe(0);
    expect(await outbox.get(id)).toMatchObject({ group: 'open' });
  });

  it('does not stand in the way of undoing an earlier save', async () => {
    const sent = await outbox.add(personSave(), { now });
    await collect('ada-example', { note: 'later' });
    expect(await outbox.hasLaterSave(sent)).toBe(false);
  });

  it('is shown as collected, with the workspace it was made for', async () => {
    const entry = await outbox.add(personSave(), {
      now,
      isHeld: true,
      workspaceId: '1',
      workspaceName: 'North',
    });
    expect(viewOf(entry, () => undefined)).toMatchObject({
      state: 'waiting',
      held: true,
      workspaceName: 'North',
    });
  });
});

describe('sending a collected save', () => {
  const held = (change: Partial<Entry> = {}): Entry => ({
    ...newEntry(personSave(), { id: 'entry-1', now }),
    seq: 1,
    group: 'held',
    ...change,
  });

  it('takes the default list where none could be chosen', () => {
    const entry = held({ save: personSave({ list: undefined }) });
    expect(release(entry, { listId: 'list-9' })).toMatchObject({
      group: 'open',
      save: { list: { id: 'list-9' } },
    });
  });

  it('is not done while a list is missing', () => {
    expect(release(held({ save: personSave({ list: undefined }) }), {})).toBeUndefined();
  });

  it('keeps the list and the workspace that were chosen', () => {
    const entry = held({ save: personSave(), workspaceId: '1' });
    expect(release(entry, { listId: 'list-9', workspaceId: '2' })).toMatchObject({
      save: { list: { id: 'list-1' } },
      workspaceId: '1',
    });
  });
});
