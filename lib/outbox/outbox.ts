import type { IDBPObjectStore } from 'idb';
import type { SaveRequest } from '../save-request.ts';
import type { Database, OutboxDb, OutboxSchema, StoredEntry } from './database.ts';
import { type Entry, entrySchema, hasLandedNothing, isSameSave, newEntry, subjectsOf } from './entry.ts';
import { isDue } from './failures.ts';
import { historyLength, type SentSave, sentSave } from './history.ts';

/**
 * The queue of saves, stored. Every change is one transaction that reads before it writes, so that the
 * worker's progress and the user's undo never overwrite each other.
 */
export interface Outbox {
  /** Stores the save; the same one asked for twice in a row is one entry. */
  add(save: SaveRequest, given: AddGiven): Promise<Entry>;
  get(id: string): Promise<Entry | undefined>;
  /**
   * Changes an entry in one transaction and gives it as stored; `undefined` when it is gone or `change`
   * gives nothing. A finished one is also written into the history.
   */
  update(
    id: string,
    change: (entry: Entry) => Entry | undefined,
    options?: { historyAt: number },
  ): Promise<Entry | undefined>;
  /** The same for many in one transaction. Gives those that were changed. */
  updateMany(
    ids: readonly string[],
    change: (entry: Entry) => Entry | undefined,
    options?: { historyAt: number },
  ): Promise<Entry[]>;
  remove(id: string, discardedAt: number): Promise<void>;
  /** Entries to send now, in order, of which no two (nor one and `busy`) touch the same record. */
  takeDue(now: number, busy: ReadonlySet<string>, limit: number): Promise<Entry[]>;
  /** Entries whose last parts are to be done together: at most `limit`, or none below `atLeast`. */
  takeGathered(limit: number, atLeast: number): Promise<Entry[]>;
  /** How many wait or are being sent, how many need the user, and when the next one is due. */
  summary(now: number): Promise<OutboxSummary>;
  /** Newest first; of bulk saves only what needs the user. `unreadable` stands for entries that this version cannot read; they are kept. */
  newest(limit: number): Promise<(Entry | { unreadable: StoredEntry })[]>;
  /** True when another entry, not undone, stands on this record. */
  isUsedElsewhere(recordId: string, entryId: string): Promise<boolean>;
  hasLaterSave(entry: Entry): Promise<boolean>;
  /** Notes that entries of this page made. */
  noteIdsOf(pageKey: string): Promise<string[]>;
  /** Newest first. */
  history(): Promise<SentSave[]>;
  /** What was collected and not sent, oldest first. */
  held(): Promise<Entry[]>;
  countHeld(): Promise<number>;
  clearHistory(): Promise<void>;
  /** Drops finished entries that no screen shows any more, and history beyond its length. */
  prune(): Promise<void>;
}

export interface AddGiven {
  now: number;
  workspaceId?: string | undefined;
  workspaceName?: string | undefined;
  /** To be collected only, until the user sends it. */
  isHeld?: boolean | undefined;
}

export interface OutboxSummary {
  open: number;
  attention: number;
  /** When the first open entry is due; `now` where one is already. */
  nextAt?: number | undefined;
}

/** A second press this soon after the first is a double click, even when the first has landed already. */
const doubleClickMs = 3_000;
/** Finished entries that stay: what the screens list. */
const keptFinished = 50;
/** Bulk saves of which everything stays, for their summary and their undo. */
const keptBatches = 2;

export interface OutboxOptions {
  newId?: () => string;
  /** Called after every change, when it is stored. */
  onChange?: () => void;
}

export function createOutbox(
  database: Database,
  { newId = () => crypto.randomUUID(), onChange = () => undefined }: OutboxOptions = {},
): Outbox {
  const { use } = database;

  async function change<T>(act: (db: OutboxDb) => Promise<T>): Promise<T> {
    const result = await use(act);
    onChange();
    return result;
  }

  const add: Outbox['add'] = (save, { now, workspaceId, workspaceName, isHeld }) =>
    change(async (db) => {
      // Strict: the answer "stored" must hold even when the power fails.
      const tx = db.transaction('entries', 'readwrite', { durability: 'strict' });
      return commit(tx, async () => {
        const store = tx.store;
        const all = (await store.index('pageKey').getAll(save.pageKey)).map(read).filter((e) => !!e);
        // What was collected and not sent makes way for the newest press on its page.
        const isReplaced = (old: Entry) => old.group === 'held' && !(isHeld && isSameSave(old.save, save));
        for (const old of all.filter(isReplaced)) await store.delete(old.seq);
        const samePage = all.filter((old) => !isReplaced(old));
        const twin = samePage.at(-1);
        if (twin && !twin.undo && isSameSave(twin.save, save)) {
          const isRecent = Math.abs(now - twin.queuedAt) < doubleClickMs;
          if (isUnderWay(twin) || twin.group === 'held' || (isRecent && twin.group === 'finished'))
            return twin;
        }
        // A save that could not be made at all is replaced by the next one for the same page.
        for (const old of samePage)
          if (old.state === 'parked' && !old.undo && hasLandedNothing(old)) await store.delete(old.seq);

        const entry = {
          ...newEntry(save, { id: newId(), now, workspaceId }),
          ...(workspaceName && { workspaceName }),
          ...(isHeld && { group: 'held' as const }),
        };
        const seq = await store.add(entry as unknown as StoredEntry);
        return { ...entry, seq };
      });
    });

  const get: Outbox['get'] = (id) => use(async (db) => read(await db.getFromIndex('entries', 'id', id)));

  const updateMany: Outbox['updateMany'] = (ids, makeNew, options) =>
    change(async (db) => {
      const tx = db.transaction(['entries', 'history', 'batches'], 'readwrite');
      return commit(tx, async () => {
        const all: Entry[] = [];
        for (const id of ids) {
          const entry = read(await tx.objectStore('entries').index('id').get(id));
          const changed = entry && makeNew(entry);
          if (!changed) continue;
          all.push(changed);
          await tx.objectStore('entries').put(changed as unknown as StoredEntry);
          const outcome = changed.state;
          if (options && (outcome === 'saved' || outcome === 'partial' || outcome === 'undone'))
            await tx.objectStore('history').put(sentSave(changed, outcome, options.historyAt));
        }
        const saved = all.findLast(({ state, savedAt }) => savedAt !== undefined && state === 'saved');
        if (options && saved?.batchId) {
          const batch = await tx.objectStore('batches').get(saved.batchId);
          if (batch) await tx.objectStore('batches').put({ ...batch, savedAt: options.historyAt });
        }
        return all;
      });
    });

  const update: Outbox['update'] = async (id, makeNew, options) =>
    (await updateMany([id], makeNew, options))[0];

  const remove: Outbox['remove'] = (id, discardedAt) =>
    change(async (db) => {
      const tx = db.transaction(['entries', 'history'], 'readwrite');
      await commit(tx, async () => {
        const stored = await tx.objectStore('entries').index('id').get(id);
        const entry = read(stored);
        if (entry && entry.group !== 'finished' && wasSent(entry))
          await tx.objectStore('history').put(sentSave(entry, 'discarded', discardedAt));
        if (stored) await tx.objectStore('entries').delete(stored.seq);
      });
    });

  const takeDue: Outbox['takeDue'] = (now, busy, limit) =>
    use(async (db) => {
      const taken: Entry[] = [];
      const closed = new Set(busy);
      const isAnyGathered = (await db.countFromIndex('entries', 'group', 'gathered')) > 0;
      for await (const entry of openEntries(db)) {
        if (taken.length >= limit) break;
        const isBlocked = subjectsOf(entry).some((subject) => closed.has(subject));
        const isFree = !isBlocked && isDue(entry.retryAt, now);
        if (isFree && !(isAnyGathered && (await isBehindGathered(db, entry)))) {
          taken.push(entry);
          for (const subject of subjectsOf(entry)) closed.add(subject);
        }
        // Later saves of the same page wait for this one, whether it is due or not.
        closed.add(entry.pageKey);
      }
      return taken;
    });

  const summary: Outbox['summary'] = (now) =>
    use(async (db) => {
      const gathered = await db.countFromIndex('entries', 'group', 'gathered');
      const open = (await db.countFromIndex('entries', 'group', 'open')) + gathered;
      const attention = await db.countFromIndex('entries', 'group', 'attention');
      let nextAt = gathered > 0 ? now : undefined;
      const seen = new Set<string>();
      for await (const entry of openEntries(db)) {
        if (nextAt !== undefined && nextAt <= now) break;
        if (seen.has(entry.pageKey)) continue;
        seen.add(entry.pageKey);
        const dueAt = isDue(entry.retryAt, now) ? now : (entry.retryAt ?? now);
        nextAt = Math.min(nextAt ?? dueAt, dueAt);
      }
      return { open, attention, nextAt };
    });

  const newest: Outbox['newest'] = (limit) =>
    use(async (db) => {
      const found: (Entry | { unreadable: StoredEntry })[] = [];
      const tx = db.transaction(['entries', 'batches']);
      const batches = new Map((await tx.objectStore('batches').getAll()).map((batch) => [batch.id, batch]));
      const store = tx.objectStore('entries');
      let cursor = await store.openCursor(null, 'prev');
      while (cursor && found.length < limit) {
        const entry = read(cursor.value);
        const batch = entry?.batchId === undefined ? undefined : batches.get(entry.batchId);
        if (!batch) found.push(entry ?? { unreadable: cursor.value });
        // Over all members of the bulk save at once.
        cursor = batch
          ? await store.openCursor(IDBKeyRange.upperBound(batch.firstSeq, true), 'prev')
          : await cursor.continue();
      }
      return [...found, ...(await membersInNeed(store, limit))];
    });

  /** Members of bulk saves that need the user. */
  async function membersInNeed(
    store: { index(name: 'group'): { openCursor(group: string): Promise<EntryCursor | null> } },
    limit: number,
  ): Promise<Entry[]> {
    const found: Entry[] = [];
    let cursor = await store.index('group').openCursor('attention');
    while (cursor && found.length < limit) {
      const entry = read(cursor.value);
      if (entry?.batchId !== undefined) found.push(entry);
      cursor = await cursor.continue();
    }
    return found;
  }

  const takeGathered: Outbox['takeGathered'] = (limit, atLeast) =>
    use(async (db) => {
      if ((await db.countFromIndex('entries', 'group', 'gathered')) < Math.max(1, atLeast)) return [];
      const stored = await db.getAllFromIndex('entries', 'group', 'gathered', limit);
      return stored.map(read).filter((entry) => !!entry);
    });

  const isUsedElsewhere: Outbox['isUsedElsewhere'] = (recordId, entryId) =>
    use(async (db) => {
      const entries = (await db.getAll('entries')).map(read).filter((entry) => !!entry);
      return entries.some(
        (entry) =>
          entry.id !== entryId &&
          entry.state !== 'undone' &&
          !hasLandedNothing(entry) &&
          (entry.progress.recordId === recordId || entry.progress.company?.recordId === recordId),
      );
    });

  const ofPage = (pageKey: string) =>
    use(async (db) =>
      (await db.getAllFromIndex('entries', 'pageKey', pageKey)).map(read).filter((entry) => !!entry),
    );

  return {
    add,
    get,
    update,
    updateMany,
    remove,
    takeDue,
    takeGathered,
    summary,
    newest,
    isUsedElsewhere,
    hasLaterSave: async (entry) => (await ofPage(entry.pageKey)).some((other) => isLaterSave(other, entry)),
    noteIdsOf: async (pageKey) =>
      (await ofPage(pageKey)).map(({ progress }) => progress.noteId).filter((id) => id !== undefined),
    history: () => use(async (db) => (await db.getAllFromIndex('history', 'at')).reverse()),
    clearHistory: () => use((db) => db.clear('history')),
    held: () =>
      use(async (db) =>
        (await db.getAllFromIndex('entries', 'group', 'held')).map(read).filter((entry) => !!entry),
      ),
    countHeld: () => use((db) => db.countFromIndex('entries', 'group', 'held')),
    prune: () => use(prune),
  };
}

/** Something of it left the browser, though it may have been refused. */
const wasSent = (entry: Entry) =>
  !hasLandedNothing(entry) || entry.failed.some(({ step, kind }) => step === 'write' && kind !== 'internal');

const isLaterSave = (other: Entry, entry: Entry) =>
  other.seq > entry.seq &&
  other.group !== 'held' &&
  other.state !== 'undone' &&
  !(other.state === 'parked' && hasLandedNothing(other));

/** Nothing is to be done by the user, and it is not over. */
export const isUnderWay = ({ group }: Entry) => group !== 'attention' && group !== 'finished';

interface EntryCursor {
  value: StoredEntry;
  continue(): Promise<EntryCursor | null>;
}

/** An earlier save of the same page is not over yet, though it is not among the open ones. */
async function isBehindGathered(db: OutboxDb, entry: Entry): Promise<boolean> {
  const samePage = await db.getAllFromIndex('entries', 'pageKey', entry.pageKey);
  return samePage.some(({ seq, group }) => seq < entry.seq && group === 'gathered');
}

/** `undefined` for what this version cannot read. */
export function read(stored: StoredEntry | undefined): Entry | undefined {
  const found = entrySchema.safeParse(stored);
  return found.success ? found.data : undefined;
}

/** Oldest first; an entry that cannot be read is passed over and stays. */
async function* openEntries(db: OutboxDb): AsyncGenerator<Entry> {
  // In portions: a transaction does not stay open while the caller thinks, and a bulk save is not held whole.
  // The first few are mostly enough.
  let portion = 8;
  let after = 0;
  for (;;) {
    const tx = db.transaction('entries');
    const stored: StoredEntry[] = [];
    let cursor = await tx.store.index('group').openCursor('open');
    if (cursor && after > 0 && cursor.primaryKey <= after)
      cursor = await cursor.continuePrimaryKey('open', after + 1);
    while (cursor && stored.length < portion) {
      stored.push(cursor.value);
      cursor = await cursor.continue();
    }
    for (const item of stored) {
      const entry = read(item);
      if (entry) yield entry;
    }
    if (stored.length < portion) return;
    after = stored.at(-1)?.seq ?? after;
    portion = Math.min(portion * 2, 200);
  }
}

async function prune(db: OutboxDb): Promise<void> {
  const tx = db.transaction(['entries', 'history', 'batches'], 'readwrite');
  await commit(tx, async () => {
    const entries = tx.objectStore('entries');
    const kept = await pruneBatches(tx.objectStore('batches'), entries);
    const byGroup = entries.index('group');
    let surplus = (await byGroup.count('finished')) - kept.finished - keptFinished;
    for (
      let cursor = await byGroup.openCursor('finished');
      cursor && surplus > 0;
      cursor = await cursor.continue()
    ) {
      const { batchId } = cursor.value;
      if (typeof batchId === 'string' && kept.ids.has(batchId)) continue;
      await cursor.delete();
      surplus--;
    }
    const byTime = tx.objectStore('history').index('at');
    let old = (await byTime.count()) - historyLength;
    for (let cursor = await byTime.openCursor(); cursor && old > 0; cursor = await cursor.continue()) {
      await cursor.delete();
      old--;
    }
  });
}

/** Forgets bulk saves that are over, except for the newest: their members then count as any other entry. */
async function pruneBatches(
  batches: IDBPObjectStore<OutboxSchema, Stores, 'batches', 'readwrite'>,
  entries: IDBPObjectStore<OutboxSchema, Stores, 'entries', 'readwrite'>,
): Promise<{ ids: Set<string>; finished: number }> {
  const all = (await batches.getAll()).sort((a, b) => b.firstSeq - a.firstSeq);
  const ids = new Set<string>();
  let finished = 0;
  for (const [place, { id }] of all.entries()) {
    const saved = await entries.index('batch').count(IDBKeyRange.only([id, 'saved']));
    const over = saved + (await entries.index('batch').count(IDBKeyRange.only([id, 'undone'])));
    const members = await entries.index('batch').count(IDBKeyRange.bound([id], [id, []]));
    if (place >= keptBatches && over >= members) {
      await batches.delete(id);
    } else {
      ids.add(id);
      finished += over;
    }
  }
  return { ids, finished };
}

type Stores = ('entries' | 'history' | 'batches')[];

/**
 * Does `act` and waits until it is on disk. A failed request ends the whole transaction, so half of a change
 * is never kept; the reason may be told by the request, or by the transaction alone when the disk is full.
 */
export async function commit<T>(tx: WriteTransaction, act: () => Promise<T>): Promise<T> {
  const done = tx.done.then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  try {
    const result = await act();
    const failed = await done;
    if (failed) throw failed.error;
    return result;
  } catch (error) {
    // It may have ended by itself already.
    try {
      tx.abort();
    } catch {}
    await done;
    throw tx.error ?? error;
  }
}

interface WriteTransaction {
  done: Promise<void>;
  error: DOMException | null;
  abort(): void;
}
