import { Failure } from '../failure.ts';
import { failureWords } from '../failure-words.ts';
import {
  beginNext,
  completeStep,
  completeUndoStep,
  failStep,
  failUndoStep,
  finish,
  postpone,
  startRun,
} from './advance.ts';
import type { CrmPort } from './crm-port.ts';
import { type Entry, objectOf, type Progress, type Step, subjectsOf } from './entry.ts';
import { type Fault, faultOf, isPassing, stopsAll } from './failures.ts';
import type { Outbox } from './outbox.ts';
import { companySteps } from './save-company.ts';
import { personSteps } from './save-person.ts';
import type { Perform, StepContext } from './save-steps.ts';
import { CannotUndo, nextUndoStep, type UndoContext, undoPerforms } from './undo-steps.ts';

/**
 * Sends what is in the outbox. Any `await` in here may be the worker's last: what must be known afterwards is
 * stored before, and another worker's drain goes on from there.
 */
export interface DrainDeps {
  outbox: Outbox;
  crm: CrmPort;
  now: () => number;
  random: () => number;
  /** True while the key is missing or refused: then nothing is tried. */
  isPaused: () => Promise<boolean>;
  /** The workspace that the present key belongs to, where known. */
  workspaceId: () => Promise<string | undefined>;
  onAuthRefused: () => Promise<void>;
  /** Nothing more to do for now; `nextAt` says when there will be. */
  onIdle: (idle: { open: number; nextAt?: number | undefined }) => Promise<void>;
  /** A fault of the storage, or one of ours outside of any step. The entry stays as it was stored. */
  onError: (error: unknown) => void;
  /** So that two workers, of which one is on its way out, do not send the same. */
  locks?: Pick<LockManager, 'request'> | undefined;
  /** How many entries are sent at the same time; default 3. */
  concurrency?: number;
}

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
    const halt: Halt = {};
    const names = createNameLocks();
    for (;;) {
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
      });
      if (!halt.at && !(await deps.isPaused())) {
        const busy = new Set([...running.values()].flatMap(({ subjects }) => subjects));
        const free = concurrency - running.size;
        const due = free > 0 ? await outbox.takeDue(now(), busy, free) : [];
        for (const entry of due) {
          const run = sendOne(deps, entry.id, names, halt).finally(() => running.delete(entry.id));
          running.set(entry.id, { subjects: subjectsOf(entry), run });
        }
      }
      if (running.size === 0) break;
      await Promise.race([woken, ...[...running.values()].map(({ run }) => run)]);
    }
    await outbox.prune();
    const { open, nextAt } = await outbox.summary(now());
    const isWaiting = nextAt !== undefined && !(await deps.isPaused());
    await deps.onIdle({ open, ...(isWaiting && { nextAt: Math.max(nextAt, halt.at ?? 0) }) });
  }

  return { drain };
}

/** Set when going on is of no use for anybody: no network, no key, told to slow down. */
interface Halt {
  /** ms since 1970: when to try again. */
  at?: number;
}

type AloneByName = <T>(name: string, act: () => Promise<T>) => Promise<T>;

/** One at a time for each name. Within one drain is enough, since only one drains at a time. */
function createNameLocks(): AloneByName {
  const last = new Map<string, Promise<unknown>>();
  return (name, act) => {
    const run = (last.get(name) ?? Promise.resolve()).then(act, act);
    last.set(name, run);
    return run;
  };
}

async function sendOne(deps: DrainDeps, id: string, alone: AloneByName, halt: Halt): Promise<void> {
  try {
    const finished = (await runSave(deps, id, alone, halt)) ?? (await deps.outbox.get(id));
    if (finished?.state === 'undoing') await runUndo(deps, id, alone, halt);
  } catch (error) {
    // The storage failed: what was stored last is what counts, and the alarm brings us back to it.
    halt.at = deps.now() + 30_000;
    deps.onError(error);
  }
}

/** Gives the entry as it was left, `undefined` when it is gone. */
async function runSave(
  deps: DrainDeps,
  id: string,
  alone: AloneByName,
  halt: Halt,
): Promise<Entry | undefined> {
  const { outbox } = deps;
  const fresh = new Set<Step>();
  let step: Step | undefined;
  let repeated = false;
  const begin = (entry: Entry): Entry => {
    const begun = beginNext(entry);
    ({ step, repeated } = begun);
    return begun.entry;
  };
  let entry = await outbox.update(id, (stored) => begin(startRun(stored)));
  while (entry && step && !entry.undo && entry.state === 'sending') {
    const current: Step = step;
    const context = stepContext(deps, entry, { alone, fresh, repeated });
    let change: (stored: Entry) => Entry;
    try {
      await checkWorkspace(deps, entry);
      const result = await performOf(entry, current)(context);
      fresh.add(current);
      change = (stored) => begin(completeStep(stored, current, result));
    } catch (error) {
      const fault = await handle(deps, error, halt);
      change = isWaitedFor(fault)
        ? (stored) => rest(deps, stored, fault, halt)
        : (stored) => begin(failStep(stored, current, fault, repeated));
    }
    entry = await outbox.update(id, change);
  }
  if (entry && !entry.undo && entry.state === 'sending')
    return outbox.update(id, (stored) => (stored.undo ? stored : finish(stored, deps.now())), {
      historyAt: deps.now(),
    });
  return entry;
}

async function runUndo(deps: DrainDeps, id: string, alone: AloneByName, halt: Halt): Promise<void> {
  const { outbox, crm } = deps;
  let entry = await outbox.update(id, startRun);
  let present: Promise<Awaited<ReturnType<UndoContext['present']>>> | undefined;
  for (let step = entry && nextUndoStep(entry); entry && step; step = entry && nextUndoStep(entry)) {
    const current = step;
    const { save, progress } = entry;
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
      save: stepContext(deps, entry, { alone, fresh: new Set(), repeated: true }),
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

function performOf(entry: Entry, step: Step): Perform {
  const steps: Partial<Record<Step, Perform>> = entry.save.kind === 'person' ? personSteps : companySteps;
  const perform = steps[step];
  if (!perform) throw new Failure('internal', `There is no step ${step} for a ${entry.save.kind}.`);
  return perform;
}

function stepContext(
  { outbox, crm }: DrainDeps,
  entry: Entry,
  given: Pick<StepContext, 'alone' | 'fresh' | 'repeated'>,
): StepContext {
  return {
    ...given,
    entry,
    crm,
    keep: async (progress: Partial<Progress>) => {
      await outbox.update(entry.id, (stored) => ({
        ...stored,
        progress: { ...stored.progress, ...progress },
      }));
    },
    knownNoteIds: () => outbox.noteIdsOf(entry.pageKey),
  };
}

/** A save made for one workspace must not land in another after the key was changed. */
async function checkWorkspace({ workspaceId }: DrainDeps, entry: Entry): Promise<void> {
  const present = await workspaceId();
  if (entry.workspaceId !== undefined && present !== undefined && present !== entry.workspaceId)
    throw new Failure('internal', failureWords.otherWorkspace);
}

/** @throws what the storage threw: no step can go on without it */
async function handle(deps: DrainDeps, error: unknown, halt: Halt): Promise<Fault> {
  const fault = faultOf(error);
  if (fault.kind === 'storage') throw error;
  if (fault.kind === 'auth') {
    halt.at = deps.now();
    await deps.onAuthRefused();
  }
  return fault;
}

const isWaitedFor = (fault: Fault) => fault.kind === 'auth' || isPassing(fault.kind);

function rest(deps: DrainDeps, entry: Entry, fault: Fault, halt: Halt): Entry {
  const postponed = postpone(entry, fault, { now: deps.now(), random: deps.random });
  if (stopsAll(fault.kind)) halt.at = Math.max(halt.at ?? 0, postponed.retryAt ?? deps.now());
  return postponed;
}
