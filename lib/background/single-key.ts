import { browser } from 'wxt/browser';
import { Failure } from '../failure.ts';
import { failureWords } from '../failure-words.ts';
import { workspaceIdOf } from '../grinfi/users.ts';
import { idOfAccount, type Workspaces, storageKey as workspacesKey } from '../workspaces.ts';

/**
 * Versions up to 0.1 had one key, under a name of its own. From then on there are several, each under the id
 * of its workspace.
 */
export const singleKeyName = 'apiKey';
export const keysName = 'apiKeys';

/** Workspace id → key. In `local`, or in `session` for those kept until the browser closes. */
export interface StoredKeys {
  version: 1;
  keys: Record<string, string>;
}

type Stored = Record<string, unknown>;

/**
 * From one key to several: what is to be stored in its place, given all that was stored beside it.
 * @param stored as `storage.local` of that version, with the key from wherever it was kept
 */
export function fromSingleKey(stored: Stored & { apiKey: string }): {
  keys: StoredKeys;
  workspaces: Workspaces;
} {
  const { apiKey, account, keyState } = stored;
  const known = isAccount(account) ? account : undefined;
  const id = workspaceIdOf(apiKey) ?? (known ? idOfAccount(known) : 'first');
  const name = known?.workspaceName ?? known?.userName ?? '';
  const workspace = { id, name, keyState: keyState === 'refused' ? ('refused' as const) : ('ok' as const) };
  return {
    keys: { version: 1, keys: { [id]: apiKey } },
    workspaces: { version: 1, all: [workspace], activeId: id },
  };
}

interface OldAccount {
  userId: string;
  userName: string;
  workspaceId?: string;
  workspaceName?: string;
}
const isAccount = (value: unknown): value is OldAccount =>
  typeof value === 'object' && value !== null && 'userId' in value && 'userName' in value;

/**
 * Brings a single key that is still stored under its new name. May be stopped anywhere: the old key goes last,
 * when the new place has been seen to hold it.
 * @throws {Failure} `storage` when that did not work; what was stored is as it was
 */
export async function migrateSingleKey(): Promise<void> {
  for (const area of ['local', 'session'] as const) {
    const apiKey = (await browser.storage[area].get(singleKeyName))[singleKeyName];
    if (typeof apiKey !== 'string' || apiKey === '') continue;
    try {
      await move(area, apiKey);
    } catch (cause) {
      throw new Failure('storage', failureWords.keyNotMigrated, { cause });
    }
  }
}

async function move(area: 'local' | 'session', apiKey: string): Promise<void> {
  const local: Stored = await browser.storage.local.get(null);
  const { keys, workspaces } = fromSingleKey({ ...local, apiKey });
  const present = (await browser.storage[area].get(keysName))[keysName];
  if (present === undefined) {
    await browser.storage.local.set({ [workspacesKey]: workspaces });
    await browser.storage[area].set({ [keysName]: keys });
    const written = (await browser.storage[area].get(keysName))[keysName];
    if (JSON.stringify(written) !== JSON.stringify(keys)) throw new Error('not as written');
  }
  await browser.storage[area].remove(singleKeyName);
}
