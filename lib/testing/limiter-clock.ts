import { beforeEach, vi } from 'vitest';
import { workerClock } from '../grinfi/limiter.ts';

/** Where a test is not about the rate limit, nobody waits for it: its clock goes ahead by as much. */
beforeEach(() => {
  const { now } = workerClock;
  let aheadMs = 0;
  vi.spyOn(workerClock, 'now').mockImplementation(() => now() + aheadMs);
  vi.spyOn(workerClock, 'sleep').mockImplementation(async (ms) => {
    aheadMs += ms;
  });
});
