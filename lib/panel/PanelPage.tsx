import { useEffect, useRef } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Panel } from '../../components/Panel.tsx';
import { send } from '../send.ts';
import { hasSidePanel, openSidePanel } from '../side-panel.ts';
import { createCatalogCalls } from './catalog-calls.ts';
import { lazyCalls } from './lazy-calls.ts';
import { painted } from './painted.ts';
import { type LiveCapture, useCapture } from './use-capture.ts';
import { useNow } from './use-now.ts';

/** The popup or the side panel, joined to the browser. */
export function PanelPage({ capture, isPopup }: { capture: LiveCapture; isPopup: boolean }) {
  const state = useCapture(capture);
  const now = useNow(30_000);
  const openPanel = useOpenPanel();
  return (
    <Panel
      state={state}
      actions={capture.actions}
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

/**
 * Opens the side panel and closes the popup. The window is asked for beforehand: Chrome opens a panel only
 * straight from a click, before any wait.
 */
function useOpenPanel(): (() => void) | undefined {
  const windowId = useRef<number | undefined>(undefined);
  useEffect(() => {
    void painted()
      .then(() => browser.windows.getCurrent())
      .then((current) => {
        windowId.current = current.id;
      })
      // A page that stands in no window has no panel to open.
      .catch(() => undefined);
  }, []);
  if (!hasSidePanel()) return undefined;
  return () => {
    if (windowId.current === undefined) return;
    void openSidePanel(windowId.current).then(() => window.close());
  };
}
