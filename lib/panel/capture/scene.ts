import { createDraftWriter, type DraftWriter } from '../../drafts.ts';
import type { Send } from '../../send.ts';
import type { FollowedTab } from '../follow-tab.ts';
import { type CaptureState, openingState, type RecordPage } from './state.ts';

/** What the stories of the capture share: what is shown, the page in front, and the way to the worker. */
export interface Scene {
  send: Send;
  now: () => number;
  drafts: DraftWriter;
  tab: FollowedTab | undefined;
  readonly state: CaptureState;
  set(part: Partial<CaptureState>): void;
  /** Changes the record shown, if it is still this one. */
  setRecordPage(pageKey: string, part: Partial<RecordPage>): void;
  isShown(pageKey: string): boolean;
  /** Aborts when another record, or none, is shown, and when the screen closes. */
  readonly left: AbortSignal;
  leave(): void;
  /** Counts page changes, so that an answer that comes late is not shown on another page. */
  nextTurn(): number;
  readonly turn: number;
}

export function createScene(
  { send, now }: Pick<Scene, 'send' | 'now'>,
  onChange: (state: CaptureState) => void,
): Scene {
  let state: CaptureState = { ...openingState, isOnline: navigator.onLine };
  let turn = 0;
  let left = new AbortController();

  const shownKey = () => (state.page.step === 'record' ? state.page.pageKey : undefined);
  const isShown = (pageKey: string) => shownKey() === pageKey;

  function set(part: Partial<CaptureState>): void {
    const before = shownKey();
    state = { ...state, ...part };
    if (shownKey() !== before) leave();
    onChange(state);
  }

  function leave(): void {
    left.abort();
    left = new AbortController();
  }

  return {
    send,
    now,
    drafts: createDraftWriter(),
    tab: undefined,
    get state() {
      return state;
    },
    set,
    setRecordPage(pageKey, part) {
      if (state.page.step === 'record' && state.page.pageKey === pageKey)
        set({ page: { ...state.page, ...part } });
    },
    isShown,
    leave,
    get left() {
      return left.signal;
    },
    nextTurn() {
      turn += 1;
      return turn;
    },
    get turn() {
      return turn;
    },
  };
}
