import { GrinfiError } from './errors.ts';

/**
 * Keeps us inside the server's limit of 300 requests a minute for one key. Only the service worker sends
 * requests, so one bucket there is one bucket for all tabs, the popup and the side panel together.
 */
export interface Limiter {
  /**
   * Resolves when the caller may send one request.
   * @throws {GrinfiError} `busy` when the server asked for a pause longer than `maxWaitMs`
   * @throws the signal's reason when aborted
   */
  take(options?: TakeOptions): Promise<void>;
  /** Makes everyone wait: the server said so. A shorter pause never cuts a longer one. */
  pause(ms: number): void;
}

export interface TakeOptions {
  /** `interactive` (somebody is looking) goes before `background`; first come, first served within each. */
  priority?: Priority | undefined;
  signal?: AbortSignal | undefined;
  maxWaitMs?: number | undefined;
}

export type Priority = 'interactive' | 'background';

/** What survives a restart of the worker. */
export interface LimiterState {
  tokens: number;
  /** ms since 1970, both. */
  updatedAt: number;
  pausedUntil: number;
  /** When the last few requests were let go, ms since 1970, oldest first. */
  recent: number[];
}

export interface LimiterStore {
  load(): Promise<LimiterState | undefined>;
  save(state: LimiterState): Promise<void>;
}

export interface Clock {
  /** ms since 1970. */
  now(): number;
  sleep(ms: number): Promise<void>;
}

/**
 * 4.8 a second and a burst of 5 are at most 293 in any 60 s; the rest of the 300 is for the burst that a
 * browser restart gives anew, and for requests bunched up on their way.
 */
export const bucketSize = 5;
export const refillPerSecond = 4.8;
/** A burst and what is refilled meanwhile would be more than this in one second. */
export const mostPerSecond = 5;
/** No answer makes us wait longer than this, however odd its Retry-After or the clock. */
export const longestPauseMs = 5 * 60_000;

/** Runs on even when the system clock is set. */
export const workerClock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

interface Waiter {
  priority: Priority;
  maxWaitMs: number;
  admit(): void;
  refuse(error: unknown): void;
}

export function createLimiter(deps: { store: LimiterStore; clock?: Clock | undefined }): Limiter {
  const { store, clock = workerClock } = deps;
  const waiters: Waiter[] = [];
  let state: LimiterState | undefined;
  let pauseAsked = 0;
  let isServing = false;

  async function serve(): Promise<void> {
    if (isServing) return;
    isServing = true;
    try {
      state ??= await loadState(store, clock.now());
      while (waiters.length > 0) await serveNext(state);
    } finally {
      isServing = false;
    }
  }

  async function serveNext(bucket: LimiterState): Promise<void> {
    refill(bucket, clock.now(), pauseAsked);
    const pauseMs = bucket.pausedUntil - bucket.updatedAt;
    refuseTheImpatient(waiters, pauseMs);
    const waitMs = Math.max(
      pauseMs,
      ((1 - bucket.tokens) / refillPerSecond) * 1000,
      untilSecondHasRoom(bucket),
    );
    if (waitMs > 0) {
      // Whole milliseconds, as timers have no finer ones; and short naps, to notice a new pause.
      await clock.sleep(Math.min(Math.ceil(waitMs), 1_000));
      return;
    }
    const next = waiters.find(({ priority }) => priority === 'interactive') ?? waiters[0];
    if (next === undefined) return;
    waiters.splice(waiters.indexOf(next), 1);
    bucket.tokens -= 1;
    bucket.recent = [...bucket.recent, bucket.updatedAt].slice(-mostPerSecond);
    saveQuietly(store, bucket);
    next.admit();
  }

  return {
    take({ priority = 'interactive', signal, maxWaitMs = Number.POSITIVE_INFINITY } = {}) {
      return new Promise<void>((resolve, reject) => {
        signal?.throwIfAborted();
        const waiter: Waiter = {
          priority,
          maxWaitMs,
          admit() {
            signal?.removeEventListener('abort', leave);
            resolve();
          },
          refuse(error) {
            signal?.removeEventListener('abort', leave);
            reject(error);
          },
        };
        const leave = () => {
          const place = waiters.indexOf(waiter);
          if (place !== -1) waiters.splice(place, 1);
          reject(signal?.reason);
        };
        signal?.addEventListener('abort', leave, { once: true });
        waiters.push(waiter);
        serve().catch((error: unknown) => {
          for (const waiting of waiters.splice(0)) waiting.refuse(error);
        });
      });
    },
    pause(ms) {
      if (!(ms > 0)) return;
      pauseAsked = Math.max(pauseAsked, clock.now() + Math.min(ms, longestPauseMs));
      if (state === undefined) return;
      refill(state, clock.now(), pauseAsked);
      saveQuietly(store, state);
    },
  };
}

function refill(bucket: LimiterState, now: number, pauseAsked: number): void {
  // A clock that was set back gives nothing and takes nothing.
  const elapsedMs = Math.max(0, now - bucket.updatedAt);
  bucket.tokens = Math.min(bucketSize, bucket.tokens + (elapsedMs / 1000) * refillPerSecond);
  bucket.updatedAt = now;
  bucket.pausedUntil = Math.min(Math.max(bucket.pausedUntil, pauseAsked), now + longestPauseMs);
}

/** ms until one more request is no more than `mostPerSecond` in the second that ends with it. */
function untilSecondHasRoom({ recent, updatedAt }: LimiterState): number {
  const within = recent.filter((at) => at <= updatedAt && at > updatedAt - 1_000);
  return within.length < mostPerSecond ? 0 : (within[0] ?? 0) + 1_000 - updatedAt;
}

function refuseTheImpatient(waiters: Waiter[], pauseMs: number): void {
  for (const waiter of waiters.filter(({ maxWaitMs }) => pauseMs > maxWaitMs)) {
    waiters.splice(waiters.indexOf(waiter), 1);
    waiter.refuse(
      new GrinfiError('busy', 'Grinfi asked us to slow down.', { retryAfterMs: Math.ceil(pauseMs) }),
    );
  }
}

async function loadState(store: LimiterStore, now: number): Promise<LimiterState> {
  const fresh = { tokens: bucketSize, updatedAt: now, pausedUntil: 0, recent: [] };
  const stored = await store.load().catch(() => undefined);
  if (stored === undefined) return fresh;
  const isSound = [stored.tokens, stored.updatedAt, stored.pausedUntil].every(Number.isFinite);
  if (!isSound) return fresh;
  const tokens = Math.min(Math.max(stored.tokens, 0), bucketSize);
  return { ...stored, tokens, recent: stored.recent ?? [] };
}

/** A full storage must not stop the work; the limit then holds for this life of the worker alone. */
function saveQuietly(store: LimiterStore, state: LimiterState): void {
  store.save({ ...state }).catch(() => undefined);
}
