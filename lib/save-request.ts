import * as v from 'valibot';
import { companyFieldNames, personFieldNames } from './records.ts';

/**
 * What one press of Save asks for: the fields to write (only those the user saw and did not untick), and
 * where the record goes. Made by the form, kept whole in the outbox, so that a resumed save needs nothing
 * else.
 */

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
const value = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(20_000));

/** A thing chosen by id, or one to be created (or found) by name when the save is carried out. */
const choiceSchema = v.union([v.object({ id }), v.object({ name })]);
export type Choice = v.InferOutput<typeof choiceSchema>;

const common = {
  /** Key of the page it was read from (`lib/page-key.ts`); one page has one draft and one running save. */
  pageKey: value,
  /** The name to show, where the fields to write do not hold it. Never sent. */
  title: v.optional(name),
  list: v.optional(choiceSchema),
  tags: v.pipe(v.array(choiceSchema), v.maxLength(100)),
  /** Tags that a known record is to lose. Bulk saves have none. */
  removeTagIds: v.optional(v.pipe(v.array(id), v.maxLength(500))),
  stageId: v.optional(id),
  /** List and stage are presets, not choices for this record: a known one keeps its own. */
  presetsOnlyForNew: v.optional(v.boolean()),
  note: v.optional(value),
  /** Custom field id → value. */
  customFields: v.optional(v.record(id, value)),
  /** The CRM id, when the record is known already. */
  recordId: v.optional(id),
};

/** Something to be done for the person by a user; due on the morning so many days after the press. */
const taskSchema = v.object({
  type: id,
  text: value,
  senderProfileId: id,
  inDays: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(365)),
});
export type TaskRequest = v.InferOutput<typeof taskSchema>;

export const companySaveSchema = v.object({
  ...common,
  kind: v.literal('company'),
  fields: v.record(v.picklist(companyFieldNames), value),
});

export const personSaveSchema = v.object({
  ...common,
  kind: v.literal('person'),
  fields: v.record(v.picklist(personFieldNames), value),
  /** Guesses that are better than nothing: a known contact keeps what it has in these fields. */
  onlyForNew: v.optional(v.array(v.picklist(personFieldNames))),
  /** Move a known contact into `list`; a new one lands there anyway. */
  moveToList: v.optional(v.boolean()),
  /** Also save the employer as a company, in the same click. */
  withCompany: v.optional(v.boolean()),
  /** After a job change: stop every automation the contact is in. */
  cancelAutomations: v.optional(v.boolean()),
  task: v.optional(taskSchema),
  /** The automation to put the contact into. */
  enrolIn: v.optional(id),
});

export const saveRequestSchema = v.union([personSaveSchema, companySaveSchema]);
export type PersonSave = v.InferOutput<typeof personSaveSchema>;
export type CompanySave = v.InferOutput<typeof companySaveSchema>;
export type SaveRequest = v.InferOutput<typeof saveRequestSchema>;
