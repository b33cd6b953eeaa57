import { browser } from 'wxt/browser';
import { presetsKey } from '../presets.ts';
import { settingsKey } from '../settings.ts';
import { areas } from '../stored.ts';
import { storageKey as workspacesKey } from '../workspaces.ts';
import type { Tab } from './follow-tab.ts';

/** What the browser is asked for the first screen before the code of that screen is there. */
export interface Early {
  /** Of `storage.local`, under `firstNames`; `undefined` where it is to be asked anew. */
  stored(): Promise<Record<string, unknown> | undefined>;
  /** The tab in front of this window; `undefined` where it is to be asked anew. */
  tabs(): Promise<Tab[] | undefined>;
}

/**
 * Of `storage.local`: what the first screen stands on, in one read, as each is a way to another process and back.
 */
export const firstNames: readonly string[] = [
  ...Object.entries(areas).flatMap(([name, area]) => (area === 'local' ? [name] : [])),
  presetsKey,
  settingsKey,
  workspacesKey,
];

const holder = globalThis as { earlyAnswers?: Early };

/** For a script that runs before the screen's own, in the same page. */
export function askEarly(): void {
  // What has changed since it was asked would never be told again.
  let isOld = false;
  const noteChange = () => {
    isOld = true;
  };
  browser.storage.onChanged.addListener(noteChange);
  browser.tabs.onActivated.addListener(noteChange);
  browser.tabs.onUpdated.addListener(noteChange);
  const whileTrue = <T>(asked: Promise<T>) => {
    const answer = asked.catch(() => undefined);
    return async () => {
      const found = await answer;
      return isOld ? undefined : found;
    };
  };
  holder.earlyAnswers = {
    stored: whileTrue(browser.storage.local.get([...firstNames])),
    tabs: whileTrue(browser.tabs.query({ active: true, currentWindow: true })),
  };
}

/** `undefined` in a page that has not asked. */
export const earlyAnswers = (): Early | undefined => holder.earlyAnswers;
