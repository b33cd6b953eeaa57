import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { EntryView } from '../outbox/entry-view.ts';
import { getStored, setStored } from '../stored.ts';
import { useTexts } from '../testing/fake-texts.ts';
import { ModelCrm } from '../testing/model-crm.ts';
import { inTurn, newWorld, startWorker, type TestWorker, type World } from '../testing/outbox-worker.ts';
import { companySave, personSave } from '../testing/saves.ts';
import { getWorkspaces } from '../workspaces.ts';
import { type Badge, createBadge } from './badge.ts';
import { createDiscardEntry, createRetryEntry, createUndoSave } from './change-entry.ts';
import { createDrainSchedule, drainAlarm, ensureDrainAlarm } from './drain-alarm.ts';
import { createPublisher } from './publish-outbox.ts';
import { createSaveRecord } from './save-record.ts';

let world: World;
let crm: ModelCrm;
let worker: TestWorker;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  fakeBrowser.reset();
  useTexts();
  world = newWorld();
  crm = new ModelCrm(world.clock.now);
  worker = startWorker(world, crm);
});

function handlers(of: TestWorker = worker, ensureAlarm = ensureDrainAlarm) {
  const deps = {
    outbox: of.outbox,
    drain: of.drain,
    now: world.clock.now,
    workspaceId: async () => world.workspaceId,
    workspaceName: async () => undefined,
    workspaces: { list: getWorkspaces },
    isCollecting: async () => false,
    ensureAlarm,
  };
  return {
    saveRecord: createSaveRecord(deps),
    undoSave: createUndoSave(deps),
    retryEntry: createRetryEntry({ ...deps, releaseGiven: async () => ({}) }),
    discardEntry: createDiscardEntry(deps),
  };
}

describe('saving a record', () => {
  it('answers when the entry is stored, whatever becomes of the sending', async () => {
    const stuck = startWorker(world, crm, (crossing) =>
      crossing.startsWith('crm') ? new Promise<never>(() => undefined) : 'ok',
    );
    const { entry } = await handlers(stuck).saveRecord({ save: personSave() });
    expect((await worker.entry(entry.id)).save).toEqual(personSave());
    expect(await browser.alarms.get(drainAlarm)).toBeDefined();
  });

  it('sends nothing before the alarm is set that would bring a killed worker back to it', async () => {
    const create = browser.alarms.create.bind(browser.alarms);
    let isSet = false;
    vi.spyOn(browser.alarms, 'create').mockImplementation(async (...given) => {
      // The storing is long done by then, and a request would be out.
      await new Promise((resolve) => setTimeout(resolve, 100));
      isSet = true;
      await create(...(given as unknown as Parameters<typeof create>));
    });
    const sentTooEarly: string[] = [];
    const careful = startWorker(world, crm, (crossing) => {
      if (crossing.startsWith('crm') && !isSet) sentTooEarly.push(crossing);
      return 'ok';
    });
    await handlers(careful).saveRecord({ save: personSave() });
    await careful.drain.drain();
    expect(crm.contacts.size).toBe(1);
    expect(sentTooEarly).toEqual([]);
  });

  it('is sent also where the browser answers nothing when an alarm is set, as Firefox does', async () => {
    vi.spyOn(browser.alarms, 'create').mockImplementation((() => undefined) as never);
    await handlers().saveRecord({ save: personSave() });
    await vi.waitFor(() => expect(crm.contacts.size).toBe(1));
    await worker.settle();
  });

  it('gives two quick clicks the same entry', async () => {
    const { saveRecord } = handlers();
    const [first, second] = await Promise.all([
      saveRecord({ save: personSave() }),
      saveRecord({ save: personSave() }),
    ]);
    await worker.settle();
    expect(second).toEqual(first);
    expect(crm.contacts.size).toBe(1);
  });

  it('that may still be known better waits for its time, and is sent then by itself', async () => {
    await handlers().saveRecord({ save: personSave(), waitMs: 8_000 });
    await worker.drain.drain();
    expect(crm.calls).toEqual([]);
    world.clock.at += 8_000;
    await worker.drain.drain();
    expect(crm.contacts.size).toBe(1);
  });

  it('is put in the place of the one that waited, which is then not sent', async () => {
    const { saveRecord } = handlers();
    const insteadOf = (await saveRecord({ save: personSave(), waitMs: 8_000 })).entry.id;
    const { entry } = await saveRecord({ save: { ...personSave(), note: 'Met in May' }, insteadOf });
    expect(entry.id).not.toBe(insteadOf);
    expect(await worker.outbox.get(insteadOf)).toBeUndefined();
    await worker.drain.drain();
    world.clock.at += 8_000;
    await worker.drain.drain();
    expect(crm.contacts.size).toBe(1);
  });

  it('says that nothing was stored when the storage is full', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('No room', 'QuotaExceededError');
    });
    await expect(handlers().saveRecord({ save: personSave() })).rejects.toMatchObject({ kind: 'storage' });
  });
});

describe('the alarm that would bring a killed worker back', () => {
  it.each(['undoSave', 'retryEntry'] as const)('is set before %s is stored', async (press) => {
    const entryId = (await worker.click(personSave())) ?? '';
    await worker.outbox.update(entryId, (entry) => ({
      ...entry,
      retryAt: world.clock.at + 600_000,
      tries: 9,
    }));
    const before = await worker.entry(entryId);
    const isKilled = new Error('killed');
    const dying = handlers(worker, async () => {
      throw isKilled;
    });
    await expect(dying[press]({ entryId })).rejects.toBe(isKilled);
    expect(await worker.entry(entryId)).toEqual(before);
  });
});

describe('undoing a save', () => {
  async function saved() {
    const { entry } = await handlers().saveRecord({ save: personSave() });
    await worker.settle();
    return entry.id;
  }

  it.each([
    [15_000, 'is done'],
    [18_000, 'is done, since a message takes its time'],
  ])('%d ms after the save %s', async (wait) => {
    const entryId = await saved();
    world.clock.at += wait;
    await handlers().undoSave({ entryId });
    await worker.settle();
    expect(crm.contacts.size).toBe(0);
  });

  it('is refused after that, and nothing is touched', async () => {
    const entryId = await saved();
    world.clock.at += 18_001;
    await expect(handlers().undoSave({ entryId })).rejects.toMatchObject({ kind: 'rejected' });
    await worker.settle();
    expect(crm.contacts.size).toBe(1);
  });

  it('is refused once the record was saved again, or the later save would go with it', async () => {
    const entryId = await saved();
    await handlers().saveRecord({ save: personSave({ note: 'more' }) });
    await expect(handlers().undoSave({ entryId })).rejects.toMatchObject({ kind: 'rejected' });
    await worker.settle();
    expect(crm.contacts.size).toBe(1);
  });

  it('may be asked for twice', async () => {
    const entryId = await saved();
    await Promise.all([handlers().undoSave({ entryId }), handlers().undoSave({ entryId })]);
    await worker.settle();
    expect((await worker.entry(entryId)).state).toBe('undone');
  });

  it('says that an entry is gone', async () => {
    await expect(handlers().undoSave({ entryId: 'nothing' })).rejects.toMatchObject({ kind: 'rejected' });
    await expect(handlers().retryEntry({ entryId: 'nothing' })).rejects.toMatchObject({ kind: 'rejected' });
  });
});

describe('an entry that waits', () => {
  it('is sent at once when the user says so', async () => {
    const id = (await worker.click(personSave())) ?? '';
    await worker.outbox.update(id, (entry) => ({ ...entry, retryAt: world.clock.at + 600_000, tries: 9 }));
    await handlers().retryEntry({ entryId: id });
    await worker.drain.drain();
    expect((await worker.entry(id)).state).toBe('saved');
  });

  it('is not sent any more when it was discarded', async () => {
    world.keyState = 'refused';
    const id = (await worker.click(personSave())) ?? '';
    await handlers().discardEntry({ entryId: id });
    world.keyState = 'ok';
    await worker.settle();
    expect(crm.calls).toEqual([]);
  });
});

describe('what the screens follow', () => {
  const badge: Badge = { show: vi.fn(), flashSaved: vi.fn(), flashCollected: vi.fn(), showProblem: vi.fn() };
  const followed = () =>
    createPublisher({
      outbox: () => worker.outbox,
      badge,
      onError: (error) => {
        throw error;
      },
    });
  const publisher = () => followed().publish;
  const views = async () => (await getStored('outbox')) as EntryView[];

  it('is the newest 20 entries, newest first, with all that a screen needs', async () => {
    for (let place = 0; place < 25; place++) {
      const id =
        (await worker.click(personSave({ pageKey: `in/p-${place}`, fields: { handle: `p-${place}` } }))) ??
        '';
      await worker.outbox.update(id, (entry) => ({ ...entry, group: 'finished', state: 'undone' }));
    }
    const id = (await worker.click(personSave({ stageId: 'stage-2' }))) ?? '';
    await publisher()();
    expect(await views()).toHaveLength(20);
    expect((await views())[0]).toEqual({
      id,
      pageKey: 'in/ada-example',
      kind: 'person',
      title: 'Ada Example',
      state: 'waiting',
      done: [],
      failed: [],
      queuedAt: world.clock.at,
    });
  });

  it('tells of a saved one where it is, and until when it can be undone', async () => {
    const id = (await worker.click(personSave())) ?? '';
    await worker.settle();
    await publisher()();
    const { progress, savedAt = 0 } = await worker.entry(id);
    expect((await views())[0]).toMatchObject({
      state: 'saved',
      done: ['lookUp', 'write', 'list'],
      created: true,
      savedAt,
      undoUntil: savedAt + 15_000,
      recordId: progress.recordId,
      crmUrl: `https://leadgen.grinfi.io/crm/contacts/${progress.recordId}`,
    });
  });

  it('shows the second half of a company’s writing as part of the writing', async () => {
    const failing = startWorker(world, crm, (crossing) =>
      crossing === 'crm: updateCompany' ? { fails: 'payment', message: 'No room' } : 'ok',
    );
    await failing.click(companySave({ fields: { ...companySave().fields, phone: '1' } }));
    await failing.settle();
    await publisher()();
    expect((await views())[0]).toMatchObject({
      state: 'partial',
      done: ['lookUp', 'write'],
      failed: [{ step: 'write', message: 'No room' }],
    });
  });

  it('says of all that wait that it is the key, while there is none', async () => {
    await setStored('keyState', 'refused');
    await worker.click(personSave());
    await publisher()();
    expect((await views())[0]).toMatchObject({ state: 'waiting', waitingFor: 'auth' });
    expect(badge.show).toHaveBeenCalledWith(expect.objectContaining({ waiting: 1, keyState: 'refused' }));
  });

  it('shows an entry that cannot be read', async () => {
    const { createDatabase } = await import('../outbox/database.ts');
    await createDatabase().use((db) =>
      db.add('entries', { id: 'odd', group: 'attention', version: 9 } as never),
    );
    await publisher()();
    expect((await views())[0]).toMatchObject({ id: 'odd', state: 'parked', failed: [{ kind: 'storage' }] });
  });

  it('shows the tick once, when a save has landed', async () => {
    await worker.click(personSave());
    const publish = publisher();
    await publish();
    await worker.settle();
    await publish();
    await publish();
    expect(badge.flashSaved).toHaveBeenCalledExactlyOnceWith('Ada Example');
  });

  it('shows the tick of one that came and landed between two looks, and of none that is older', async () => {
    await worker.click(personSave());
    await worker.settle();
    vi.setSystemTime(world.clock.at + 500);
    try {
      await publisher()();
      expect(badge.flashSaved).toHaveBeenCalledExactlyOnceWith('Ada Example');
      await setStored('outbox', undefined);
      vi.setSystemTime(world.clock.at + 60_000);
      await publisher()();
      expect(badge.flashSaved).toHaveBeenCalledOnce();
    } finally {
      vi.useRealTimers();
    }
  });

  it('shows the tick of one that lands after as many newer ones as a screen lists', async () => {
    const id = (await worker.click(personSave())) ?? '';
    const publish = publisher();
    await publish();
    for (let place = 0; place < 25; place++) {
      const newer = await worker.click(
        personSave({ pageKey: `in/p-${place}`, fields: { handle: `p-${place}` } }),
      );
      await worker.outbox.update(newer ?? '', (entry) => ({ ...entry, group: 'finished', state: 'undone' }));
    }
    await worker.outbox.update(id, (entry) => ({ ...entry, group: 'finished', state: 'saved', savedAt: 1 }));
    await publish();
    expect((await views()).map((view) => view.id)).not.toContain(id);
    expect(badge.flashSaved).toHaveBeenCalledExactlyOnceWith('Ada Example');
  });

  it('counts a save that is only read back yet among what has landed, and wants no key for it', async () => {
    const reading = startWorker(world, crm, inTurn(/readBack/, { fails: 'server' }));
    await reading.click(personSave());
    const publish = publisher();
    await publish();
    await reading.drain.drain();
    await setStored('keyState', 'refused');
    await publish();
    expect((await views())[0]).toMatchObject({ state: 'saved', checking: true });
    expect(badge.flashSaved).toHaveBeenCalledExactlyOnceWith('Ada Example');
    expect(badge.show).toHaveBeenLastCalledWith({ waiting: 0, sending: 0, attention: 0, keyState: 'ok' });
    await reading.close();
  });

  it('is written out soon for what goes on by itself, and at once for what does not', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { publish, publishSoon } = followed();
      await worker.click(personSave());
      publishSoon();
      expect(await getStored('outbox')).toBeUndefined();
      await vi.runAllTimersAsync();
      await vi.waitFor(async () => expect(await views()).toHaveLength(1));
      const set = vi.spyOn(browser.storage.local, 'set');
      publishSoon();
      await publish();
      expect(set).toHaveBeenCalled();
      set.mockClear();
      // What was to come soon has come along.
      await vi.runAllTimersAsync();
      expect(set).not.toHaveBeenCalled();
    } finally {
      vi.useRealTimers();
    }
  });

  it('writes once for many changes, and the last one', async () => {
    const set = vi.spyOn(browser.storage.local, 'set');
    const publish = publisher();
    const published: Promise<void>[] = [];
    for (let place = 0; place < 20; place++) {
      await worker.click(personSave({ note: `note ${place}` }));
      published.push(publish());
    }
    await Promise.all(published);
    await publish();
    expect(await views()).toHaveLength(20);
    expect(set.mock.calls.length).toBeLessThan(20);
  });
});

describe('the badge', () => {
  const shown = async () => ({
    text: await browser.action.getBadgeText({}),
    title: await browser.action.getTitle({}),
  });
  beforeEach(() => {
    const state = { text: '', title: '' };
    Object.assign(fakeBrowser, {
      action: {
        setBadgeText: async (given: { text: string }) => void Object.assign(state, given),
        setBadgeBackgroundColor: async () => undefined,
        setTitle: async (given: { title: string }) => void Object.assign(state, given),
        getBadgeText: async () => state.text,
        getTitle: async () => state.title,
      },
    });
  });

  it.each([
    [{ waiting: 0, sending: 0, attention: 0 }, '', 'Grinfi Capture'],
    [{ waiting: 0, sending: 1, attention: 0 }, '…', 'Grinfi Capture: saving…'],
    [{ waiting: 1, sending: 0, attention: 0 }, '1', 'Grinfi Capture: 1 save is waiting'],
    [{ waiting: 140, sending: 0, attention: 0 }, '99+', 'Grinfi Capture: 140 saves are waiting'],
    [{ waiting: 3, sending: 1, attention: 2 }, '!', 'Grinfi Capture: 2 saves need you'],
    [
      { waiting: 3, sending: 0, attention: 0, keyState: 'refused' as const },
      '!',
      expect.stringMatching(/API key/),
    ],
  ])('for %j says %s', async (state, text, title) => {
    await createBadge().show(state);
    expect(await shown()).toEqual({ text, title });
  });

  it('shows a tick for a moment, then the state again', async () => {
    vi.useFakeTimers();
    try {
      const badge = createBadge();
      await badge.flashSaved('Ada Example');
      expect(await shown()).toEqual({ text: '✓', title: 'Saved: Ada Example' });
      await badge.show({ waiting: 2, sending: 0, attention: 0 });
      expect((await shown()).text).toBe('✓');
      await vi.runAllTimersAsync();
      expect((await shown()).text).toBe('2');
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('the alarm', () => {
  it('is there while something waits, at the time when it is due', async () => {
    const schedule = createDrainSchedule({ now: world.clock.now, drain: () => undefined });
    await schedule({ nextAt: world.clock.at + 600_000 });
    expect((await browser.alarms.get(drainAlarm))?.scheduledTime).toBe(world.clock.at + 600_000);
    await schedule({});
    expect(await browser.alarms.get(drainAlarm)).toBeUndefined();
  });

  it('comes sooner for a new save: should the worker be killed, it is not to wait for what is due later', async () => {
    await browser.alarms.create(drainAlarm, { when: Date.now() + 600_000 });
    await handlers().saveRecord({ save: personSave({ pageKey: 'in/bob', fields: { handle: 'bob' } }) });
    const { scheduledTime = Number.NaN } = (await browser.alarms.get(drainAlarm)) ?? {};
    expect(scheduledTime - Date.now()).toBeLessThanOrEqual(30_000);
    await worker.settle();
  });

  it('leaves what is due within 30 s to a timer, and stands behind it', async () => {
    vi.useFakeTimers();
    try {
      const drain = vi.fn();
      const schedule = createDrainSchedule({ now: world.clock.now, drain });
      await schedule({ nextAt: world.clock.at + 4_000 });
      await vi.advanceTimersByTimeAsync(3_999);
      expect(drain).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(1);
      expect(drain).toHaveBeenCalledOnce();
      expect(await browser.alarms.get(drainAlarm)).toBeDefined();
    } finally {
      vi.useRealTimers();
    }
  });
});
