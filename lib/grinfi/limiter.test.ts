import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { bucketSize, createLimiter, type LimiterState, longestPauseMs, mostPerSecond } from './limiter.ts';

/** Time that passes only when somebody sleeps. */
function fakeClock(startAt = 1_000_000) {
  let now = startAt;
  return {
    now: () => now,
    sleep: async (ms: number) => {
      now += ms;
    },
    set: (at: number) => {
      now = at;
    },
  };
}

/** What is stored is a copy, as in a browser. */
function memory(state?: LimiterState) {
  let stored = state;
  return {
    load: async () => structuredClone(stored),
    save: async (next: LimiterState) => {
      stored = structuredClone(next);
    },
  };
}

function mostWithin(times: readonly number[], windowMs: number): number {
  return Math.max(
    0,
    ...times.map((start) => times.filter((t) => t >= start && t <= start + windowMs).length),
  );
}

describe('limiter', () => {
  it('lets a small burst through at once, then about five a second', async () => {
    const clock = fakeClock();
    const limiter = createLimiter({ store: memory(), clock });
    const startedAt = clock.now();
    const times: number[] = [];
    for (let count = 0; count < 100; count += 1) {
      await limiter.take();
      times.push(clock.now() - startedAt);
    }
    expect(times.filter((time) => time === 0)).toHaveLength(bucketSize);
    expect(times.at(-1)).toBeGreaterThan(18_000);
    expect(times.at(-1)).toBeLessThan(21_000);
  });

  it('never lets more than 300 pass in any minute, across rests, restarts, lost storage and set clocks', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('take' as const), count: fc.integer({ min: 1, max: 400 }) }),
      fc.record({ do: fc.constant('rest' as const), ms: fc.integer({ min: 0, max: 90_000 }) }),
      fc.record({ do: fc.constant('restart' as const) }),
      fc.record({ do: fc.constant('setBack' as const), ms: fc.integer({ min: 1, max: 3_600_000 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const clock = fakeClock();
        const store = memory();
        let limiter = createLimiter({ store, clock });
        // True time, which a clock that is set does not show.
        let skew = 0;
        const times: number[] = [];
        for (const one of steps) {
          if (one.do === 'rest') await clock.sleep(one.ms);
          if (one.do === 'restart') limiter = createLimiter({ store, clock });
          if (one.do === 'setBack') {
            clock.set(clock.now() - one.ms);
            skew += one.ms;
          }
          for (let count = 0; one.do === 'take' && count < one.count; count += 1) {
            await limiter.take();
            times.push(clock.now() + skew);
          }
        }
        return mostWithin(times, 60_000) <= 300;
      }),
      { numRuns: 60 },
    );
  });

  it('never lets more than five pass in any second, also after a rest or a restart', async () => {
    const clock = fakeClock();
    const store = memory();
    const times: number[] = [];
    for (const restMs of [0, 300, 700, 1_000, 5_000, 400]) {
      await clock.sleep(restMs);
      const limiter = createLimiter({ store, clock });
      for (let count = 0; count < 12; count += 1) {
        await limiter.take();
        times.push(clock.now());
      }
    }
    expect(mostWithin(times, 999)).toBe(mostPerSecond);
  });

  it('goes on where it was after the worker was restarted', async () => {
    const clock = fakeClock();
    const store = memory();
    const before = createLimiter({ store, clock });
    for (let count = 0; count < bucketSize; count += 1) await before.take();
    const startedAt = clock.now();
    await createLimiter({ store, clock }).take();
    expect(clock.now()).toBeGreaterThan(startedAt);
  });

  it('lets those who are looking go first, and keeps the order among equals', async () => {
    const clock = fakeClock();
    const limiter = createLimiter({
      store: memory({ tokens: 0, updatedAt: clock.now(), pausedUntil: 0, recent: [] }),
      clock,
    });
    const order: string[] = [];
    const take = async (name: string, priority: 'interactive' | 'background') => {
      await limiter.take({ priority });
      order.push(name);
    };
    await Promise.all([
      take('save 1', 'background'),
      take('save 2', 'background'),
      take('look 1', 'interactive'),
      take('look 2', 'interactive'),
    ]);
    expect(order).toEqual(['look 1', 'look 2', 'save 1', 'save 2']);
  });

  it('makes everyone wait when the server says so, over a restart, and no longer than five minutes', async () => {
    const clock = fakeClock();
    const store = memory();
    const first = createLimiter({ store, clock });
    await first.take();
    first.pause(30_000);
    first.pause(1_000);
    await vi.waitFor(async () => expect((await store.load())?.pausedUntil).toBe(clock.now() + 30_000));
    const startedAt = clock.now();
    const second = createLimiter({ store, clock });
    await second.take();
    expect(clock.now() - startedAt).toBeGreaterThanOrEqual(30_000);
    second.pause(Number.MAX_SAFE_INTEGER);
    const pausedAt = clock.now();
    await second.take();
    expect(clock.now() - pausedAt).toBeLessThanOrEqual(longestPauseMs + 1_000);
  });

  it('does not hold those who cannot wait that long', async () => {
    const clock = fakeClock();
    const limiter = createLimiter({ store: memory(), clock });
    limiter.pause(60_000);
    await expect(limiter.take({ maxWaitMs: 10_000 })).rejects.toMatchObject({
      kind: 'busy',
      retryAfterMs: 60_000,
    });
  });

  it('forgets who left, and gives their place to nobody else', async () => {
    const clock = fakeClock();
    const limiter = createLimiter({
      store: memory({ tokens: 0, updatedAt: clock.now(), pausedUntil: 0, recent: [] }),
      clock,
    });
    const leaving = new AbortController();
    const left = limiter.take({ signal: leaving.signal });
    const stays = limiter.take();
    leaving.abort(new Error('closed'));
    await expect(left).rejects.toThrow('closed');
    await stays;
    await expect(limiter.take({ signal: AbortSignal.abort(new Error('gone')) })).rejects.toThrow('gone');
  });

  it('works on when nothing can be stored, and with what cannot have been stored by us', async () => {
    const fails = {
      load: () => Promise.reject(new Error('full')),
      save: () => Promise.reject(new Error('full')),
    };
    await createLimiter({ store: fails, clock: fakeClock() }).take();
    const odd = memory({ tokens: 1e9, updatedAt: Number.NaN, pausedUntil: 9e15, recent: [] });
    const clock = fakeClock();
    const limiter = createLimiter({ store: odd, clock });
    for (let count = 0; count <= bucketSize; count += 1) await limiter.take();
    expect(clock.now()).toBeGreaterThan(1_000_000);
  });
});
