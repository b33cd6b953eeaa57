import type { IDBPObjectStore } from 'idb';
import * as v from 'valibot';
import type { OutboxSchema, StoredEntry } from './database.ts';
import { type Entry, entrySchema } from './entry.ts';

/** Entries as they come out of the database, where an older or newer version may have put them. */

export type EntryReads = IDBPObjectStore<OutboxSchema, ['entries'], 'entries'>;

/** `undefined` for what this version cannot read. */
export function read(stored: StoredEntry | undefined): Entry | undefined {
  const found = v.safeParse(entrySchema, stored);
  return found.success ? found.output : undefined;
}

export const readAll = (stored: readonly StoredEntry[]): Entry[] =>
  stored.map(read).filter((entry) => entry !== undefined);

/**
 * Oldest first; an entry that cannot be read is passed over and stays. Between them the caller may wait for the
 * same transaction alone.
 */
export async function* openEntries(store: EntryReads): AsyncGenerator<Entry> {
  // In portions, so that a bulk save is not held whole. The first few are mostly enough, and come with one request.
  let portion = 8;
  let stored = await store.index('group').getAll('open', portion);
  for (;;) {
    for (const item of stored) {
      const entry = read(item);
      if (entry) yield entry;
    }
    if (stored.length < portion) return;
    portion = Math.min(portion * 2, 200);
    stored = await openAfter(store, stored.at(-1)?.seq ?? 0, portion);
  }
}

async function openAfter(store: EntryReads, seq: number, limit: number): Promise<StoredEntry[]> {
  const found: StoredEntry[] = [];
  let cursor = await store.index('group').openCursor('open');
  if (cursor && cursor.primaryKey <= seq) cursor = await cursor.continuePrimaryKey('open', seq + 1);
  while (cursor && found.length < limit) {
    found.push(cursor.value);
    cursor = await cursor.continue();
  }
  return found;
}
