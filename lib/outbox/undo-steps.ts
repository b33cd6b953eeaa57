import type { CrmRecord } from '../crm.ts';
import { Failure } from '../failure.ts';
import { failureWords } from '../failure-words.ts';
import type { CrmPort, FieldChanges } from './crm-port.ts';
import { type Entry, employerIdentity, objectOf, type Progress, type UndoStep } from './entry.ts';
import { undoFollowUps } from './follow-up-steps.ts';
import { companyFieldsOf, companySteps } from './save-company.ts';
import { contactFieldsOf, personSteps, unfinishedCompany } from './save-person.ts';
import {
  earliestWrite,
  findOwnNote,
  isOurs,
  isSameValue,
  recordIdOf,
  type StepContext,
  stageOf,
} from './save-steps.ts';

/**
 * Taking a save back: a record that the save made is deleted; of one that was there before, only what the
 * save wrote is put back, and only where nobody has changed it since. Every step asks what is there now, so
 * it can be repeated, and serves as well for a save whose answer was lost.
 */

export interface UndoContext {
  entry: Entry;
  crm: CrmPort;
  /** The record as it is now, asked for once; `undefined` when it is gone. */
  present(): Promise<CrmRecord | undefined>;
  isUsedElsewhere(recordId: string): Promise<boolean>;
  knownNoteIds(): Promise<string[]>;
  knownTaskIds(): Promise<string[]>;
  /** What the save's own lookup needs. */
  save: StepContext;
}

/** Something that cannot be taken back, however often one tries. */
export class CannotUndo extends Failure {
  constructor(message: string) {
    super('rejected', message);
  }
}

export function undoPlanOf(entry: Entry): UndoStep[] {
  const { attempted, progress } = entry;
  if (!attempted.includes('write')) return [];
  if (!isLocated(entry)) return ['locate'];
  if (progress.recordId === undefined) return [];
  const has = (...steps: Entry['attempted']) => steps.some((step) => attempted.includes(step));
  const company: UndoStep[] = has('company') ? ['company'] : [];
  const added: UndoStep[] = (['enrol', 'task', 'note'] as const).filter((step) => has(step));
  if (progress.created) return [...added, 'record', ...company];
  // The server matched it by something that the lookup had not found: what it held is not known.
  if (!progress.before) return [...added, 'fields', ...company];
  const isMoved = entry.save.kind === 'person' && entry.save.moveToList === true;
  return [
    ...added,
    ...(has('tags') ? (['tags'] as const) : []),
    ...(has('stage') || (entry.save.kind === 'company' && entry.save.stageId) ? (['stage'] as const) : []),
    ...(isMoved ? (['list'] as const) : []),
    'fields',
    ...(has('customFields') ? (['customFields'] as const) : []),
    ...(has('automations') ? (['automations'] as const) : []),
    ...company,
  ];
}

const isLocated = (entry: Entry) => entry.done.includes('write') || entry.undo?.done.includes('locate');

export function nextUndoStep(entry: Entry): UndoStep | undefined {
  const { done = [], failed = [] } = entry.undo ?? {};
  const over = new Set([...done, ...failed.map(({ step }) => step)]);
  return undoPlanOf(entry).find((step) => !over.has(step));
}

type UndoPerform = (context: UndoContext) => Promise<Partial<Progress> | undefined>;

/** Did the write land whose answer we never got? */
const locate: UndoPerform = async ({ entry, save }) => {
  const lookUp = entry.save.kind === 'person' ? personSteps.lookUp : companySteps.lookUp;
  return (await lookUp(save)).progress;
};

const note: UndoPerform = async ({ entry, crm, knownNoteIds }) => {
  const { note: text } = entry.save;
  const noteId =
    entry.progress.noteId ?? (text && (await findOwnNote(crm, entry, text, await knownNoteIds())));
  if (noteId) await crm.deleteNote(noteId);
  return undefined;
};

const tags: UndoPerform = async ({ entry, crm }) => {
  const before = entry.progress.before?.tagIds ?? [];
  const wanted = entry.progress.tagIds ?? (await tagIdsOf(entry, crm));
  // Not asked whether they are there: tags are set by a job that may not have run yet.
  for (const tagId of wanted.filter((id) => !before.includes(id)))
    await crm.removeTag(objectOf(entry.save), recordIdOf(entry), tagId);
  for (const tagId of (entry.save.removeTagIds ?? []).filter((id) => before.includes(id)))
    await crm.addTag(objectOf(entry.save), recordIdOf(entry), tagId);
  return undefined;
};

async function tagIdsOf(entry: Entry, crm: CrmPort): Promise<string[]> {
  const found = [];
  for (const choice of entry.save.tags)
    found.push('id' in choice ? choice.id : (await crm.findTag(choice.name))?.id);
  return found.filter((id) => id !== undefined);
}

const stage: UndoPerform = async ({ entry, crm, present }) => {
  const ours = stageOf(entry);
  const before = entry.progress.before?.stageId;
  if (ours === undefined || ours === before) return undefined;
  const now = await present();
  if (!now || (now.stageId !== ours && now.stageId !== before)) return undefined;
  if (before === undefined) throw new CannotUndo(failureWords.noStageBefore);
  await crm.changeStage(objectOf(entry.save), recordIdOf(entry), before);
  return undefined;
};

const list: UndoPerform = async ({ entry, crm, present }) => {
  const ours = entry.progress.listId ?? (await listIdOf(entry, crm));
  const before = entry.progress.before?.listIds[0];
  if (ours === undefined || before === undefined || ours === before) return undefined;
  const now = await present();
  if (now?.object === 'contact' && (now.listId === ours || now.listId === before))
    await crm.changeContactList(now.id, before);
  return undefined;
};

async function listIdOf({ save: { list: choice } }: Entry, crm: CrmPort): Promise<string | undefined> {
  if (!choice || 'id' in choice) return choice?.id;
  return (await crm.findList(choice.name))?.id;
}

const fields: UndoPerform = async ({ entry, crm, present }) => {
  const { before } = entry.progress;
  if (!before) throw new CannotUndo(failureWords.oldValuesUnknown);
  const now = await present();
  if (!now) return undefined;
  const { save } = entry;
  const ours = save.kind === 'person' ? contactFieldsOf(save) : companyFieldsOf(save);
  const changes = restored(ours, before.fields, now.fields);
  if (Object.keys(changes).length === 0) return undefined;
  if (save.kind === 'person') await crm.updateContact(now.id, changes);
  else await crm.updateCompany(now.id, changes);
  return undefined;
};

/** The old value of every field that still has ours; `null` where there was none. */
function restored(
  ours: Record<string, string>,
  before: Record<string, string>,
  now: Partial<Record<string, string>>,
): FieldChanges {
  const isRestored = ([name, value]: [string, string]) =>
    isSameValue(now[name], value) && before[name] !== now[name];
  return Object.fromEntries(
    Object.entries(ours)
      .filter(isRestored)
      .map(([name]) => [name, before[name] ?? null]),
  );
}

const customFields: UndoPerform = () => {
  throw new CannotUndo(failureWords.customFieldsStay);
};

const automations: UndoPerform = () => {
  throw new CannotUndo(failureWords.automationsStay);
};

const record: UndoPerform = async ({ entry, crm, isUsedElsewhere }) => {
  const recordId = recordIdOf(entry);
  if (entry.save.kind === 'company' && (await isUsedElsewhere(recordId)))
    throw new CannotUndo(failureWords.companyInUse);
  await crm.deleteRecord(objectOf(entry.save), recordId);
  return undefined;
};

/** The employer that was saved along with a person. */
const company: UndoPerform = async ({ entry, crm, isUsedElsewhere }) => {
  const made = entry.progress.company ?? (await lostCompany(entry, crm));
  if (!made?.created) return undefined;
  if (await isUsedElsewhere(made.recordId)) throw new CannotUndo(failureWords.companyInUse);
  await crm.deleteRecord('company', made.recordId);
  return undefined;
};

async function lostCompany(entry: Entry, crm: CrmPort): Promise<Progress['company']> {
  const { save, progress } = entry;
  const name = save.kind === 'person' ? save.fields.companyName : undefined;
  if (save.kind !== 'person' || !progress.companyMissing || !name) return undefined;
  const found =
    (await crm.findCompany(employerIdentity(save))) ?? unfinishedCompany(await crm.findCompanyByName(name));
  return found && { recordId: found.id, created: isOurs(found, { name }, earliestWrite(entry)) };
}

export const undoPerforms: Record<UndoStep, UndoPerform> = {
  locate,
  ...undoFollowUps,
  note,
  tags,
  stage,
  list,
  fields,
  customFields,
  automations,
  record,
  company,
};
