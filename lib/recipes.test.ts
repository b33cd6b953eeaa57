import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fillIn, getRecipes, type Recipe, setRecipes, watchRecipes } from './recipes.ts';
import { useStorage } from './testing/storage.ts';

const recipe: Recipe = {
  id: 'r1',
  name: 'Warm intro',
  list: { id: 'l1' },
  tags: [{ id: 't1' }, { name: 'Fair' }],
  customFields: { f1: 'x' },
  note: 'Met {firstName}',
};
const show = (activeId: string) =>
  browser.storage.local.set({
    workspaces: {
      version: 1,
      activeId,
      all: ['north', 'south'].map((id) => ({ id, name: id, keyState: 'ok' })),
    },
  });

beforeEach(() => useStorage());

describe('recipes', () => {
  it('are of the workspace that they were made in', async () => {
    await show('north');
    await setRecipes([recipe]);
    await show('south');
    expect(await getRecipes()).toEqual([]);
    await setRecipes([{ ...recipe, id: 'r2' }]);
    await show('north');
    expect(await getRecipes()).toEqual([recipe]);
  });

  it('that cannot be read are left out, the others are not', async () => {
    await browser.storage.local.set({
      recipes: { version: 1, of: { '': [recipe, { name: 'half' }, null, { ...recipe, tags: [3] }] } },
    });
    expect(await getRecipes()).toEqual([recipe]);
    await browser.storage.local.set({ recipes: 'spoilt' });
    expect(await getRecipes()).toEqual([]);
  });

  it('follow a switch of the workspace', async () => {
    await show('north');
    await setRecipes([recipe]);
    await show('south');
    const onChange = vi.fn();
    const stop = watchRecipes(onChange);
    await show('north');
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledWith([recipe]));
    stop();
  });
});

describe('a note template', () => {
  it.each([
    ['Met {firstName} of {companyName}.', 'Met Ada of Acme.'],
    ['Hello {lastName}, welcome', 'Hello, welcome'],
    ['{position} {firstName}', 'Ada'],
    ['{unknown} and {firstName}', '{unknown} and Ada'],
    ['', ''],
  ])('%j becomes %j', (template, text) => {
    expect(fillIn(template, { firstName: 'Ada', companyName: 'Acme' })).toBe(text);
  });

  it('takes a value as it is, also one that looks like a placeholder', () => {
    expect(fillIn('{firstName} $& {lastName}', { firstName: '{lastName}', lastName: '$1' })).toBe(
      '{lastName} $& $1',
    );
  });
});
