import * as z from 'zod/mini';
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
const moment = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/));

export const contactWorkInputs = {
  /** A part of what happened with a contact or company, newest first; with the first also the connection. */
  listActivities: z.object({ ...recordName, offset: z.optional(offset) }),
  /** The notes on a record, among a part of the whole team's. */
  listNotes: z.object({ ...recordName, offset: z.optional(offset) }),
  /** `triedAt` (ms since 1970): when the same note was first sent, and what became of it is not known. */
  addNote: z.object({ ...recordName, text: words, triedAt: z.optional(z.number()) }),
  editNote: z.object({ noteId: id, text: words }),
  deleteNote: z.object({ noteId: id }),
  listTasks: z.object({ contactId: id, offset: z.optional(offset) }),
  /** What users have to do for anybody, due up to a time; of one sender, or of all. */
  listDueTasks: z.object({
    until: moment,
    senderProfileId: z.optional(id),
    offset: z.optional(offset),
  }),
  /** Who a contact is, for lists that know only its id. */
  nameContact: z.object({ contactId: id }),
  /** `dueAt` in ISO 8601 · `triedAt` as for a note */
  addTask: z.object({
    contactId: id,
    senderProfileId: id,
    type: z.enum(newTaskTypes),
    text: words,
    note: z.optional(words),
    dueAt: moment,
    timezone: z.string().check(z.minLength(1), z.maxLength(100)),
    triedAt: z.optional(z.number()),
  }),
  changeTask: z.object({ taskId: id, change: z.enum(taskChanges) }),
  listSenderProfiles: nothing,
  /** The automations a contact is in, those there are, and what speaks against another one. */
  /** Without an id for somebody who is not in Grinfi: what there is to choose, and the blacklist. */
  listEnrolments: z.object({ contactId: z.optional(id), handle: z.optional(id), email: z.optional(id) }),
  /** What speaks against an automation for many people; of those without an id only the blacklist is known. */
  listCautions: z.object({
    people: z
      .array(
        z.object({
          key: z.string().check(z.minLength(1), z.maxLength(20_000)),
          contactId: z.optional(id),
          handle: z.optional(id),
        }),
      )
      .check(z.maxLength(5_000)),
  }),
  changeEnrolment: z.union([
    z.object({ change: z.enum(['enrol', 'cancel']), contactId: id, automationId: id }),
    z.object({ change: z.enum(['cancelAll', 'continue']), contactId: id }),
  ]),
  /** Starts or stops an automation for everybody who is in it. */
  switchAutomation: z.object({ automationId: id, isOn: z.boolean() }),
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
