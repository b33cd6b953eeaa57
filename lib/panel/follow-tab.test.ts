import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { followTab, isLinkedInAddress, type OnTab } from './follow-tab.ts';

describe('following the tab in front', () => {
  beforeEach(() => fakeBrowser.reset());

  it('tells the tab, its moves within the page and its reloads, and stops when asked to', async () => {
    const tab = await fakeBrowser.tabs.create({
      url: 'https://www.linkedin.com/in/ada-example/',
      active: true,
    });
    const id = tab.id ?? 0;
    const onTab = vi.fn<OnTab>();
    const stop = followTab(onTab, id);
    await vi.waitFor(() => expect(onTab).toHaveBeenCalledWith({ tabId: id, url: tab.url }, 'shown'));

    const moved = { ...tab, url: 'https://www.linkedin.com/in/ben-example/' };
    await fakeBrowser.tabs.onUpdated.trigger(id, { url: moved.url }, moved);
    expect(onTab).toHaveBeenLastCalledWith({ tabId: id, url: moved.url }, 'moved');
    await fakeBrowser.tabs.onUpdated.trigger(id, { status: 'complete' }, moved);
    expect(onTab).toHaveBeenLastCalledWith({ tabId: id, url: moved.url }, 'loaded');
    await fakeBrowser.tabs.onUpdated.trigger(id + 1, { url: 'https://www.linkedin.com/feed/' }, moved);
    expect(onTab).toHaveBeenCalledTimes(3);

    stop();
    await fakeBrowser.tabs.onUpdated.trigger(id, { url: tab.url ?? '' }, tab);
    expect(onTab).toHaveBeenCalledTimes(3);
    expect(browser.tabs.onUpdated.hasListeners()).toBe(false);
  });
});

describe('LinkedIn address', () => {
  it.each(['https://www.linkedin.com/in/x', 'https://de.linkedin.com/in/x', 'https://linkedin.com/'])(
    '%s',
    (url) => {
      expect(isLinkedInAddress(url)).toBe(true);
    },
  );
  it.each([
    undefined,
    '',
    'http://www.linkedin.com/',
    'https://linkedin.com.evil.example/',
    'https://notlinkedin.com/',
    'about:blank',
  ])('not %s', (url) => {
    expect(isLinkedInAddress(url)).toBe(false);
  });
});
