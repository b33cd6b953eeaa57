import type { KeyState } from '../crm.ts';
import { plural, t } from '../i18n.ts';
import { getSettings } from '../settings.ts';
import { openSidePanel } from '../side-panel.ts';
import { getStored, setStored } from '../stored.ts';

/**
 * A notification of the system, for what no open screen can say. Only where the user has switched it on: the
 * permission is optional, and without it nothing here happens.
 */

/** What waits for the user: saves that were refused, or all of them for a key. */
export interface Need {
  attention: number;
  isKeyNeeded: boolean;
}

/** One of each at a time: a newer one takes the place of the older. */
type Notice = 'needsUser' | 'quickSave';

/** Absent until the user has given the permission, and again when it was taken back. */
const notifications = (): typeof chrome.notifications | undefined => chrome.notifications;

async function show(notice: Notice, message: string): Promise<void> {
  if (!(await getSettings()).notify) return;
  await notifications()?.create(notice, {
    type: 'basic',
    iconUrl: chrome.runtime.getURL('icon/128.png'),
    title: t('extensionName'),
    message,
  });
}

export const needOf = (attention: number, open: number, keyState: KeyState | undefined): Need => ({
  attention,
  isKeyNeeded: open > 0 && (keyState === 'refused' || keyState === 'none'),
});

/** Tells what is new since the last call, and takes it back when nothing needs the user any more. */
export async function tellNeed(need: Need): Promise<void> {
  const before = (await getStored('needs')) ?? { attention: 0, isKeyNeeded: false };
  if (before.attention === need.attention && before.isKeyNeeded === need.isKeyNeeded) return;
  // Before it is shown, so that a worker which is stopped here does not say it twice.
  await setStored('needs', need);
  if (need.isKeyNeeded && !before.isKeyNeeded) return show('needsUser', t('errorAuth'));
  if (need.attention > before.attention) return show('needsUser', plural('outboxFailed', need.attention));
  if (need.attention === 0 && !need.isKeyNeeded) await notifications()?.clear('needsUser');
}

/** After a quick save, unless a screen of ours is open, which says it itself. */
export async function tellQuickSave(message: string): Promise<void> {
  if (!(await isScreenOpen())) await show('quickSave', message);
}

async function isScreenOpen(): Promise<boolean> {
  // Not every Firefox has the call; there the background is a page, which sees the others.
  const screens =
    'getContexts' in chrome.runtime
      ? await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL', 'POPUP'] })
      : chrome.extension.getViews().filter(({ location }) => /popup|sidepanel/.test(location.pathname));
  return screens.length > 0;
}

export const tellQuickSaved = (title: string): Promise<void> => tellQuickSave(t('badgeSaved', title));

/**
 * A click on a notification opens the panel of the window in front, where the outbox is. Listens at once where
 * the permission is there, else as soon as it comes.
 */
export function openOnClick(onError: (error: unknown) => void): void {
  const onClick = () => openInFront().catch(onError);
  const listen = () => {
    const all = notifications();
    if (all && !all.onClicked.hasListener(onClick)) all.onClicked.addListener(onClick);
  };
  listen();
  chrome.permissions?.onAdded.addListener(listen);
}

async function openInFront(): Promise<void> {
  const { id } = await chrome.windows.getLastFocused();
  if (id === undefined) return;
  // The browser may not take the click for a gesture; the toolbar button shows the same.
  await openSidePanel(id).catch(() => chrome.action.openPopup());
}
