/**
 * Opens our side panel in a window. The browser allows it only within the user's gesture: call it in the
 * event's listener itself, before any `await`.
 *
 * `chrome`, since the polyfill does not know the side panel.
 */
export function openSidePanel(windowId: number): Promise<void> {
  return chrome.sidePanel.open({ windowId });
}
