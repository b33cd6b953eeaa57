import { browser } from 'wxt/browser';

/**
 * What the tabs of known records showed last, so that a tab opens filled while it asks anew. For some minutes,
 * and gone when the browser closes.
 */
const maxAgeMs = 5 * 60_000;
const maxKept = 40;
const prefix = 'part:';
const indexKey = 'partIndex';

interface Kept {
  at: number;
  value: unknown;
}

/** @returns `undefined` where nothing was kept, or too long ago */
export async function recallPart<T>(key: string, now = Date.now()): Promise<T | undefined> {
  const found = await browser.storage.session.get(prefix + key);
  const kept = found[prefix + key] as Kept | undefined;
  return kept && now - kept.at < maxAgeMs ? (kept.value as T) : undefined;
}

export async function keepPart(key: string, value: unknown, now = Date.now()): Promise<void> {
  const found = await browser.storage.session.get(indexKey);
  const older = (found[indexKey] as string[] | undefined) ?? [];
  const keys = [key, ...older.filter((other) => other !== key)];
  const dropped = keys.slice(maxKept).map((each) => prefix + each);
  const kept: Kept = { at: now, value };
  await browser.storage.session.set({ [prefix + key]: kept, [indexKey]: keys.slice(0, maxKept) });
  if (dropped.length > 0) await browser.storage.session.remove(dropped);
}
