import * as z from 'zod/mini';
import type { Account, Activity, Catalog, Contact, FailureKind, KeyState, LookUp, RowLookUp } from './crm.ts';
import type { NotesFound } from './grinfi/notes.ts';
import { type BatchRow, batchChanges } from './outbox/batch-view.ts';
import type { EntryView } from './outbox/entry-view.ts';
import type { SentSave } from './outbox/history.ts';
import {
  type Automation,
  type Caution,
  type Enrolment,
  newTaskTypes,
  type Page,
  type SenderProfile,
  type Task,
  taskChanges,
} from './outreach.ts';
import type { Reading } from './records.ts';
import { layouts, pageKinds, recordSchema } from './records.ts';
import { personSaveSchema, saveRequestSchema } from './save-request.ts';

/**
 * Every message between the extension's pages and its service worker: what it is for, what goes in, what
 * comes out. All are sent by our own pages (popup, side panel, options) and answered by the worker, which
 * checks sender and input; nothing is taken from a tab or from another extension.
 */

const id = z.string().check(z.minLength(1), z.maxLength(500));
const entryId = z.object({ entryId: z.string().check(z.minLength(1), z.maxLength(100)) });
const nothing = z.object({});
const recordName = { object: z.enum(['contact', 'company']), recordId: id };
const offset = z.int().check(z.minimum(0));
const words = z.string().check(z.trim(), z.minLength(1), z.maxLength(20_000));

export const inputs = {
  /** Injects the reader into the tab and gives what it read. */
  readPage: z.object({ tabId: z.number() }),
  /** Is this record in Grinfi already? */
  lookUp: z.object({ record: recordSchema }),
  /** Puts the save into the outbox; answers as soon as it is stored, before anything is sent. */
  saveRecord: z.object({ save: saveRequestSchema }),
  /** One person of a list: in Grinfi already? Answered from memory for some minutes. */
  lookUpPerson: z.object({
    pageKey: z.string().check(z.minLength(1), z.maxLength(20_000)),
    identity: z.object({ handle: z.optional(id), lnId: z.optional(id), snId: z.optional(id) }),
  }),
  /** Puts many people into the outbox in one go; `added` leaves out those that wait there already. */
  saveMany: z.object({ saves: z.array(personSaveSchema).check(z.minLength(1), z.maxLength(2_500)) }),
  changeBatch: z.object({ batchId: id, change: z.enum(batchChanges) }),
  batchRows: z.object({ batchId: id }),
  undoSave: entryId,
  /** Tries the failed parts of an entry again, now. */
  retryEntry: entryId,
  discardEntry: entryId,
  /** Fetches lists, tags, stages and custom fields anew; the result also lands in the stored catalog. */
  refreshCatalog: nothing,
  /** The contacts in Grinfi that belong to a company. */
  findCompanyPeople: z.object({ companyId: z.string().check(z.minLength(1), z.maxLength(100)) }),
  /** Asks Grinfi whose key this is. Without `key`: the stored one. Stores nothing. */
  checkKey: z.object({ key: z.optional(z.string().check(z.maxLength(10_000))) }),
  /** Checks the key and, if it is good, keeps it: for good, or until the browser closes. */
  saveKey: z.object({
    key: z.string().check(z.minLength(1), z.maxLength(10_000)),
    keep: z.enum(['always', 'session']),
  }),
  forgetKey: nothing,
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
  importHeld: z.object({ csv: z.string().check(z.maxLength(20_000_000)) }),
  /** Lets the user point at a field that could not be read; the next `readPage` finds it there. */
  pickField: z.object({
    tabId: z.number(),
    field: z.string().check(z.regex(/^[a-zA-Z]{1,40}$/)),
    page: z.enum(pageKinds),
    layout: z.enum(layouts),
  }),
  /** Ends the pointing without a result. */
  cancelPick: z.object({ tabId: z.number() }),
  /** A copy of the page with every text, name, number, id and address replaced. */
  redactPage: z.object({ tabId: z.number() }),
  /** A part of what happened with a contact or company, newest first; with the first also the connection. */
  listActivities: z.object({ ...recordName, offset: z.optional(offset) }),
  /** The notes on a record, among a part of the whole team's. */
  listNotes: z.object({ ...recordName, offset: z.optional(offset) }),
  /** `triedAt` (ms since 1970): when the same note was first sent, and what became of it is not known. */
  addNote: z.object({ ...recordName, text: words, triedAt: z.optional(z.number()) }),
  editNote: z.object({ noteId: id, text: words }),
  deleteNote: z.object({ noteId: id }),
  listTasks: z.object({ contactId: id, offset: z.optional(offset) }),
  /** `dueAt` in ISO 8601 · `triedAt` as for a note */
  addTask: z.object({
    contactId: id,
    senderProfileId: id,
    type: z.enum(newTaskTypes),
    text: words,
    note: z.optional(words),
    dueAt: z.iso.datetime(),
    timezone: z.string().check(z.minLength(1), z.maxLength(100)),
    triedAt: z.optional(z.number()),
  }),
  changeTask: z.object({ taskId: id, change: z.enum(taskChanges) }),
  listSenderProfiles: nothing,
  /** The automations a contact is in, those there are, and what speaks against another one. */
  listEnrolments: z.object({ contactId: id, handle: z.optional(id), email: z.optional(id) }),
  changeEnrolment: z.discriminatedUnion('change', [
    z.object({ change: z.enum(['enrol', 'cancel']), contactId: id, automationId: id }),
    z.object({ change: z.enum(['cancelAll', 'continue']), contactId: id }),
  ]),
} as const;

export interface Outputs {
  readPage: Reading;
  lookUp: LookUp;
  saveRecord: { entryId: string };
  lookUpPerson: RowLookUp;
  /** `batchId` is `null` where they were collected only, or wait as parts of other saves. */
  saveMany: { batchId: string | null; added: number };
  changeBatch: null;
  batchRows: { rows: BatchRow[] };
  undoSave: null;
  retryEntry: null;
  discardEntry: null;
  refreshCatalog: Catalog;
  findCompanyPeople: { people: { contact: Contact; lastActivity?: Activity | undefined }[] };
  checkKey: { account: Account };
  saveKey: { account: Account; state: KeyState };
  forgetKey: null;
  /** `total` of those that match the query. */
  listHistory: { saves: SentSave[]; total: number; hasMore: boolean };
  clearHistory: null;
  listHeld: { entries: EntryView[]; total: number };
  /** `withoutList` stay: Grinfi keeps every person in a list, and there is no default one. */
  sendHeld: { sent: number; withoutList: number };
  exportHeld: { csv: string };
  /** Rows that were left out; the header is row 1. */
  importHeld: { added: number; leftOut: number[] };
  pickField: { outcome: 'picked' | 'cancelled' };
  cancelPick: null;
  redactPage: { html: string };
  listActivities: Page<Activity> & { connectedSince?: string | undefined };
  listNotes: NotesFound;
  addNote: null;
  editNote: null;
  deleteNote: null;
  listTasks: Page<Task>;
  addTask: null;
  changeTask: null;
  listSenderProfiles: { senders: SenderProfile[] };
  listEnrolments: { enrolments: Enrolment[]; automations: Automation[]; cautions: Caution[] };
  changeEnrolment: null;
}

export type MessageName = keyof typeof inputs;
export type Input<N extends MessageName> = z.infer<(typeof inputs)[N]>;
export type Output<N extends MessageName> = Outputs[N];

/** Plain data both ways: of an `Error`, only its text would survive the crossing. */
export type Reply<N extends MessageName> =
  | { ok: true; value: Output<N> }
  | { ok: false; kind: FailureKind; message: string };

export type Handler<N extends MessageName> = (input: Input<N>) => Promise<Output<N>>;
export type Handlers = { [N in MessageName]: Handler<N> };
