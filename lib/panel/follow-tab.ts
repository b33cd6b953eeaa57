import { browser } from 'wxt/browser';

/** The tab in front. `url` is there only where we may see it, which is on LinkedIn. */
export interface FollowedTab {
  tabId: number;
  url: string | undefined;
}

/** `shown`: it came to the front · `moved`: its address changed in place · `loaded`: its page was loaded anew */
export type TabCause = 'shown' | 'moved' | 'loaded';
export type OnTab = (tab: FollowedTab, cause: TabCause) => void;

/**
 * Tells which tab is in front of this window, now and whenever that or its address changes, in-page
 * navigation included.
 *
 * @param fixedTabId follow this tab alone: for a panel that stands in a tab or window of its own, where the
 * tab in front would be the panel itself
 * @param early what was asked before
 * @returns stops following
 */
export function followTab(
  onTab: OnTab,
  fixedTabId?: number,
  early?: { tabs(): Promise<Tab[] | undefined> } | undefined,
): () => void {
  let current: number | undefined = fixedTabId;
  let windowId: number | undefined;
  let stopped = false;

  const show = (tab: Tab | undefined, cause: TabCause) => {
    if (stopped || tab?.id === undefined) return;
    current = tab.id;
    windowId = tab.windowId;
    onTab({ tabId: tab.id, url: tab.url }, cause);
  };
  const lookAtFront = async (asked?: Promise<Tab[] | undefined>) => {
    const [tab] = (await asked) ?? (await browser.tabs.query({ active: true, currentWindow: true }));
    show(tab, 'shown');
  };
  const onActivated = (info: { tabId: number; windowId: number }) => {
    if (windowId === undefined || info.windowId === windowId) void lookAtFront();
  };
  const onUpdated = (
    tabId: number,
    change: { url?: string | undefined; status?: string | undefined },
    tab: Tab,
  ) => {
    if (tabId !== current) return;
    if (change.url !== undefined) show(tab, 'moved');
    else if (change.status === 'complete') show(tab, 'loaded');
  };

  browser.tabs.onUpdated.addListener(onUpdated);
  if (fixedTabId === undefined) {
    browser.tabs.onActivated.addListener(onActivated);
    void lookAtFront(early?.tabs());
  } else {
    void browser.tabs.get(fixedTabId).then((tab) => show(tab, 'shown'));
  }
  return () => {
    stopped = true;
    browser.tabs.onUpdated.removeListener(onUpdated);
    browser.tabs.onActivated.removeListener(onActivated);
  };
}

/** The part of the browser's tab that counts here. */
export interface Tab {
  id?: number | undefined;
  windowId: number;
  url?: string | undefined;
}

/** Whether an address is LinkedIn's; all else is not ours to look at. */
export function isLinkedInAddress(url: string | undefined): url is string {
  if (!url || !URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' && (hostname === 'linkedin.com' || hostname.endsWith('.linkedin.com'));
}
