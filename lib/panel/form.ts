import type { Catalog, CrmRecord, LookUp, PipelineStage, Tag } from '../crm.ts';
import type { Draft } from '../drafts.ts';
import type { FollowUp } from '../follow-up.ts';
import { pageKeyOf } from '../page-key.ts';
import type { Layer, LinkedInRecord, ReadField } from '../records.ts';
import type { Choice } from '../save-request.ts';
import { type Change, changesBetween, hasNewEmployer } from './changes.ts';
import { goesWith, whoFields } from './form-fields.ts';
import { isNamePart, withNameParts } from './name-parts.ts';
import { writesSomething } from './save-of-form.ts';

/** The defaults and last choices that a new record starts with. */
export interface FormPresets {
  listId?: string | undefined;
  tagIds?: string[] | undefined;
  newTagNames?: string[] | undefined;
  newListName?: string | undefined;
  contactStageId?: string | undefined;
  companyStageId?: string | undefined;
}

/** One field as the card shows it. */
export interface FormField {
  /** What is shown and would be sent; `''` where the user emptied it. */
  value: string;
  from: Layer;
  certain: boolean;
  /** Uncertain, and the user ticked it. */
  confirmed: boolean;
  /** Typed over by the user. */
  edited: boolean;
  /** Minimum-data mode: it stays in the browser, as the user has not ticked it. */
  isHeldBack?: boolean;
  /** Part of a certain name: written as it stands, though where the name was parted is not certain. */
  isWrittenAnyway?: boolean;
}

export interface FormModel {
  kind: 'person' | 'company';
  pageKey: string;
  /** The name to show, `''` where the page has none. */
  title: string;
  fields: Record<string, FormField>;
  /** The record as Grinfi has it, where the lookup found one. */
  known: CrmRecord | undefined;
  list: Choice | undefined;
  /** A list that Grinfi asks for and that is not chosen yet. */
  isListMissing: boolean;
  /** Tags the record carries in Grinfi. */
  knownTags: Tag[];
  /** Those of them that a save takes away. */
  removedTagIds: string[];
  tags: Choice[];
  stages: PipelineStage[];
  stageId: string | undefined;
  /** The lookup has answered, so that the user sees whether this is new. */
  isLookedUp: boolean;
  /** Which of the two the user chose for this very record; the others are presets. */
  isChosen: { list: boolean; stage: boolean };
  note: string;
  customFields: Record<string, string>;
  followUp: FollowUp | undefined;
  changes: Change[];
  jobChange:
    | { from: string; to: string; keepFormer: boolean; resetStage: boolean; stop: boolean }
    | undefined;
  canSaveCompany: boolean;
  withCompany: boolean;
  /** False for a known record when a save would write nothing. */
  hasSomethingToSave: boolean;
}

export interface FormInput {
  record: LinkedInRecord;
  draft: Draft;
  presets: FormPresets;
  catalog: Catalog | undefined;
  lookUp: LookUp | undefined;
  /** Minimum-data mode: the fields that are ticked from the start. */
  minimum?: readonly string[] | undefined;
}

/** Lays the draft over the fresh reading, and both over presets and what Grinfi has. */
export function buildForm({ record, draft, presets, catalog, lookUp, minimum }: FormInput): FormModel {
  const known = lookUp?.state === 'known' ? lookUp.record : undefined;
  const read = readFieldsOf(record, draft, known !== undefined);
  const merged = asWritten(withWholeName(record, mergeFields(read, draft), draft), known !== undefined);
  const fields = minimum ? holdBack(record.kind, merged, minimum, draft.ticks) : merged;
  const changes = known ? changesBetween(fields, known, ticksOf(fields, draft)) : [];
  const stages = stagesFor(record.kind, catalog);
  const list = draft.list ?? startingList(record.kind, known, presets, catalog);
  const knownTagIds = known?.tagIds ?? [];
  const tags = (draft.tags ?? (known ? [] : startingTags(presets, catalog))).filter(
    (tag) => !('id' in tag && knownTagIds.includes(tag.id)),
  );
  const model: FormModel = {
    kind: record.kind,
    pageKey: pageKeyOf(record),
    title: titleOf(record.kind, fields),
    fields,
    known,
    list,
    isListMissing: record.kind === 'person' && !known && list === undefined,
    knownTags: knownTagIds.map((id) => catalog?.tags.find((tag) => tag.id === id) ?? { id, name: '…' }),
    removedTagIds: (draft.removedTagIds ?? []).filter((id) => knownTagIds.includes(id)),
    tags,
    stages,
    stageId:
      draft.stageId ?? known?.stageId ?? (known ? undefined : startingStage(record.kind, presets, stages)),
    isLookedUp: lookUp?.state === 'new' || known !== undefined,
    isChosen: { list: draft.list !== undefined, stage: draft.stageId !== undefined },
    note: draft.note ?? '',
    customFields: draft.customFields,
    followUp: record.kind === 'person' ? draft.followUp : undefined,
    changes,
    jobChange: jobChangeOf(changes, draft),
    canSaveCompany:
      record.kind === 'person' && hasEmployerId(record.fields) && !fields['companyName']?.edited,
    withCompany: draft.withCompany ?? false,
    hasSomethingToSave: true,
  };
  if (known) model.hasSomethingToSave = writesSomething(model, known);
  return model;
}

/** What the page gives, with the name of a new person in the two parts that Grinfi keeps. */
function readFieldsOf(
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

/** What a field holds while the user has not typed over it. */
export function untypedValue(form: FormInput, name: string): string {
  const isKnown = form.lookUp?.state === 'known';
  return readFieldsOf(form.record, form.draft, isKnown)[name]?.value ?? '';
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

/** A change that stays in the browser is not ticked. */
function ticksOf(fields: Record<string, FormField>, { ticks }: Draft): Draft['ticks'] {
  const heldBack = Object.entries(fields).filter(([, field]) => field.isHeldBack);
  return { ...Object.fromEntries(heldBack.map(([name]) => [name, false])), ...ticks };
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
  known: CrmRecord | undefined,
  presets: FormPresets,
  catalog: Catalog | undefined,
): Choice | undefined {
  if (known) return known.object === 'contact' && known.listId ? { id: known.listId } : undefined;
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

function jobChangeOf(changes: Change[], draft: Draft): FormModel['jobChange'] {
  const employer = changes.find((change) => change.field === 'companyName');
  if (!employer?.now || !hasNewEmployer(changes)) return undefined;
  return {
    from: employer.now,
    to: employer.next,
    keepFormer: draft.keepFormerJob ?? true,
    resetStage: draft.resetStage ?? false,
    stop: draft.cancelAutomations ?? false,
  };
}

function hasEmployerId(fields: Readonly<Record<string, ReadField | undefined>>): boolean {
  return fields['companyHandle'] !== undefined || fields['companyId'] !== undefined;
}
