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

describe('the tab that was in front before', () => {
  const front = { id: 7, windowId: 1, url: 'https://www.linkedin.com/in/ada-example/' };

  it('is told without asking for it again', async () => {
    const query = vi.spyOn(browser.tabs, 'query');
    const onTab = vi.fn<OnTab>();
    const stop = followTab(onTab, undefined, { tabs: async () => [front] });
    await vi.waitFor(() => expect(onTab).toHaveBeenCalledWith({ tabId: 7, url: front.url }, 'shown'));
    expect(query).not.toHaveBeenCalled();
    stop();
  });

  it('is asked for anew where it may be another by now', async () => {
    vi.spyOn(browser.tabs, 'query').mockResolvedValue([{ ...front, id: 8 }] as never);
    const onTab = vi.fn<OnTab>();
    const stop = followTab(onTab, undefined, { tabs: async () => undefined });
    await vi.waitFor(() => expect(onTab).toHaveBeenCalledWith({ tabId: 8, url: front.url }, 'shown'));
    stop();
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
