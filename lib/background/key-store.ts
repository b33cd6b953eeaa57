import { browser } from 'wxt/browser';
import type { FailureKind } from '../crm.ts';
import { Failure } from '../failure.ts';
import { failureWords } from '../failure-words.ts';
import { workspaceIdOf } from '../grinfi/users.ts';
import { failureOf } from '../send.ts';
import { getStored, setStored } from '../stored.ts';
import { getWorkspaces } from '../workspaces.ts';
import { remember } from './remembered.ts';
import { fromSingleKey, keysName, migrateSingleKey, type StoredKeys, singleKeyName } from './single-key.ts';

/**
 * The API keys, one a workspace: read and written here alone, and only in the service worker. They are in no
 * message, no log and none of the values that screens follow.
 */
export interface KeyStore {
  /** Without an id: the key of the workspace that is shown. */
  get(workspaceId?: string): Promise<string | undefined>;
  /**
   * `session`: in memory until the browser closes. One place at a time holds it.
   * @param workspaceId by default the one that the key names
   */
  set(key: string, keep: 'always' | 'session', workspaceId?: string): Promise<void>;
  remove(workspaceId: string): Promise<void>;
  clear(): Promise<void>;
}

export function createKeyStore(): KeyStore {
  const isClosed = closeStorage();
  // Told where a key is to be stored; until then nothing is at stake.
  isClosed.catch(() => undefined);
  // A worker that is started anew tries anew; until it works, the old key stays in use where it is.
  const migrated = migrateSingleKey().then(
    () => tellKeyFault(undefined),
    (error: unknown) => tellKeyFault(failureOf(error)),
  );

  const known = remember([keysName], async (): Promise<Keys> => {
    const [local, session] = await Promise.all([read('local'), read('session')]);
    return { ...local, ...session };
  });

  async function write(area: Area, change: (keys: Keys) => Keys): Promise<void> {
    const before = await read(area);
    const keys = change(before);
    if (Object.keys(keys).length > 0)
      await browser.storage[area].set({ [keysName]: { version: 1, keys } satisfies StoredKeys });
    else await browser.storage[area].remove(keysName);
    known.forget();
  }

  return {
    async get(workspaceId) {
      await migrated;
      const keys = await known.get();
      const id = workspaceId ?? (await getWorkspaces()).activeId ?? Object.keys(keys)[0];
      return (id === undefined ? undefined : keys[id]) ?? (await leftBehind(id));
    },
    async set(key, keep, workspaceId = workspaceIdOf(key) ?? 'first') {
      await migrated;
      const [area, other] =
        keep === 'session' ? (['session', 'local'] as const) : (['local', 'session'] as const);
      try {
        await isClosed;
        await write(area, (keys) => ({ ...keys, [workspaceId]: key }));
        await write(other, (keys) => without(keys, workspaceId));
        await dropLeftBehind(workspaceId);
      } catch (cause) {
        if (cause instanceof Failure) throw cause;
        throw new Failure('storage', 'The browser could not store the key.', { cause });
      }
    },
    async remove(workspaceId) {
      await migrated;
      await Promise.all(areas.map((area) => write(area, (keys) => without(keys, workspaceId))));
      await dropLeftBehind(workspaceId);
    },
    async clear() {
      await migrated;
      await Promise.all(areas.map((area) => browser.storage[area].remove([keysName, singleKeyName])));
      known.forget();
    },
  };
}

type Area = 'local' | 'session';
const areas = ['local', 'session'] as const;
type Keys = Record<string, string>;

function without(keys: Keys, workspaceId: string): Keys {
  const { [workspaceId]: _, ...others } = keys;
  return others;
}

/** @throws {Failure} `storage` for keys that a newer version has stored: they are left alone */
async function read(area: Area): Promise<Keys> {
  const stored: unknown = (await browser.storage[area].get(keysName))[keysName];
  if (stored === undefined) return {};
  const { version, keys } = (stored ?? {}) as Partial<Record<keyof StoredKeys, unknown>>;
  if (version !== 1 || typeof keys !== 'object' || keys === null)
    throw new Failure('storage', failureWords.keysTooNew);
  return Object.fromEntries(
    Object.entries(keys).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
    ),
  );
}

/** The single key of an older version, while it could not be brought to its new place. */
async function leftBehind(workspaceId: string | undefined): Promise<string | undefined> {
  for (const area of ['session', 'local'] as const) {
    const found = await browser.storage[area].get([singleKeyName, 'account']);
    const key = found[singleKeyName];
    if (typeof key !== 'string' || key === '') continue;
    const own = fromSingleKey({ ...(await browser.storage.local.get(['account'])), apiKey: key });
    if (workspaceId === undefined || own.workspaces.activeId === workspaceId) return key;
  }
  return undefined;
}

async function dropLeftBehind(workspaceId: string): Promise<void> {
  if ((await leftBehind(workspaceId)) === undefined) return;
  await Promise.all(areas.map((area) => browser.storage[area].remove(singleKeyName)));
}

async function tellKeyFault(fault: { kind: FailureKind; message: string } | undefined): Promise<void> {
  // Kept in memory, since what stands in the way is mostly a full disk.
  if (fault || (await getStored('keyFault'))) await setStored('keyFault', fault).catch(() => undefined);
}

interface ClosableArea {
  setAccessLevel?(options: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

/** Keeps what is stored from everything that runs in a web page, our own reader included. */
async function closeStorage(): Promise<void> {
  const areas: ClosableArea[] = [browser.storage.local, browser.storage.session];
  await Promise.all(areas.map((area) => area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })));
}

/**
 * A pasted key, without what comes along by accident: `Authorization: Bearer `, quotes, line breaks.
 * @throws {Failure} `rejected` when what is left cannot be a key
 */
export function cleanKey(pasted: string): string {
  const key = pasted
    .replace(/[\s\p{Cf}]+/gu, ' ')
    .trim()
    .replace(/^authorization\s*:\s*/i, '')
    .replace(/^bearer\b\s*/i, '')
    .replace(/^["'`]+|["'`]+$/g, '')
    .replaceAll(' ', '');
  if (key === '') throw new Failure('rejected', failureWords.keyEmpty);
  if (!/^[\x21-\x7e]+$/.test(key)) throw new Failure('rejected', failureWords.keyCharacters);
  return key;
}
