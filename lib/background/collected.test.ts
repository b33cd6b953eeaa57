import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { collectedFromCsv, collectedToCsv } from '../collected-csv.ts';
import { failureWords } from '../failure-words.ts';
import type { Presets } from '../presets.ts';
import { ModelCrm } from '../testing/model-crm.ts';
import { newWorld, startWorker, type TestWorker, type World } from '../testing/outbox-worker.ts';
import { catalog } from '../testing/panel-states.ts';
import { personSave } from '../testing/saves.ts';
import { getWorkspaces } from '../workspaces.ts';
import { createRetryEntry } from './change-entry.ts';
import {
  createExportHeld,
  createImportHeld,
  createListHeld,
  createSendHeld,
  releaseGiven,
} from './collected.ts';
import { createSaveRecord } from './save-record.ts';

let world: World;
let crm: ModelCrm;
let worker: TestWorker;
let presets: Presets;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  fakeBrowser.reset();
  world = newWorld();
  crm = new ModelCrm(world.clock.now);
  worker = startWorker(world, crm);
  presets = { tagIds: [] };
});

function handlers() {
  const workspace = async () => ({ id: world.workspaceId ?? 'home', name: 'North', keyState: 'ok' as const });
  const deps = {
    outbox: worker.outbox,
    drain: worker.drain,
    now: world.clock.now,
    workspaceId: async () => world.workspaceId,
    workspaceName: async () => 'North',
    workspaces: { list: getWorkspaces },
    workspace,
    catalog: async () => catalog,
    presets: async () => presets,
    ensureAlarm: async () => undefined,
    isCollecting: async () => true,
  };
  return {
    collect: createSaveRecord(deps),
    list: createListHeld(deps),
    send: createSendHeld(deps),
    sendOne: createRetryEntry({ ...deps, releaseGiven: () => releaseGiven(deps) }),
    exportAll: createExportHeld(deps),
    importAll: createImportHeld(deps),
  };
}

const person = (handle: string, change = {}) =>
  personSave({ pageKey: `in/${handle}`, fields: { handle, fullName: handle }, ...change });

describe('collect-only mode', () => {
  it('keeps what is saved, also without a key, and sends all of it when told to', async () => {
    const { collect, list, send } = handlers();
    world.keyState = 'none';
    await collect({ save: person('ada-example') });
    await collect({ save: person('bob-example') });
    await worker.settle();
    expect(crm.calls).toEqual([]);
    expect(await list({})).toMatchObject({
      total: 2,
      entries: [{ title: 'bob-example' }, { title: 'ada-example' }],
    });

    world.keyState = 'ok';
    expect(await send({})).toEqual({ sent: 2, withoutList: 0 });
    await worker.settle();
    expect(crm.contacts.size).toBe(2);
    expect(await list({})).toEqual({ total: 0, entries: [] });
  });

  it('sends one by itself', async () => {
    const { collect, sendOne } = handlers();
    const { entry } = await collect({ save: person('ada-example') });
    await collect({ save: person('bob-example') });
    await sendOne({ entryId: entry.id });
    await worker.settle();
    expect([...crm.contacts.values()].map(({ fields }) => fields.handle)).toEqual(['ada-example']);
  });

  it('gives the default list to people that were collected without one, and keeps them while there is none', async () => {
    const { collect, send, sendOne } = handlers();
    const { entry } = await collect({ save: person('ada-example', { list: undefined }) });
    expect(await send({})).toEqual({ sent: 0, withoutList: 1 });
    await expect(sendOne({ entryId: entry.id })).rejects.toMatchObject({
      message: failureWords.noDefaultList,
    });
    presets = { listId: 'gone-since', tagIds: [] };
    expect(await send({})).toEqual({ sent: 0, withoutList: 1 });
    presets = { listId: 'l1', tagIds: [] };
    expect(await send({})).toEqual({ sent: 1, withoutList: 0 });
    await worker.settle();
    expect(crm.contactsWithHandle('ada-example')[0]?.listId).toBe('l1');
  });

  it('takes a table that it made, once', async () => {
    const { collect, exportAll, importAll, list } = handlers();
    const { entry } = await collect({ save: person('ada-example', { note: 'Met' }) });
    const csv = collectedToCsv((await exportAll({})).saves, catalog);
    const rows = collectedFromCsv(csv, catalog);
    expect(await importAll({ rows })).toEqual({ added: 0, leftOut: [] });
    await worker.outbox.remove(entry.id, world.clock.now());
    expect(await importAll({ rows })).toEqual({ added: 1, leftOut: [] });
    const [held] = await worker.outbox.held();
    expect(held?.save).toEqual(person('ada-example', { note: 'Met' }));
    expect((await list({})).entries[0]).toMatchObject({ held: true, workspaceName: 'North' });
  });

  it('takes what can be understood of a table, and names the rows that cannot', async () => {
    const rows = [null, person('ada-example'), { kind: 'person', pageKey: 'in/bob', fields: 7, tags: [] }];
    expect(await handlers().importAll({ rows })).toEqual({ added: 1, leftOut: [2, 4] });
  });
});

describe('a key of another workspace', () => {
  it('parks what was made for the first, under its name, and loses nothing', async () => {
    world.workspaceId = 'north';
    const { collect, send } = handlers();
    await collect({ save: person('ada-example') });
    world.workspaceId = 'another';
    await send({});
    await worker.settle();
    const [entry] = await worker.outbox.newest(1);
    expect(entry).toMatchObject({
      state: 'parked',
      workspaceName: 'North',
      failed: [{ message: failureWords.otherWorkspace }],
    });
    expect(crm.calls).toEqual([]);
  });
});
