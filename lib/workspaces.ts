import { browser } from 'wxt/browser';
import type { Account, KeyState } from './crm.ts';

/** A workspace of Grinfi that there is a key for, or was. */
export interface Workspace {
  /** Grinfi's id of it, where the key names one; else one of ours. */
  id: string;
  /** As Grinfi calls it; of a key that may not see that, the user's name. */
  name: string;
  /** As the user calls it. */
  label?: string | undefined;
  keyState: KeyState;
}

/** Those that the user has added, oldest first, and which of them the screens show. Holds no key. */
export interface Workspaces {
  version: 1;
  all: Workspace[];
  activeId?: string | undefined;
  /** The one that a new start of the browser begins with; without it, the last one used. */
  defaultId?: string | undefined;
}

export const storageKey = 'workspaces';
export const noWorkspaces: Workspaces = { version: 1, all: [] };

/** What is stored; anything missing or unreadable counts as none. */
export async function getWorkspaces(): Promise<Workspaces> {
  return parseWorkspaces((await browser.storage.local.get(storageKey))[storageKey]);
}

/** Calls back on every change, until the returned function is called. */
export function watchWorkspaces(onChange: (workspaces: Workspaces) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && storageKey in changes) onChange(parseWorkspaces(changes[storageKey]?.newValue));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/** By hand, as the popup reads it first of all. */
export function parseWorkspaces(stored: unknown): Workspaces {
  if (!isObject(stored) || stored['version'] !== 1 || !Array.isArray(stored['all'])) return noWorkspaces;
  const all = stored['all'].filter(isWorkspace);
  const known = (id: unknown) => all.find((one) => one.id === id)?.id;
  const activeId = known(stored['activeId']) ?? all[0]?.id;
  const defaultId = known(stored['defaultId']);
  return { version: 1, all, ...(activeId && { activeId }), ...(defaultId && { defaultId }) };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const isWorkspace = (value: unknown): value is Workspace =>
  isObject(value) &&
  typeof value['id'] === 'string' &&
  typeof value['name'] === 'string' &&
  ['string', 'undefined'].includes(typeof value['label']) &&
  ['none', 'ok', 'refused'].includes(String(value['keyState']));

/** What the user knows it by. */
export const nameOf = ({ label, name }: Pick<Workspace, 'label' | 'name'>): string => label || name;

/** By what a workspace is told from others, here and in the outbox. */
export const idOfAccount = ({ workspaceId, userId }: Account): string => workspaceId ?? `user-${userId}`;
