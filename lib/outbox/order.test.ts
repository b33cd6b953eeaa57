import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { demoOwner, makeKey } from '../../fake-grinfi/seed.ts';
import { createFakeGrinfi } from '../../fake-grinfi/server.ts';
import { createGrinfiClient } from '../grinfi/client.ts';
import type { Limiter } from '../grinfi/limiter.ts';
import { keyOfWorkspace } from '../grinfi/workspace-key.ts';
import type { PersonSave } from '../save-request.ts';
import { fetchOf } from '../testing/fake-grinfi-client.ts';
import { modelStage } from '../testing/model-stage.ts';
import { type Happening, inTurn, startWorker, type TestWorker } from '../testing/outbox-worker.ts';
import { personSave } from '../testing/saves.ts';
import { createGrinfiPort } from './grinfi-port.ts';
import { release } from './held.ts';

/** Saves of one person keep their order, and saves for one workspace stay out of the other. */

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const ada = (headline: string, change: Partial<PersonSave> = {}): PersonSave =>
  personSave({
    fields: { handle: 'ada-example', firstName: 'Ada', headline },
    list: { name: 'Spring' },
    ...change,
  });
const bob: PersonSave = personSave({
  pageKey: 'in/bob-example',
  fields: { handle: 'bob-example' },
  list: { name: 'Spring' },
});

function begin() {
  const stage = modelStage();
  const { world, workspaceIds, crm } = stage;
  world.workspaceId = workspaceIds[0];
  const use = (workspace: number) => {
    world.workspaceId = workspaceIds[workspace];
  };
  const headlineIn = (workspace: number) =>
    stage
      .contents(workspace)
      .people.filter(({ handle }) => handle === 'ada-example')
      .map(({ headline }) => headline);
  return { ...stage, crm, worker: startWorker(world, crm), use, headlineIn };
}

const batchOf = async (worker: TestWorker, saves: PersonSave[], workspaceId?: string) =>
  (await worker.batches.add(saves, { now: 0, workspaceId })).batchId ?? '';

describe('a save of somebody who waits in a paused bulk save', () => {
  it('lets that one go first, so that the newer values stand, and nobody else', async () => {
    const { worker, headlineIn, contents, world } = begin();
    const id = await batchOf(
      worker,
      [ada('from the list', { tags: [{ name: 'Fair' }] }), bob],
      world.workspaceId,
    );
    await worker.batches.change(id, 'pause', 0);
    await worker.click(ada('from the profile'));
    await worker.settle();
    expect(headlineIn(0)).toEqual(['from the profile']);
    expect(contents(0).people.map(({ handle, tags }) => ({ handle, tags }))).toEqual([
      { handle: 'eve-example', tags: [] },
      { handle: 'ada-example', tags: ['Fair'] },
    ]);
    await worker.batches.change(id, 'resume', 0);
    await worker.settle();
    expect(headlineIn(0)).toEqual(['from the profile']);
  });

  it('is not overtaken when the bulk save is paused after it was asked for', async () => {
    const { worker, headlineIn, world } = begin();
    const id = await batchOf(worker, [ada('from the list'), bob], world.workspaceId);
    await worker.click(ada('from the profile'));
    await worker.batches.change(id, 'pause', 0);
    await worker.settle();
    await worker.batches.change(id, 'resume', 0);
    await worker.settle();
    expect(headlineIn(0)).toEqual(['from the profile']);
  });
});

describe('a save of somebody whose part of a bulk save', () => {
  it('was on its way at the pause, and got no answer, waits for it and for no resume', async () => {
    for (const happening of [{ answerLost: 'timeout' }, { fails: 'server' }, 'killAfter'] as Happening[]) {
      globalThis.indexedDB = new IDBFactory();
      const { world, crm, headlineIn } = begin();
      let id = '';
      let isReached = false;
      const first: TestWorker = startWorker(world, crm, async (crossing) => {
        if (isReached || crossing !== 'crm: createContact') return 'ok';
        isReached = true;
        await first.batches.change(id, 'pause', 0);
        await first.click(ada('from the profile'));
        return happening;
      });
      id = await batchOf(first, [ada('from the list', { list: { name: 'Winter' } })], world.workspaceId);
      await first.settle();
      const worker = startWorker(world, crm);
      await worker.settle();
      expect(headlineIn(0)).toEqual(['from the profile']);
      await worker.batches.change(id, 'resume', 0);
      await worker.settle();
      expect(headlineIn(0)).toEqual(['from the profile']);
      await first.close();
      await worker.close();
    }
  });

  it('is paused or let go on just when it is looked for what to send, is not overtaken', async () => {
    const { world, worker } = begin();
    const { workspaceId, clock } = world;
    const id = await batchOf(worker, [ada('from the list')], workspaceId);
    await worker.outbox.update('entry-2', (entry) => ({ ...entry, retryAt: clock.now() + 60_000 }));
    await worker.outbox.add(ada('from the profile'), { now: 0, workspaceId });
    for (const what of ['pause', 'resume', 'pause', 'resume'] as const) {
      const [due] = await Promise.all([
        worker.outbox.takeDue(clock.now(), new Set(), 3),
        worker.batches.change(id, what, 0),
      ]);
      expect(due).toEqual([]);
    }
  });

  it('is paused again, waits for it when it is tried again itself', async () => {
    const { world, crm, headlineIn } = begin();
    const isRefused = inTurn(/crm: createContact/, { fails: 'rejected' }, { fails: 'rejected' });
    const worker = startWorker(world, crm, isRefused);
    const older = await batchOf(worker, [ada('older')], world.workspaceId);
    const newer = await batchOf(worker, [ada('newer')], world.workspaceId);
    await worker.settle();
    expect(headlineIn(0)).toEqual([]);
    await worker.batches.change(older, 'retry', 0);
    await worker.batches.change(older, 'pause', 0);
    await worker.batches.change(newer, 'retry', 0);
    await worker.settle();
    expect(headlineIn(0)).toEqual(['newer']);
    await worker.batches.change(older, 'resume', 0);
    await worker.settle();
    expect(headlineIn(0)).toEqual(['newer']);
  });

  it('is paused, waits for it when it was collected and is sent at last', async () => {
    const { world, worker, headlineIn } = begin();
    const { workspaceId } = world;
    const id = await batchOf(worker, [ada('from the list'), bob], workspaceId);
    await worker.batches.change(id, 'pause', 0);
    const held = await worker.outbox.add(ada('collected'), { now: 0, workspaceId, isHeld: true });
    await worker.settle();
    expect(headlineIn(0)).toEqual([]);
    await worker.outbox.update(held.id, (entry) => release(entry, {}));
    await worker.settle();
    await worker.batches.change(id, 'resume', 0);
    await worker.settle();
    expect(headlineIn(0)).toEqual(['collected']);
  });

  it('is paused, lets that one be while it is not sent itself', async () => {
    const { world, worker, headlineIn } = begin();
    const { workspaceId } = world;
    const id = await batchOf(worker, [ada('from the list')], workspaceId);
    const later = await worker.outbox.add(ada('from the profile'), {
      now: world.clock.now(),
      workspaceId,
      waitMs: 5_000,
    });
    await worker.batches.change(id, 'pause', 0);
    await worker.drain.drain();
    await worker.undo(later.id);
    await worker.settle();
    expect(headlineIn(0)).toEqual([]);
    expect((await worker.batches.views(1))[0]).toMatchObject({ isPaused: true, waiting: 1 });
  });
});

describe('a save for another workspace', () => {
  it('waits for its key, goes by itself when that is back, and before later ones of the same person', async () => {
    const { worker, headlineIn, use } = begin();
    const first = (await worker.click(ada('first', { note: 'Met' }))) ?? '';
    use(1);
    await worker.settle();
    expect((await worker.entry(first)).state).toBe('parked');
    use(0);
    await worker.click(ada('second'));
    await worker.settle();
    expect((await worker.entry(first)).state).toBe('saved');
    expect(headlineIn(0)).toEqual(['second']);
    expect(headlineIn(1)).toEqual([]);
  });

  it('is taken back when its key is back, where the user has asked for it while a request was on its way', async () => {
    const { world, crm, headlineIn, use } = begin();
    let id = '';
    let lookups = 0;
    const other = startWorker(world, crm);
    const worker = startWorker(world, crm, async (crossing) => {
      if (crossing === 'crm: upsertContact') return { answerLost: 'timeout' };
      if (crossing === 'crm: findContact' && ++lookups === 2) {
        await other.undo(id);
        use(1);
      }
      return 'ok';
    });
    id = (await worker.click(ada('first'))) ?? '';
    await worker.settle();
    expect(headlineIn(0)).toEqual(['first']);
    expect((await worker.entry(id)).state).toBe('parked');
    use(0);
    await worker.settle();
    expect((await worker.entry(id)).state).toBe('undone');
    expect(headlineIn(0)).toEqual([]);
  });

  it('is not the same as one for this, and none makes way for the other', async () => {
    const { worker, headlineIn, use } = begin();
    const first = await worker.click(ada('one'));
    use(1);
    const second = await worker.click(ada('one'));
    expect(second).not.toBe(first);
    await worker.settle();
    use(0);
    await worker.settle();
    expect([headlineIn(0), headlineIn(1)]).toEqual([['one'], ['one']]);
  });

  it('does not keep the worker busy while it stands in the way of a later one', async () => {
    const { worker, use, world } = begin();
    await worker.click(ada('first'));
    await worker.outbox.add(ada('second'), { now: 0, workspaceId: world.workspaceId });
    use(1);
    await worker.settle();
    expect((await worker.outbox.summary(world.clock.now())).open).toBe(1);
    expect((await worker.outbox.summary(world.clock.now())).nextAt).toBeUndefined();
  });
});

describe('a refused save that is tried again by hand when a newer one has landed', () => {
  const older = ada('older', {
    fields: { handle: 'ada-example', firstName: 'Ada', headline: 'older', location: 'Oslo' },
    stageId: 'stage-1',
    tags: [{ name: 'Fair' }],
    note: 'Met at the fair',
    moveToList: true,
  });
  const newer = ada('newer', { stageId: 'stage-2', list: { name: 'Winter' }, moveToList: true });
  const person = ({ contents }: ReturnType<typeof begin>) =>
    contents(0).people.find(({ handle }) => /ada/.test(handle));

  it('adds its note and tags, and leaves stage and list as the newer one has set them', async () => {
    const play = begin();
    const refused = inTurn(/crm: (changeStage|createNote)$/, { fails: 'rejected' }, { fails: 'rejected' });
    const worker = startWorker(play.world, play.crm, refused);
    const id = (await worker.click(older)) ?? '';
    await worker.settle();
    expect((await worker.entry(id)).state).toBe('partial');
    await worker.click(newer);
    await worker.settle();
    await worker.retry(id);
    await worker.settle();
    expect((await worker.entry(id)).state).toBe('saved');
    expect(person(play)).toMatchObject({
      headline: 'newer',
      stage: 'stage-2',
      list: 'Winter',
      tags: ['Fair'],
      notes: ['Met at the fair'],
    });
  });

  it('writes none of the fields that the newer one is about to write', async () => {
    const play = begin();
    let id = '';
    let lookups = 0;
    const worker: TestWorker = startWorker(play.world, play.crm, async (crossing) => {
      if (crossing === 'crm: changeStage' && lookups === 1) return { fails: 'rejected' };
      if (crossing === 'crm: findContact' && ++lookups === 2) await worker.retry(id);
      return 'ok';
    });
    id = (await worker.click(older)) ?? '';
    await worker.settle();
    expect((await worker.entry(id)).state).toBe('partial');
    await worker.click(newer);
    await worker.settle();
    expect((await worker.entry(id)).state).toBe('saved');
    expect(person(play)).toMatchObject({ headline: 'newer', stage: 'stage-2', list: 'Winter' });
  });

  it('writes none of the fields that the newer one has written, alone or with others of a list', async () => {
    for (const isBulk of [false, true]) {
      globalThis.indexedDB = new IDBFactory();
      const play = begin();
      // Refused when tried again after a lost answer, so that it may have landed.
      const written = inTurn(
        /crm: (upsertContact|createContact|updateContact)$/,
        { answerLost: 'timeout' },
        { fails: 'rejected' },
        { fails: 'rejected' },
      );
      const worker = startWorker(play.world, play.crm, written);
      const batchId = isBulk ? await batchOf(worker, [older], play.world.workspaceId) : undefined;
      const id = isBulk ? 'entry-2' : ((await worker.click(older)) ?? '');
      await worker.settle();
      expect((await worker.entry(id)).state).toBe('parked');
      await worker.click(newer);
      await worker.settle();
      expect(person(play)?.headline).toBe('newer');
      if (batchId) await worker.batches.change(batchId, 'retry', play.world.clock.now());
      else await worker.retry(id);
      await worker.settle();
      expect((await worker.entry(id)).state).toBe('saved');
      expect(person(play)).toMatchObject({
        headline: 'newer',
        stage: 'stage-2',
        list: 'Winter',
        tags: ['Fair'],
      });
      await worker.close();
    }
  });
});

describe('a key that is changed while requests wait for their turn', () => {
  it('takes none of them into the other workspace', async () => {
    const { world } = modelStage();
    const fake = createFakeGrinfi({ perMinute: false });
    const other = { teamId: 9001, userId: 57 };
    fake.control.allowKey(makeKey(other), other);
    fake.make.stage(other, { name: 'New', object: 'lead', category: 'cold', type: 'new' });
    let key = makeKey(demoOwner);
    let isChanged = false;
    // Between the turn that it waits for and the request, the user changes the key.
    const limiter: Limiter = {
      take: async () => {
        if (!isChanged && fake.control.log().length === 2) {
          key = makeKey(other);
          isChanged = true;
        }
      },
      pause: () => undefined,
    };
    const worker = startWorker(world, {
      port: (_line, workspaceId) =>
        createGrinfiPort(
          createGrinfiClient({
            getKey: keyOfWorkspace(async () => key, workspaceId),
            limiter,
            fetch: fetchOf(fake),
            retries: 0,
          }),
        ),
    });
    world.workspaceId = String(demoOwner.teamId);
    const id = (await worker.click(ada('first'))) ?? '';
    await worker.settle();
    expect(fake.state.leads.of(other.teamId)).toEqual([]);
    expect(fake.state.lists.of(other.teamId)).toEqual([]);
    expect((await worker.entry(id)).state).toBe('parked');

    key = makeKey(demoOwner);
    await worker.retry(id);
    await worker.settle();
    expect((await worker.entry(id)).state).toBe('saved');
    expect(fake.state.leads.of(other.teamId)).toEqual([]);
  });
});
