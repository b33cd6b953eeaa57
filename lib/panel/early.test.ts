import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { settingsKey } from '../settings.ts';
import { askEarly, earlyAnswers, firstNames } from './early.ts';

beforeEach(() => fakeBrowser.reset());
afterEach(() => {
  delete (globalThis as { earlyAnswers?: unknown }).earlyAnswers;
});

describe('asking before the code is there', () => {
  it('has what the first screen stands on, and the tab in front', async () => {
    await fakeBrowser.storage.local.set({
      keyState: 'ok',
      [settingsKey]: { density: 'compact' },
      apiKeys: 'k',
    });
    const tab = { id: 7, windowId: 1, url: 'https://www.linkedin.com/in/ada-example/' };
    vi.spyOn(browser.tabs, 'query').mockResolvedValue([tab] as never);
    askEarly();
    expect(browser.tabs.query).toHaveBeenCalledWith({ active: true, currentWindow: true });
    expect(await earlyAnswers()?.stored()).toEqual({ keyState: 'ok', [settingsKey]: { density: 'compact' } });
    expect(await earlyAnswers()?.tabs()).toEqual([tab]);
  });

  it('never asks for a key', () => {
    expect(firstNames.filter((name) => /apikey/i.test(name))).toEqual([]);
  });

  it('has nothing to say once something has changed, so that nobody misses it', async () => {
    askEarly();
    await fakeBrowser.storage.local.set({ heldCount: 1 });
    expect(await earlyAnswers()?.stored()).toBeUndefined();
    expect(await earlyAnswers()?.tabs()).toBeUndefined();
  });

  it('has nothing to say once another tab came to the front', async () => {
    askEarly();
    await fakeBrowser.tabs.onActivated.trigger({ tabId: 2, windowId: 1 });
    expect(await earlyAnswers()?.tabs()).toBeUndefined();
  });

  it('leaves a fault of the storage to who asks anew', async () => {
    vi.spyOn(browser.storage.local, 'get').mockRejectedValue(new Error('broken'));
    askEarly();
    expect(await earlyAnswers()?.stored()).toBeUndefined();
  });

  it('says nothing in a page that has not asked', () => {
    expect(earlyAnswers()).toBeUndefined();
  });
});
