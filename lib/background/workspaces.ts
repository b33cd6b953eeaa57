import { browser } from 'wxt/browser';
import type { Account, Catalog, KeyState } from '../crm.ts';
import { Failure } from '../failure.ts';
import { failureWords } from '../failure-words.ts';
import type { Access } from '../outbox/drain-deps.ts';
import type { Presets } from '../presets.ts';
import {
  idOfAccount,
  nameOf,
  parseWorkspaces,
  storageKey,
  type Workspace,
  type Workspaces,
} from '../workspaces.ts';
import type { KeyStore } from './key-store.ts';
import { remember } from './remembered.ts';

/** What is kept for each workspace. Presets are written by the screens as well. */
interface Kept {
  account: Account;
  catalog: Catalog;
  presets: Presets;
}
type KeptName = keyof Kept;
const keptNames = ['account', 'catalog', 'presets'] as const satisfies KeptName[];

/**
 * The workspaces and what is known of each. Screens follow the one that is shown under plain names (`catalog`,
 * `account`, …); what belongs to the others lies beside. A switch exchanges both in one write, so that a
 * worker stopped on the way never leaves one workspace's lists under another's name.
 */
export interface WorkspaceStore {
  list(): Promise<Workspaces>;
  active(): Promise<Workspace | undefined>;
  /** A save from the time of a single key bears no id: it belongs to the oldest workspace. */
  find(id: string | undefined): Promise<Workspace | undefined>;
  get<N extends KeptName>(id: string, name: N): Promise<Kept[N] | undefined>;
  set<N extends KeptName>(id: string, name: N, value: Kept[N] | undefined): Promise<void>;
  /** Adds or renews the workspace of this account, whose key is good, and shows it. */
  add(account: Account): Promise<void>;
  /** @throws {Failure} `rejected` when it is gone */
  show(id: string): Promise<void>;
  change(id: string, change: { label?: string | undefined; isDefault?: boolean | undefined }): Promise<void>;
  /** Forgets it with all that came with it, its key last of all excepted: that is the caller's. */
  remove(id: string): Promise<void>;
  /** Without an id: of a key from before there were several. Writes only what changes. */
  tellKeyState(id: string | undefined, state: KeyState): Promise<void>;
}

const besideKey = (id: string) => `workspace:${id}`;
type Local = Record<string, unknown>;

export function createWorkspaces(): WorkspaceStore {
  // One change at a time: each reads before it writes, and only the worker writes.
  let last: Promise<unknown> = Promise.resolve();
  function inTurn<T>(act: () => Promise<T>): Promise<T> {
    const run = last.then(act, act);
    last = run.catch(() => undefined);
    return run;
  }

  const stored = remember([storageKey, 'keyState'], async () => {
    const found: Local = await browser.storage.local.get([storageKey, 'keyState']);
    return { workspaces: parseWorkspaces(found[storageKey]), keyState: found['keyState'] };
  });
  const list = async () => (await stored.get()).workspaces;

  async function write(values: Local): Promise<void> {
    await browser.storage.local.set(values);
    stored.forget();
  }

  const find: WorkspaceStore['find'] = async (id) => {
    const { all } = await list();
    return id === undefined ? all[0] : all.find((one) => one.id === id);
  };

  async function keptOf(id: string, { activeId }: Workspaces): Promise<Local> {
    if (id === activeId) return browser.storage.local.get([...keptNames]);
    const found = (await browser.storage.local.get(besideKey(id)))[besideKey(id)];
    return typeof found === 'object' && found !== null ? (found as Local) : {};
  }

  /** What to write so that `next.activeId` is shown, and what was shown lies beside. */
  async function exchange(before: Workspaces, next: Workspaces, shown: Local): Promise<Local> {
    const { activeId } = before;
    const isKept = activeId !== undefined && next.all.some(({ id }) => id === activeId);
    const beside = isKept ? { [besideKey(activeId)]: await keptOf(activeId, before) } : {};
    const keyState = next.all.find(({ id }) => id === next.activeId)?.keyState ?? 'none';
    const plain = Object.fromEntries(keptNames.map((name) => [name, shown[name] ?? null]));
    return { ...beside, ...plain, keyState, [storageKey]: next };
  }

  return {
    list,
    async active() {
      const { all, activeId } = await list();
      return all.find(({ id }) => id === activeId);
    },
    find,
    async get(id, name) {
      const kept = await keptOf(id, await list());
      return (kept[name] ?? undefined) as Kept[typeof name] | undefined;
    },
    set: (id, name, value) =>
      inTurn(async () => {
        const workspaces = await list();
        const isKnown = workspaces.all.some((one) => one.id === id);
        if (!isKnown && workspaces.all.length > 0) return;
        if (!isKnown || id === workspaces.activeId) {
          await (value === undefined
            ? browser.storage.local.remove(name)
            : browser.storage.local.set({ [name]: value }));
          return;
        }
        const kept = await keptOf(id, workspaces);
        await browser.storage.local.set({ [besideKey(id)]: { ...kept, [name]: value ?? null } });
      }),
    add: (account) =>
      inTurn(async () => {
        const before = await list();
        const id = idOfAccount(account);
        const old = before.all.find((one) => one.id === id);
        const name = account.workspaceName ?? account.userName;
        const workspace: Workspace = { ...old, id, name, keyState: 'ok' };
        const all = old
          ? before.all.map((one) => (one.id === id ? workspace : one))
          : [...before.all, workspace];
        const kept = old ? await keptOf(id, before) : await keptFromBefore(id, before);
        const next = { ...before, all, activeId: id };
        await write(await exchange(before, next, { ...kept, account }));
      }),
    show: (id) =>
      inTurn(async () => {
        const before = await list();
        if (!before.all.some((one) => one.id === id))
          throw new Failure('rejected', failureWords.workspaceGone);
        if (before.activeId === id) return;
        const kept = await keptOf(id, before);
        await write(await exchange(before, { ...before, activeId: id }, kept));
      }),
    change: (id, { label, isDefault }) =>
      inTurn(async () => {
        const { all, activeId, defaultId } = await list();
        const renamed = (one: Workspace): Workspace => ({ ...one, label: label?.trim() || undefined });
        const next: Workspaces = {
          version: 1,
          all: label === undefined ? all : all.map((one) => (one.id === id ? renamed(one) : one)),
          activeId,
          defaultId: isDefault === undefined ? defaultId : isDefault ? id : undefined,
        };
        await write({ [storageKey]: next });
      }),
    remove: (id) =>
      inTurn(async () => {
        const before = await list();
        const all = before.all.filter((one) => one.id !== id);
        const following = all.find((one) => one.id === before.defaultId) ?? all[0];
        if (!following) {
          // The presets stay: nothing of a key is in them, and most people come back with the next one.
          await write({ keyState: 'none' satisfies KeyState });
          await browser.storage.local.remove([storageKey, 'account', 'catalog', besideKey(id)]);
          stored.forget();
          return;
        }
        const defaultId = before.defaultId === id ? undefined : before.defaultId;
        const isShown = before.activeId === id;
        const next = { ...before, all, defaultId, activeId: isShown ? following.id : before.activeId };
        const kept = isShown ? await keptOf(following.id, before) : {};
        await write(isShown ? await exchange(before, next, kept) : { [storageKey]: next });
        await browser.storage.local.remove(besideKey(id));
      }),
    tellKeyState: (id, state) =>
      inTurn(async () => {
        const { workspaces, keyState: shown } = await stored.get();
        const { all, activeId } = workspaces;
        const own = id ?? activeId;
        const isShown = own === activeId || all.length === 0;
        const changes: Local = {};
        if (all.some((one) => one.id === own && one.keyState !== state))
          changes[storageKey] = {
            ...workspaces,
            all: all.map((one) => (one.id === own ? { ...one, keyState: state } : one)),
          };
        if (isShown && shown !== state) changes['keyState'] = state;
        if (Object.keys(changes).length > 0) await write(changes);
      }),
  };
}

/** Of the time before the first workspace was noted: lists and tags are of use if they are the same one's. */
async function keptFromBefore(id: string, { all }: Workspaces): Promise<Local> {
  if (all.length > 0) return {};
  const kept: Local = await browser.storage.local.get([...keptNames]);
  const account = kept['account'] as Account | undefined | null;
  return account && idOfAccount(account) !== id
    ? { presets: kept['presets'] }
    : { ...kept, ...(account ? {} : { catalog: null }) };
}

/** A key that was kept until the browser closed is gone after that, while its state was kept. */
export async function noticeLostKeys(keyStore: KeyStore, workspaces: WorkspaceStore): Promise<void> {
  if ((await keyStore.get()) === undefined) await workspaces.tellKeyState(undefined, 'none');
  for (const { id } of (await workspaces.list()).all)
    if ((await keyStore.get(id)) === undefined) await workspaces.tellKeyState(id, 'none');
}

/** What to call it in a save that is to say where it goes. */
export const nameOfWorkspace = (workspace: Workspace | undefined): string | undefined =>
  workspace && (nameOf(workspace) || undefined);

/** Which saves can be sent now. With no workspace at all everything waits for the first key. */
export async function accessNow(workspaces: WorkspaceStore): Promise<Access> {
  const { all } = await workspaces.list();
  return {
    to(id) {
      const meant = id === undefined ? all[0] : all.find((one) => one.id === id);
      if (meant) return meant.keyState === 'ok' ? 'open' : 'shut';
      return all.length === 0 ? 'shut' : 'missing';
    },
    openIds: all.filter(({ keyState }) => keyState === 'ok').map(({ id }) => id),
  };
}
