import type { SaveRequest } from '../save-request.ts';
import { type AddGiven, addEntry } from './add-entry.ts';
import { requestRetry } from './advance.ts';
import { commit } from './commit.ts';
import type { Database, OutboxDb, StoredEntry } from './database.ts';
import { type OutboxSummary, summaryOf, takeDue, takeGathered } from './due.ts';
import {
  type Entry,
  hasLandedNothing,
  isChecking,
  isLaterSave,
  isOfWorkspace,
  isParkedForWorkspace,
} from './entry.ts';
import { type SentSave, sentSave } from './history.ts';
import { newestOf, type Unreadable } from './newest.ts';
import { newerSaves, withoutOvertaken } from './overtaken.ts';
import { prune } from './prune.ts';
import { read, readAll } from './stored-entries.ts';

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
   * gives nothing. With `historyAt`, one of which all is written goes into the history, too.
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
  /** Tries it again now, without what newer saves of its page have set since; `undefined` when it is gone. */
  retry(id: string): Promise<Entry | undefined>;
  remove(id: string, discardedAt: number): Promise<void>;
  /** Lets go on what was stopped because the key led to another workspace than these; whether there was any. */
  releaseFor(workspaceIds: readonly string[]): Promise<boolean>;
  /** Entries to send now, in order, of which no two (nor one and `busy`) touch the same record. */
  takeDue(
    now: number,
    busy: ReadonlySet<string>,
    limit: number,
    isShut?: (workspaceId: string | undefined) => boolean,
  ): Promise<Entry[]>;
  /** Entries whose last parts are to be done together: at most `limit`, or none below `atLeast`. */
  takeGathered(
    limit: number,
    atLeast: number,
    isShut?: (workspaceId: string | undefined) => boolean,
  ): Promise<Entry[]>;
  /** How many wait or are being sent, how many need the user, and when the next one is due. */
  summary(now: number, notBefore?: (workspaceId: string | undefined) => number): Promise<OutboxSummary>;
  /**
   * Newest first: the last `limit`, and older ones that wait or need the user; of bulk saves only the latter.
   * `unreadable` stands for entries that this version cannot read; they are kept.
   */
  newest(limit: number): Promise<(Entry | Unreadable)[]>;
  /** True when another entry, not undone, stands on this record. */
  isUsedElsewhere(recordId: string, entryId: string): Promise<boolean>;
  hasLaterSave(entry: Entry): Promise<boolean>;
  /** What was written of its page since, oldest first. */
  newerSaves(entry: Entry): Promise<SaveRequest[]>;
  /** Notes that entries of this page made. */
  noteIdsOf(pageKey: string): Promise<string[]>;
  taskIdsOf(pageKey: string): Promise<string[]>;
  /** True when another entry of the same page stands, or stood, on this record. */
  isOfAnother(recordId: string, entry: Pick<Entry, 'id' | 'pageKey'>): Promise<boolean>;
  /** Newest first. */
  history(): Promise<SentSave[]>;
  /** What was collected and not sent, oldest first. */
  held(): Promise<Entry[]>;
  countHeld(): Promise<number>;
  clearHistory(): Promise<void>;
  /** Drops finished entries that no screen shows any more, and history beyond its length. */
  prune(): Promise<void>;
}

export interface OutboxOptions {
  newId?: () => string;
  /** Called after every change, when it is stored. `isStep`: what is sent goes on, of which nobody waits to hear. */
  onChange?: (isStep: boolean) => void;
}

export function createOutbox(
  database: Database,
  { newId = () => crypto.randomUUID(), onChange = () => undefined }: OutboxOptions = {},
): Outbox {
  const { use } = database;

  async function change<T>(act: (db: OutboxDb) => Promise<T>, isStep?: (result: T) => boolean): Promise<T> {
    const result = await use(act);
    onChange(isStep?.(result) === true);
    return result;
  }

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
          const outcome = isChecking(changed)
            ? changed.failed.length > 0
              ? 'partial'
              : 'saved'
            : changed.state;
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
    }, areSteps);

  const update: Outbox['update'] = async (id, makeNew, options) =>
    (await updateMany([id], makeNew, options))[0];

  const retry: Outbox['retry'] = (id) =>
    change(async (db) => {
      const tx = db.transaction('entries', 'readwrite');
      return commit(tx, async () => {
        const entry = read(await tx.store.index('id').get(id));
        if (!entry) return undefined;
        const samePage = readAll(await tx.store.index('pageKey').getAll(entry.pageKey));
        const retried = requestRetry(entry);
        const next = retried === entry ? entry : withoutOvertaken(retried, samePage);
        await tx.store.put(next as unknown as StoredEntry);
        return next;
      });
    });

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

  const releaseFor: Outbox['releaseFor'] = async (workspaceIds) => {
    const stopped = await use(async (db) =>
      readAll(await db.getAllFromIndex('entries', 'group', 'attention')).filter(
        (entry) => isParkedForWorkspace(entry) && workspaceIds.some((id) => isOfWorkspace(entry, id)),
      ),
    );
    if (stopped.length === 0) return false;
    const ids = stopped.map(({ id }) => id);
    await updateMany(ids, (entry) => (isParkedForWorkspace(entry) ? requestRetry(entry) : undefined));
    return true;
  };

  const isUsedElsewhere: Outbox['isUsedElsewhere'] = (recordId, entryId) =>
    use(async (db) => {
      const entries = readAll(await db.getAll('entries'));
      return entries.some(
        (entry) =>
          entry.id !== entryId &&
          entry.state !== 'undone' &&
          !hasLandedNothing(entry) &&
          (entry.progress.recordId === recordId || entry.progress.company?.recordId === recordId),
      );
    });

  const ofPage = (pageKey: string) =>
    use(async (db) => readAll(await db.getAllFromIndex('entries', 'pageKey', pageKey)));

  return {
    add: (save, given) =>
      change(
        (db) => addEntry(db, save, { ...given, id: newId() }),
        // Who asked is told of it in the answer.
        ({ group }) => group === 'open',
      ),
    get,
    update,
    updateMany,
    retry,
    remove,
    releaseFor,
    takeDue: (now, busy, limit, isShut) => use((db) => takeDue(db, now, busy, limit, isShut)),
    takeGathered: (limit, atLeast, isShut) => use((db) => takeGathered(db, limit, atLeast, isShut)),
    summary: (now, notBefore) => use((db) => summaryOf(db, now, notBefore)),
    newest: (limit) => use((db) => newestOf(db, limit)),
    isUsedElsewhere,
    hasLaterSave: async (entry) => (await ofPage(entry.pageKey)).some((other) => isLaterSave(other, entry)),
    newerSaves: async (entry) => newerSaves(entry, await ofPage(entry.pageKey)),
    noteIdsOf: async (pageKey) =>
      (await ofPage(pageKey)).map(({ progress }) => progress.noteId).filter((id) => id !== undefined),
    taskIdsOf: async (pageKey) => (await ofPage(pageKey)).flatMap(({ progress }) => progress.taskId ?? []),
    isOfAnother: async (recordId, { id, pageKey }) =>
      (await ofPage(pageKey)).some((other) => other.id !== id && other.progress.recordId === recordId),
    history: () => use(async (db) => (await db.getAllFromIndex('history', 'at')).reverse()),
    clearHistory: () => use((db) => db.clear('history')),
    held: () => use(async (db) => readAll(await db.getAllFromIndex('entries', 'group', 'held'))),
    countHeld: () => use((db) => db.countFromIndex('entries', 'group', 'held')),
    prune: () => use(prune),
  };
}

/** Not of an undo: who has pressed it looks at what becomes of it. */
const areSteps = (changed: readonly Entry[]) =>
  changed.every((entry) => ['sending', 'gathered'].includes(entry.state) && !isChecking(entry));

/** Something of it left the browser, though it may have been refused. */
const wasSent = (entry: Entry) =>
  !hasLandedNothing(entry) || entry.failed.some(({ step, kind }) => step === 'write' && kind !== 'internal');
