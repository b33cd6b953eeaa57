import * as z from 'zod/mini';
import { type BatchRow, batchChanges } from '../outbox/batch-view.ts';
import type { EntryView } from '../outbox/entry-view.ts';
import type { SentSave } from '../outbox/history.ts';
import { personSaveSchema, type SaveRequest, saveRequestSchema } from '../save-request.ts';
import { entryId, id, nothing } from './shapes.ts';

/** The workspace whose lists and tags the screen showed, which may have been switched since. */
const workspace = { workspaceId: z.optional(id) };

/** The outbox: what goes in, what waits there, what was sent. */

export const savingInputs = {
  /**
   * Puts the save into the outbox; answers as soon as it is stored, before anything is sent.
   * - `waitMs`: it is not sent before so long, since the screen may still know better.
   * - `insteadOf`: the entry that waited so, which goes where nothing of it was sent.
   */
  saveRecord: z.object({
    save: saveRequestSchema,
    waitMs: z.optional(z.number().check(z.minimum(0), z.maximum(60_000))),
    insteadOf: z.optional(id),
    ...workspace,
  }),
  /** Puts many people into the outbox in one go; `added` leaves out those that wait there already. */
  saveMany: z.object({
    saves: z.array(personSaveSchema).check(z.minLength(1), z.maxLength(2_500)),
    ...workspace,
  }),
  changeBatch: z.object({ batchId: id, change: z.enum(batchChanges) }),
  batchRows: z.object({ batchId: id }),
  undoSave: entryId,
  /** Tries the failed parts of an entry again, now. */
  retryEntry: entryId,
  discardEntry: entryId,
  /** What was sent, newest first: a portion of it, before a time (ms since 1970), or all. */
  listHistory: z.object({
    query: z.optional(z.string().check(z.maxLength(200))),
    before: z.optional(z.number()),
    all: z.optional(z.boolean()),
  }),
  clearHistory: nothing,
  /** The saves that were collected and not sent: the newest of them, and how many there are. */
  listHeld: nothing,
  sendHeld: nothing,
  exportHeld: nothing,
  /** Saves as a table has them, which are checked one by one: `collectedFromCsv`. */
  importHeld: z.object({ rows: z.array(z.unknown()).check(z.maxLength(100_000)) }),
} as const;

export interface SavingOutputs {
  saveRecord: { entryId: string };
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
