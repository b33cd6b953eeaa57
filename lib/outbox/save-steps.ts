import { Failure } from '../failure.ts';
import type { Choice, SaveRequest } from '../save-request.ts';
import type { CrmPort, Fields } from './crm-port.ts';
import type { Crowd } from './crowd.ts';
import { type Entry, objectOf, type Progress, type Snapshot, type Step } from './entry.ts';
import { isPassing } from './failures.ts';

/** What a step is given. */
export interface StepContext {
  entry: Entry;
  crm: CrmPort;
  /** The step was begun before and its end is not known: what it made may be there already. */
  repeated: boolean;
  /** Steps that were carried out since this run began; what they found is fresh. */
  fresh: ReadonlySet<Step>;
  /** Stores something in the middle of a step that its repetition must know. */
  keep(progress: Partial<Progress>): Promise<void>;
  /** Runs `act` alone among all that have this name, so that two entries do not both create a tag. */
  alone<T>(name: string, act: () => Promise<T>): Promise<T>;
  /** Notes that entries of this page have made. */
  knownNoteIds(): Promise<string[]>;
  /** The same of tasks. */
  knownTaskIds(): Promise<string[]>;
  /** Whether another entry of this page stands on this record. */
  isOfAnother(recordId: string): Promise<boolean>;
  /** What was written of this page since, oldest first. */
  newerSaves(): Promise<SaveRequest[]>;
  /** This computer's clock, ms since 1970. */
  now(): number;
  crowd: Crowd;
}

/** Step → those of its values that are not there. */
export type Unkept = Partial<Record<Step, string[]>>;

/** What a step found or made, and which further steps its request carried out along with it. */
export interface StepResult {
  progress?: Partial<Progress>;
  alsoDone?: Step[];
  /** What the record shows of the save was looked at: what it lacks, or that it is gone. */
  shown?: Unkept | 'gone';
}

export type Perform = (context: StepContext) => Promise<StepResult>;

/** What one request can carry out for many people. */
export type StepForMany = 'tags' | 'stage';
export const isForMany = (step: Step): step is StepForMany => step === 'tags' || step === 'stage';

/** The steps that this save asks for, in order. */
export function planOf({ save, batchId, progress }: Entry): Step[] {
  const person = save.kind === 'person' ? save : undefined;
  const asked: Partial<Record<Step, boolean>> = {
    lookUp: true,
    write: true,
    details: save.kind === 'company' || progress.unkept?.details !== undefined,
    company: person?.withCompany === true,
    tags: save.tags.length > 0 || (save.removeTagIds ?? []).length > 0,
    stage: save.stageId !== undefined,
    list: save.list !== undefined,
    customFields: Object.keys(save.customFields ?? {}).length > 0,
    note: save.note !== undefined,
    automations: person?.cancelAutomations === true,
    task: person?.task !== undefined,
    enrol: person?.enrolIn !== undefined,
    // One more request for each is what a bulk save cannot afford, and the API reads no chosen ones at once (its
    // search takes no ids). There, as everywhere, every answer is checked when it comes.
    verify: batchId === undefined,
  };
  const plan = order.filter((step) => asked[step]);
  if (batchId === undefined || save.kind === 'company') return plan;
  // In a bulk save, what is done for many at once comes when everything else is over.
  return [...plan.filter((step) => !isForMany(step)), ...plan.filter(isForMany)];
}

const order: readonly Step[] = [
  'lookUp',
  'write',
  'details',
  'company',
  'tags',
  'stage',
  'list',
  'customFields',
  'note',
  'automations',
  'task',
  'enrol',
  'verify',
];

export function nextStep(entry: Entry): Step | undefined {
  const failed = new Set(entry.failed.map(({ step }) => step));
  return planOf(entry).find((step) => !entry.done.includes(step) && !failed.has(step));
}

export const stepOfFreshRun = (entry: Entry): Entry =>
  // What was looked up in an earlier run may have changed since: look again unless the write is done.
  entry.done.includes('write') ? entry : { ...entry, done: entry.done.filter((step) => step !== 'lookUp') };

export function recordIdOf(entry: Entry): string {
  const { recordId } = entry.progress;
  if (recordId === undefined) throw new Failure('internal', 'The record was not written yet.');
  return recordId;
}

/** The given fields alone, of those that can be written. */
export function pick(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(
    names.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])),
  );
}

const folded = (value: string | undefined) => value?.trim().replace(/\s+/g, ' ').toLowerCase();

/** Whether two values are the same to a reader; servers trim and fold what they are given. */
export const isSameValue = (a: string | undefined, b: string | undefined) => folded(a) === folded(b);

/**
 * Merges what was found now into what was found before our first try. A value that our own write may have
 * put there must not pass for the old one, or the undo would "restore" it.
 */
export function mergeBefore(
  earlier: Snapshot | null | undefined,
  found: Snapshot | undefined,
  ours: { fields: Fields; stageId?: string | undefined },
  mayHaveWritten: boolean,
): Snapshot | null {
  if (!found) return null;
  if (!earlier || earlier.id !== found.id || !mayHaveWritten) return found;
  const fields = { ...found.fields };
  for (const [name, value] of Object.entries(ours.fields)) {
    if (!isSameValue(found.fields[name], value)) continue;
    const old = earlier.fields[name];
    if (old === undefined) delete fields[name];
    else fields[name] = old;
  }
  const stageId = found.stageId === ours.stageId ? earlier.stageId : found.stageId;
  return { ...found, fields, stageId, listIds: earlier.listIds };
}

/**
 * Whether a record that was missing and now is there can be the one whose creation got no answer.
 * @param notBefore when it was made at the earliest; left out where it is known to have been made since
 */
export function isOurs(
  found: { fields: Partial<Fields>; tagIds: string[]; createdAt?: string | undefined },
  sent: Fields,
  notBefore: number | undefined,
): boolean {
  const createdAt = timeOf(found.createdAt);
  const isOlder = notBefore !== undefined && createdAt !== undefined && createdAt < notBefore;
  return !isOlder && found.tagIds.length === 0 && holdsAll(found, sent);
}

/** Whether it has every value that we sent. */
export const holdsAll = (found: { fields: Partial<Fields> }, sent: Fields): boolean =>
  Object.entries(sent).every(([name, value]) => isSameValue(found.fields[name], value));

/** Nothing of this entry was written before this moment, in ms since 1970 by the CRM's clock. */
export const earliestWrite = ({ progress: { begunAt }, queuedAt }: Entry): number =>
  begunAt === undefined ? queuedAt - clockSkewMs : begunAt - serverSkewMs;

/** The same for what is looked for by its words: too late doubles it, too early takes an old one for ours. */
export const addedSince = (entry: Entry): number =>
  // Only where the server's clock is not known, this computer's must do, which may be off by a day.
  entry.progress.begunAt === undefined ? entry.queuedAt - 24 * 60 * 60_000 : earliestWrite(entry);

/** How far the server's clock and this computer's may lie apart. */
const clockSkewMs = 10 * 60_000;
/** The server's answers and its database may stand on two machines; and both may count in whole seconds. */
export const serverSkewMs = 2_000;

/** A time as the server writes it, in ms; one without a zone is in UTC. */
export function timeOf(stamp: string | undefined): number | undefined {
  if (stamp === undefined) return undefined;
  const hasZone = /(?:z|[+-]\d\d:?\d\d)$/i.test(stamp.trim());
  const time = Date.parse(hasZone ? stamp : `${stamp.trim().replace(' ', 'T')}Z`);
  return Number.isNaN(time) ? undefined : time;
}

/**
 * Whether the answer to a write shows a record that was there before: the server then matched it by
 * something that our lookup did not ask for. Compares the server's clock with itself.
 */
export function isOlderThanItsWrite({
  createdAt,
  updatedAt,
}: {
  createdAt?: string | undefined;
  updatedAt?: string | undefined;
}): boolean {
  const [created, updated] = [timeOf(createdAt), timeOf(updatedAt)];
  return created !== undefined && updated !== undefined && updated - created > 60_000;
}

export async function resolveList(context: StepContext, choice: Choice): Promise<string> {
  if ('id' in choice) return choice.id;
  const { crm, alone } = context;
  return alone(`list ${choice.name}`, async () => {
    const list = (await crm.findList(choice.name)) ?? (await crm.createList(choice.name));
    return list.id;
  });
}

export async function resolveTag(
  { crm, alone }: Pick<StepContext, 'crm' | 'alone'>,
  choice: Choice,
): Promise<string> {
  if ('id' in choice) return choice.id;
  return alone(`tag ${choice.name}`, async () => {
    const tag = (await crm.findTag(choice.name)) ?? (await crm.createTag(choice.name));
    return tag.id;
  });
}

export const setTags: Perform = async (context) => {
  const { entry, crm, repeated, fresh } = context;
  const { before, created } = entry.progress;
  const recordId = recordIdOf(entry);
  const tagIds: string[] = [];
  await each(entry.save.tags, async (choice) => {
    tagIds.push(await resolveTag(context, choice));
  });
  const wanted = [...new Set(tagIds)];
  const isNew = created === true && fresh.has('write') && !repeated;
  if (isNew && entry.save.kind === 'person') {
    await crm.replaceContactTags(recordId, wanted);
  } else {
    const present = fresh.has('lookUp') ? (before?.tagIds ?? []) : [];
    const object = objectOf(entry.save);
    const isAsked = (tagId: string) => entry.progress.unkept?.tags?.includes(tagId) ?? true;
    const missing = wanted.filter((tagId) => !present.includes(tagId) && isAsked(tagId));
    const lost = (entry.save.removeTagIds ?? []).filter((tagId) => !wanted.includes(tagId) && isAsked(tagId));
    await each(
      [
        ...missing.map((tagId) => () => crm.addTag(object, recordId, tagId)),
        ...lost.map((tagId) => () => crm.removeTag(object, recordId, tagId)),
      ],
      (act) => act(),
    );
  }
  return { progress: { tagIds: wanted } };
};

/** A known record keeps its stage and list where the request brought presets only. */
export const keepsItsOwn = ({ save, progress }: Entry): boolean =>
  save.presetsOnlyForNew === true && !progress.created && progress.before !== null;

/** The stage that this save sets on this record. */
export const stageOf = (entry: Entry): string | undefined =>
  keepsItsOwn(entry) ? undefined : entry.save.stageId;

export const setStage: Perform = async ({ entry, crm, fresh }) => {
  const stageId = stageOf(entry);
  const isThere = fresh.has('lookUp') && entry.progress.before?.stageId === stageId;
  if (stageId !== undefined && !isThere)
    await crm.changeStage(objectOf(entry.save), recordIdOf(entry), stageId);
  return {};
};

export const setCustomFields: Perform = async ({ entry, crm }) => {
  await each(Object.entries(entry.save.customFields ?? {}), ([fieldId, value]) =>
    crm.setCustomField(objectOf(entry.save), recordIdOf(entry), fieldId, value),
  );
  return {};
};

export const writeNote: Perform = async ({ entry, crm, repeated, knownNoteIds }) => {
  const object = objectOf(entry.save);
  const recordId = recordIdOf(entry);
  const text = entry.save.note ?? '';
  if (repeated) {
    const noteId = await findOwnNote(crm, entry, text, await knownNoteIds());
    if (noteId !== undefined) return { progress: { noteId } };
  }
  return { progress: { noteId: await crm.createNote(object, recordId, text) } };
};

/** The note that an unanswered request of this entry wrote; not one that an earlier save wrote. */
export async function findOwnNote(
  crm: CrmPort,
  entry: Entry,
  text: string,
  knownNoteIds: string[],
): Promise<string | undefined> {
  const found = await crm.findNotes(objectOf(entry.save), recordIdOf(entry), text, addedSince(entry));
  return found.find((id) => !knownNoteIds.includes(id));
}

/**
 * Does all of them although one is refused, then fails with the first refusal: a tag that was deleted must
 * not keep the other tags away. What may pass stops at once.
 */
async function each<T>(items: readonly T[], act: (item: T) => Promise<unknown>): Promise<void> {
  const refusals: unknown[] = [];
  for (const item of items) {
    try {
      await act(item);
    } catch (error) {
      if (!(error instanceof Failure) || error.kind === 'auth' || isPassing(error.kind)) throw error;
      refusals.push(error);
    }
  }
  if (refusals.length > 0) throw refusals[0];
}
