import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { t } from '../i18n.ts';
import { saveKeys } from './save-keys.ts';
import { useRecipes } from './use-recipes.ts';

/** Every key of the product and what it does: settings, help page and the sheet behind `?` show what stands here. */

export interface Shortcut {
  name: string;
  /** `Alt+Shift+G`; keys that are pressed one or the other stand apart, as in `← →`. Empty where none is set. */
  keys: string;
}

export interface ShortcutGroup {
  title: string;
  shortcuts: readonly Shortcut[];
}

/** What the popup or panel shows just now: what the keys do depends on it. */
export interface ShownScreen {
  kind: 'record' | 'list' | 'other';
  /** The tabs of a known record are there. */
  hasTabs: boolean;
  /** In their order: the first is on Alt+1. */
  recipeNames: readonly string[];
}

/** The keys as the user has set them in the browser, and the one of the form. */
export function useShortcuts() {
  const [set, setSet] = useState<readonly Command[]>([]);
  const { recipes } = useRecipes();
  useEffect(() => {
    void browser.commands.getAll().then(setSet);
  }, []);
  const commands = commandShortcuts(
    set,
    recipes.map(({ name }) => name),
  );
  return {
    commands,
    recipes,
    shortcuts: [...commands, saveShortcut(), sheetShortcut()],
    onEditShortcuts: () => void openShortcutSettings(),
  };
}

const saveShortcut = (): Shortcut => ({ name: t('shortcutSave'), keys: saveKeys().join('+') });
const sheetShortcut = (): Shortcut => ({ name: t('shortcutSheet'), keys: '?' });

/** What each key does on the screen that is shown, by where it works. */
export function shortcutsOf(screen: ShownScreen, commands: readonly Shortcut[]): ShortcutGroup[] {
  const groups: ShortcutGroup[] = [];
  if (screen.kind === 'record') groups.push(formKeys(screen.recipeNames));
  if (screen.kind === 'list') groups.push(listKeys(screen.recipeNames));
  if (screen.kind !== 'other') groups.push(choiceKeys());
  if (screen.hasTabs) groups.push(tabKeys());
  groups.push({ title: t('shortcutsEverywhere'), shortcuts: [sheetShortcut(), ...commands] });
  return groups;
}

function formKeys(recipeNames: readonly string[]): ShortcutGroup {
  return {
    title: t('shortcutsForm'),
    shortcuts: [
      saveShortcut(),
      ...recipeKeys(recipeNames),
      { name: t('shortcutFieldKeep'), keys: '↵' },
      { name: t('shortcutFieldUndo'), keys: t('keyEscape') },
    ],
  };
}

// More have no key: there is no tenth digit on the row that counts from one.
const recipeKeys = (recipeNames: readonly string[]): Shortcut[] =>
  recipeNames.slice(0, 9).map((name, place) => ({
    name: t('shortcutRecipe', name),
    keys: `${t('keyAlt')}+${place + 1}`,
  }));

const listKeys = (recipeNames: readonly string[]): ShortcutGroup => ({
  title: t('peopleOnPage'),
  shortcuts: [
    { name: t('shortcutRows'), keys: '↑ ↓' },
    { name: t('shortcutRowEnds'), keys: `${t('keyHome')} ${t('keyEnd')}` },
    { name: t('shortcutTick'), keys: t('keySpace') },
    ...recipeKeys(recipeNames),
  ],
});

const choiceKeys = (): ShortcutGroup => ({
  title: t('shortcutsChoice'),
  shortcuts: [
    { name: t('shortcutOptions'), keys: '↑ ↓' },
    { name: t('shortcutTake'), keys: '↵' },
    { name: t('shortcutTagBack'), keys: '⌫' },
    { name: t('shortcutCloseOptions'), keys: t('keyEscape') },
  ],
});

const tabKeys = (): ShortcutGroup => ({
  title: t('shortcutsTabs'),
  shortcuts: [
    { name: t('shortcutTabs'), keys: '← →' },
    { name: t('shortcutTabEnds'), keys: `${t('keyHome')} ${t('keyEnd')}` },
    { name: t('shortcutSend'), keys: saveKeys().join('+') },
  ],
});

interface Command {
  name?: string | undefined;
  description?: string | undefined;
  shortcut?: string | undefined;
}

/** The browser's commands by what they do; those of recipes by the recipe's name, where there is one. */
export function commandShortcuts(commands: readonly Command[], recipeNames: readonly string[]): Shortcut[] {
  return commands.flatMap(({ name = '', description, shortcut: keys = '' }) => {
    const place = /^recipe-(\d)$/.exec(name)?.[1];
    if (place) {
      const recipe = recipeNames[Number(place) - 1];
      return recipe === undefined ? [] : [{ name: t('shortcutRecipeCommand', recipe), keys }];
    }
    // The browser's own command for the toolbar button comes without a description.
    return [{ name: description || (name === '_execute_action' ? t('shortcutPopup') : name), keys }];
  });
}

/** Firefox has a call for it; Chrome and Edge have a page, whose address both understand. */
async function openShortcutSettings(): Promise<void> {
  const { openShortcutSettings: open } = browser.commands as { openShortcutSettings?: () => Promise<void> };
  await (open ? open() : browser.tabs.create({ url: 'chrome://extensions/shortcuts' }));
}
