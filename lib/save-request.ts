import * as z from 'zod/mini';
import { companyFieldNames, personFieldNames } from './records.ts';

/**
 * What one press of Save asks for: the fields to write (only those the user saw and did not untick), and
 * where the record goes. Made by the form, kept whole in the outbox, so that a resumed save needs nothing
 * else.
 */

const id = z.string().check(z.minLength(1), z.maxLength(100));
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));
const value = z.string().check(z.trim(), z.minLength(1), z.maxLength(20_000));

/** A thing chosen by id, or one to be created (or found) by name when the save is carried out. */
const choiceSchema = z.union([z.object({ id }), z.object({ name })]);
export type Choice = z.infer<typeof choiceSchema>;

const common = {
  /** Key of the page it was read from (`lib/page-key.ts`); one page has one draft and one running save. */
  pageKey: value,
  /** The name to show, where the fields to write do not hold it. Never sent. */
  title: z.optional(name),
  list: z.optional(choiceSchema),
  tags: z.array(choiceSchema).check(z.maxLength(100)),
  /** Tags that a known record is to lose. Bulk saves have none. */
  removeTagIds: z.optional(z.array(id).check(z.maxLength(500))),
  stageId: z.optional(id),
  /** List and stage are presets, not choices for this record: a known one keeps its own. */
  presetsOnlyForNew: z.optional(z.boolean()),
  note: z.optional(value),
  /** Custom field id → value. */
  customFields: z.optional(z.record(id, value)),
  /** The CRM id, when the record is known already. */
  recordId: z.optional(id),
};

/** Something to be done for the person by a user; due on the morning so many days after the press. */
const taskSchema = z.object({
  type: id,
  text: value,
  senderProfileId: id,
  inDays: z.number().check(z.multipleOf(1), z.gte(0), z.lte(365)),
});
export type TaskRequest = z.infer<typeof taskSchema>;

export const companySaveSchema = z.object({
  ...common,
  kind: z.literal('company'),
  fields: z.partialRecord(z.enum(companyFieldNames), value),
});

export const personSaveSchema = z.object({
  ...common,
  kind: z.literal('person'),
  fields: z.partialRecord(z.enum(personFieldNames), value),
  /** Guesses that are better than nothing: a known contact keeps what it has in these fields. */
  onlyForNew: z.optional(z.array(z.enum(personFieldNames))),
  /** Move a known contact into `list`; a new one lands there anyway. */
  moveToList: z.optional(z.boolean()),
  /** Also save the employer as a company, in the same click. */
  withCompany: z.optional(z.boolean()),
  /** After a job change: stop every automation the contact is in. */
  cancelAutomations: z.optional(z.boolean()),
  task: z.optional(taskSchema),
  /** The automation to put the contact into. */
  enrolIn: z.optional(id),
});

export const saveRequestSchema = z.union([personSaveSchema, companySaveSchema]);
export type PersonSave = z.infer<typeof personSaveSchema>;
export type CompanySave = z.infer<typeof companySaveSchema>;
export type SaveRequest = z.infer<typeof saveRequestSchema>;
