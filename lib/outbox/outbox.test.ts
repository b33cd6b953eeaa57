import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { failureWords } from '../failure-words.ts';
import { personSave } from '../testing/saves.ts';
import { finish, park, requestUndo } from './advance.ts';
import { createDatabase, type Database, type StoredEntry } from './database.ts';
import type { Entry } from './entry.ts';
import { createOutbox, type Outbox } from './outbox.ts';

let database: Database;
let outbox: Outbox;
const now = 1_000_000;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  database = createDatabase();
  outbox = createOutbox(database);
});

const add = (handle: string, change = {}) =>
  outbox.add(personSave({ pageKey: `in/${handle}`, fields: { handle }, ...change }), { now });
const due = async (at = now, busy: string[] = [], limit = 10) =>
  (await outbox.takeDue(at, new Set(busy), limit)).map(({ pageKey }) => pageKey);

describe('the stored queue', () => {
  it('survives a restart in the order of the clicks', async () => {
    for (const handle of ['a', 'b', 'c']) await add(handle);
    await database.close();
    outbox = createOutbox(createDatabase());
    expect(await due()).toEqual(['in/a', 'in/b', 'in/c']);
  });

  it('takes the same save, whatever the order of its keys, for one while it waits', async () => {
    const first = await outbox.add(personSave({ fields: { handle: 'a', headline: 'x' } }), { now });
    const again = await outbox.add(personSave({ fields: { headline: 'x', handle: 'a' } }), {
      now: now + 600_000,
    });
    expect(again.id).toBe(first.id);
  });

  it('lets who asks while it is being stored wait for it', async () => {
    let asked: Promise<Entry[]> | undefined;
    const onBegun = () => {
      asked = outbox.takeDue(now, new Set(), 10);
    };
    const stored = await outbox.add(personSave(), { now, onBegun });
    expect(await asked).toEqual([stored]);
  });

  it('takes two clicks at the same moment for one', async () => {
    const [first, second] = await Promise.all([add('a'), add('a')]);
    expect(second.id).toBe(first.id);
    expect(await outbox.summary(now)).toMatchObject({ open: 1 });
  });

  it('is a new save after an undo, and after the content changed', async () => {
    const first = await add('a');
    const other = await add('a', { note: 'x' });
    const again = await add('a');
    expect(new Set([first.id, other.id, again.id]).size).toBe(3);
    await outbox.update(again.id, (entry) => requestUndo(entry, now));
    expect((await add('a')).id).not.toBe(again.id);
  });

  it('replaces a save that could not be made at all by the next one for the page', async () => {
    const refused = await add('a');
    await outbox.update(refused.id, park);
    const next = await add('a', { note: 'corrected' });
    expect(await outbox.get(refused.id)).toBeUndefined();
    expect(await due()).toEqual(['in/a']);
    expect(next.save.note).toBe('corrected');
  });

  it('keeps a parked save of which something may have landed', async () => {
    const refused = await add('a');
    await outbox.update(refused.id, (entry) => park({ ...entry, attempted: ['lookUp', 'write'] }));
    await add('a', { note: 'more' });
    // It goes first, so that the order of the saves is kept.
    expect((await outbox.get(refused.id))?.state).toBe('waiting');
  });
});

describe('what is due', () => {
  it('keeps the order of one page, and lets others pass', async () => {
    const first = await add('a');
    await add('a', { note: 'second' });
    await add('b');
    await outbox.update(first.id, (entry) => ({ ...entry, retryAt: now + 60_000 }));
    expect(await due()).toEqual(['in/b']);
    expect(await due(now + 60_000)).toEqual(['in/a', 'in/b']);
  });

  it('never takes two that touch the same company', async () => {
    const withCompany = {
      fields: { handle: 'a', companyHandle: 'Acme', companyName: 'Acme' },
      withCompany: true,
    };
    await add('a', withCompany);
    await add('b', { ...withCompany, fields: { ...withCompany.fields, handle: 'b', companyHandle: 'acme' } });
    expect(await due()).toEqual(['in/a']);
    expect(await due(now, ['company handle acme'])).toEqual([]);
  });

  it('is not kept waiting for days by a clock that was set back', async () => {
    const { id } = await add('a');
    await outbox.update(id, (entry) => ({ ...entry, retryAt: now + 3 * 86_400_000 }));
    expect(await due()).toEqual(['in/a']);
    expect((await outbox.summary(now)).nextAt).toBe(now);
  });

  it('is found behind hundreds that wait', async () => {
    for (let place = 0; place < 250; place++) {
      const { id } = await add(`waiting-${place}`);
      await outbox.update(id, (entry) => ({ ...entry, retryAt: now + 60_000 }));
    }
    await add('ready');
    expect(await due()).toEqual(['in/ready']);
    expect(await outbox.summary(now)).toEqual({ open: 251, attention: 0, nextAt: now });
  });

  it('names the time of the first one that waits', async () => {
    for (const [handle, wait] of [
      ['a', 9_000],
      ['b', 4_000],
    ] as const) {
      const { id } = await add(handle);
      await outbox.update(id, (entry) => ({ ...entry, retryAt: now + wait }));
    }
    expect((await outbox.summary(now)).nextAt).toBe(now + 4_000);
  });
});

describe('the list for the screens', () => {
  it('can wait for a step of what is on its way, and for nothing that somebody looks for', async () => {
    const told: boolean[] = [];
    const watched = createOutbox(database, { onChange: (isStep) => told.push(isStep) });
    const { id } = await watched.add(personSave(), { now });
    for (const state of ['sending', 'gathered', 'waiting', 'undoing', 'saved'] as const)
      await watched.update(id, (entry) => ({ ...entry, state }));
    await watched.remove(id, now);
    expect(told).toEqual([true, true, true, false, false, false, false]);
  });

  it('has the newest, and all that wait or need the user, however many are newer', async () => {
    const states = { needs: 'attention', waits: 'open', over: 'finished', newer: 'finished' } as const;
    for (const [name, group] of Object.entries(states)) {
      const { id } = await add(name);
      await outbox.update(id, (entry) => ({ ...entry, group, savedAt: now }));
    }
    const pages = (await outbox.newest(1)).map((one) => 'pageKey' in one && one.pageKey);
    expect(pages).toEqual(['in/newer', 'in/waits', 'in/needs']);
  });
});

describe('entries that cannot be read', () => {
  it('stay where they are, stop no other, and are shown', async () => {
    await add('a');
    const strange: Partial<StoredEntry> = { id: 'from-the-future', group: 'open', version: 99 };
    await database.use((db) => db.add('entries', strange as StoredEntry));
    await add('b');
    expect(await due()).toEqual(['in/a', 'in/b']);
    const newest = await outbox.newest(10);
    expect(newest[1]).toEqual({ unreadable: expect.objectContaining({ version: 99 }) });
    await outbox.prune();
    expect(await database.use((db) => db.count('entries'))).toBe(3);
    await outbox.remove('from-the-future', now);
    expect(await outbox.newest(10)).toHaveLength(2);
  });
});

describe('a storage that fails', () => {
  const failing = (name: string) =>
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('No room', name);
    });

  it('tells that there is no room, and drops nothing', async () => {
    await add('a');
    failing('QuotaExceededError');
    await expect(add('b')).rejects.toMatchObject({ kind: 'storage', message: failureWords.storageFull });
    vi.restoreAllMocks();
    expect(await due()).toEqual(['in/a']);
    await add('c');
    expect(await due()).toEqual(['in/a', 'in/c']);
  });

  it('changes nothing when only half of a change could be stored', async () => {
    const { id } = await add('a');
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
      throw new DOMException('No room', 'QuotaExceededError');
    });
    await expect(outbox.update(id, (entry) => finish(entry, now), { historyAt: now })).rejects.toMatchObject({
      kind: 'storage',
    });
    expect((await outbox.get(id))?.state).toBe('waiting');
    expect(await outbox.history()).toEqual([]);
  });
});

describe('the history', () => {
  const land = (id: string, at: number) =>
    outbox.update(
      id,
      (entry) =>
        finish(
          { ...entry, done: ['lookUp', 'write', 'list'], progress: { recordId: 'c-1', created: true } },
          at,
        ),
      { historyAt: at },
    );

  it('remembers what was sent, newest first, and what became of it', async () => {
    const first = await add('a', { note: 'never landed' });
    await land(first.id, now + 1);
    const second = await add('b');
    await land(second.id, now + 2);
    await outbox.update(second.id, (entry): Entry => ({ ...entry, state: 'undone' }), { historyAt: now + 3 });
    expect(await outbox.history()).toMatchObject([
      { entryId: second.id, outcome: 'undone' },
      {
        entryId: first.id,
        outcome: 'saved',
        created: true,
        recordId: 'c-1',
        sent: { fields: { handle: 'a' }, list: { id: 'list-1' } },
      },
    ]);
    expect((await outbox.history())[1]?.sent.note).toBeUndefined();
    await outbox.clearHistory();
    expect(await outbox.history()).toEqual([]);
  });

  it('keeps the last 500, and of the entries those that are shown or still needed', async () => {
    const waiting = await add('waiting');
    for (let place = 0; place < 510; place++) {
      const { id } = await add(`p-${place}`);
      await land(id, now + place);
    }
    await outbox.prune();
    const history = await outbox.history();
    expect(history).toHaveLength(500);
    expect(history.at(-1)?.pageKey).toBe('in/p-10');
    expect(await database.use((db) => db.count('entries'))).toBe(51);
    expect(await outbox.get(waiting.id)).toBeDefined();
  });
});
