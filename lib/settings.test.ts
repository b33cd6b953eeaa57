import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { changeSettings, getSettings, watchSettings } from './settings.ts';
import { useStorage } from './testing/storage.ts';

beforeEach(() => useStorage());

it('sends at once unless the user has said otherwise', async () => {
  expect(await getSettings()).toEqual({ collectFirst: false, notify: false });
  await changeSettings({ collectFirst: true });
  expect(await getSettings()).toEqual({ collectFirst: true, notify: false });
});

it('takes what cannot be read for the default', async () => {
  await browser.storage.local.set({ settings: 'spoilt' });
  expect(await getSettings()).toEqual({ collectFirst: false, notify: false });
});

it('tells of a change until told to stop', async () => {
  const onChange = vi.fn();
  const stop = watchSettings(onChange);
  await changeSettings({ collectFirst: true });
  expect(onChange).toHaveBeenCalledExactlyOnceWith({ collectFirst: true, notify: false });
  stop();
  await changeSettings({ collectFirst: false });
  expect(onChange).toHaveBeenCalledOnce();
});
