import type { OutboxDb, StoredBatch, StoredEntry } from './database.ts';
import type { Entry } from './entry.ts';
import { read } from './stored-entries.ts';

/** Stands for an entry that this version cannot read; it is kept. */
export interface Unreadable {
  unreadable: StoredEntry;
}

/**
 * Newest first: the last `limit`, and older ones that are not over, up to `limit` that need the user and as many that
 * wait. Of bulk saves only what needs the user.
 */
export async function newestOf(db: OutboxDb, limit: number): Promise<(Entry | Unreadable)[]> {
  const tx = db.transaction(['entries', 'batches']);
  const store = tx.objectStore('entries');
  const batches = await tx.objectStore('batches').getAll();
  const [alone, inNeed, open] = await Promise.all([
    savedAlone(store, batches, limit),
    store.index('group').getAll('attention', limit),
    store.index('group').getAll('open', limit),
  ]);
  const shown = [...alone, ...inNeed, ...open.filter(({ batchId }) => batchId === undefined)];
  return [...new Map(shown.map((stored) => [stored.seq, stored])).values()]
    .sort((a, b) => b.seq - a.seq)
    .map((stored) => read(stored) ?? { unreadable: stored });
}

interface EntryStore {
  getAllKeys(range: IDBKeyRange): Promise<number[]>;
  getAll(range: IDBKeyRange): Promise<StoredEntry[]>;
}

/** The members of a bulk save lie side by side: what is not of one lies before, between and after them. */
async function savedAlone(store: EntryStore, batches: StoredBatch[], limit: number): Promise<StoredEntry[]> {
  const found: StoredEntry[] = [];
  let upper = Number.POSITIVE_INFINITY;
  batches.sort((a, b) => b.firstSeq - a.firstSeq);
  for (const { firstSeq, lastSeq } of [...batches, { firstSeq: 0, lastSeq: 0 }]) {
    const seqs = await store.getAllKeys(IDBKeyRange.bound(lastSeq, upper, true, true));
    const first = seqs.slice(found.length - limit)[0];
    if (first !== undefined)
      found.push(...(await store.getAll(IDBKeyRange.bound(first, upper, false, true))).reverse());
    if (found.length >= limit) break;
    upper = firstSeq;
  }
  return found;
}
