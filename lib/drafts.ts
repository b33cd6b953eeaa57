import { browser } from 'wxt/browser';
import type { FollowUp } from './follow-up.ts';
import type { Choice } from './save-request.ts';

/**
 * What the user typed on a page, kept until it is saved: it survives closing the popup, changing tabs and
 * restarting the browser. Holds the user's own input alone and is laid over a fresh reading, so that a
 * draft never brings back what the page no longer says.
 */
export interface Draft {
  version: 1;
  /** ms since 1970 */
  editedAt: number;
  /** The workspace that the lists, tags, stage and other choices below are of. */
  workspaceId?: string | undefined;
  /** Workspace id → what was chosen while that one was shown. */
  elsewhere?: Record<string, DraftChoices> | undefined;
  /** Field name → what was typed over it; `''` leaves the field out of the save. */
  fields: Record<string, string>;
  /** Field name → whether to write it: confirms an uncertain field, ticks or unticks a change. */
  ticks: Record<string, boolean>;
  list?: Choice | undefined;
  tags?: Choice[] | undefined;
  /** Tags of the record in Grinfi that the save is to take away. */
  removedTagIds?: string[] | undefined;
  /** `''`: no stage, though the presets have one. */
  stageId?: string | undefined;
  note?: string | undefined;
  /** Custom field id → value */
  customFields: Record<string, string>;
  withCompany?: boolean | undefined;
  keepFormerJob?: boolean | undefined;
  resetStage?: boolean | undefined;
  cancelAutomations?: boolean | undefined;
  /** By a recipe. */
  followUp?: FollowUp | undefined;
}

const choiceNames = [
  'list',
  'tags',
  'stageId',
  'customFields',
  'withCompany',
  'keepFormerJob',
  'resetStage',
  'cancelAutomations',
  'followUp',
] as const;
/** What means something in one workspace alone. */
export type DraftChoices = Partial<Pick<Draft, (typeof choiceNames)[number]>>;

/** The draft as it is while this workspace is shown: what was typed stays, choices are each workspace's own. */
export function draftIn(draft: Draft, workspaceId: string | undefined): Draft {
  const { workspaceId: former, elsewhere = {}, ...rest } = draft;
  if (workspaceId === undefined || former === undefined || former === workspaceId) return draft;
  const isChoice = ([name]: [string, unknown]) => (choiceNames as readonly string[]).includes(name);
  const left: DraftChoices = Object.fromEntries(Object.entries(rest).filter(isChoice));
  const typed = Object.fromEntries(Object.entries(rest).filter((one) => !isChoice(one))) as typeof rest;
  const { [workspaceId]: own = {}, ...others } = elsewhere;
  const kept = hasChoices(left) ? { ...others, [former]: left } : others;
  return {
    ...typed,
    customFields: {},
    ...own,
    workspaceId,
    ...(Object.keys(kept).length > 0 && { elsewhere: kept }),
  };
}

const hasChoices = ({ customFields = {}, ...choices }: DraftChoices): boolean =>
  Object.keys(customFields).length > 0 || Object.values(choices).some((value) => value !== undefined);

export const emptyDraft: Draft = { version: 1, editedAt: 0, fields: {}, ticks: {}, customFields: {} };

/** What a save that has landed leaves: the choices made for other workspaces. */
export const leftOf = ({ workspaceId, elsewhere }: Draft): Draft =>
  elsewhere ? { ...emptyDraft, workspaceId, elsewhere } : emptyDraft;

export const keepLeft = (pageKey: string, left: Draft): Promise<void> =>
  isEmptyDraft(left) ? clearDraft(pageKey) : storeDraft(pageKey, left);

export const maxDrafts = 200;
const keyOf = (pageKey: string) => `draft:${pageKey}`;
const indexKey = 'draftIndex';

/** Page key → when its draft was last written (ms since 1970): tells the oldest without reading them all. */
type Index = Record<string, number>;

export async function loadDraft(pageKey: string): Promise<Draft> {
  const found = await browser.storage.local.get(keyOf(pageKey));
  return parseDraft(found[keyOf(pageKey)]);
}

export async function clearDraft(pageKey: string): Promise<void> {
  await browser.storage.local.remove(keyOf(pageKey));
  const { [pageKey]: _, ...others } = await loadIndex();
  await browser.storage.local.set({ [indexKey]: others });
}

/** Stores the draft and drops the oldest ones beyond `maxDrafts`. */
export async function storeDraft(pageKey: string, draft: Draft): Promise<void> {
  // The draft goes first and alone: a closing popup gets no further than this line.
  await browser.storage.local.set({ [keyOf(pageKey)]: draft });
  const index = { ...(await loadIndex()), [pageKey]: draft.editedAt };
  const newestFirst = Object.entries(index).sort(([, a], [, b]) => b - a);
  const dropped = newestFirst.slice(maxDrafts).map(([key]) => keyOf(key));
  await browser.storage.local.set({ [indexKey]: Object.fromEntries(newestFirst.slice(0, maxDrafts)) });
  if (dropped.length > 0) await browser.storage.local.remove(dropped);
}

async function loadIndex(): Promise<Index> {
  const found = await browser.storage.local.get(indexKey);
  return recordOf(found[indexKey], isNumber);
}

/**
 * Takes what is stored field by field, so that one damaged or unknown part does not cost the user the rest.
 * Written by hand: a schema library would double what the popup loads.
 */
export function parseDraft(stored: unknown): Draft {
  if (!isObject(stored) || stored['version'] !== 1) return emptyDraft;
  return {
    version: 1,
    editedAt: isNumber(stored['editedAt']) ? stored['editedAt'] : 0,
    fields: recordOf(stored['fields'], isString),
    ticks: recordOf(stored['ticks'], isBoolean),
    customFields: recordOf(stored['customFields'], isString),
    ...(isString(stored['workspaceId']) && { workspaceId: stored['workspaceId'] }),
    ...(isObject(stored['elsewhere']) && { elsewhere: elsewhereOf(stored['elsewhere']) }),
    ...choicesOf(stored),
    ...(isString(stored['note']) && { note: stored['note'] }),
  };
}

/** All but custom fields, which a draft always has. */
const choiceChecks = {
  list: isChoice,
  tags: isListOf(isChoice),
  removedTagIds: isListOf(isString),
  stageId: isString,
  withCompany: isBoolean,
  keepFormerJob: isBoolean,
  resetStage: isBoolean,
  cancelAutomations: isBoolean,
  followUp: isObject,
};

function choicesOf(stored: Record<string, unknown>): Omit<DraftChoices, 'customFields'> {
  return Object.fromEntries(
    Object.entries(choiceChecks).flatMap(([name, check]) =>
      check(stored[name]) ? [[name, stored[name]]] : [],
    ),
  );
}

function elsewhereOf(stored: Record<string, unknown>): Record<string, DraftChoices> {
  const choices = ([id, own]: [string, unknown]): [string, DraftChoices][] =>
    isObject(own) ? [[id, { ...choicesOf(own), customFields: recordOf(own['customFields'], isString) }]] : [];
  return Object.fromEntries(Object.entries(stored).flatMap(choices));
}

/** True when nothing was typed, ticked or chosen. */
export function isEmptyDraft(draft: Draft): boolean {
  const { version: _, editedAt: __, workspaceId: ___, fields, ticks, customFields, ...chosen } = draft;
  return (
    [fields, ticks, customFields].every((part) => Object.keys(part).length === 0) &&
    Object.values(chosen).every((part) => part === undefined)
  );
}

type Check<T> = (value: unknown) => value is T;

function isString(value: unknown): value is string {
  return typeof value === 'string';
}
function isNumber(value: unknown): value is number {
  return Number.isFinite(value);
}
function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}
function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isChoice(value: unknown): value is Choice {
  return isObject(value) && (isString(value['id']) || isString(value['name']));
}
function isListOf(check: (value: unknown) => boolean): (value: unknown) => boolean {
  return (value) => Array.isArray(value) && value.every(check);
}

function recordOf<T>(value: unknown, check: Check<T>): Record<string, T> {
  if (!isObject(value)) return {};
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, T] => check(entry[1])));
}

/**
 * Writes drafts as the user types, at most once in `delayMs`; `flush` writes at once, for the moment when
 * the popup closes.
 */
export function createDraftWriter(delayMs = 80) {
  let pending: { pageKey: string; draft: Draft } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: Promise<void> | undefined;

  /** Gives nothing where nothing is on its way into the storage. */
  function flush(): Promise<void> | undefined {
    clearTimeout(timer);
    timer = undefined;
    if (!pending) return last;
    const { pageKey, draft } = pending;
    pending = undefined;
    const stored = (isEmptyDraft(draft) ? clearDraft(pageKey) : storeDraft(pageKey, draft)).finally(() => {
      if (last === stored) last = undefined;
    });
    last = stored;
    return stored;
  }

  return {
    write(pageKey: string, draft: Draft): void {
      if (pending && pending.pageKey !== pageKey) void flush();
      pending = { pageKey, draft };
      timer ??= setTimeout(flush, delayMs);
    },
    flush,
  };
}
export type DraftWriter = ReturnType<typeof createDraftWriter>;
