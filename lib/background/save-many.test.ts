import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { getStored } from '../stored.ts';
import { fakeGrinfiClient } from '../testing/fake-grinfi-client.ts';
import { useTexts } from '../testing/fake-texts.ts';
import { ModelCrm } from '../testing/model-crm.ts';
import { newWorld, startWorker, type TestWorker, type World } from '../testing/outbox-worker.ts';
import { personSave } from '../testing/saves.ts';
import { useStorage } from '../testing/storage.ts';
import { getWorkspaces } from '../workspaces.ts';
import { drainAlarm, ensureDrainAlarm } from './drain-alarm.ts';
import type { Grinfi } from './grinfi.ts';
import { createLookUpPerson } from './look-up-person.ts';
import { createPublisher } from './publish-outbox.ts';
import { createBatchRows, createChangeBatch, createSaveMany } from './save-many.ts';

let world: World;
let crm: ModelCrm;
let worker: TestWorker;
let isCollecting: boolean;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  useStorage();
  useTexts();
  world = newWorld();
  crm = new ModelCrm(world.clock.now);
  worker = startWorker(world, crm);
  isCollecting = false;
});

const saves = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    personSave({ pageKey: `in/person-${n}`, fields: { handle: `person-${n}`, firstName: 'P' } }),
  );
function handlers(ensureAlarm = ensureDrainAlarm) {
  const deps = {
    outbox: worker.outbox,
    batches: worker.batches,
    drain: worker.drain,
    now: world.clock.now,
    workspaceId: async () => world.workspaceId,
    workspaceName: async () => undefined,
    workspaces: { list: getWorkspaces },
    isCollecting: async () => isCollecting,
    ensureAlarm,
  };
  return { saveMany: createSaveMany(deps), change: createChangeBatch(deps), rows: createBatchRows(deps) };
}

describe('saving many', () => {
  it('stores all, sees to it that they are sent, and tells each one’s end', async () => {
    const { saveMany, rows } = handlers();
    const { batchId, added } = await saveMany({ saves: saves(4) });
    expect(added).toBe(4);
    expect(await browser.alarms.get(drainAlarm)).toBeDefined();
    await worker.settle();
    expect((await rows({ batchId: batchId ?? '' })).rows).toMatchObject(
      saves(4).map(({ pageKey }) => ({ pageKey, state: 'saved', created: true })),
    );
  });

  it('sets the alarm that would bring a killed worker back before anything is stored', async () => {
    const isKilled = new Error('killed');
    const dying = handlers(async () => {
      throw isKilled;
    });
    await expect(dying.saveMany({ saves: saves(4) })).rejects.toBe(isKilled);
    expect(await worker.outbox.summary(0)).toMatchObject({ open: 0 });
    const { batchId } = await handlers().saveMany({ saves: saves(4) });
    const before = await worker.batches.views(1);
    await expect(dying.change({ batchId: batchId ?? '', change: 'pause' })).rejects.toBe(isKilled);
    expect(await worker.batches.views(1)).toEqual(before);
  });

  it('keeps that alarm where the outbox becomes idle while it is stored', async () => {
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value) {
      void browser.alarms.clear(drainAlarm);
      return put.call(this, value);
    });
    await handlers().saveMany({ saves: saves(2) });
    expect(await browser.alarms.get(drainAlarm)).toBeDefined();
    vi.restoreAllMocks();
    await worker.settle();
  });

  it('stores none when there is no room for all', async () => {
    const add = IDBObjectStore.prototype.add;
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, value) {
      if ((value as { pageKey?: string }).pageKey === 'in/person-2')
        throw new DOMException('No room', 'QuotaExceededError');
      return add.call(this, value);
    });
    await expect(handlers().saveMany({ saves: saves(4) })).rejects.toMatchObject({ kind: 'storage' });
    vi.restoreAllMocks();
    expect(await worker.outbox.summary(0)).toMatchObject({ open: 0 });
    expect(await worker.batches.views(1)).toEqual([]);
  });

  it('only collects where the user collects first', async () => {
    isCollecting = true;
    expect(await handlers().saveMany({ saves: saves(3) })).toEqual({ batchId: null, added: 3 });
    await worker.settle();
    expect(crm.contacts.size).toBe(0);
    expect(await worker.outbox.countHeld()).toBe(3);
  });

  it('has its numbers written out for the screens, apart from the outbox', async () => {
    const badge = {
      show: async () => undefined,
      flashSaved: async () => undefined,
      flashCollected: async () => undefined,
      showProblem: async () => undefined,
    };
    const { outbox, batches } = worker;
    const { publish } = createPublisher({
      outbox: () => outbox,
      batches: () => batches,
      badge,
      onError: console.error,
    });
    const { saveMany, change } = handlers();
    const { batchId } = await saveMany({ saves: saves(3) });
    await change({ batchId: batchId ?? '', change: 'pause' });
    await worker.settle();
    await publish();
    expect(await getStored('outbox')).toEqual([]);
    expect(await getStored('batches')).toMatchObject([{ id: batchId, total: 3, isPaused: true }]);
  });
});

describe('looking up a row', () => {
  const given = { pageKey: 'in/ada-example', identity: { handle: 'ada-example' } };
  function lookUps(answers: () => ReturnType<typeof fakeGrinfiClient>) {
    const { client, fake } = answers();
    const workspaces: Pick<Grinfi['workspaces'], 'active'> = { active: async () => undefined };
    const grinfi = { workspaces, clientFor: () => client } as unknown as Grinfi;
    return { lookUp: createLookUpPerson({ grinfi, now: world.clock.now }), fake };
  }

  it('asks once within some minutes, and anew after a save', async () => {
    const { lookUp, fake } = lookUps(() => fakeGrinfiClient());
    expect(await lookUp(given)).toEqual({ state: 'new' });
    expect(await lookUp(given)).toEqual({ state: 'new' });
    expect(fake.control.log()).toHaveLength(1);
    await handlers().saveMany({ saves: [personSave()] });
    await lookUp(given);
    expect(fake.control.log()).toHaveLength(2);
    world.clock.at += 11 * 60_000;
    await lookUp(given);
    expect(fake.control.log()).toHaveLength(3);
  });

  it('never takes a failure for new, and does not keep it', async () => {
    const { lookUp, fake } = lookUps(() => fakeGrinfiClient({}, { retries: 0 }));
    fake.control.goDown();
    expect(await lookUp(given)).toMatchObject({ state: 'unchecked' });
    fake.control.goUp();
    expect(await lookUp(given)).toEqual({ state: 'new' });
    expect(await lookUp({ ...given, pageKey: 'row/1', identity: {} })).toMatchObject({ state: 'unchecked' });
  });
});
