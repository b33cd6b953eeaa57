import type { Seed } from './seed.ts';
import type { FakeState, KeyOwner, LoggedRequest } from './state.ts';

/** Which calls are meant; nothing given means every call. `*` in `path` stands for anything. */
export interface Match {
  method?: string;
  path?: string;
}

/**
 * How a call fails. `before` and `after` say whether the API does its work first: a drop `after` is the
 * lost answer, where the record was written and the caller cannot know.
 */
export type Fault =
  | {
      kind: 'status';
      status: number;
      when?: 'before' | 'after';
      headers?: Record<string, string>;
      body?: unknown;
    }
  | { kind: 'delay'; ms: number }
  | { kind: 'drop'; when?: 'before' | 'after' }
  /** The true reply, cut in the middle. */
  | { kind: 'malformed' }
  /** The true status, no body. */
  | { kind: 'empty' }
  /** A Wi-Fi sign-in page with status 200; the API never sees the call. */
  | { kind: 'portal' };

export type FaultRule = Match & {
  fault: Fault;
  /** How many matching calls fail; 1 when left out. */
  times?: number;
  /** How many matching calls pass first. */
  skip?: number;
};

interface PlannedFault extends FaultRule {
  left: number;
  toSkip: number;
}

export function matches(match: Match, method: string, path: string): boolean {
  if (match.method !== undefined && match.method.toUpperCase() !== method) return false;
  if (match.path === undefined) return true;
  const parts = match.path.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(path);
}

/** Calls that wait until they are let go. */
export class Hold {
  readonly id: number;
  readonly match: Match & { when: 'before' | 'after' };
  readonly #waiting = new Set<{ request: LoggedRequest; go: () => void }>();
  readonly #onReached: ((request: LoggedRequest) => void)[] = [];
  #open = true;

  constructor(id: number, match: Match & { when: 'before' | 'after' }) {
    this.id = id;
    this.match = match;
  }

  get waiting(): LoggedRequest[] {
    return [...this.#waiting].map((one) => one.request);
  }

  /** Resolves with a call that stands here, at once if there is one. */
  reached(): Promise<LoggedRequest> {
    const [first] = this.waiting;
    return first ? Promise.resolve(first) : new Promise((resolve) => this.#onReached.push(resolve));
  }

  /** Lets all waiting calls go and holds no more. */
  release(): void {
    this.#open = false;
    for (const one of this.#waiting) one.go();
    this.#waiting.clear();
  }

  /** Stands still while the hold is on. */
  async pass(request: LoggedRequest): Promise<void> {
    if (!this.#open) return;
    await new Promise<void>((go) => {
      this.#waiting.add({ request, go });
      for (const resolve of this.#onReached.splice(0)) resolve(request);
    });
  }
}

/** Makes the stand-in misbehave and tells what it saw. The same over HTTP: `control-routes.ts`. */
export class Control {
  readonly #state: FakeState;
  readonly #seed: (seed: Seed) => void;
  #faults: PlannedFault[] = [];
  readonly #holds = new Map<number, Hold>();
  #lastHoldId = 0;
  #isDown = false;
  /** Work put off until `runJobs`, when jobs are queued. */
  readonly jobs: (() => void)[] = [];

  constructor(state: FakeState, seed: (seed: Seed) => void) {
    this.#state = state;
    this.#seed = seed;
  }

  get isDown(): boolean {
    return this.#isDown;
  }

  /** Drops every call from now on. */
  goDown(): void {
    this.#isDown = true;
    this.#state.changed();
  }

  goUp(): void {
    this.#isDown = false;
    this.#state.changed();
  }

  /** Plans faults; several plans are used up in the order in which they were made. */
  fail(rule: FaultRule): void {
    this.#faults.push({ ...rule, left: rule.times ?? 1, toSkip: rule.skip ?? 0 });
  }

  /** Takes back all planned faults. */
  heal(): void {
    this.#faults = [];
  }

  /** For the server: the fault to play on this call. */
  takeFault(method: string, path: string): Fault | undefined {
    for (const rule of this.#faults) {
      if (!matches(rule, method, path) || rule.left === 0) continue;
      if (rule.toSkip > 0) {
        rule.toSkip -= 1;
        continue;
      }
      rule.left -= 1;
      return rule.fault;
    }
    return undefined;
  }

  /** Stops matching calls before the work (the default) or between work and answer. */
  hold(match: Match & { when?: 'before' | 'after' } = {}): Hold {
    this.#lastHoldId += 1;
    const hold = new Hold(this.#lastHoldId, { ...match, when: match.when ?? 'before' });
    this.#holds.set(hold.id, hold);
    return hold;
  }

  holdById(id: number): Hold | undefined {
    return this.#holds.get(id);
  }

  releaseAll(): void {
    for (const hold of this.#holds.values()) hold.release();
    this.#holds.clear();
  }

  /** For the server: stands in every hold that is meant for this call. */
  async passHolds(when: 'before' | 'after', request: LoggedRequest): Promise<void> {
    for (const hold of [...this.#holds.values()]) {
      if (hold.match.when === when && matches(hold.match, request.method, request.path))
        await hold.pass(request);
    }
  }

  allowKey(key: string, owner: KeyOwner): void {
    this.#state.keys.set(key, owner);
    this.#state.changed();
  }

  /** Every later call with this key is answered 401. Without a key given, all are revoked. */
  revokeKey(key?: string): void {
    if (key === undefined) this.#state.keys.clear();
    else this.#state.keys.delete(key);
    this.#state.changed();
  }

  /** Does the work that was put off (deletions and mass actions, when the quirk `jobs` is `queued`). */
  runJobs(): void {
    for (const job of this.jobs.splice(0)) job();
  }

  /** Everything back to the seed: data, keys, faults, holds, log. */
  reset(seed: Seed): void {
    this.releaseAll();
    this.heal();
    this.goUp();
    this.jobs.length = 0;
    this.#state.clear();
    this.#seed(seed);
  }

  /** The calls seen so far, oldest first. */
  log(match: Match = {}): LoggedRequest[] {
    return this.#state.log.filter((one) => matches(match, one.method, one.path));
  }

  /** Resolves when `holds` says yes; asked now and after every change. */
  until(holds: (state: FakeState) => boolean): Promise<void> {
    if (holds(this.#state)) return Promise.resolve();
    return new Promise((resolve) => {
      const stop = this.#state.onChange(() => {
        if (!holds(this.#state)) return;
        stop();
        resolve();
      });
    });
  }
}
