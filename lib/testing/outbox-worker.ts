import type { FailureKind, KeyState } from '../crm.ts';
import { Failure } from '../failure.ts';
import { canUndo, requestUndo } from '../outbox/advance.ts';
import { type Batches, createBatches } from '../outbox/batches.ts';
import type { CrmPort } from '../outbox/crm-port.ts';
import { createDatabase, type Database } from '../outbox/database.ts';
import { createDrain, type Drain } from '../outbox/drain.ts';
import type { Access } from '../outbox/drain-deps.ts';
import type { Entry } from '../outbox/entry.ts';
import { createOutbox, type Outbox } from '../outbox/outbox.ts';
import type { PersonSave, SaveRequest } from '../save-request.ts';
import type { Line } from './model-crm.ts';

/**
 * What happens at one crossing of a worker's border, which is a request to the CRM (`crm: …`) or a use of the
 * database (`db`). `kill…` stops the worker there for good: nothing of it runs on.
 */
export type Happening =
  | 'ok'
  | 'killBefore'
  | 'killAfter'
  | Failing
  /** It was carried out, and the answer was lost. */
  | { answerLost: FailureKind };

interface Failing {
  fails: FailureKind;
  retryAfterMs?: number;
  field?: string;
  message?: string;
}

/** A promise holds the crossing up until it is kept. */
export type Fate = (crossing: string) => Happening | Promise<Happening>;

/** The model, or something else that can be reached over a line. */
export interface ReachableCrm {
  /** @param workspaceId the one that the requests are meant for; left out where there is one alone */
  port(line: Line, workspaceId?: string): CrmPort;
}

export class Clock {
  /** What time it is, ms since 1970. */
  at = Date.parse('2026-03-02T09:00:00Z');
  /** How wrong this computer's clock is. */
  skewMs = 0;
  readonly now = () => this.at + this.skewMs;
  /** The server's clock is right. */
  readonly server = () => this.at;
}

export interface World {
  clock: Clock;
  workspaceId?: string | undefined;
  keyState: KeyState;
  /** Several keys: workspace id → how its key is. */
  keyStates?: Record<string, KeyState>;
  lastId: number;
  /** Kept when the screens have been told of what is stored; at once when left out. */
  shown?: Promise<void> | undefined;
}

export const newWorld = (): World => ({ clock: new Clock(), keyState: 'ok', lastId: 0 });

/** One key at a time, unless the test says of each workspace how its key is. */
export function accessIn({
  keyState,
  keyStates,
  workspaceId,
}: Pick<World, 'keyState' | 'keyStates' | 'workspaceId'>): Access {
  if (keyStates) {
    const isOpenOf = (id: string) => keyStates[id] === 'ok';
    return {
      to: (id = '') => (isOpenOf(id) ? 'open' : id in keyStates ? 'shut' : 'missing'),
      openIds: Object.keys(keyStates).filter(isOpenOf),
    };
  }
  const isOpen = keyState === 'ok';
  const isElsewhere = (id: string | undefined) =>
    id !== undefined && workspaceId !== undefined && id !== workspaceId;
  return {
    to: (id) => (!isOpen ? 'shut' : isElsewhere(id) ? 'missing' : 'open'),
    openIds: isOpen && workspaceId !== undefined ? [workspaceId] : [],
  };
}

export interface TestWorker {
  outbox: Outbox;
  batches: Batches;
  drain: Drain;
  readonly isDead: boolean;
  /** Where the queue next has something to do, as the last drain left it. */
  readonly nextAt: number | undefined;
  /** How often it came to rest, which is when its alarm is set or taken away. */
  readonly rests: number;
  errors: unknown[];
  /** Stores a save as a click does; `undefined` when the worker died over it. */
  click(save: SaveRequest): Promise<string | undefined>;
  /** The same for a bulk save; gives the ids of its entries. */
  clickMany(saves: PersonSave[]): Promise<string[] | undefined>;
  undo(entryId: string): Promise<void>;
  retry(entryId: string): Promise<void>;
  /** Drains until nothing is left to do by itself, setting the clock on where it waits; or until it dies. */
  settle(): Promise<void>;
  entry(id: string): Promise<Entry>;
  close(): Promise<void>;
}

const never = new Promise<never>(() => undefined);

/** A service worker that sends to the model, on the database of this test, and can be killed anywhere. */
export function startWorker(world: World, crm: ReachableCrm, fate: Fate = () => 'ok'): TestWorker {
  let isDead = false;
  let die = () => {};
  const death = new Promise<void>((resolve) => {
    die = () => {
      isDead = true;
      resolve();
    };
  });
  let nextAt: number | undefined;
  let rests = 0;
  const errors: unknown[] = [];

  async function cross<T>(crossing: string, act: () => T | Promise<T>): Promise<T> {
    if (isDead) return never;
    const decided = fate(crossing);
    const happening = decided instanceof Promise ? await decided : decided;
    if (isDead) return never;
    if (happening === 'killBefore') die();
    if (isDead) return never;
    if (typeof happening === 'object' && 'fails' in happening) throw failureOf(happening);
    // An answer takes time: others get their turn before and after.
    await Promise.resolve();
    const result = await act();
    if (happening === 'killAfter') die();
    if (isDead) return never;
    if (typeof happening === 'object') throw new Failure(happening.answerLost, 'The answer was lost.');
    return result;
  }

  const real = createDatabase();
  const database: Database = { use: (act) => cross('db', () => real.use(act)), close: real.close };
  const newId = () => `entry-${++world.lastId}`;
  const outbox = createOutbox(database, { newId });
  const batches = createBatches(database, { newId });
  const drain = createDrain({
    outbox,
    crmFor: (workspaceId) => crm.port((call, act) => cross(`crm: ${call}`, act), workspaceId),
    now: world.clock.now,
    random: () => 0.5,
    access: async () => accessIn(world),
    onAuthRefused: async () => {
      world.keyState = 'refused';
    },
    onIdle: async (idle) => {
      nextAt = idle.nextAt;
      rests += 1;
    },
    onError: (error) => errors.push(error),
    shown: () => world.shown,
  });

  const orDeath = <T>(work: Promise<T>): Promise<T | undefined> =>
    Promise.race([work, death.then(() => undefined)]);

  return {
    outbox,
    batches,
    drain,
    errors,
    get isDead() {
      return isDead;
    },
    get nextAt() {
      return nextAt;
    },
    get rests() {
      return rests;
    },
    async click(save) {
      const now = world.clock.now();
      return (await orDeath(outbox.add(save, { now, workspaceId: world.workspaceId })))?.id;
    },
    async clickMany(saves) {
      const given = { now: world.clock.now(), workspaceId: world.workspaceId };
      const added = await orDeath(batches.add(saves, given));
      if (!added?.batchId) return undefined;
      const rows = await orDeath(batches.rows(added.batchId, () => undefined));
      return rows?.map(({ entryId }) => entryId);
    },
    async undo(entryId) {
      const now = world.clock.now();
      await orDeath(
        outbox.update(entryId, (entry) => (canUndo(entry, now) ? requestUndo(entry, now) : undefined)),
      );
    },
    async retry(entryId) {
      await orDeath(outbox.retry(entryId));
    },
    async settle() {
      for (let round = 0; round < 200; round++) {
        await orDeath(drain.drain());
        if (isDead || nextAt === undefined) return;
        world.clock.at = Math.max(world.clock.at, nextAt - world.clock.skewMs);
      }
      throw new Error('The queue does not come to rest.');
    },
    async entry(id) {
      const entry = await outbox.get(id);
      if (!entry) throw new Error(`There is no entry ${id}.`);
      return entry;
    },
    close: real.close,
  };
}

function failureOf({ fails, retryAfterMs, field, message }: Failing): Failure {
  return Object.assign(new Failure(fails, message ?? `It failed: ${fails}.`), { retryAfterMs, field });
}

/** Lets the given happenings come one after the other at crossings whose name matches, then all goes well. */
export function inTurn(pattern: RegExp, ...happenings: Happening[]): (crossing: string) => Happening {
  return (crossing) => (pattern.test(crossing) ? (happenings.shift() ?? 'ok') : 'ok');
}
