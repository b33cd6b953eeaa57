import type { IDBPObjectStore } from 'idb';
import { commit } from './commit.ts';
import type { OutboxDb, OutboxSchema } from './database.ts';
import { historyLength } from './history.ts';

/** Finished entries that stay: what the screens list. */
const keptFinished = 50;
/** Bulk saves of which everything stays, for their summary and their undo. */
const keptBatches = 2;

/** Drops finished entries that no screen shows any more, and history beyond its length. */
export async function prune(db: OutboxDb): Promise<void> {
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
