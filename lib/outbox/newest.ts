import type { OutboxDb, StoredEntry } from './database.ts';
import type { Entry } from './entry.ts';
import { read } from './stored-entries.ts';

/** Stands for an entry that this version cannot read; it is kept. */
export interface Unreadable {
  unreadable: StoredEntry;
}

/** Newest first; of bulk saves only what needs the user. */
export async function newestOf(db: OutboxDb, limit: number): Promise<(Entry | Unreadable)[]> {
  const found: (Entry | Unreadable)[] = [];
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
