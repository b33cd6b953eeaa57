import { browser } from 'wxt/browser';
import type { LookUp } from '../crm.ts';
import type { LinkedInRecord } from '../records.ts';

/**
 * What was last read at an address, and what Grinfi said of it, so that the popup opens filled while it
 * reads anew. Gone when the browser closes.
 */
export interface Remembered {
  record: LinkedInRecord;
  lookUp?: LookUp | undefined;
  /** The workspace that was asked. */
  workspaceId?: string | undefined;
}

const maxRemembered = 30;
const indexKey = 'readingIndex';

/** The part of an address that says which page it is; tracking parameters come and go. */
function keyOf(url: string): string {
  const { origin, pathname } = new URL(url);
  return `reading:${origin}${pathname.replace(/\/$/, '')}`;
}

export async function recall(url: string): Promise<Remembered | undefined> {
  const key = keyOf(url);
  const found = await browser.storage.session.get(key);
  return found[key] as Remembered | undefined;
}

export async function remember(url: string, value: Remembered): Promise<void> {
  const key = keyOf(url);
  const found = await browser.storage.session.get(indexKey);
  const older = (found[indexKey] as string[] | undefined) ?? [];
  const keys = [key, ...older.filter((other) => other !== key)];
  const dropped = keys.slice(maxRemembered);
  await browser.storage.session.set({ [key]: value, [indexKey]: keys.slice(0, maxRemembered) });
  if (dropped.length > 0) await browser.storage.session.remove(dropped);
}

export async function forget(url: string): Promise<void> {
  await browser.storage.session.remove(keyOf(url));
}
