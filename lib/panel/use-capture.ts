import { useLayoutEffect, useState } from 'preact/hooks';
import { formatMonth, t } from '../i18n.ts';
import { send } from '../send.ts';
import type { CaptureState } from './capture/state.ts';
import { type CaptureActions, createCapture } from './capture.ts';
import { earlyAnswers } from './early.ts';
import { followTab } from './follow-tab.ts';
import { painted } from './painted.ts';

/** A capture that runs for as long as its page is open. */
export interface LiveCapture {
  actions: CaptureActions;
  /** Resolves with the first state that says what is in front. */
  known: Promise<void>;
  /** Absent until the first is known. */
  state(): CaptureState | undefined;
  /** Calls back on every change, until the returned function is called. */
  watch(onState: (state: CaptureState | undefined) => void): () => void;
}

/**
 * Starts the capture of this page. Not by a component: the browser is asked for all that the first screen shows
 * before that screen is drawn, and answers meanwhile.
 */
export function startCapture(fixedTabId?: number, onPointing?: () => void): LiveCapture {
  let state: CaptureState | undefined;
  const watchers = new Set<(state: CaptureState | undefined) => void>();
  let tell = () => {};
  const known = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const early = earlyAnswers();
  const capture = createCapture(
    {
      send,
      now: Date.now,
      early,
      follow: (onTab) => followTab(onTab, fixedTabId, early),
      formerJobNote,
      onPointing,
      painted,
    },
    (next) => {
      state = next;
      if (next.page.step !== 'opening') tell();
      for (const onState of watchers) onState(next);
    },
  );
  void capture.start();
  return {
    actions: capture.actions,
    known,
    state: () => state,
    watch(onState) {
      watchers.add(onState);
      return () => watchers.delete(onState);
    },
  };
}

/** The state of the capture; absent until the first is known. */
export function useCapture(capture: LiveCapture): CaptureState | undefined {
  const [state, setState] = useState(capture.state);
  // Not after the paint, as other effects are, or a change before it would be missed.
  useLayoutEffect(() => capture.watch(setState), [capture]);
  return state;
}

function formerJobNote({ position, company }: { position: string | undefined; company: string }): string {
  const until = formatMonth(Date.now());
  return position ? t('formerJobNote', until, position, company) : t('formerEmployerNote', until, company);
}
