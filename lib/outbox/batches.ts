import type { RecordObject } from '../crm.ts';
import { Failure } from '../failure.ts';
import { failureWords } from '../failure-words.ts';
import type { PersonSave } from '../save-request.ts';
import { fateOf } from './add-entry.ts';
import { cancel, canUndo, pause, requestRetry, requestUndo, resume, undoGraceMs } from './advance.ts';
import type { BatchChange, BatchRow, BatchView } from './batch-view.ts';
import { commit } from './commit.ts';
import type { Database, OutboxDb, StoredBatch, StoredEntry } from './database.ts';
import {
  type Entry,
  hasLandedNothing,
  isLaterSave,
  isOfWorkspace,
  isSameSave,
  isUnderWay,
  newEntry,
  undoWindowMs,
  viewOf,
} from './entry.ts';
import { withoutOvertaken } from './overtaken.ts';
import { read, readAll } from './stored-entries.ts';

/** Largest bulk save: the longest list that a page can give. */
export const maxBatch = 2_500;

/**
 * Saves of many people that belong together. Each is an entry of its own in the outbox and is sent like any
 * other; together they are stored in one transaction, paused, cancelled, tried again and undone.
 */
export interface Batches {
  /**
   * Stores all of them or none. One that is under way already with the same content is not stored again; when
   * all are, the bulk save is the one that they belong to.
   */
  add(
    saves: readonly PersonSave[],
    given: { now: number; workspaceId?: string | undefined },
  ): Promise<{ batchId: string | null; added: number }>;
  /** @throws {Failure} `rejected` when it is gone, or too late to undo */
  change(batchId: string, change: BatchChange, now: number): Promise<void>;
  rows(batchId: string, crmUrl: CrmUrl): Promise<BatchRow[]>;
  /** Newest first. */
  views(limit: number): Promise<BatchView[]>;
}

type CrmUrl = (object: RecordObject, recordId: string) => string | undefined;

export function createBatches(
  database: Database,
  { newId = () => crypto.randomUUID(), onChange = () => undefined }: BatchesOptions = {},
): Batches {
  const { use } = database;

  const add: Batches['add'] = async (saves, { now, workspaceId }) => {
    const added = await use(async (db) => {
      const tx = db.transaction(['entries', 'batches'], 'readwrite', { durability: 'strict' });
      return commit(tx, async () => {
        const entries = tx.objectStore('entries');
        const batchId = newId();
        const seqs: number[] = [];
        let twinOf: string | null = null;
        for (const save of saves) {
          const ofPage = readAll(await entries.index('pageKey').getAll(save.pageKey));
          const samePage = ofPage.filter((old) => isOfWorkspace(old, workspaceId));
          const twin = samePage.at(-1);
          const canStand = twin && !twin.undo && twin.group !== 'held' && isUnderWay(twin);
          for (const old of samePage) {
            const fate = old.group === 'held' ? 'goes' : fateOf(old);
            if (fate === 'goes') await entries.delete(old.seq);
            else if (fate !== 'stays') await entries.put(fate.becomes as unknown as StoredEntry);
          }
          if (canStand && isSameSave(twin.save, save)) {
            twinOf ??= twin.batchId ?? null;
            continue;
          }
          const entry = newEntry(save, { id: newId(), now, workspaceId, batchId });
          seqs.push(await entries.add(entry as unknown as StoredEntry));
        }
        const [firstSeq] = seqs;
        if (firstSeq === undefined) return { batchId: twinOf, added: 0 };
        const lastSeq = seqs.at(-1) ?? firstSeq;
        const total = seqs.length;
        await tx.objectStore('batches').put({ id: batchId, createdAt: now, firstSeq, lastSeq, total });
        return { batchId, added: total };
      });
    });
    onChange();
    return added;
  };

  const change: Batches['change'] = async (batchId, what, now) => {
    await use(async (db) => {
      const tx = db.transaction(['entries', 'batches'], 'readwrite');
      return commit(tx, async () => {
        const batches = tx.objectStore('batches');
        const batch = await batches.get(batchId);
        if (!batch) throw new Failure('rejected', failureWords.entryGone);
        const entries = tx.objectStore('entries');
        const ofPage = async (pageKey: string) => readAll(await entries.index('pageKey').getAll(pageKey));
        let changed = 0;
        for (
          let cursor = await entries.openCursor(rangeOf(batch));
          cursor;
          cursor = await cursor.continue()
        ) {
          const entry = read(cursor.value);
          if (entry?.batchId !== batchId) continue;
          const mayBeSavedAgain = what === 'undo' && !hasLandedNothing(entry);
          // A later save stands on this one, so that taking it back would spoil the later one.
          if (mayBeSavedAgain && (await ofPage(entry.pageKey)).some((other) => isLaterSave(other, entry)))
            continue;
          const wanted = changeOf(what, batch, now)(entry);
          if (wanted === entry) continue;
          const isAgain = what === 'retry' && entry.group === 'attention';
          const next = isAgain ? withoutOvertaken(wanted, await ofPage(entry.pageKey)) : wanted;
          changed += 1;
          await cursor.update(next as unknown as StoredEntry);
        }
        if (what === 'undo' && changed === 0) throw new Failure('rejected', failureWords.undoTooLate);
        const { isPaused, ...rest } = batch;
        const stays = isPaused && (what === 'retry' || what === 'undo');
        await batches.put(what === 'pause' || stays ? { ...rest, isPaused: true } : rest);
      });
    });
    onChange();
  };

  const membersOf = async (db: OutboxDb, batch: StoredBatch): Promise<Entry[]> =>
    (await db.getAll('entries', rangeOf(batch)))
      .map(read)
      .filter((entry) => entry !== undefined)
      .filter((entry) => entry.batchId === batch.id);

  const rows: Batches['rows'] = (batchId, crmUrl) =>
    use(async (db) => {
      const batch = await db.get('batches', batchId);
      if (!batch) return [];
      return (await membersOf(db, batch)).map((entry) => {
        const { id, pageKey, title, state, created, failed, crmUrl: url } = viewOf(entry, crmUrl);
        return { entryId: id, pageKey, title, state, created, failed, crmUrl: url };
      });
    });

  const views: Batches['views'] = (limit) =>
    use(async (db) => {
      const all = (await db.getAll('batches')).sort((a, b) => b.firstSeq - a.firstSeq);
      return Promise.all(all.slice(0, limit).map((batch) => batchView(db, batch)));
    });

  return { add, change, rows, views };
}

export interface BatchesOptions {
  newId?: () => string;
  /** Called after every change, when it is stored. */
  onChange?: () => void;
}

const rangeOf = ({ firstSeq, lastSeq }: StoredBatch) => IDBKeyRange.bound(firstSeq, lastSeq);

function changeOf(what: BatchChange, { savedAt = 0 }: StoredBatch, now: number): (entry: Entry) => Entry {
  switch (what) {
    case 'pause':
      return pause;
    case 'resume':
      return resume;
    case 'cancel':
      return (entry) => (entry.undo ? entry : cancel(entry, now));
    case 'retry':
      return (entry) => {
        const isWaiting = entry.group === 'open' && entry.retryAt !== undefined;
        return entry.group === 'attention' || isWaiting ? requestRetry(entry) : entry;
      };
    case 'undo': {
      // Who saved many sees the end of the last of them: until 15 s after it, all can be taken back.
      const isInTime = now <= savedAt + undoWindowMs + undoGraceMs;
      return (entry) => (!entry.undo && (isInTime || canUndo(entry, now)) ? requestUndo(entry, now) : entry);
    }
  }
}

async function batchView(
  db: OutboxDb,
  { id, createdAt, total, isPaused, savedAt }: StoredBatch,
): Promise<BatchView> {
  const count = (state: Entry['state']) =>
    db.countFromIndex('entries', 'batch', IDBKeyRange.only([id, state]));
  const [waiting, sending, written, saved, partial, parked, undoing, undone] = await Promise.all(
    (['waiting', 'sending', 'gathered', 'saved', 'partial', 'parked', 'undoing', 'undone'] as const).map(
      count,
    ),
  );
  return {
    id,
    createdAt,
    total,
    waiting: waiting ?? 0,
    sending: (sending ?? 0) + (written ?? 0),
    written: written ?? 0,
    saved: saved ?? 0,
    failed: (partial ?? 0) + (parked ?? 0),
    undoing: undoing ?? 0,
    undone: undone ?? 0,
    isPaused: isPaused === true,
    ...(savedAt !== undefined && { undoUntil: savedAt + undoWindowMs }),
  };
}
