import * as v from 'valibot';
import type { Activity } from '../crm.ts';
import type { NotesFound } from '../grinfi/notes.ts';
import {
  type Automation,
  type Caution,
  type Enrolment,
  type NamedContact,
  newTaskTypes,
  type Page,
  type PersonCautions,
  type SenderProfile,
  type Task,
  taskChanges,
} from '../outreach.ts';
import { id, nothing, offset, recordName, words } from './shapes.ts';

/** Working a contact that Grinfi has: its history, notes, tasks and automations. */

/** ISO 8601, in UTC, as `toISOString` writes it. */
const moment = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/));

export const contactWorkInputs = {
  /** A part of what happened with a contact or company, newest first; with the first also the connection. */
  listActivities: v.object({ ...recordName, offset: v.optional(offset) }),
  /** The notes on a record, among a part of the whole team's. */
  listNotes: v.object({ ...recordName, offset: v.optional(offset) }),
  /** `triedAt` (ms since 1970): when the same note was first sent, and what became of it is not known. */
  addNote: v.object({ ...recordName, text: words, triedAt: v.optional(v.number()) }),
  editNote: v.object({ noteId: id, text: words }),
  deleteNote: v.object({ noteId: id }),
  listTasks: v.object({ contactId: id, offset: v.optional(offset) }),
  /** What users have to do for anybody, due up to a time; of one sender, or of all. */
  listDueTasks: v.object({
    until: moment,
    senderProfileId: v.optional(id),
    offset: v.optional(offset),
  }),
  /** Who a contact is, for lists that know only its id. */
  nameContact: v.object({ contactId: id }),
  /** `dueAt` in ISO 8601 · `triedAt` as for a note */
  addTask: v.object({
    contactId: id,
    senderProfileId: id,
    type: v.picklist(newTaskTypes),
    text: words,
    note: v.optional(words),
    dueAt: moment,
    timezone: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
    triedAt: v.optional(v.number()),
  }),
  changeTask: v.object({ taskId: id, change: v.picklist(taskChanges) }),
  listSenderProfiles: nothing,
  /** The automations a contact is in, those there are, and what speaks against another one. */
  /** Without an id for somebody who is not in Grinfi: what there is to choose, and the blacklist. */
  listEnrolments: v.object({ contactId: v.optional(id), handle: v.optional(id), email: v.optional(id) }),
  /** What speaks against an automation for many people; of those without an id only the blacklist is known. */
  listCautions: v.object({
    people: v.pipe(
      v.array(
        v.object({
          key: v.pipe(v.string(), v.minLength(1), v.maxLength(20_000)),
          contactId: v.optional(id),
          handle: v.optional(id),
        }),
      ),
      v.maxLength(5_000),
    ),
  }),
  changeEnrolment: v.union([
    v.object({ change: v.picklist(['enrol', 'cancel']), contactId: id, automationId: id }),
    v.object({ change: v.picklist(['cancelAll', 'continue']), contactId: id }),
  ]),
  /** Starts or stops an automation for everybody who is in it. */
  switchAutomation: v.object({ automationId: id, isOn: v.boolean() }),
} as const;

export interface ContactWorkOutputs {
  listActivities: Page<Activity> & { connectedSince?: string | undefined };
  listNotes: NotesFound;
  addNote: null;
  editNote: null;
  deleteNote: null;
  listTasks: Page<Task>;
  listDueTasks: Page<Task>;
  /** `null`: there is no such contact any more. */
  nameContact: { contact: NamedContact | null };
  addTask: null;
  changeTask: null;
  listSenderProfiles: { senders: SenderProfile[] };
  listEnrolments: { enrolments: Enrolment[]; automations: Automation[]; cautions: Caution[] };
  /** Those whom something speaks against; `isUnsure`: something could not be found out. */
  listCautions: { automations: Automation[]; found: PersonCautions[]; isUnsure: boolean };
  changeEnrolment: null;
  switchAutomation: null;
}
