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
