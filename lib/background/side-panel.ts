import { browser } from 'wxt/browser';

/**
 * Opens our side panel in a window. The browser allows it only within the user's gesture: call it in the
 * event's listener itself, before any `await`.
 */
export function openSidePanel(windowId: number): Promise<void> {
  return browser.sidePanel.open({ windowId });
}
