import type { Catalog, CrmRecord, LookUp, PipelineStage, Tag } from '../crm.ts';
import type { Draft } from '../drafts.ts';
import type { FollowUp } from '../follow-up.ts';
import type { Layer, LinkedInRecord } from '../records.ts';
import type { Choice } from '../save-request.ts';
import { type Change, changesBetween, hasNewEmployer } from './changes.ts';
import { buildNewForm, fieldsOf, readFieldsOf } from './new-form.ts';
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
export function buildForm(input: FormInput): FormModel {
  return input.lookUp?.state === 'known' ? buildKnownForm(input, input.lookUp.record) : buildNewForm(input);
}

function buildKnownForm(input: FormInput, known: CrmRecord): FormModel {
  const { draft, catalog } = input;
  const fields = fieldsOf(input, true);
  const changes = changesBetween(fields, known, ticksOf(fields, draft));
  const knownTagIds = known.tagIds;
  const knownList = known.object === 'contact' && known.listId ? { id: known.listId } : undefined;
  const model: FormModel = {
    ...buildNewForm(input, fields),
    known,
    list: draft.list ?? knownList,
    isListMissing: false,
    knownTags: knownTagIds.map((id) => catalog?.tags.find((tag) => tag.id === id) ?? { id, name: '…' }),
    removedTagIds: (draft.removedTagIds ?? []).filter((id) => knownTagIds.includes(id)),
    tags: (draft.tags ?? []).filter((tag) => !('id' in tag && knownTagIds.includes(tag.id))),
    stageId: draft.stageId ?? known.stageId,
    isLookedUp: true,
    changes,
    jobChange: jobChangeOf(changes, draft),
  };
  return { ...model, hasSomethingToSave: writesSomething(model, known) };
}

/** What a field holds while the user has not typed over it. */
export function untypedValue(form: FormInput, name: string): string {
  const isKnown = form.lookUp?.state === 'known';
  return readFieldsOf(form.record, form.draft, isKnown)[name]?.value ?? '';
}

/** A change that stays in the browser is not ticked. */
function ticksOf(fields: Record<string, FormField>, { ticks }: Draft): Draft['ticks'] {
  const heldBack = Object.entries(fields).filter(([, field]) => field.isHeldBack);
  return { ...Object.fromEntries(heldBack.map(([name]) => [name, false])), ...ticks };
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
