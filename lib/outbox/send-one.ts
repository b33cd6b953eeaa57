import { Failure } from '../failure.ts';
import {
  beginNext,
  completeStep,
  completeUndoStep,
  failStep,
  failUndoStep,
  finish,
  gather,
  isGathering,
  noteGone,
  noteUnkept,
  startRun,
} from './advance.ts';
import type { createCrowds } from './crowd.ts';
import {
  type AloneByName,
  checkWorkspace,
  type DrainDeps,
  type Halt,
  handle,
  isWaitedFor,
  rest,
  stop,
} from './drain-deps.ts';
import { type Entry, objectOf, type Progress, type Step } from './entry.ts';
import { isUnforeseen, unforeseenTries } from './failures.ts';
import { companySteps } from './save-company.ts';
import { personSteps } from './save-person.ts';
import type { Perform, StepContext, StepResult } from './save-steps.ts';
import { CannotUndo, nextUndoStep, type UndoContext, undoPerforms } from './undo-steps.ts';

/** The way of one entry through its steps, and back through those of its undo. */

/** What the entries of one drain share. */
export interface Shared {
  alone: AloneByName;
  crowdOf: ReturnType<typeof createCrowds>;
}

/** Sending does not stand or fall with the screens, the badge and what the system tells. */
const longestTellingMs = 1_000;
export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Never rejects. */
export async function sendOne(deps: DrainDeps, taken: Entry, shared: Shared, halt: Halt): Promise<void> {
  const { id } = taken;
  try {
    const finished = (await runSave(deps, taken, shared, halt)) ?? (await deps.outbox.get(id));
    if (finished?.state === 'undoing') await runUndo(deps, id, shared, halt);
  } catch (error) {
    stop(deps, halt, error);
  }
}

/** Gives the entry as it was left, `undefined` when it is gone. */
async function runSave(
  deps: DrainDeps,
  taken: Entry,
  shared: Shared,
  halt: Halt,
): Promise<Entry | undefined> {
  const { outbox } = deps;
  const { id } = taken;
  const fresh = new Set<Step>();
  let step: Step | undefined;
  let repeated = false;
  const begin = (entry: Entry): Entry => {
    step = undefined;
    if (isGathering(entry)) return gather(entry);
    const begun = beginNext(entry, deps.now());
    ({ step, repeated } = begun);
    return begun.entry;
  };
  const perform = async (begun: Entry, current: Step) => {
    const context = stepContext(deps, begun, shared, { fresh, repeated });
    if (current === 'verify') await Promise.race([deps.shown?.(), pause(longestTellingMs)]);
    await checkWorkspace(deps, begun);
    return performOf(begun, current)(context);
  };
  // To look changes nothing, so it need not wait until it is stored that it was begun.
  const first = begin(startRun(taken));
  let look = step === 'lookUp' && !taken.batchId ? perform(first, step) : undefined;
  look?.catch(() => undefined);
  let entry = await outbox.update(id, (stored) => begin(startRun(stored)));
  if (JSON.stringify(entry) !== JSON.stringify(first)) look = undefined;
  while (entry && step && !entry.undo && entry.state === 'sending') {
    const current: Step = step;
    let change: (stored: Entry) => Entry;
    try {
      const begun = look ?? perform(entry, current);
      look = undefined;
      const result = await begun;
      fresh.add(current);
      change = (stored) => begin(withShown(completeStep(stored, current, result), result));
    } catch (error) {
      const fault = await handle(deps, error, halt);
      const isPatient = (tries: number) => isUnforeseen(error) && tries < unforeseenTries;
      change = (stored) =>
        isWaitedFor(fault) || isPatient(stored.tries)
          ? rest(deps, stored, fault, halt)
          : begin(failStep(stored, current, fault, repeated));
    }
    entry = await outbox.update(id, change, { historyAt: deps.now() });
  }
  if (entry && !entry.undo && entry.state === 'sending')
    return outbox.update(id, (stored) => (stored.undo ? stored : finish(stored, deps.now())), {
      historyAt: deps.now(),
    });
  return entry;
}

async function runUndo(deps: DrainDeps, id: string, shared: Shared, halt: Halt): Promise<void> {
  const { outbox } = deps;
  let entry = await outbox.update(id, startRun);
  let present: Promise<Awaited<ReturnType<UndoContext['present']>>> | undefined;
  for (let step = entry && nextUndoStep(entry); entry && step; step = entry && nextUndoStep(entry)) {
    const current = step;
    if (isGathering(entry)) {
      await outbox.update(id, gather);
      return;
    }
    const { save, progress } = entry;
    const crm = deps.crmFor(entry.workspaceId);
    const context: UndoContext = {
      entry,
      crm,
      present: () => {
        const recordId = progress.recordId ?? '';
        present ??= objectOf(save) === 'contact' ? crm.getContact(recordId) : crm.getCompany(recordId);
        return present;
      },
      isUsedElsewhere: (recordId) => outbox.isUsedElsewhere(recordId, id),
      knownNoteIds: () => outbox.noteIdsOf(entry?.pageKey ?? ''),
      knownTaskIds: () => outbox.taskIdsOf(entry?.pageKey ?? ''),
      save: stepContext(deps, entry, shared, { fresh: new Set(), repeated: true }),
    };
    let change: (stored: Entry) => Entry;
    try {
      await checkWorkspace(deps, entry);
      const found = await undoPerforms[current](context);
      change = (stored) => completeUndoStep(stored, current, found);
    } catch (error) {
      const fault = await handle(deps, error, halt);
      const isFinal = error instanceof CannotUndo;
      if (isWaitedFor(fault)) {
        await outbox.update(id, (stored) => rest(deps, stored, fault, halt));
        return;
      }
      change = (stored) => failUndoStep(stored, current, fault, isFinal);
    }
    entry = await outbox.update(id, change);
  }
  await outbox.update(id, (stored) => finish(stored, deps.now()), { historyAt: deps.now() });
}

function withShown(entry: Entry, { shown }: StepResult): Entry {
  if (shown === 'gone') return noteGone(entry);
  return shown ? noteUnkept(entry, shown) : entry;
}

function performOf(entry: Entry, step: Step): Perform {
  const steps: Partial<Record<Step, Perform>> = entry.save.kind === 'person' ? personSteps : companySteps;
  const perform = steps[step];
  if (!perform) throw new Failure('internal', `There is no step ${step} for a ${entry.save.kind}.`);
  return perform;
}

function stepContext(
  { outbox, crmFor, now }: DrainDeps,
  entry: Entry,
  { alone, crowdOf }: Shared,
  given: Pick<StepContext, 'fresh' | 'repeated'>,
): StepContext {
  return {
    ...given,
    alone,
    crowd: crowdOf(entry.batchId),
    entry,
    crm: crmFor(entry.workspaceId),
    keep: async (progress: Partial<Progress>) => {
      await outbox.update(entry.id, (stored) => ({
        ...stored,
        progress: { ...stored.progress, ...progress },
      }));
    },
    knownNoteIds: () => outbox.noteIdsOf(entry.pageKey),
    knownTaskIds: () => outbox.taskIdsOf(entry.pageKey),
    isOfAnother: (recordId) => outbox.isOfAnother(recordId, entry),
    newerSaves: () => outbox.newerSaves(entry),
    now,
  };
}
