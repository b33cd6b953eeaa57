import { browser } from 'wxt/browser';

/** What the user set in the options, apart from key and presets. By hand, as the popup reads it first of all. */
export interface Settings {
  /** Save collects in this browser, and sends when told to. */
  collectFirst: boolean;
  /** The system tells when a save needs the user, and of quick saves. */
  notify: boolean;
  /** Only who it is, and what the user ticks, leaves the browser. */
  minimumData: boolean;
  /** In that mode, fields that are ticked from the start. */
  minimumFields: string[];
}

/** The fields ticked from the start in minimum-data mode; `undefined` while the mode is off. */
export const minimumOf = ({ minimumData, minimumFields }: Settings): readonly string[] | undefined =>
  minimumData ? minimumFields : undefined;

export const settingsKey = 'settings';
const defaults: Settings = { collectFirst: false, notify: false, minimumData: false, minimumFields: [] };

/** What is stored; anything missing or unreadable is as it is by default. */
export async function getSettings(): Promise<Settings> {
  return parseSettings((await browser.storage.local.get(settingsKey))[settingsKey]);
}

export async function changeSettings(change: Partial<Settings>): Promise<void> {
  await browser.storage.local.set({ [settingsKey]: { ...(await getSettings()), ...change } });
}

/** Calls back on every change, until the returned function is called. */
export function watchSettings(onChange: (settings: Settings) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && settingsKey in changes) onChange(parseSettings(changes[settingsKey]?.newValue));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

export function parseSettings(stored: unknown): Settings {
  if (typeof stored !== 'object' || stored === null) return defaults;
  const { collectFirst, notify, minimumData, minimumFields } = stored as Partial<
    Record<keyof Settings, unknown>
  >;
  const names = Array.isArray(minimumFields) ? minimumFields : [];
  return {
    collectFirst: collectFirst === true,
    notify: notify === true,
    minimumData: minimumData === true,
    minimumFields: names.filter((name) => typeof name === 'string'),
  };
}
