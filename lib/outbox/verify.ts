import type { CrmRecord, ReadBack } from '../crm.ts';
import { Failure } from '../failure.ts';
import type { FieldChanges, Fields } from './crm-port.ts';
import { type Entry, objectOf, type Snapshot, type Step, snapshotOf } from './entry.ts';
import { behind } from './overtaken.ts';
import {
  type Perform,
  pick,
  recordIdOf,
  type StepResult,
  serverSkewMs,
  stageOf,
  timeOf,
  type Unkept,
} from './save-steps.ts';

/**
 * The last step of a save: reads the record back once, and holds it against what this entry wrote. It only looks, so
 * it can be repeated as often as one likes.
 *
 * What counts is that something is still as it was before the save. A server trims and folds what it is given, and
 * others work on the same record: whatever has changed is taken for kept, in whichever form. An alarm that is false
 * costs more trust than one that is missed. So the ids go unread, by which the server knows a record and which it
 * brings into its own form; places, which it may look up; and custom values, which its answer does not have. A company
 * is linked to its people by the server, and nothing of ours writes that.
 */
export const verifyWith =
  (fieldsOf: (entry: Entry) => Fields): Perform =>
  async ({ entry, crm, now, newerSaves }) => {
    const { before, made } = entry.progress;
    // Of a record that the server matched in its own way, nobody knows what it held.
    const base = before ?? made;
    if (!base) return {};
    const { tries, savedAt = 0 } = entry;
    let shown: ReadBack | undefined;
    try {
      shown = await crm.readBack(objectOf(entry.save), recordIdOf(entry));
    } catch (error) {
      // Every answer was checked when it came; that nobody can look again does not hold a save up for ever.
      if (tries >= mostTries) return {};
      throw error;
    }
    const age = now() - savedAt;
    const untilThen = (crm.now() ?? Number.NaN) - age + serverSkewMs;
    const isUntouched = (timeOf(shown?.record.updatedAt) ?? Number.NaN) <= untilThen;
    // Later, what is missing may well be what somebody has done since.
    if (Math.abs(age) > promptMs && !isUntouched) return {};
    const newer = await newerSaves();
    // Whoever has saved it again since will be told.
    if (!shown && newer.length > 0) return {};
    const left = { ...entry, save: newer.reduce(behind, entry.save) };
    const removed = newer.flatMap(({ removeTagIds = [] }) => removeTagIds);
    const unkept = shown && unkeptOf(left, base, shown, fieldsOf(left), removed);
    if (unkept && Object.keys(unkept).length === 0) return {};
    // Tags, stage and list are set by jobs of the server, which may not have run yet.
    if (tries < patientTries) throw new Failure('server', 'The record does not show it yet.');
    return { shown: unkept ?? 'gone' };
  };

/** A read-back that comes this soon meets nobody's work but ours. */
const promptMs = 60_000;
/** What is missing is looked for again so often: for about half a minute. */
const patientTries = 4;
/** So often is a record asked for that cannot be read: for some minutes. */
const mostTries = 8;

const comparedFields = [
  'firstName',
  'lastName',
  'headline',
  'position',
  'companyName',
  'about',
  'email',
  'name',
  'website',
  'domain',
  'industry',
  'employeesRange',
  'phone',
];
/** Those of which the server may keep a part, or more than was sent: `+49 40 …` for `040 …`. */
const loose = ['companyName', 'email', 'website', 'domain', 'industry', 'employeesRange', 'phone'];

/** @param removedSince tags that later saves have taken away */
function unkeptOf(
  entry: Entry,
  base: Snapshot,
  { record, told }: ReadBack,
  ours: Fields,
  removedSince: readonly string[],
): Unkept {
  const now = snapshotOf(record);
  const { tagIds = [], listId, settled = [], unkept } = entry.progress;
  const isNew = (step: Step) => entry.done.includes(step) && !settled.includes(step);
  const isTold = (step: 'tags' | 'stage' | 'list') => isNew(step) && told.includes(step);
  // Fields that were refused are told of already.
  const isRefused = entry.failed.some(({ step }) => step === 'details');
  const written = isRefused ? [] : isNew('write') ? comparedFields : (unkept?.details ?? []);
  const details = Object.entries(pick(ours, written)).flatMap(([name, value]) =>
    told.includes(name) && isLost(name, base.fields[name], now.fields[name], value) ? [name] : [],
  );
  const isAsBefore = (tagId: string) => base.tagIds.includes(tagId) === now.tagIds.includes(tagId);
  const removed = (entry.save.removeTagIds ?? []).filter(
    (tagId) => base.tagIds.includes(tagId) && !tagIds.includes(tagId),
  );
  const added = tagIds.filter((tagId) => !base.tagIds.includes(tagId) && !removedSince.includes(tagId));
  const tags = isTold('tags') ? [...added, ...removed].filter(isAsBefore) : [];
  const stageId = stageOf(entry) ?? now.stageId;
  const isStageLost = isTold('stage') && now.stageId !== stageId && now.stageId === base.stageId;
  const { save } = entry;
  const isPlaced = !entry.progress.before || (save.kind === 'person' && save.moveToList === true);
  const isListed = !isPlaced || listId === undefined || now.listIds.includes(listId);
  const isListLost = isTold('list') && !isListed && `${now.listIds}` === `${base.listIds}`;
  return {
    ...(details.length > 0 && { details }),
    ...(tags.length > 0 && { tags }),
    ...(isStageLost && { stage: [] }),
    ...(isListLost && { list: [] }),
  };
}

function isLost(name: string, before: string | undefined, now: string | undefined, ours: string): boolean {
  const [old, shown, sent] = [plain(before), plain(now), plain(ours)];
  if (shown !== old || shown === sent || !sent) return false;
  return !(loose.includes(name) && shown && (shown.includes(sent) || sent.includes(shown)));
}

/** Letters and digits alone: `https://www.Acme.example/` → `acmeexample`, `(040) 12` → `4012` */
const plain = (text = '') =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/^([a-z]+:\/\/)?(www\.)?/, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^0+/, '');

/** Where the CRM put a new record, by its answer. The fields are what we sent, be they kept or not. */
export const whereMade = (record: CrmRecord): Snapshot => ({ ...snapshotOf(record), fields: {} });

/** Writes the fields again that did not stay, and no other. */
export async function rewrite(
  update: (recordId: string, fields: FieldChanges) => Promise<void>,
  entry: Entry,
  fields: Fields,
): Promise<StepResult> {
  await update(recordIdOf(entry), pick(fields, entry.progress.unkept?.details ?? []));
  return {};
}
