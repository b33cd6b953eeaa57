import * as v from 'valibot';
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { failureWords } from '../failure-words.ts';
import { createDatabase, databaseName, type Migration, migrations } from './database.ts';
import { entrySchema } from './entry.ts';
import storedEntry from './examples/entry-v1.json' with { type: 'json' };
import { createOutbox } from './outbox.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** Writes a database as version 1 of it left it behind. */
async function leaveVersion1(): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1);
    request.onupgradeneeded = () => {
      const entries = request.result.createObjectStore('entries', { keyPath: 'seq', autoIncrement: true });
      entries.createIndex('id', 'id', { unique: true });
      entries.createIndex('group', 'group');
      entries.createIndex('pageKey', 'pageKey');
      entries.add(storedEntry);
      request.result.createObjectStore('history', { keyPath: 'entryId' }).createIndex('at', 'at');
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  db.close();
}

const nextVersion: Migration = async (_db, upgrade) => {
  const entries = upgrade.objectStore('entries');
  for (const entry of await entries.getAll()) await entries.put({ ...entry, colour: 'green' });
};

describe('the database of the outbox', () => {
  it('reads what version 1 has stored, and goes on with it', async () => {
    await leaveVersion1();
    const outbox = createOutbox(createDatabase());
    const [entry] = await outbox.takeDue(Date.parse('2026-03-02T10:00:00Z'), new Set(), 1);
    expect(entry).toEqual(v.parse(entrySchema, storedEntry));
    expect(entry).toMatchObject({
      id: 'entry-1',
      done: ['lookUp', 'write'],
      attempted: ['lookUp', 'write', 'tags'],
    });
  });

  it('runs only the migrations that are missing, and keeps the entries', async () => {
    await leaveVersion1();
    const database = createDatabase([...migrations, nextVersion]);
    const [entry] = await database.use((db) => db.getAll('entries'));
    expect(entry).toMatchObject({ id: 'entry-1', colour: 'green' });
    await database.close();
  });

  it('leaves everything as it was when a migration fails, and says so', async () => {
    await leaveVersion1();
    const failing = createDatabase([
      ...migrations,
      nextVersion,
      () => {
        throw new Error('This migration has a fault.');
      },
    ]);
    await expect(failing.use((db) => db.count('entries'))).rejects.toMatchObject({
      kind: 'storage',
      message: failureWords.storageNotMigrated,
    });
    const [entry] = await createDatabase().use((db) => db.getAll('entries'));
    expect(entry).toEqual(storedEntry);
  });

  it('says that an older version is in the way, and works once it has gone', async () => {
    await leaveVersion1();
    const older = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(databaseName);
      request.onsuccess = () => resolve(request.result);
    });
    const newer = createDatabase([...migrations, nextVersion]);
    await expect(newer.use((db) => db.count('entries'))).rejects.toMatchObject({
      kind: 'storage',
      message: failureWords.storageBlocked,
    });
    older.close();
    expect(await newer.use((db) => db.count('entries'))).toBe(1);
    await newer.close();
  });

  it('makes room for a newer version, and says that it is too old to go on', async () => {
    const old = createDatabase();
    await old.use((db) => db.count('entries'));
    const newer = createDatabase([...migrations, nextVersion]);
    expect(await newer.use((db) => db.count('entries'))).toBe(0);
    await expect(old.use((db) => db.count('entries'))).rejects.toMatchObject({
      kind: 'storage',
      message: failureWords.storageTooNew,
    });
    await newer.close();
  });

  it('tries anew after the browser could not open it', async () => {
    const database = createDatabase();
    const open = vi.spyOn(IDBFactory.prototype, 'open').mockImplementationOnce(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    await expect(database.use((db) => db.count('entries'))).rejects.toMatchObject({
      kind: 'storage',
      message: failureWords.storageBroken,
    });
    open.mockRestore();
    expect(await database.use((db) => db.count('entries'))).toBe(0);
  });
});
