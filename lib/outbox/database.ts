import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import { Failure } from '../failure.ts';
import { failureWords } from '../failure-words.ts';
import type { SentSave } from './history.ts';

/**
 * The database of the outbox. What is in it is somebody's work that is not in the CRM yet: it is never
 * deleted to get out of trouble, an entry that cannot be read stays where it is, and when the database does
 * not open, the user is told.
 */

/** Written whole by us and checked by `entrySchema` when read, since an older version may have written it. */
export interface StoredEntry {
  seq: number;
  id: string;
  group: string;
  [key: string]: unknown;
}

/** A bulk save. Its members are the entries from `firstSeq` to `lastSeq`, which were stored together. */
export interface StoredBatch {
  id: string;
  createdAt: number;
  firstSeq: number;
  lastSeq: number;
  total: number;
  isPaused?: boolean | undefined;
  /** When the last of them landed so far. */
  savedAt?: number | undefined;
}

export interface OutboxSchema extends DBSchema {
  entries: {
    key: number;
    value: StoredEntry;
    /** `batch` has the members of bulk saves alone. */
    indexes: { id: string; group: string; pageKey: string; batch: [batchId: string, state: string] };
  };
  /** Bulk saves; `batches.ts` has what is in one. */
  batches: { key: string; value: StoredBatch };
  history: { key: string; value: SentSave; indexes: { at: number } };
}

export type OutboxDb = IDBPDatabase<OutboxSchema>;
type Upgrade = IDBPTransaction<OutboxSchema, ('entries' | 'history' | 'batches')[], 'versionchange'>;
export type Migration = (db: OutboxDb, upgrade: Upgrade) => void | Promise<void>;

export const databaseName = 'outbox';

/**
 * Number n takes the database from version n to n + 1. Never change one that was released: append. Each runs
 * inside the browser's upgrade transaction, so a failing one leaves everything as it was.
 */
export const migrations: readonly Migration[] = [
  (db) => {
    const entries = db.createObjectStore('entries', { keyPath: 'seq', autoIncrement: true });
    entries.createIndex('id', 'id', { unique: true });
    entries.createIndex('group', 'group');
    entries.createIndex('pageKey', 'pageKey');
    const history = db.createObjectStore('history', { keyPath: 'entryId' });
    history.createIndex('at', 'at');
  },
  (db, upgrade) => {
    db.createObjectStore('batches', { keyPath: 'id' });
    upgrade.objectStore('entries').createIndex('batch', ['batchId', 'state']);
  },
];

export interface Database {
  /**
   * Opens the database where it is not open, and gives what `act` gives.
   * @throws {Failure} `storage`, with a sentence for the user
   */
  use<T>(act: (db: OutboxDb) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export function createDatabase(steps: readonly Migration[] = migrations): Database {
  let opening: Promise<OutboxDb> | undefined;
  const forget = () => {
    opening = undefined;
  };

  async function use<T>(act: (db: OutboxDb) => Promise<T>): Promise<T> {
    try {
      opening ??= open(steps, forget);
      return await act(await opening);
    } catch (error) {
      // Only the opening and the browser's own faults make the connection suspect.
      if (!(error instanceof Failure) || error.kind === 'storage') forget();
      throw asFailure(error);
    }
  }

  async function close(): Promise<void> {
    const db = await opening?.catch(() => undefined);
    forget();
    db?.close();
  }

  return { use, close };
}

async function open(steps: readonly Migration[], onLost: () => void): Promise<OutboxDb> {
  let fault: Failure | undefined;
  return await new Promise<OutboxDb>((resolve, reject) => {
    const request = openDB<OutboxSchema>(databaseName, steps.length, {
      async upgrade(db, oldVersion, _newVersion, upgrade) {
        // Its end is told by the opening as well.
        upgrade.done.catch(() => undefined);
        try {
          for (const migrate of steps.slice(oldVersion)) await migrate(db, upgrade as unknown as Upgrade);
        } catch (cause) {
          fault = new Failure('storage', failureWords.storageNotMigrated, { cause });
          upgrade.abort();
        }
      },
      blocked: () => {
        fault = new Failure('storage', failureWords.storageBlocked);
        reject(fault);
        // Should it open after all, nobody is waiting for it any more.
        request.then(
          (db) => db.close(),
          () => undefined,
        );
      },
      // Another version wants to upgrade: make room at once, the next use opens anew.
      blocking(_current, _blocked, event) {
        onLost();
        (event.target as IDBDatabase).close();
      },
      terminated: onLost,
    });
    request.then(resolve, (error: unknown) => reject(fault ?? error));
  });
}

function asFailure(cause: unknown): Failure {
  if (cause instanceof Failure) return cause;
  const name = cause instanceof Error ? cause.name : '';
  return new Failure('storage', sentences[name] ?? `The browser could not use its storage (${name}).`, {
    cause,
  });
}

const sentences: Record<string, string> = {
  QuotaExceededError: failureWords.storageFull,
  VersionError: failureWords.storageTooNew,
  UnknownError: failureWords.storageBroken,
};
