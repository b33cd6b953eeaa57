import { browser } from 'wxt/browser';

/** The place beside the page: a side panel in Chrome and Edge, a sidebar in Firefox. */

interface BrowserWindow {
  windowId: number;
}

/** What the browsers have for it; none has both. */
interface Panels {
  sidePanel?: { open?(window: BrowserWindow): Promise<void> };
  sidebarAction?: { open?(): Promise<void> };
}

function opener(): ((window: BrowserWindow) => Promise<void>) | undefined {
  const { sidePanel, sidebarAction } = browser as Panels;
  if (sidePanel?.open) return sidePanel.open.bind(sidePanel);
  // It opens in the window in which the user's gesture was made.
  return sidebarAction?.open?.bind(sidebarAction);
}

/** Not in browsers older than 2023, and on no phone. */
export function hasSidePanel(): boolean {
  return opener() !== undefined;
}

/**
 * Opens our side panel in a window. The browser allows it only within the user's gesture: call it in the
 * event's listener itself, before any `await`.
 */
export async function openSidePanel(windowId: number): Promise<void> {
  await opener()?.({ windowId });
}
