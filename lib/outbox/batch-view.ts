import type { EntryState, FailedPart } from './entry-view.ts';

/** What the screens show of a bulk save: its numbers are stored for them, its rows are asked for. */

export interface BatchView {
  id: string;
  /** ms since 1970 */
  createdAt: number;
  total: number;
  /** Not begun. */
  waiting: number;
  /** Begun and not over; `written` of them are in Grinfi and wait for tags or stage. */
  sending: number;
  written: number;
  saved: number;
  /** Saved except for a part, or not at all. */
  failed: number;
  undoing: number;
  /** Taken back, or never sent. */
  undone: number;
  isPaused: boolean;
  /** ms since 1970; absent before anything landed. */
  undoUntil?: number | undefined;
}

/** One person of a bulk save. */
export interface BatchRow {
  entryId: string;
  pageKey: string;
  title: string;
  state: EntryState;
  created?: boolean | undefined;
  failed: FailedPart[];
  crmUrl?: string | undefined;
}

export const batchChanges = ['pause', 'resume', 'cancel', 'retry', 'undo'] as const;
export type BatchChange = (typeof batchChanges)[number];

/** Whether there is still something to be sent by itself. */
export const isBatchUnderWay = ({ waiting, sending, undoing }: BatchView): boolean =>
  waiting + sending + undoing > 0;
