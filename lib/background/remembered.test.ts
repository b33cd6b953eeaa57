import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { useStorage } from '../testing/storage.ts';
import { remember } from './remembered.ts';

beforeEach(() => useStorage());

const { storage } = fakeBrowser;
const reading = () => vi.fn(async () => (await storage.local.get('word'))['word']);

it('is read once for all who ask', async () => {
  await storage.local.set({ word: 'first' });
  const read = reading();
  const word = remember(['word'], read);
  expect(await Promise.all([word.get(), word.get()])).toEqual(['first', 'first']);
  await storage.local.set({ other: 1 });
  expect(await word.get()).toBe('first');
  expect(read).toHaveBeenCalledTimes(1);
});

it.each(['local', 'session'] as const)('is read anew after a change in %s from elsewhere', async (area) => {
  const read = vi.fn(async () => (await storage[area].get('word'))['word']);
  const word = remember(['other', 'word'], read);
  expect(await word.get()).toBeUndefined();
  await storage[area].set({ word: 'second' });
  expect(await word.get()).toBe('second');
  await storage[area].remove('word');
  expect(await word.get()).toBeUndefined();
});

it('is what was written, though the browser has not told of the change yet', async () => {
  const read = reading();
  const word = remember([], read);
  expect(await word.get()).toBeUndefined();
  await storage.local.set({ word: 'second' });
  word.forget();
  expect(await word.get()).toBe('second');
});

it('is not kept where the storage failed', async () => {
  const read = reading().mockRejectedValueOnce(new Error('no'));
  const word = remember(['word'], read);
  await expect(word.get()).rejects.toThrow('no');
  await storage.local.set({ other: 'second' });
  expect(await word.get()).toBeUndefined();
  expect(read).toHaveBeenCalledTimes(2);
});
