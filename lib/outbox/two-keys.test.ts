import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it } from 'vitest';
import { ModelCrm } from '../testing/model-crm.ts';
import { newWorld, startWorker, type World } from '../testing/outbox-worker.ts';
import { personSave } from '../testing/saves.ts';

/** Two keys at the same time: each workspace has its own saves, halts and CRM. */

let world: World;
let crms: Record<string, ModelCrm>;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  world = newWorld();
  world.keyStates = { north: 'ok', south: 'ok' };
  crms = { north: new ModelCrm(world.clock.now), south: new ModelCrm(world.clock.now) };
});

/** Requests reach the CRM of the workspace that they are meant for. */
function begin(fate?: Parameters<typeof startWorker>[2]) {
  const port: Parameters<typeof startWorker>[1]['port'] = (line, workspaceId = '') => {
    const crm = crms[workspaceId];
    if (!crm) throw new Error(`There is no CRM for “${workspaceId}”.`);
    return crm.port((call, act) => line(`${workspaceId} ${call}`, act));
  };
  const worker = startWorker(world, { port }, fate);
  const add = async (workspaceId: string) =>
    (await worker.outbox.add(personSave(), { now: world.clock.now(), workspaceId })).id;
  const stateOf = async (id: string) => (await worker.entry(id)).state;
  return { worker, add, stateOf };
}
const people = (workspace: string) => crms[workspace]?.contacts.size;

it('one person is saved into both, each with its own key, though none is shown before the other', async () => {
  const { worker, add } = begin();
  await add('north');
  await add('south');
  await worker.settle();
  expect([people('north'), people('south')]).toEqual([1, 1]);
});

it('a refused key stops the saves of its own workspace alone, and they go on when it is back', async () => {
  world.keyStates = { north: 'refused', south: 'ok' };
  const { worker, add, stateOf } = begin();
  const waiting = await add('north');
  const other = await add('south');
  await worker.settle();
  expect([await stateOf(waiting), await stateOf(other)]).toEqual(['waiting', 'saved']);
  // Nothing but the key can help, so the worker is not woken for it.
  expect(worker.nextAt).toBeUndefined();
  world.keyStates = { north: 'ok', south: 'ok' };
  await worker.settle();
  expect([people('north'), people('south')]).toEqual([1, 1]);
});

it('a server that is told to be busy for one key is left alone for that key only', async () => {
  let isFirst = true;
  const { worker, add, stateOf } = begin((crossing) => {
    if (!crossing.startsWith('crm: north') || !isFirst) return 'ok';
    isFirst = false;
    return { fails: 'busy' };
  });
  const busy = await add('north');
  const other = await add('south');
  await worker.drain.drain();
  expect([await stateOf(busy), await stateOf(other)]).toEqual(['waiting', 'saved']);
  expect(worker.nextAt).toBeGreaterThan(world.clock.at);
  await worker.settle();
  expect(await stateOf(busy)).toBe('saved');
});

it('no network stops both', async () => {
  const { worker, add } = begin((crossing) => (crossing.startsWith('crm') ? { fails: 'offline' } : 'ok'));
  await add('north');
  await worker.drain.drain();
  expect(worker.nextAt).toBeGreaterThan(world.clock.at);
});

it('a workspace whose key was removed keeps its saves until it is added again', async () => {
  world.keyStates = { south: 'ok' };
  const { worker, add, stateOf } = begin();
  const stopped = await add('north');
  await worker.settle();
  expect(await stateOf(stopped)).toBe('parked');
  expect([people('north'), people('south')]).toEqual([0, 0]);
  world.keyStates = { south: 'ok', north: 'ok' };
  await worker.settle();
  expect([await stateOf(stopped), people('north'), people('south')]).toEqual(['saved', 1, 0]);
});
