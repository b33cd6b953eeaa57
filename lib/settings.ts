import { browser } from 'wxt/browser';

/** What the user set in the options, apart from key and presets. By hand, as the popup reads it first of all. */
export interface Settings {
  /** Save collects in this browser, and sends when told to. */
  collectFirst: boolean;
  /** The system tells when a save needs the user, and of quick saves. */
  notify: boolean;
}

const key = 'settings';
const defaults: Settings = { collectFirst: false, notify: false };

/** What is stored; anything missing or unreadable is as it is by default. */
export async function getSettings(): Promise<Settings> {
  return parse((await browser.storage.local.get(key))[key]);
}

export async function changeSettings(change: Partial<Settings>): Promise<void> {
  await browser.storage.local.set({ [key]: { ...(await getSettings()), ...change } });
}

/** Calls back on every change, until the returned function is called. */
export function watchSettings(onChange: (settings: Settings) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && key in changes) onChange(parse(changes[key]?.newValue));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

function parse(stored: unknown): Settings {
  if (typeof stored !== 'object' || stored === null) return defaults;
  const { collectFirst, notify } = stored as Partial<Record<keyof Settings, unknown>>;
  return { collectFirst: collectFirst === true, notify: notify === true };
}
