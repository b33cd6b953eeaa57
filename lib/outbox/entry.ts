import * as v from 'valibot';
import type { CrmRecord, FailureKind, RecordObject } from '../crm.ts';
import { failureWords } from '../failure-words.ts';
import { type SaveRequest, saveRequestSchema } from '../save-request.ts';
import type { CompanyIdentity, PersonIdentity } from './crm-port.ts';
import { type EntryView, type SaveStep, saveSteps } from './entry-view.ts';

/**
 * A save on its way into the CRM, as IndexedDB keeps it: the request, which steps are done, and what each of
 * them found or made. What is stored is enough for another worker to go on, or to undo.
 */

/**
 * `details`: what a company cannot be created with, and fields that were written and did not stay; screens show it as
 * part of `write`. `verify` reads the record back, and says what it misses under the step that wrote it.
 */
export const steps = [...saveSteps, 'details', 'verify'] as const;
export type Step = (typeof steps)[number];

export const undoSteps = [
  'locate',
  'enrol',
  'task',
  'note',
  'tags',
  'stage',
  'list',
  'fields',
  'customFields',
  'automations',
  'record',
  'company',
] as const;
export type UndoStep = (typeof undoSteps)[number];

const failureKinds = [
  'auth',
  'offline',
  'timeout',
  'busy',
  'server',
  'payment',
  'rejected',
  'malformed',
  'storage',
  'page',
  'internal',
] as const satisfies FailureKind[];

/** What a record held before we wrote, for the undo. */
const snapshotSchema = v.object({
  id: v.string(),
  fields: v.record(v.string(), v.string()),
  tagIds: v.array(v.string()),
  listIds: v.array(v.string()),
  stageId: v.optional(v.string()),
});
export type Snapshot = v.InferOutput<typeof snapshotSchema>;

const progressSchema = v.object({
  /** By the CRM's clock, ms since 1970: nothing of this entry was written before. Absent where it was not known. */
  begunAt: v.optional(v.number()),
  /** `null`: there was no such record. Absent: not looked up, or what it held before our write cannot be told. */
  before: v.optional(v.nullable(snapshotSchema)),
  recordId: v.optional(v.string()),
  /** True when the record is one that this entry made. */
  created: v.optional(v.boolean()),
  /** Where the CRM put the record that this entry made, by its answer; no fields. Absent where an older version sent it. */
  made: v.optional(snapshotSchema),
  /** Step → which of its values (field names, tag ids) did not stay, to be written again. */
  unkept: v.optional(v.record(v.string(), v.array(v.string()))),
  /** Steps that were done when the user last asked for another try: what others made of them since is no loss. */
  settled: v.optional(v.array(v.string())),
  listId: v.optional(v.string()),
  tagIds: v.optional(v.array(v.string())),
  /** The employer was looked for and is missing, so that one found later is ours. */
  companyMissing: v.optional(v.boolean()),
  company: v.optional(v.object({ recordId: v.string(), created: v.boolean() })),
  noteId: v.optional(v.string()),
  taskId: v.optional(v.string()),
  /** Where the contact was in the automation before this entry put it there. */
  enrolment: v.optional(v.object({ wasUnderWay: v.boolean(), trace: v.string() })),
});
export type Progress = v.InferOutput<typeof progressSchema>;

const failedPart = <S extends readonly [string, ...string[]]>(names: S) =>
  v.object({
    step: v.picklist(names),
    kind: v.picklist(failureKinds),
    message: v.string(),
    field: v.optional(v.string()),
  });

export const entrySchema = v.object({
  version: v.literal(1),
  id: v.string(),
  /** Order of arrival; the store's key. */
  seq: v.number(),
  pageKey: v.string(),
  save: saveRequestSchema,
  /** The workspace that its lists, tags and stages belong to. */
  workspaceId: v.optional(v.string()),
  /** Its name then, for the user to know it by. */
  workspaceName: v.optional(v.string()),
  /** The bulk save it belongs to. */
  batchId: v.optional(v.string()),
  /**
   * Which shelf it lies on: to be worked on, needs the user, or over. `gathered`: what is left of it waits for
   * others of its bulk save, to be done with one request for many. `paused`: until the user lets it go on.
   */
  // `held`: collected, and not to be sent before the user says so.
  group: v.picklist(['open', 'attention', 'finished', 'gathered', 'paused', 'held']),
  state: v.picklist(['waiting', 'sending', 'gathered', 'saved', 'partial', 'parked', 'undoing', 'undone']),
  /** Its bulk save is paused; what has begun is still brought to its end. */
  isPaused: v.optional(v.boolean()),
  done: v.array(v.picklist(steps)),
  /** Steps whose request may have been sent; a step stands here before it begins. */
  attempted: v.array(v.picklist(steps)),
  failed: v.array(failedPart(steps)),
  progress: progressSchema,
  /** Failed tries in a row. */
  tries: v.number(),
  waitingFor: v.optional(v.picklist(failureKinds)),
  queuedAt: v.number(),
  retryAt: v.optional(v.number()),
  savedAt: v.optional(v.number()),
  undo: v.optional(
    v.object({
      requestedAt: v.number(),
      done: v.array(v.picklist(undoSteps)),
      failed: v.array(
        // `isFinal`: cannot be taken back, ever; trying again is of no use.
        v.object({ ...failedPart(undoSteps).entries, isFinal: v.optional(v.boolean()) }),
      ),
    }),
  ),
});
export type Entry = v.InferOutput<typeof entrySchema>;

export const undoWindowMs = 15_000;

export function newEntry(
  save: SaveRequest,
  given: { id: string; now: number; workspaceId?: string | undefined; batchId?: string | undefined },
): Omit<Entry, 'seq'> {
  return {
    version: 1,
    id: given.id,
    pageKey: save.pageKey,
    save,
    ...(given.workspaceId && { workspaceId: given.workspaceId }),
    ...(given.batchId && { batchId: given.batchId }),
    group: 'open',
    state: 'waiting',
    done: [],
    attempted: [],
    failed: [],
    progress: {},
    tries: 0,
    queuedAt: given.now,
  };
}

export const objectOf = (save: SaveRequest): RecordObject => (save.kind === 'person' ? 'contact' : 'company');

export function snapshotOf(record: CrmRecord): Snapshot {
  const listIds = record.object === 'contact' ? [record.listId] : record.listIds;
  return {
    id: record.id,
    fields: Object.fromEntries(Object.entries(record.fields).filter(([, value]) => value)),
    tagIds: record.tagIds,
    listIds: listIds.filter((id) => id !== undefined),
    ...(record.stageId && { stageId: record.stageId }),
  };
}

/** The name to show of what is saved. */
export function titleOf(save: SaveRequest): string {
  if (save.title) return save.title;
  if (save.kind === 'company') return save.fields.name ?? save.fields.handle ?? save.pageKey;
  const { fullName, firstName, lastName, handle } = save.fields;
  return fullName ?? ([firstName, lastName].filter(Boolean).join(' ') || (handle ?? save.pageKey));
}

/**
 * Who it is, for the CRM. The page's own address stands in for an id that the user unticked: unticking one
 * means "do not write it", not "somebody else".
 */
export function personIdentity(save: SaveRequest & { kind: 'person' }): PersonIdentity {
  const { handle, lnId, snId } = save.fields;
  const fromPage = /^in\/([^/]+)$/.exec(save.pageKey)?.[1];
  const isMemberId = fromPage !== undefined && /^AC[ow]AA/.test(fromPage);
  return {
    handle: handle ?? (isMemberId ? undefined : decoded(fromPage)),
    lnId: lnId ?? (isMemberId && fromPage.startsWith('ACo') ? fromPage : undefined),
    snId: snId ?? (isMemberId && fromPage.startsWith('ACw') ? fromPage : undefined),
  };
}

export function companyIdentity(save: SaveRequest & { kind: 'company' }): CompanyIdentity {
  const { handle, companyId } = save.fields;
  const fromPage = /^(?:company|school|showcase)\/([^/]+)$/.exec(save.pageKey)?.[1];
  const isNumber = fromPage !== undefined && /^\d+$/.test(fromPage);
  return {
    handle: handle ?? (isNumber ? undefined : decoded(fromPage)),
    companyId: companyId ?? (isNumber ? fromPage : undefined),
  };
}

export function employerIdentity(save: SaveRequest & { kind: 'person' }): CompanyIdentity {
  return { handle: save.fields.companyHandle, companyId: save.fields.companyId };
}

function decoded(text: string | undefined): string | undefined {
  try {
    return text && decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * The records that an entry may create. Two entries that share one are never sent at the same time, or both
 * would find nothing and create it.
 */
export function subjectsOf(entry: Entry): string[] {
  const { save, workspaceId } = entry;
  const company =
    save.kind === 'company' ? companyIdentity(save) : save.withCompany ? employerIdentity(save) : {};
  const person = save.kind === 'person' ? personIdentity(save) : {};
  // A list may know by one id alone whom a profile page knows by another.
  const subjects = [
    ...(person.handle ? [`person handle ${person.handle.toLowerCase()}`] : []),
    ...(person.lnId ? [`person id ${person.lnId}`] : []),
    ...(person.snId ? [`person id ${person.snId}`] : []),
    ...(company.handle ? [`company handle ${company.handle.toLowerCase()}`] : []),
    ...(company.companyId ? [`company id ${company.companyId}`] : []),
  ];
  return [pageOf(entry), ...subjects.map((subject) => inWorkspace(workspaceId, subject))];
}

/** A page in one workspace: saves of it keep their order. */
export const pageOf = ({ workspaceId, pageKey }: Entry): string => inWorkspace(workspaceId, pageKey);

const inWorkspace = (workspaceId: string | undefined, subject: string) =>
  workspaceId === undefined ? subject : `${workspaceId} ${subject}`;

/** Whether two requests ask for the same, whatever the order of their keys. */
export function isSameSave(a: SaveRequest, b: SaveRequest): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** Nothing of it can be in the CRM: no write was begun, or the server refused it. */
export const hasLandedNothing = (entry: Entry): boolean => !entry.attempted.includes('write');

/** All of it is written, and what is left is to read it back: to the user it is saved. */
export const isChecking = ({ attempted, state }: Entry): boolean =>
  attempted.includes('verify') && (state === 'waiting' || state === 'sending');

/** Nothing is to be done by the user, and it is not over. */
export const isUnderWay = (entry: Entry): boolean =>
  entry.group !== 'attention' && entry.group !== 'finished' && !isChecking(entry);

/** Saves for two workspaces are never the same, and none makes way for the other. */
export const isOfWorkspace = (entry: Entry, workspaceId: string | undefined): boolean =>
  entry.workspaceId === undefined || workspaceId === undefined || entry.workspaceId === workspaceId;

/** It stands on the record after this one, which can then not be taken back without spoiling it. */
export const isLaterSave = (other: Entry, entry: Entry): boolean =>
  other.seq > entry.seq &&
  isOfWorkspace(other, entry.workspaceId) &&
  other.group !== 'held' &&
  other.state !== 'undone' &&
  !(other.state === 'parked' && hasLandedNothing(other));

/** It waits for the key of the workspace that it was made for. */
export const isParkedForWorkspace = ({ state, failed, undo }: Entry): boolean =>
  state === 'parked' &&
  (undo?.failed ?? failed).some(({ message }) => message === failureWords.otherWorkspace);

/** How it is shown. `crmUrl` gives the address of a record in the web app, where one is known. */
export function viewOf(
  entry: Entry,
  crmUrl: (object: RecordObject, recordId: string) => string | undefined,
): EntryView {
  const { id, pageKey, save, progress, waitingFor, queuedAt, retryAt, savedAt, workspaceName } = entry;
  const isBeingChecked = isChecking(entry);
  const state = isBeingChecked ? 'saved' : entry.state;
  const failed = entry.undo
    ? entry.undo.failed.map(({ isFinal: _, ...part }) => ({ ...part, step: stepOfUndo[part.step] }))
    : entry.failed.map((part) => ({ ...part, step: shownStep(part.step) }));
  const hasUndo = savedAt !== undefined && (state === 'saved' || state === 'partial');
  const recordId = progress.recordId ?? progress.before?.id;
  return {
    id,
    pageKey,
    kind: save.kind,
    title: titleOf(save),
    ...(entry.batchId && { batchId: entry.batchId }),
    state: state === 'gathered' ? 'sending' : state,
    done: entry.done.filter((step) => shownStep(step) === step) as SaveStep[],
    failed,
    queuedAt,
    ...(waitingFor && !isBeingChecked && { waitingFor }),
    ...(retryAt !== undefined && !isBeingChecked && { retryAt }),
    // Most often it is over before one could read it.
    ...(isBeingChecked && waitingFor && { checking: true }),
    ...(savedAt !== undefined && { savedAt }),
    ...(hasUndo && { undoUntil: savedAt + undoWindowMs }),
    ...(progress.created !== undefined && { created: progress.created }),
    ...(recordId && { recordId, crmUrl: crmUrl(objectOf(save), recordId) }),
    ...(entry.undo && { undoRequested: true }),
    ...(entry.group === 'held' && { held: true }),
    ...(entry.workspaceId && { workspaceId: entry.workspaceId }),
    ...(workspaceName && { workspaceName }),
  };
}

const shownStep = (step: Step): SaveStep => (step === 'details' || step === 'verify' ? 'write' : step);

const stepOfUndo = {
  locate: 'lookUp',
  enrol: 'enrol',
  task: 'task',
  note: 'note',
  tags: 'tags',
  stage: 'stage',
  list: 'list',
  fields: 'write',
  customFields: 'customFields',
  automations: 'automations',
  record: 'write',
  company: 'company',
} as const satisfies Record<UndoStep, EntryView['done'][number]>;
