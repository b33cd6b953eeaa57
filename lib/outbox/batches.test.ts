import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { failureWords } from '../failure-words.ts';
import type { PersonSave } from '../save-request.ts';
import { ModelCrm } from '../testing/model-crm.ts';
import {
  type Fate,
  inTurn,
  newWorld,
  startWorker,
  type TestWorker,
  type World,
} from '../testing/outbox-worker.ts';
import { personSave } from '../testing/saves.ts';

let world: World;
let crm: ModelCrm;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  world = newWorld();
  crm = new ModelCrm(world.clock.now);
});

const lnIdOf = (n: number) => `ACoAA${String(n).padStart(34, '0')}`;
const someone = (n: number, change: Partial<PersonSave> = {}): PersonSave =>
  personSave({
    pageKey: `in/person-${n}`,
    fields: { handle: `person-${n}`, lnId: lnIdOf(n), firstName: `Person ${n}`, headline: 'Engines' },
    tags: [{ name: 'Fair' }],
    stageId: 'stage-1',
    ...change,
  });
const people = (count: number, change: Partial<PersonSave> = {}) =>
  Array.from({ length: count }, (_, n) => someone(n, change));

const start = (fate?: Fate) => startWorker(world, crm, fate);
async function store(worker: TestWorker, saves: PersonSave[]): Promise<string> {
  const { batchId } = await worker.batches.add(saves, { now: world.clock.now() });
  if (!batchId) throw new Error('Nothing was stored.');
  return batchId;
}
const view = async (worker: TestWorker) => (await worker.batches.views(1))[0];
const change = (worker: TestWorker, id: string, what: Parameters<TestWorker['batches']['change']>[1]) =>
  worker.batches.change(id, what, world.clock.now());
const count = (call: string) => crm.calls.filter((one) => one === call).length;
const all = () => [...crm.contacts.values()];

describe('a bulk save', () => {
  it('makes each person once, in the list, with tags and stage', async () => {
    const worker = start();
    await store(worker, people(12));
    await worker.settle();
    expect(all()).toHaveLength(12);
    for (const contact of all()) {
      expect(contact).toMatchObject({ listId: 'list-1', stageId: 'stage-1' });
      expect(crm.tagNamesOf(contact)).toEqual(['Fair']);
    }
    expect(await view(worker)).toMatchObject({ total: 12, saved: 12, waiting: 0, sending: 0, failed: 0 });
  });

  it('costs one request for each new person, and a few for all of them', async () => {
    const worker = start();
    await store(worker, people(450));
    await worker.settle();
    expect(count('createContact')).toBe(450);
    // For each 200 people: the tag is found by its name and set, and so is the stage. Once, the tag is made.
    expect(crm.calls).toHaveLength(450 + 3 * 3 + 1);
  });

  it.each(['refused', 'returned'] as const)(
    'costs two requests for each known one after the first few (known: %s), and keeps what they held',
    async (knownContact) => {
      crm.knownContact = knownContact;
      for (let n = 0; n < 60; n++)
        crm.addContact({ handle: `person-${n}`, lnId: lnIdOf(n), headline: `Before ${n}` });
      world.clock.at += 60_000;
      const worker = start();
      const id = await store(worker, people(60));
      await worker.settle();
      const persons = count('createContact') + count('findContact') + count('upsertContact');
      expect(persons).toBeLessThanOrEqual(2 * 60 + 7);
      expect(all().map(({ fields }) => fields.headline)).toEqual(Array(60).fill('Engines'));
      await change(worker, id, 'undo');
      await worker.settle();
      expect(all().map(({ fields }) => fields.headline)).toEqual(all().map((_, n) => `Before ${n}`));
    },
  );

  it('does not take somebody who was made a moment before, with other words, for made by itself', async () => {
    crm.knownContact = 'returned';
    crm.addContact({ handle: 'person-0', lnId: lnIdOf(0), headline: 'Before' });
    const worker = start();
    const id = await store(worker, people(1));
    await worker.settle();
    expect(all().map(({ fields }) => fields.headline)).toEqual(['Engines']);
    await change(worker, id, 'undo');
    await worker.settle();
    expect(all().map(({ fields }) => fields.headline)).toEqual(['Before']);
  });

  it('looks up first whom the table has found in Grinfi', async () => {
    const known = crm.addContact({ handle: 'person-0', lnId: lnIdOf(0), headline: 'Before' });
    const worker = start();
    await store(worker, people(1, { recordId: known.id }));
    await worker.settle();
    expect(count('createContact')).toBe(0);
    expect(count('findContact')).toBe(1);
    expect(count('upsertContact')).toBe(1);
  });

  it('looks up first where the time at Grinfi is not known', async () => {
    crm.now = () => undefined;
    const worker = start();
    await store(worker, people(3));
    await worker.settle();
    expect(count('createContact')).toBe(0);
    expect(all()).toHaveLength(3);
  });

  it.each(['refused', 'returned'] as const)(
    'never deletes on undo whom a colleague has made with the same values (known: %s)',
    async (knownContact) => {
      crm.knownContact = knownContact;
      for (let n = 0; n < 3; n++) crm.addContact(someone(n).fields);
      world.clock.at += 60_000;
      const worker = start();
      const id = await store(worker, people(5));
      await worker.settle();
      expect(all()).toHaveLength(5);
      await change(worker, id, 'undo');
      await worker.settle();
      expect(all().map(({ fields }) => fields.handle)).toEqual(['person-0', 'person-1', 'person-2']);
      expect(all().map(({ tagIds }) => tagIds)).toEqual([[], [], []]);
    },
  );

  it.each(['refused', 'returned'] as const)(
    'never deletes on undo whom a save of the moment before has made (known: %s)',
    async (knownContact) => {
      crm.knownContact = knownContact;
      const worker = start();
      await worker.click(someone(0, { tags: [], stageId: undefined }));
      await worker.settle();
      const id = await store(worker, people(2));
      await worker.settle();
      await change(worker, id, 'undo');
      await worker.settle();
      expect(all().map(({ fields }) => fields.handle)).toEqual(['person-0']);
    },
  );

  it('never deletes on undo whom it may not have made: the answer does not tell its age', async () => {
    crm.tellsTime = false;
    const worker = start();
    const id = await store(worker, people(2));
    await worker.settle();
    expect(all()).toHaveLength(2);
    await change(worker, id, 'undo');
    await worker.settle();
    expect(all()).toHaveLength(2);
    const rows = await worker.batches.rows(id, () => undefined);
    expect(rows).toMatchObject([{ state: 'undone', failed: [{ step: 'write' }] }, { state: 'undone' }]);
  });

  it.each(['new', 'known'] as const)(
    'is taken back wherever the worker died over the creation of somebody %s',
    async (who) => {
      for (const knownContact of ['refused', 'returned'] as const) {
        for (const happening of ['killBefore', 'killAfter', { answerLost: 'timeout' }] as const) {
          globalThis.indexedDB = new IDBFactory();
          world = newWorld();
          crm = new ModelCrm(world.clock.now);
          crm.knownContact = knownContact;
          if (who === 'known') crm.addContact({ ...someone(0).fields, headline: 'Before' });
          const before = structuredClone(all().map(({ fields, tagIds }) => ({ fields, tagIds })));
          world.clock.at += 60_000;
          const first = start(inTurn(/crm: createContact/, happening));
          const id = await store(first, people(1));
          await first.settle();
          await first.close();
          world.clock.at += 10_000;
          const second = start();
          await second.settle();
          expect(all()).toMatchObject([{ fields: { headline: 'Engines' }, stageId: 'stage-1' }]);
          await change(second, id, 'undo');
          await second.settle();
          expect(all().map(({ fields, tagIds }) => ({ fields, tagIds }))).toEqual(before);
          await second.close();
        }
      }
    },
  );

  it('updates whom Grinfi has under another id, and makes no second one', async () => {
    const known = crm.addContact({ handle: 'person-1', headline: 'Before' }, { listId: 'list-old' });
    const worker = start();
    const id = await store(worker, people(3, { presetsOnlyForNew: true }));
    await worker.settle();
    expect(all()).toHaveLength(3);
    expect(crm.contacts.get(known.id)).toMatchObject({
      fields: { headline: 'Engines', lnId: lnIdOf(1) },
      listId: 'list-old',
      stageId: 'stage-new',
    });
    await change(worker, id, 'undo');
    await worker.settle();
    expect(all()).toHaveLength(1);
    expect(crm.contacts.get(known.id)).toMatchObject({ fields: { headline: 'Before' }, tagIds: [] });
    expect(crm.contacts.get(known.id)?.fields.lnId).toBeUndefined();
  });

  it('never takes a failed lookup for a new person', async () => {
    crm.now = () => undefined;
    const worker = start(inTurn(/crm: findContact/, { fails: 'server' }));
    await store(worker, people(1));
    await worker.drain.drain();
    expect(count('createContact')).toBe(0);
    await worker.settle();
    expect(all()).toHaveLength(1);
  });

  it('is stored once, however often it is asked for', async () => {
    const worker = start();
    const given = { now: world.clock.now() };
    const [first, second] = await Promise.all([
      worker.batches.add(people(5), given),
      worker.batches.add(people(5), given),
    ]);
    expect(second).toEqual({ batchId: first.batchId, added: 0 });
    expect(await worker.outbox.summary(given.now)).toMatchObject({ open: 5 });
  });

  it('leaves one contact of somebody who is saved by himself at the same time', async () => {
    const worker = start();
    await store(worker, people(4));
    await worker.click(someone(2, { note: 'Met today.', stageId: 'stage-2', pageKey: `in/${lnIdOf(2)}` }));
    await worker.settle();
    expect(all()).toHaveLength(4);
    expect(crm.contactsWithHandle('person-2')).toHaveLength(1);
  });

  it('keeps the order of two saves of the same person', async () => {
    const worker = start();
    await store(worker, people(4));
    await worker.click(someone(2, { stageId: 'stage-2' }));
    await worker.settle();
    expect(crm.contactsWithHandle('person-2')[0]?.stageId).toBe('stage-2');
  });

  it('stays out of the outbox list until something of it needs the user', async () => {
    const worker = start(inTurn(/crm: createContact/, { fails: 'rejected' }));
    await worker.click(personSave());
    await store(worker, people(3));
    const titles = async () => (await worker.outbox.newest(10)).map((one) => 'pageKey' in one && one.pageKey);
    expect(await titles()).toEqual(['in/ada-example']);
    await worker.settle();
    expect(await titles()).toEqual(['in/person-0', 'in/ada-example']);
  });

  it('leaves what was saved before, between and after bulk saves in the list, newest first', async () => {
    const worker = start();
    const saveAlone = (pageKey: string) => worker.click(personSave({ pageKey }));
    const titles = async (limit: number) =>
      (await worker.outbox.newest(limit)).map((one) => 'pageKey' in one && one.pageKey);
    await store(worker, people(3));
    expect(await titles(10)).toEqual([]);
    await saveAlone('in/between');
    await saveAlone('in/between-too');
    await store(worker, people(6).slice(3));
    await store(worker, people(9).slice(6));
    await saveAlone('in/after');
    expect(await titles(10)).toEqual(['in/after', 'in/between-too', 'in/between']);
    await worker.settle();
    expect(await titles(2)).toEqual(['in/after', 'in/between-too']);
    expect(await titles(1)).toEqual(['in/after']);
  });
});

describe('a part that is set for many', () => {
  it('is done by the next worker when this one dies over it, and only once to be seen', async () => {
    for (const happening of ['killBefore', 'killAfter'] as const) {
      globalThis.indexedDB = new IDBFactory();
      crm = new ModelCrm(world.clock.now);
      const first = start(inTurn(/crm: addTagToContacts/, happening));
      await store(first, people(5));
      await first.settle();
      expect(first.isDead).toBe(true);
      await first.close();
      const second = start();
      await second.settle();
      expect(await view(second)).toMatchObject({ saved: 5 });
      for (const contact of all()) expect(crm.tagNamesOf(contact)).toEqual(['Fair']);
      await second.close();
    }
  });

  it('is taken back from known people though the worker died before it knew the end', async () => {
    for (const call of [/crm: addTagToContacts/, /crm: changeStageOfContacts/]) {
      globalThis.indexedDB = new IDBFactory();
      crm = new ModelCrm(world.clock.now);
      for (const n of [0, 1]) crm.addContact({ handle: `person-${n}`, lnId: lnIdOf(n), headline: 'Before' });
      const first = start(inTurn(call, 'killAfter'));
      const id = await store(first, people(2));
      await first.settle();
      expect(first.isDead).toBe(true);
      await first.close();
      const second = start();
      await change(second, id, 'undo');
      await second.settle();
      for (const contact of all())
        expect(contact).toMatchObject({ fields: { headline: 'Before' }, tagIds: [], stageId: 'stage-new' });
      await second.close();
    }
  });

  it('waits and goes on when the server is away for a while', async () => {
    const worker = start(
      inTurn(/crm: changeStageOfContacts/, { fails: 'offline' }, { answerLost: 'timeout' }),
    );
    await store(worker, people(5));
    await worker.settle();
    expect(await view(worker)).toMatchObject({ saved: 5 });
    expect(all().every(({ stageId }) => stageId === 'stage-1')).toBe(true);
    expect(count('createContact')).toBe(5);
  });

  it('fails only for those whom the server refuses, and lands when it is tried again', async () => {
    const worker = start();
    const bad = 'contact-3';
    let isRefusing = true;
    crm.refuses = (call, ids) => isRefusing && call === 'addTagToContacts' && ids.includes(bad);
    const id = await store(worker, people(9));
    await worker.settle();
    expect(await view(worker)).toMatchObject({ saved: 8, failed: 1 });
    const rows = await worker.batches.rows(id, () => undefined);
    expect(rows.filter(({ failed }) => failed.length > 0)).toMatchObject([
      { state: 'partial', failed: [{ step: 'tags', kind: 'rejected' }] },
    ]);
    expect(all().every(({ stageId }) => stageId === 'stage-1')).toBe(true);
    isRefusing = false;
    await change(worker, id, 'retry');
    await worker.settle();
    expect(await view(worker)).toMatchObject({ saved: 9, failed: 0 });
    expect(all().every(({ tagIds }) => tagIds.length === 1)).toBe(true);
  });
});

describe('the user', () => {
  it('pauses it, and it stays so over a restart until it is let go on', async () => {
    const first = start();
    const id = await store(first, people(6));
    await change(first, id, 'pause');
    await first.settle();
    expect(crm.calls).toEqual([]);
    await first.close();
    const second = start();
    await second.settle();
    expect(await view(second)).toMatchObject({ isPaused: true, waiting: 6 });
    await change(second, id, 'resume');
    await second.settle();
    expect(await view(second)).toMatchObject({ isPaused: false, saved: 6 });
    expect(all()).toHaveLength(6);
  });

  it('pauses it midway: what has begun is finished, or waits for its next try with the others', async () => {
    let id = '';
    let isPaused: Promise<void> | undefined;
    const worker: TestWorker = start((crossing) => {
      if (crossing === 'crm: createContact') {
        isPaused ??= change(worker, id, 'pause');
        return isPaused.then(() => 'ok' as const);
      }
      return 'ok';
    });
    id = await store(worker, people(9));
    await worker.settle();
    const paused = await view(worker);
    expect(paused).toMatchObject({ isPaused: true, failed: 0, sending: 0 });
    expect(paused?.saved).toBe(all().length);
    expect(paused?.waiting).toBeGreaterThan(0);
    await change(worker, id, 'resume');
    await worker.settle();
    expect(all()).toHaveLength(9);
  });

  it('cancels it: what was not begun is never sent', async () => {
    const worker = start();
    const id = await store(worker, people(6));
    await change(worker, id, 'pause');
    await change(worker, id, 'cancel');
    await worker.settle();
    expect(crm.calls).toEqual([]);
    expect(await view(worker)).toMatchObject({ undone: 6, waiting: 0, isPaused: false });
  });

  it('cancels it while it is paused: who waits for the next try is not left behind', async () => {
    let id = '';
    const worker: TestWorker = start(async (crossing) => {
      if (crossing !== 'crm: createContact' || all().length > 0) return 'ok';
      await change(worker, id, 'pause');
      return { answerLost: 'timeout' };
    });
    id = await store(worker, people(1));
    await worker.settle();
    expect(await view(worker)).toMatchObject({ isPaused: true, waiting: 1 });
    await change(worker, id, 'cancel');
    await worker.settle();
    expect(await view(worker)).toMatchObject({ isPaused: false, waiting: 0, saved: 1 });
  });

  it('takes all of it back with one request for the new ones', async () => {
    const worker = start();
    crm.addContact({ handle: 'person-0', lnId: lnIdOf(0), headline: 'Before' });
    const id = await store(worker, people(8));
    await worker.settle();
    world.clock.at += 14_000;
    await change(worker, id, 'undo');
    await worker.settle();
    expect(count('deleteContacts')).toBe(1);
    expect(count('deleteRecord')).toBe(0);
    expect(all()).toMatchObject([{ fields: { headline: 'Before' }, tagIds: [], stageId: 'stage-new' }]);
    expect(await view(worker)).toMatchObject({ undone: 8 });
  });

  it('is too late for an undo 20 s after the last of them, and of one that was saved again', async () => {
    const worker = start();
    const id = await store(worker, people(3));
    await worker.settle();
    await worker.click(someone(1, { note: 'Later.' }));
    await worker.settle();
    await change(worker, id, 'undo');
    await worker.settle();
    expect(all().map(({ fields }) => fields.handle)).toEqual(['person-1']);

    const other = await store(worker, [someone(7), someone(8)]);
    await worker.settle();
    world.clock.at += 20_000;
    await expect(change(worker, other, 'undo')).rejects.toThrow(failureWords.undoTooLate);
    expect(all()).toHaveLength(3);
  });

  it('undoes while it is being sent, and nothing is left behind', async () => {
    let id = '';
    let isUndone: Promise<void> | undefined;
    const worker: TestWorker = start((crossing) => {
      if (crossing === 'crm: addTagToContacts') {
        isUndone ??= change(worker, id, 'undo');
        return isUndone.then(() => 'ok' as const);
      }
      return 'ok';
    });
    id = await store(worker, people(5));
    await worker.settle();
    expect(all()).toEqual([]);
    expect(await view(worker)).toMatchObject({ undone: 5 });
  });
});

describe('what is kept', () => {
  it('is all of the last bulk saves, and 50 of the others', async () => {
    const worker = start();
    const id = await store(worker, people(70));
    await worker.settle();
    expect(await worker.batches.rows(id, () => undefined)).toHaveLength(70);
    for (const round of [1, 2, 3]) {
      await store(worker, people(2, { note: `Round ${round}` }));
      await worker.settle();
    }
    expect(await worker.batches.rows(id, () => undefined)).toEqual([]);
    expect(await worker.batches.views(9)).toHaveLength(2);
  });
});
