import { useEffect, useMemo, useState } from 'preact/hooks';
import { formatMonth, t } from '../i18n.ts';
import { send } from '../send.ts';
import type { CaptureState } from './capture/state.ts';
import { type CaptureActions, createCapture } from './capture.ts';
import { followTab } from './follow-tab.ts';

/** Runs the capture for as long as the component is shown. `state` is absent until the first is known. */
export function useCapture(
  fixedTabId?: number,
  onPointing?: () => void,
): {
  state: CaptureState | undefined;
  actions: CaptureActions;
} {
  const [state, setState] = useState<CaptureState>();
  const capture = useMemo(
    () =>
      createCapture(
        { send, now: Date.now, follow: (onTab) => followTab(onTab, fixedTabId), formerJobNote, onPointing },
        setState,
      ),
    [fixedTabId],
  );
  useEffect(() => {
    void capture.start();
    return capture.stop;
  }, [capture]);
  return { state, actions: capture.actions };
}

function formerJobNote({ position, company }: { position: string | undefined; company: string }): string {
  const until = formatMonth(Date.now());
  return position ? t('formerJobNote', until, position, company) : t('formerEmployerNote', until, company);
}
