// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { useTexts } from '../testing/fake-texts.ts';
import { commandShortcuts, type ShownScreen, shortcutsOf } from './use-shortcuts.ts';

beforeEach(() => useTexts());

const commands = [{ name: 'Open the side panel', keys: 'Alt+Shift+G' }];
const record: ShownScreen = { kind: 'record', hasTabs: true, recipeNames: ['Warm intro', 'Fair'] };

const namesOf = (screen: ShownScreen) =>
  shortcutsOf(screen, commands).flatMap(({ shortcuts }) => shortcuts.map(({ name }) => name));

describe('the shortcuts of a screen', () => {
  it('are those of the form, the choices and the tabs on a known record, and none of a list', () => {
    const titles = shortcutsOf(record, commands).map(({ title }) => title);
    expect(titles).toEqual(['Saving', 'In list, stage and tags', 'In the tabs', 'Everywhere']);
  });

  it('name each recipe with its number, and no tenth', () => {
    const ten = Array.from({ length: 10 }, (_, place) => `Recipe ${place + 1}`);
    const [form] = shortcutsOf({ ...record, recipeNames: ten }, commands);
    const recipes = form?.shortcuts.filter(({ name }) => name.includes('Recipe'));
    expect(recipes?.at(0)).toEqual({ name: 'Save with “Recipe 1”', keys: 'Alt+1' });
    expect(recipes?.at(-1)).toEqual({ name: 'Save with “Recipe 9”', keys: 'Alt+9' });
  });

  it('of a list are those of its rows', () => {
    const names = namesOf({ kind: 'list', hasTabs: false, recipeNames: [] });
    expect(names).toContain('Previous or next person');
    expect(names).not.toContain('Leave a field as it was');
    const withRecipe = namesOf({ kind: 'list', hasTabs: false, recipeNames: ['Fair'] });
    expect(withRecipe).toContain('Save with “Fair”');
  });

  it('always have those of the browser and the sheet itself', () => {
    const names = namesOf({ kind: 'other', hasTabs: false, recipeNames: [] });
    expect(names).toEqual(['Shortcuts and help', 'Open the side panel']);
  });

  it('never have one key for two things in one place', () => {
    for (const { shortcuts } of shortcutsOf(record, commands)) {
      const keys = shortcuts.map((one) => one.keys);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});

describe('the commands of the browser', () => {
  it('of recipes are called by their names, and are there only where there is a recipe', () => {
    const set = [
      { name: 'quick-save', description: 'Save the open profile or company', shortcut: 'Alt+Shift+S' },
      { name: 'recipe-1', description: 'Save the open page with recipe 1', shortcut: 'Alt+Shift+1' },
      { name: 'recipe-2', description: 'Save the open page with recipe 2', shortcut: '' },
    ];
    expect(commandShortcuts(set, ['Fair'])).toEqual([
      { name: 'Save the open profile or company', keys: 'Alt+Shift+S' },
      { name: 'Save the open page with “Fair”', keys: 'Alt+Shift+1' },
    ]);
    expect(commandShortcuts(set, ['Fair', 'Warm']).at(-1)).toEqual({
      name: 'Save the open page with “Warm”',
      keys: '',
    });
  });
});
