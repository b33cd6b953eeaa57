import { Failure } from '../failure.ts';
import { failureWords } from '../failure-words.ts';
import type { Choice } from '../save-request.ts';
import { completeStep, completeUndoStep, failStep, failUndoStep, finish, isOver } from './advance.ts';
import type { CrmPort } from './crm-port.ts';
import {
  type AloneByName,
  type DrainDeps,
  type Halt,
  type Halts,
  handle,
  isHalted,
  isWaitedFor,
  rest,
} from './drain-deps.ts';
import type { Entry } from './entry.ts';
import type { Fault } from './failures.ts';
import { keepsItsOwn, recordIdOf, resolveTag, type StepForMany, stageOf } from './save-steps.ts';

/**
 * The last parts of bulk saves, with one request for many people: tags, stage, and the deletion of new contacts
 * when they are taken back. Each of these can be repeated, and is stored as begun before its request and as
 * done after it, for every one of the people; so a worker that dies leaves to the next one what it did not do.
 */
export async function sendGathered(
  deps: DrainDeps,
  entries: readonly Entry[],
  alone: AloneByName,
  halts: Halts,
): Promise<void> {
  const workspaceIds = new Set(entries.map(({ workspaceId }) => workspaceId));
  for (const workspaceId of workspaceIds) {
    const members = entries.filter((entry) => entry.workspaceId === workspaceId);
    await sendOfOneWorkspace(
      { ...deps, crm: deps.crmFor(workspaceId) },
      members,
      alone,
      halts.of(workspaceId),
    );
  }
}

/** With the CRM for the workspace of the entries at hand. */
type Deps = DrainDeps & { crm: CrmPort };

async function sendOfOneWorkspace(
  deps: Deps,
  entries: readonly Entry[],
  alone: AloneByName,
  halt: Halt,
): Promise<void> {
  // A save made for one workspace must not land in another when its key has gone.
  if ((await deps.access()).to(entries[0]?.workspaceId) === 'missing') return refuse(deps, entries);
  const undos = entries.filter((entry) => entry.undo);
  const saves = entries.filter((entry) => !entry.undo);
  if (undos.length > 0) await deleteAll(deps, undos, halt);
  for (const step of ['tags', 'stage'] as const) {
    if (saves.length > 0 && !isHalted(halt)) await carryOut(deps, step, saves, alone, halt);
  }
}

/** The records for which a part failed for good. */
type Failures = Map<string, Fault>;

async function carryOut(
  deps: Deps,
  step: StepForMany,
  entries: readonly Entry[],
  alone: AloneByName,
  halt: Halt,
): Promise<void> {
  const { outbox, now } = deps;
  const members = await outbox.updateMany(ids(entries), (entry) => {
    const isNext = isGathered(entry) && isPending(entry, step);
    if (!isNext) return undefined;
    return { ...entry, attempted: [...new Set([...entry.attempted, step])] };
  });
  if (members.length === 0) return;
  let change: (entry: Entry) => Entry;
  try {
    const done = step === 'tags' ? await addTags(deps, members, alone) : await setStages(deps, members);
    change = (entry) => {
      const fault = done.failures.get(recordIdOf(entry));
      if (fault) return failStep(entry, step, fault, true);
      const tagIds = done.tagIds?.get(entry.id);
      return completeStep(entry, step, tagIds ? { progress: { tagIds } } : {});
    };
  } catch (error) {
    const fault = await handle(deps, error, halt);
    change = isWaitedFor(fault)
      ? (entry) => (isGathered(entry) ? rest(deps, entry, fault, halt) : entry)
      : (entry) => failStep(entry, step, fault, true);
  }
  await outbox.updateMany(
    ids(members),
    (stored) => {
      const entry = change(stored);
      return isGathered(entry) && isOver(entry) ? finish(entry, now()) : entry;
    },
    { historyAt: now() },
  );
}

const ids = (entries: readonly Entry[]) => entries.map(({ id }) => id);
const isGathered = (entry: Entry) => entry.state === 'gathered';
const isPending = (entry: Entry, step: StepForMany) =>
  !entry.done.includes(step) &&
  !entry.failed.some((part) => part.step === step) &&
  (step === 'tags' ? entry.save.tags.length > 0 : entry.save.stageId !== undefined);

interface Done {
  failures: Failures;
  tagIds?: Map<string, string[]>;
}

async function addTags(
  { crm }: Deps,
  members: readonly Entry[],
  alone: AloneByName,
): Promise<Required<Done>> {
  const failures: Failures = new Map();
  const tagIds = new Map<string, string[]>();
  for (const { choice, entries } of byChoice(members)) {
    const records = entries.map(recordIdOf);
    try {
      const tagId = await resolveTag({ crm, alone }, choice);
      for (const { id } of entries) tagIds.set(id, [...new Set([...(tagIds.get(id) ?? []), tagId])]);
      await forAll(records, (some) => crm.addTagToContacts(some, tagId), failures);
    } catch (error) {
      noteRefusal(error, records, failures);
    }
  }
  return { failures, tagIds };
}

function byChoice(members: readonly Entry[]): { choice: Choice; entries: Entry[] }[] {
  const found = new Map<string, { choice: Choice; entries: Entry[] }>();
  for (const entry of members) {
    for (const choice of entry.save.tags) {
      const key = JSON.stringify(choice);
      const known = found.get(key);
      if (known) known.entries.push(entry);
      else found.set(key, { choice, entries: [entry] });
    }
  }
  return [...found.values()];
}

async function setStages({ crm }: Deps, members: readonly Entry[]): Promise<Done> {
  const failures: Failures = new Map();
  const byStage = new Map<string, string[]>();
  for (const entry of members) {
    const stageId = stageOf(entry);
    if (stageId === undefined || keepsItsOwn(entry)) continue;
    byStage.set(stageId, [...(byStage.get(stageId) ?? []), recordIdOf(entry)]);
  }
  for (const [stageId, records] of byStage)
    await forAll(records, (some) => crm.changeStageOfContacts(some, stageId), failures);
  return { failures };
}

async function deleteAll(deps: Deps, entries: readonly Entry[], halt: Halt): Promise<void> {
  const { outbox, crm, now } = deps;
  const failures: Failures = new Map();
  let change: (entry: Entry) => Entry;
  try {
    await forAll(entries.map(recordIdOf), (some) => crm.deleteContacts(some), failures);
    change = (entry) => {
      const fault = failures.get(recordIdOf(entry));
      return fault ? failUndoStep(entry, 'record', fault, false) : completeUndoStep(entry, 'record');
    };
  } catch (error) {
    const fault = await handle(deps, error, halt);
    change = isWaitedFor(fault)
      ? (entry) => rest(deps, entry, fault, halt)
      : (entry) => failUndoStep(entry, 'record', fault, false);
  }
  await outbox.updateMany(
    ids(entries),
    (stored) => {
      const entry = change(stored);
      if (entry.group !== 'gathered') return entry;
      // What is left, such as a company, goes on by itself.
      return isOver(entry) ? finish(entry, now()) : { ...entry, group: 'open' };
    },
    { historyAt: now() },
  );
}

async function refuse({ outbox }: DrainDeps, entries: readonly Entry[]): Promise<void> {
  const fault: Fault = { kind: 'internal', message: failureWords.otherWorkspace };
  await outbox.updateMany(ids(entries), (entry) => {
    if (entry.undo) return finish(failUndoStep(entry, 'record', fault, false), 0);
    const step = (['tags', 'stage'] as const).find((one) => isPending(entry, one)) ?? 'tags';
    return failStep(entry, step, fault, true);
  });
}

/** How many requests may be spent on finding the ones that are refused. */
const maxSearch = 24;

/**
 * Carries it out for all of them. Where the server refuses, half of them are tried, and half of those, so that
 * one contact that it will not take does not keep the part from the others. What may pass is thrown.
 */
async function forAll(
  records: readonly string[],
  act: (some: readonly string[]) => Promise<void>,
  failures: Failures,
): Promise<void> {
  const waiting = [records];
  let searches = 0;
  for (let some = waiting.shift(); some; some = waiting.shift()) {
    try {
      await act(some);
    } catch (error) {
      searches += 1;
      if (some.length === 1 || searches > maxSearch || !isRefusal(error)) noteRefusal(error, some, failures);
      else waiting.push(some.slice(0, some.length / 2), some.slice(some.length / 2));
    }
  }
}

const isRefusal = (error: unknown) => error instanceof Failure && error.kind === 'rejected';

/** @throws what may pass, and what stops everything */
function noteRefusal(error: unknown, records: readonly string[], failures: Failures): void {
  if (!(error instanceof Failure) || error.kind === 'auth' || isWaitedFor(error)) throw error;
  if (error.kind === 'storage' || error.kind === 'internal') throw error;
  const { kind, message } = error;
  for (const record of records) if (!failures.has(record)) failures.set(record, { kind, message });
}
