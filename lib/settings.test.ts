import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { changeSettings, getSettings, minimumOf, watchSettings } from './settings.ts';
import { useStorage } from './testing/storage.ts';

beforeEach(() => useStorage());

const off = { collectFirst: false, notify: false, minimumData: false, minimumFields: [] };

it('sends at once unless the user has said otherwise', async () => {
  expect(await getSettings()).toEqual(off);
  await changeSettings({ collectFirst: true });
  expect(await getSettings()).toEqual({ ...off, collectFirst: true });
});

it('takes what cannot be read for the default', async () => {
  await browser.storage.local.set({ settings: 'spoilt' });
  expect(await getSettings()).toEqual(off);
});

it('tells the fields of minimum-data mode while it is on', async () => {
  expect(minimumOf(await getSettings())).toBeUndefined();
  await changeSettings({ minimumData: true, minimumFields: ['location'] });
  expect(minimumOf(await getSettings())).toEqual(['location']);
  await browser.storage.local.set({ settings: { minimumData: true, minimumFields: ['about', 3] } });
  expect(minimumOf(await getSettings())).toEqual(['about']);
});

it('tells of a change until told to stop', async () => {
  const onChange = vi.fn();
  const stop = watchSettings(onChange);
  await changeSettings({ collectFirst: true });
  expect(onChange).toHaveBeenCalledExactlyOnceWith({ ...off, collectFirst: true });
  stop();
  await changeSettings({ collectFirst: false });
  expect(onChange).toHaveBeenCalledOnce();
});
