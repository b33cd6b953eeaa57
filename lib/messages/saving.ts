import * as v from 'valibot';
import { type BatchRow, batchChanges } from '../outbox/batch-view.ts';
import type { EntryView } from '../outbox/entry-view.ts';
import type { SentSave } from '../outbox/history.ts';
import { personSaveSchema, type SaveRequest, saveRequestSchema } from '../save-request.ts';
import { entryId, id, nothing } from './shapes.ts';

/** The workspace whose lists and tags the screen showed, which may have been switched since. */
const workspace = { workspaceId: v.optional(id) };

/** The outbox: what goes in, what waits there, what was sent. */

export const savingInputs = {
  /**
   * Puts the save into the outbox; answers as soon as it is stored, before anything is sent.
   * - `waitMs`: it is not sent before so long, since the screen may still know better.
   * - `insteadOf`: the entry that waited so, which goes where nothing of it was sent.
   */
  saveRecord: v.object({
    save: saveRequestSchema,
    waitMs: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(60_000))),
    insteadOf: v.optional(id),
    ...workspace,
  }),
  /** Puts many people into the outbox in one go; `added` leaves out those that wait there already. */
  saveMany: v.object({
    saves: v.pipe(v.array(personSaveSchema), v.minLength(1), v.maxLength(2_500)),
    ...workspace,
  }),
  changeBatch: v.object({ batchId: id, change: v.picklist(batchChanges) }),
  batchRows: v.object({ batchId: id }),
  undoSave: entryId,
  /** Tries the failed parts of an entry again, now. */
  retryEntry: entryId,
  discardEntry: entryId,
  /** What was sent, newest first: a portion of it, before a time (ms since 1970), or all. */
  listHistory: v.object({
    query: v.optional(v.pipe(v.string(), v.maxLength(200))),
    before: v.optional(v.number()),
    all: v.optional(v.boolean()),
  }),
  clearHistory: nothing,
  /** The saves that were collected and not sent: the newest of them, and how many there are. */
  listHeld: nothing,
  sendHeld: nothing,
  exportHeld: nothing,
  /** Saves as a table has them, which are checked one by one: `collectedFromCsv`. */
  importHeld: v.object({ rows: v.pipe(v.array(v.unknown()), v.maxLength(100_000)) }),
} as const;

export interface SavingOutputs {
  saveRecord: { entry: EntryView };
  /** `batchId` is `null` where they were collected only, or wait as parts of other saves. */
  saveMany: { batchId: string | null; added: number };
  changeBatch: null;
  batchRows: { rows: BatchRow[] };
  undoSave: null;
  retryEntry: null;
  discardEntry: null;
  /** `total` of those that match the query. */
  listHistory: { saves: SentSave[]; total: number; hasMore: boolean };
  clearHistory: null;
  listHeld: { entries: EntryView[]; total: number };
  /** `withoutList` stay: Grinfi keeps every person in a list, and there is no default one. */
  sendHeld: { sent: number; withoutList: number };
  exportHeld: { saves: SaveRequest[] };
  /** Rows that were left out; the header is row 1. */
  importHeld: { added: number; leftOut: number[] };
}
