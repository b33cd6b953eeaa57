import { useEffect, useRef } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Panel } from '../../components/Panel.tsx';
import { send } from '../send.ts';
import { hasSidePanel, openSidePanel } from '../side-panel.ts';
import { createCatalogCalls } from './catalog-calls.ts';
import { lazyCalls } from './lazy-calls.ts';
import { useCapture } from './use-capture.ts';
import { useNow } from './use-now.ts';

/** The popup or the side panel, joined to the browser. */
export function PanelPage({ isPopup }: { isPopup: boolean }) {
  const { state, actions } = useCapture(fixedTabId(), isPopup ? closeSelf : undefined);
  const now = useNow(30_000);
  const openPanel = useOpenPanel();
  return (
    <Panel
      state={state}
      actions={actions}
      known={known}
      changes={changes}
      catalogCalls={catalogCalls}
      now={now}
      onOpenOptions={() => {
        void browser.runtime.openOptionsPage();
        if (isPopup) window.close();
      }}
      onOpenPanel={isPopup ? openPanel : undefined}
    />
  );
}

const known = lazyCalls(async () => (await import('./known-calls.ts')).createKnownCalls(send));
const changes = async () => (await import('./record-change-calls.ts')).createRecordChangeCalls(send);
const catalogCalls = createCatalogCalls(send);

/** A popup would keep the focus, and close at the first click on the page anyway. */
const closeSelf = () => window.close();

/** `?tab=123`: the page stands in a tab or window of its own and follows that tab. */
function fixedTabId(): number | undefined {
  const id = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
  return Number.isInteger(id) ? id : undefined;
}

/**
 * Opens the side panel and closes the popup. The window is asked for beforehand: Chrome opens a panel only
 * straight from a click, before any wait.
 */
function useOpenPanel(): (() => void) | undefined {
  const windowId = useRef<number | undefined>(undefined);
  useEffect(() => {
    void browser.windows.getCurrent().then((current) => {
      windowId.current = current.id;
    });
  }, []);
  if (!hasSidePanel()) return undefined;
  return () => {
    if (windowId.current === undefined) return;
    void openSidePanel(windowId.current).then(() => window.close());
  };
}
