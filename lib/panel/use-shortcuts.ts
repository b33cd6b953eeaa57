import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { t } from '../i18n.ts';
import { saveKeys } from './save-keys.ts';

export interface Shortcut {
  name: string;
  /** `Alt+Shift+G`; empty where none is set. */
  keys: string;
}

/** The keys as the user has set them in the browser, and the one of the form. */
export function useShortcuts() {
  const [commands, setCommands] = useState<Shortcut[]>([]);
  useEffect(() => {
    void loadCommands().then(setCommands);
  }, []);
  return {
    shortcuts: [...commands, { name: t('shortcutSave'), keys: saveKeys().join('+') }],
    onEditShortcuts: () => void openShortcutSettings(),
  };
}

async function loadCommands(): Promise<Shortcut[]> {
  const commands = await browser.commands.getAll();
  return commands.map(({ name, description, shortcut }) => ({
    // The browser's own command for the toolbar button comes without a description.
    name: description || (name === '_execute_action' ? t('shortcutPopup') : (name ?? '')),
    keys: shortcut ?? '',
  }));
}

/** Firefox has a call for it; Chrome and Edge have a page, whose address both understand. */
async function openShortcutSettings(): Promise<void> {
  const { openShortcutSettings: open } = browser.commands as { openShortcutSettings?: () => Promise<void> };
  await (open ? open() : browser.tabs.create({ url: 'chrome://extensions/shortcuts' }));
}
