import { failureWords } from '../failure-words.ts';
import type { Entry, Progress, Step, UndoStep } from './entry.ts';
import { hasLandedNothing, isChecking, undoWindowMs } from './entry.ts';
import { backoffMs, type Fault } from './failures.ts';
import { isForMany, nextStep, planOf, type StepResult, stepOfFreshRun, type Unkept } from './save-steps.ts';
import { nextUndoStep } from './undo-steps.ts';

/** How an entry goes from one state into the next: pure, and the only place that decides it. */

/** A run begins: of one that was broken off, what was looked up then is looked up again. */
export function startRun(entry: Entry): Entry {
  const { retryAt: _, waitingFor: __, ...rest } = stepOfFreshRun(entry);
  return { ...rest, group: 'open', state: entry.undo ? 'undoing' : 'sending' };
}

/**
 * Marks the next step as begun, which must be stored before its request goes out. From the last one on, which only
 * looks, the save has landed.
 */
export function beginNext(
  entry: Entry,
  now: number,
): { entry: Entry; step: Step | undefined; repeated: boolean } {
  const step = entry.undo || entry.state !== 'sending' ? undefined : nextStep(entry);
  if (!step) return { entry, step: undefined, repeated: false };
  const repeated = entry.attempted.includes(step);
  const begun = {
    ...entry,
    attempted: [...entry.attempted, step],
    ...(step === 'verify' && { savedAt: now }),
  };
  return { entry: repeated ? entry : begun, step, repeated };
}

export function completeStep(entry: Entry, step: Step, result: StepResult): Entry {
  const plan = planOf(entry);
  const finished = [step, ...(result.alsoDone ?? []).filter((other) => plan.includes(other))];
  return {
    ...entry,
    done: [...new Set([...entry.done, ...finished])],
    attempted: [...new Set([...entry.attempted, ...finished])],
    progress: { ...entry.progress, ...result.progress },
    tries: 0,
  };
}

/** What was written and is not there becomes parts that failed, which a retry writes again. */
export function noteUnkept(entry: Entry, unkept: Unkept): Entry {
  if (entry.undo) return entry;
  const failed = (step: Step, field?: string) => ({
    step,
    kind: 'rejected' as const,
    message: failureWords.notKept,
    ...(field !== undefined && { field }),
  });
  const parts = Object.entries(unkept) as [Step, string[]][];
  return {
    ...entry,
    done: entry.done.filter((step) => !(step in unkept)),
    progress: { ...entry.progress, unkept },
    failed: [
      ...entry.failed,
      ...parts.flatMap(([step, values]) =>
        step === 'details' ? values.map((name) => failed(step, name)) : failed(step),
      ),
    ],
  };
}

/** Somebody has deleted the record since: a retry would have to begin anew, which is for the user to say. */
export function noteGone(entry: Entry): Entry {
  if (entry.undo) return entry;
  const { company, companyMissing } = entry.progress;
  const failed = [{ step: 'write' as const, kind: 'rejected' as const, message: failureWords.goneSince }];
  return park({ ...entry, done: [], attempted: [], progress: { company, companyMissing }, failed });
}

export function completeUndoStep(entry: Entry, step: UndoStep, progress: Partial<Progress> = {}): Entry {
  if (!entry.undo) return entry;
  return {
    ...entry,
    progress: { ...entry.progress, ...progress },
    undo: { ...entry.undo, done: [...entry.undo.done, step] },
    tries: 0,
  };
}

interface Moment {
  now: number;
  random: () => number;
}

/** It waits for what may pass, and for the key; the caller stops everything where it would not help to go on. */
export function postpone(entry: Entry, fault: Fault, { now, random }: Moment): Entry {
  const tries = entry.tries + 1;
  return {
    ...entry,
    group: entry.isPaused && !entry.undo ? 'paused' : 'open',
    state: entry.undo ? 'undoing' : 'waiting',
    waitingFor: fault.kind,
    tries,
    ...(fault.kind !== 'auth' && { retryAt: now + backoffMs(tries, random, fault.retryAfterMs) }),
  };
}

/**
 * A step that will not succeed by itself. Without the record there is nothing to go on with; a later part is
 * noted, and the others are still carried out.
 */
export function failStep(entry: Entry, step: Step, fault: Fault, repeated: boolean): Entry {
  // That it cannot be looked at says nothing of what was written.
  if (step === 'verify') return completeStep(entry, step, {});
  const { retryAfterMs: _, ...part } = fault;
  const failed = [...entry.failed, { step, ...part }];
  const isFatal = step === 'lookUp' || step === 'write' || fault.kind === 'internal';
  if (!isFatal) return { ...entry, failed };
  // A refusal is an answer: nothing was written, unless an earlier try got none.
  const wasRefused = step === 'write' && !repeated && fault.kind !== 'internal';
  const attempted = wasRefused ? entry.attempted.filter((one) => one !== 'write') : entry.attempted;
  const stopped = { ...entry, failed, attempted };
  // Where the user has taken it back meanwhile, there is nothing to ask him.
  return entry.undo ? stopped : park(stopped);
}

export function failUndoStep(entry: Entry, step: UndoStep, fault: Fault, isFinal: boolean): Entry {
  if (!entry.undo) return entry;
  const { retryAfterMs: _, ...part } = fault;
  const failed = [...entry.undo.failed, { step, ...part, ...(isFinal && { isFinal }) }];
  return { ...entry, undo: { ...entry.undo, failed } };
}

export function park(entry: Entry): Entry {
  return { ...entry, group: 'attention', state: 'parked', tries: 0 };
}

/** Every step is done or noted as failed. */
export function finish(entry: Entry, now: number): Entry {
  const { retryAt: _, waitingFor: __, ...rest } = { ...entry, tries: 0 };
  if (rest.undo) {
    const needsUser = rest.undo.failed.some((part) => !part.isFinal);
    return needsUser ? park(rest) : { ...rest, group: 'finished', state: 'undone' };
  }
  return rest.failed.length > 0
    ? { ...rest, group: 'attention', state: 'partial', savedAt: now }
    : { ...rest, group: 'finished', state: 'saved', savedAt: landedAt(entry) ?? now };
}

/** When the last of it was written, where it was read back after that. */
const landedAt = ({ attempted, savedAt }: Entry) => (attempted.includes('verify') ? savedAt : undefined);

export const isOver = (entry: Entry): boolean =>
  entry.state === 'parked' || (entry.undo ? !nextUndoStep(entry) : !nextStep(entry));

/** A message takes its time; who pressed within the 15 s must not be told that it was too late. */
export const undoGraceMs = 3_000;

const isUnfinished = ({ state }: Entry) =>
  state === 'waiting' || state === 'sending' || state === 'gathered' || state === 'parked';

export function canUndo(entry: Entry, now: number): boolean {
  if (entry.undo || (isUnfinished(entry) && !isChecking(entry))) return true;
  return entry.savedAt !== undefined && now <= entry.savedAt + undoWindowMs + undoGraceMs;
}

/** From here on nothing more is sent of it, and what was sent is taken back. */
export function requestUndo(entry: Entry, now: number): Entry {
  if (entry.undo) return entry;
  const { retryAt: _, waitingFor: __, isPaused: ___, ...rest } = { ...entry, tries: 0 };
  const undo = { requestedAt: now, done: [], failed: [] };
  if (hasLandedNothing(entry)) return { ...rest, undo, group: 'finished', state: 'undone' };
  return { ...rest, undo, group: 'open', state: 'undoing' };
}

/** The user asks for another try, now. A finished entry stays as it is. */
export function requestRetry(entry: Entry): Entry {
  if (entry.group === 'finished' || entry.state === 'sending') return entry;
  const {
    retryAt: _,
    waitingFor: __,
    isPaused: ___,
    ...rest
  } = { ...entry, tries: 0, group: 'open' as const };
  if (rest.undo) return { ...rest, state: 'undoing', undo: { ...rest.undo, failed: [] } };
  const isBefore = (step: Step) => step !== 'verify';
  const done = rest.done.filter(isBefore);
  const attempted = rest.attempted.filter(isBefore);
  const progress = { ...rest.progress, settled: done };
  return { ...rest, done, attempted, progress, state: 'waiting', failed: [] };
}

/** What is left of it can be done together with others of its bulk save. */
export function isGathering(entry: Entry): boolean {
  if (entry.batchId === undefined || entry.save.kind !== 'person') return false;
  if (entry.undo) return nextUndoStep(entry) === 'record';
  const step = entry.state === 'sending' ? nextStep(entry) : undefined;
  return step !== undefined && isForMany(step);
}

export function gather(entry: Entry): Entry {
  return { ...entry, group: 'gathered', state: entry.undo ? 'undoing' : 'gathered' };
}

/** Nothing of those not begun is sent before `resume`. */
export function pause(entry: Entry): Entry {
  if (entry.group !== 'open' || entry.undo) return entry;
  return { ...entry, isPaused: true, group: entry.state === 'waiting' ? 'paused' : 'open' };
}

export function resume(entry: Entry): Entry {
  const { isPaused, ...rest } = entry;
  if (!isPaused) return entry;
  return rest.group === 'paused' ? { ...rest, group: 'open' } : rest;
}

/** What was not begun is never sent. What was begun goes on, though it was paused. */
export function cancel(entry: Entry, now: number): Entry {
  return entry.state === 'waiting' && hasLandedNothing(entry) ? requestUndo(entry, now) : resume(entry);
}
