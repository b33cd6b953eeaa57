import { browser } from 'wxt/browser';
import type { Need } from './background/notify.ts';
import type { StoredAnchor } from './canary/anchor-store.ts';
import type { Account, Catalog, FailureKind, KeyState } from './crm.ts';
import type { BatchView } from './outbox/batch-view.ts';
import type { EntryView } from './outbox/entry-view.ts';

/**
 * The values that the worker writes and the screens follow. Screens read them from the browser's storage
 * at once when they open, without waking the worker. The API keys are none of these. Catalog, account and key
 * state are those of the workspace that is shown; `background/workspaces.ts` keeps the others'.
 */
interface StoredValues {
  catalog: Catalog;
  account: Account;
  keyState: KeyState;
  /** Newest first: the last 20, and older ones that wait or need the user. */
  outbox: EntryView[];
  /** The newest bulk saves, newest first. */
  batches: BatchView[];
  /** How many saves are collected and not sent. */
  heldCount: number;
  /** Why the outbox cannot be read or written, while it cannot. */
  outboxFault: { kind: FailureKind; message: string };
  /** What waits for the user, as they were last told. */
  needs: Need;
  /** Why the stored keys could not be brought up to date, while they could not. */
  keyFault: { kind: FailureKind; message: string };
  /** Fields that the user has pointed at, newest first. */
  anchors: StoredAnchor[];
}

export const areas = {
  catalog: 'local',
  account: 'local',
  keyState: 'local',
  outbox: 'local',
  batches: 'local',
  heldCount: 'local',
  outboxFault: 'local',
  needs: 'local',
  keyFault: 'session',
  anchors: 'local',
} as const satisfies Record<keyof StoredValues, 'local' | 'session'>;

export type StoredName = keyof StoredValues;

export async function getStored<N extends StoredName>(name: N): Promise<StoredValues[N] | undefined> {
  const found = await browser.storage[areas[name]].get(name);
  // `null` stands for a value that went in the same write as others came.
  return (found[name] ?? undefined) as StoredValues[N] | undefined;
}

/** What one read has found of these, and of others that lie beside them. */
export function valuesOf(found: Record<string, unknown>): Partial<StoredValues> & Record<string, unknown> {
  return Object.fromEntries(Object.entries(found).map(([name, value]) => [name, value ?? undefined]));
}

export async function setStored<N extends StoredName>(
  name: N,
  value: StoredValues[N] | undefined,
): Promise<void> {
  const area = browser.storage[areas[name]];
  await (value === undefined ? area.remove(name) : area.set({ [name]: value }));
}

/** Calls back on every change, until the returned function is called. */
export function watchStored<N extends StoredName>(
  name: N,
  onChange: (value: StoredValues[N] | undefined) => void,
): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === areas[name] && name in changes)
      onChange((changes[name]?.newValue ?? undefined) as StoredValues[N] | undefined);
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
