import type { OutboxDb, StoredBatch, StoredEntry } from './database.ts';
import type { Entry } from './entry.ts';
import { read } from './stored-entries.ts';

/** Stands for an entry that this version cannot read; it is kept. */
export interface Unreadable {
  unreadable: StoredEntry;
}

/** Newest first; of bulk saves only what needs the user. */
export async function newestOf(db: OutboxDb, limit: number): Promise<(Entry | Unreadable)[]> {
  const tx = db.transaction(['entries', 'batches']);
  const store = tx.objectStore('entries');
  const batches = await tx.objectStore('batches').getAll();
  const [alone, inNeed] = await Promise.all([savedAlone(store, batches, limit), membersInNeed(store, limit)]);
  return [...alone.map((stored) => read(stored) ?? { unreadable: stored }), ...inNeed];
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

interface EntryCursor {
  value: StoredEntry;
  continue(): Promise<EntryCursor | null>;
}

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
