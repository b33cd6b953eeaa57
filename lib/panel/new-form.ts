import type { Catalog, PipelineStage } from '../crm.ts';
import type { Draft } from '../drafts.ts';
import { pageKeyOf } from '../page-key.ts';
import type { LinkedInRecord, ReadField } from '../records.ts';
import type { Choice } from '../save-request.ts';
import type { FormField, FormInput, FormModel, FormPresets } from './form.ts';
import { goesWith, whoFields } from './form-fields.ts';
import { isNamePart, withNameParts } from './name-parts.ts';

/**
 * The form of a record that Grinfi does not have, as far as is known: what a save without a screen is made from,
 * and the ground of the form for a known one.
 */
export function buildNewForm(input: FormInput, fields = fieldsOf(input, false)): FormModel {
  const { record, draft, presets, catalog, lookUp } = input;
  const stages = stagesFor(record.kind, catalog);
  const list = draft.list ?? startingList(record.kind, presets, catalog);
  return {
    kind: record.kind,
    pageKey: pageKeyOf(record),
    title: titleOf(record.kind, fields),
    fields,
    known: undefined,
    list,
    isListMissing: record.kind === 'person' && list === undefined,
    knownTags: [],
    removedTagIds: [],
    tags: draft.tags ?? startingTags(presets, catalog),
    stages,
    stageId: draft.stageId ?? startingStage(record.kind, presets, stages),
    isLookedUp: lookUp?.state === 'new',
    isChosen: { list: draft.list !== undefined, stage: draft.stageId !== undefined },
    note: draft.note ?? '',
    customFields: draft.customFields,
    followUp: record.kind === 'person' ? draft.followUp : undefined,
    changes: [],
    jobChange: undefined,
    canSaveCompany:
      record.kind === 'person' && hasEmployerId(record.fields) && !fields['companyName']?.edited,
    withCompany: draft.withCompany ?? false,
    hasSomethingToSave: true,
  };
}

/** What the page gives, with the draft over it. */
export function fieldsOf({ record, draft, minimum }: FormInput, isKnown: boolean): Record<string, FormField> {
  const read = readFieldsOf(record, draft, isKnown);
  const merged = asWritten(withWholeName(record, mergeFields(read, draft), draft), isKnown);
  return minimum ? holdBack(record.kind, merged, minimum, draft.ticks) : merged;
}

/** What the page gives, with the name of a new person in the two parts that Grinfi keeps. */
export function readFieldsOf(
  record: LinkedInRecord,
  draft: Draft,
  isKnown: boolean,
): Readonly<Record<string, ReadField | undefined>> {
  if (record.kind === 'company' || isKnown) return record.fields;
  const typed = draft.fields['fullName']?.trim();
  const fullName: ReadField | undefined = typed
    ? { value: typed, from: 'user', certain: true }
    : record.fields.fullName;
  const { firstName, lastName } = withNameParts({ ...record.fields, fullName });
  return { ...record.fields, firstName, lastName };
}

/** Marks what stays in the browser. What the user typed was meant to go. */
function holdBack(
  kind: FormModel['kind'],
  fields: Record<string, FormField>,
  minimum: readonly string[],
  ticks: Draft['ticks'],
): Record<string, FormField> {
  const isSent = (name: string, edited: boolean) =>
    whoFields[kind].has(name) || (ticks[name] ?? (edited || minimum.includes(name)));
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const decidedBy = whoFields[kind].has(name) ? name : (goesWith[name] ?? name);
      const isHeldBack = !isSent(decidedBy, fields[decidedBy]?.edited === true);
      return [name, isHeldBack ? { ...field, isHeldBack } : field];
    }),
  );
}

function asWritten(fields: Record<string, FormField>, isKnown: boolean): Record<string, FormField> {
  if (isKnown || !fields['fullName']?.certain) return fields;
  const mark = ([name, field]: [string, FormField]): [string, FormField] =>
    isNamePart(name) && !field.certain ? [name, { ...field, isWrittenAnyway: true }] : [name, field];
  return Object.fromEntries(Object.entries(fields).map(mark));
}

function mergeFields(
  read: Readonly<Record<string, ReadField | undefined>>,
  draft: Draft,
): Record<string, FormField> {
  const fields: Record<string, FormField> = {};
  for (const [name, field] of Object.entries(read)) {
    if (!field) continue;
    fields[name] = { ...field, confirmed: !field.certain && draft.ticks[name] === true, edited: false };
  }
  for (const [name, value] of Object.entries(draft.fields)) {
    if (value.trim() === fields[name]?.value) continue;
    fields[name] = { value, from: 'user', certain: true, confirmed: false, edited: true };
  }
  return fields;
}

/** A whole name made from edited parts, so that the two never disagree. */
function withWholeName(record: LinkedInRecord, fields: Record<string, FormField>, draft: Draft) {
  const partEdited = 'firstName' in draft.fields || 'lastName' in draft.fields;
  if (record.kind === 'company' || !partEdited) return fields;
  const value = [fields['firstName']?.value, fields['lastName']?.value]
    .map((part) => part?.trim())
    .filter(Boolean)
    .join(' ');
  const fullName: FormField = { value, from: 'user', certain: true, confirmed: false, edited: true };
  return { ...fields, fullName };
}

function titleOf(kind: FormModel['kind'], fields: FormModel['fields']): string {
  if (kind === 'company') return fields['name']?.value ?? '';
  const parts = [fields['firstName']?.value, fields['lastName']?.value].filter(Boolean).join(' ');
  return fields['fullName']?.value || parts;
}

function stagesFor(kind: FormModel['kind'], catalog: Catalog | undefined): PipelineStage[] {
  return (kind === 'person' ? catalog?.contactStages : catalog?.companyStages) ?? [];
}

/** Presets count only while they exist: a list may have been deleted in Grinfi since. */
function startingList(
  kind: FormModel['kind'],
  presets: FormPresets,
  catalog: Catalog | undefined,
): Choice | undefined {
  if (kind === 'company') return undefined;
  if (presets.newListName) return byName(presets.newListName, catalog?.lists);
  if (!presets.listId) return undefined;
  const exists = !catalog || catalog.lists.some((list) => list.id === presets.listId);
  return exists ? { id: presets.listId } : undefined;
}

function startingTags(presets: FormPresets, catalog: Catalog | undefined): Choice[] {
  const exists = (id: string) => !catalog || catalog.tags.some((tag) => tag.id === id);
  const known = (presets.tagIds ?? []).filter(exists).map((id) => ({ id }));
  return [...known, ...(presets.newTagNames ?? []).map((name) => byName(name, catalog?.tags))];
}

/** What the last save created has an id by now, unless it still waits: then both saves mean the same name. */
function byName(name: string, among: readonly { id: string; name: string }[] | undefined): Choice {
  const found = among?.find((option) => option.name.trim().toLowerCase() === name.trim().toLowerCase());
  return found ? { id: found.id } : { name };
}

function startingStage(kind: FormModel['kind'], presets: FormPresets, stages: PipelineStage[]) {
  const id = kind === 'person' ? presets.contactStageId : presets.companyStageId;
  return stages.some((stage) => stage.id === id) ? id : undefined;
}

function hasEmployerId(fields: Readonly<Record<string, ReadField | undefined>>): boolean {
  return fields['companyHandle'] !== undefined || fields['companyId'] !== undefined;
}
