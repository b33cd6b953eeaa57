import { browser } from 'wxt/browser';

/**
 * Brings the worker back to the outbox after the browser has stopped it. Exists only while something waits,
 * since each ring wakes the worker.
 */
export const drainAlarm = 'drain';

/** The shortest that the browser allows. */
const periodMs = 30_000;

/**
 * Before anything is sent: should the worker be stopped on the way, this is what goes on. It takes the place of one that
 * is set for what is due later; what is due when is stored, and the next drain sets it anew.
 */
export async function ensureDrainAlarm(): Promise<void> {
  await browser.alarms.create(drainAlarm, { periodInMinutes: periodMs / 60_000 });
}

/**
 * Sets the alarm for `nextAt`, or takes it away when nothing waits. An alarm cannot ring within 30 s, so a
 * nearer time is met by a timer; should the worker be stopped before, the alarm is still there.
 */
export function createDrainSchedule(deps: { now: () => number; drain: () => void }) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return async ({ nextAt }: { nextAt?: number | undefined }): Promise<void> => {
    clearTimeout(timer);
    if (nextAt === undefined) {
      await browser.alarms.clear(drainAlarm);
      return;
    }
    const waitMs = nextAt - deps.now();
    if (waitMs < periodMs) timer = setTimeout(deps.drain, Math.max(waitMs, 250));
    await browser.alarms.create(drainAlarm, {
      when: deps.now() + Math.max(waitMs, periodMs),
      periodInMinutes: 1,
    });
  };
}
