import * as v from 'valibot';
import type { OutboxDb, StoredEntry } from './database.ts';
import { type Entry, entrySchema } from './entry.ts';

/** Entries as they come out of the database, where an older or newer version may have put them. */

/** `undefined` for what this version cannot read. */
export function read(stored: StoredEntry | undefined): Entry | undefined {
  const found = v.safeParse(entrySchema, stored);
  return found.success ? found.output : undefined;
}

export const readAll = (stored: readonly StoredEntry[]): Entry[] =>
  stored.map(read).filter((entry) => entry !== undefined);

/** Oldest first; an entry that cannot be read is passed over and stays. */
export async function* openEntries(db: OutboxDb): AsyncGenerator<Entry> {
  // In portions: a transaction does not stay open while the caller thinks, and a bulk save is not held whole.
  // The first few are mostly enough, and come with one request.
  let portion = 8;
  let stored = await db.getAllFromIndex('entries', 'group', 'open', portion);
  for (;;) {
    for (const item of stored) {
      const entry = read(item);
      if (entry) yield entry;
    }
    if (stored.length < portion) return;
    portion = Math.min(portion * 2, 200);
    stored = await openAfter(db, stored.at(-1)?.seq ?? 0, portion);
  }
}

async function openAfter(db: OutboxDb, seq: number, limit: number): Promise<StoredEntry[]> {
  const found: StoredEntry[] = [];
  let cursor = await db.transaction('entries').store.index('group').openCursor('open');
  if (cursor && cursor.primaryKey <= seq) cursor = await cursor.continuePrimaryKey('open', seq + 1);
  while (cursor && found.length < limit) {
    found.push(cursor.value);
    cursor = await cursor.continue();
  }
  return found;
}
