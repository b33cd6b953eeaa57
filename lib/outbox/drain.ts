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
import { createCrowds } from './crowd.ts';
import {
  type AloneByName,
  checkWorkspace,
  createHalts,
  type DrainDeps,
  type Halt,
  type Halts,
  handle,
  isHalted,
  isWaitedFor,
  rest,
} from './drain-deps.ts';
import { type Entry, objectOf, type Progress, type Step, subjectsOf } from './entry.ts';
import { isUnforeseen, unforeseenTries } from './failures.ts';
import { sendGathered } from './gathered.ts';
import { companySteps } from './save-company.ts';
import { personSteps } from './save-person.ts';
import type { Perform, StepContext, StepResult } from './save-steps.ts';
import { CannotUndo, nextUndoStep, type UndoContext, undoPerforms } from './undo-steps.ts';

/**
 * Sends what is in the outbox. Any `await` in here may be the worker's last: what must be known afterwards is
 * stored before, and another worker's drain goes on from there.
 */
export interface Drain {
  /** Sends all that is due; resolves when nothing is left to do for now. Never rejects. */
  drain(): Promise<void>;
}

export function createDrain(deps: DrainDeps): Drain {
  let current: Promise<void> | undefined;
  let isWanted = false;
  let wake = () => {};

  function drain(): Promise<void> {
    isWanted = true;
    wake();
    current ??= locked()
      .catch(deps.onError)
      .finally(() => {
        current = undefined;
        if (isWanted) void drain();
      });
    return current;
  }

  async function locked(): Promise<void> {
    if (deps.locks) await deps.locks.request('outbox-drain', repeat);
    else await repeat();
  }

  async function repeat(): Promise<void> {
    while (isWanted) {
      isWanted = false;
      await sendAllDue();
    }
  }

  async function sendAllDue(): Promise<void> {
    const { outbox, now, concurrency = 3 } = deps;
    const running = new Map<string, { subjects: string[]; run: Promise<void> }>();
    const halts = createHalts();
    const shared: Shared = { alone: createNameLocks(), crowdOf: createCrowds() };
    const anyOf = (others: Promise<unknown>[]) =>
      Promise.race([...others, ...[...running.values()].map(({ run }) => run)]);
    let releasedFor = '';
    for (;;) {
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
      });
      let begun = 0;
      if (halts.all.at === undefined) {
        const access = await deps.access();
        const isShut = (id: string | undefined) => access.to(id) === 'shut' || isHalted(halts.of(id));
        const busy = new Set([...running.values()].flatMap(({ subjects }) => subjects));
        const free = concurrency - running.size;
        const due = free > 0 ? await outbox.takeDue(now(), busy, free, isShut) : [];
        begun = due.length;
        for (const entry of due) {
          const halt = halts.of(entry.workspaceId);
          const run = sendOne(deps, entry, shared, halt).finally(() => running.delete(entry.id));
          running.set(entry.id, { subjects: subjectsOf(entry), run });
        }
        // Next, as somebody may be waiting for what is due already: it is mostly over, or on its way, by then.
        if (begun > 0) await anyOf([woken, pause(breathMs)]);
        const openIds = access.openIds.join();
        if (openIds !== releasedFor) {
          releasedFor = openIds;
          if (await outbox.releaseFor(access.openIds)) continue;
        }
        if (!running.has(together)) {
          const gathered = await outbox.takeGathered(chunk, begun + running.size === 0 ? 1 : chunk, isShut);
          const run = sendTogether(deps, gathered, shared.alone, halts).finally(() =>
            running.delete(together),
          );
          if (gathered.length > 0) running.set(together, { subjects: gathered.flatMap(subjectsOf), run });
        }
      }
      if (running.size > 0) await anyOf([woken]);
      else if (begun === 0) break;
    }
    await outbox.prune();
    const access = await deps.access();
    const notBefore = (id: string | undefined) =>
      access.to(id) === 'shut' ? Number.POSITIVE_INFINITY : halts.until(id);
    const { open, nextAt } = await outbox.summary(now(), notBefore);
    // Else what was stored meanwhile would lose the alarm that was set for it.
    if (!isWanted) await deps.onIdle({ open, ...(nextAt !== undefined && { nextAt }) });
  }

  return { drain };
}

/** What the entries of one drain share. */
interface Shared {
  alone: AloneByName;
  crowdOf: ReturnType<typeof createCrowds>;
}

/** One at a time for each name. Within one drain is enough, since only one drains at a time. */
function createNameLocks(): AloneByName {
  const last = new Map<string, Promise<unknown>>();
  return (name, act) => {
    const run = (last.get(name) ?? Promise.resolve()).then(act, act);
    last.set(name, run);
    return run;
  };
}

/**
 * How many of a bulk save are finished with one request for each tag and stage. The server takes 500; fewer
 * show the user sooner that they are done, and cost next to nothing.
 */
const chunk = 200;
/** What is less urgent waits so long for what has just been begun. */
const breathMs = 50;
/** Sending does not stand or fall with the screens, the badge and what the system tells. */
const longestTellingMs = 1_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** Stands among what is running for the one request for many. */
const together = 'together';

async function sendTogether(
  deps: DrainDeps,
  entries: Entry[],
  alone: AloneByName,
  halts: Halts,
): Promise<void> {
  try {
    if (entries.length > 0) await sendGathered(deps, entries, alone, halts);
  } catch (error) {
    halts.all.at = deps.now() + 30_000;
    deps.onError(error);
  }
}

async function sendOne(deps: DrainDeps, taken: Entry, shared: Shared, halt: Halt): Promise<void> {
  const { id } = taken;
  try {
    const finished = (await runSave(deps, taken, shared, halt)) ?? (await deps.outbox.get(id));
    if (finished?.state === 'undoing') await runUndo(deps, id, shared, halt);
  } catch (error) {
    // The storage failed: what was stored last is what counts, and the alarm brings us back to it.
    halt.all.at = deps.now() + 30_000;
    deps.onError(error);
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
