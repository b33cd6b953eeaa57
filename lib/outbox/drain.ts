import { createCrowds } from './crowd.ts';
import { type AloneByName, createHalts, type DrainDeps, type Halts, isHalted, stop } from './drain-deps.ts';
import { type Entry, subjectsOf } from './entry.ts';
import { sendGathered } from './gathered.ts';
import { pause, type Shared, sendOne } from './send-one.ts';

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
    stop(deps, halts, error);
  }
}
