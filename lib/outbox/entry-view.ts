import type { FailureKind } from '../crm.ts';

/**
 * What the screens show of an outbox entry. The background keeps the newest ones in `storage.local`
 * under `outbox`, so that a screen opens with them and follows them without asking.
 */

/** The parts of a save, in the order they are carried out. */
export const saveSteps = [
  'lookUp',
  'write',
  'company',
  'tags',
  'stage',
  'list',
  'customFields',
  'note',
  'automations',
  'task',
  'enrol',
] as const;
export type SaveStep = (typeof saveSteps)[number];

export interface FailedPart {
  step: SaveStep;
  kind: FailureKind;
  /** The server's words, or ours where it had none. */
  message: string;
  /** The field the server named, in our words where we know it. */
  field?: string | undefined;
}

/**
 * `waiting` to be sent, or to be tried again at `retryAt` · `sending` · `saved` everything landed ·
 * `partial` the record landed, `failed` names the parts that did not · `parked` nothing more happens
 * without the user · `undoing` · `undone`
 */
export type EntryState = 'waiting' | 'sending' | 'saved' | 'partial' | 'parked' | 'undoing' | 'undone';

export interface EntryView {
  id: string;
  pageKey: string;
  kind: 'person' | 'company';
  /** The name to show. */
  title: string;
  /** The bulk save it belongs to. */
  batchId?: string | undefined;
  state: EntryState;
  done: SaveStep[];
  failed: FailedPart[];
  /** Why it waits, when it does. */
  waitingFor?: FailureKind | undefined;
  /** ms since 1970, all four. */
  queuedAt: number;
  retryAt?: number | undefined;
  savedAt?: number | undefined;
  /** It is saved, but Grinfi could not be asked yet whether it shows all of it, or does not show it yet. */
  checking?: boolean | undefined;
  undoUntil?: number | undefined;
  /** True when the save made a new record, so that undo deletes it. */
  created?: boolean | undefined;
  /** The record in Grinfi, once known. */
  recordId?: string | undefined;
  crmUrl?: string | undefined;
  /** True once the user asked to undo it; `failed` then names what could not be taken back. */
  undoRequested?: boolean | undefined;
  /** Collected: it waits until the user sends it. */
  held?: boolean | undefined;
  workspaceId?: string | undefined;
  /** The workspace that it was made for. */
  workspaceName?: string | undefined;
}
