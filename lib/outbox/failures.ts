import type { FailureKind } from '../crm.ts';
import { Failure } from '../failure.ts';

/** What the outbox needs to know of something that went wrong. */
export interface Fault {
  kind: FailureKind;
  message: string;
  /** The field the server named. */
  field?: string | undefined;
  retryAfterMs?: number | undefined;
}

export function faultOf(error: unknown): Fault {
  if (!(error instanceof Failure))
    return { kind: 'internal', message: error instanceof Error ? error.message : String(error) };
  const { field, retryAfterMs } = error as { field?: unknown; retryAfterMs?: unknown };
  return {
    kind: error.kind,
    message: error.message,
    ...(typeof field === 'string' && { field }),
    ...(typeof retryAfterMs === 'number' && { retryAfterMs }),
  };
}

/**
 * True for what nobody has foreseen, such as an interface of the browser that fails while the worker is stopped.
 * It may well pass, so it is tried again a few times before the user is asked.
 */
export const isUnforeseen = (error: unknown): boolean =>
  !(error instanceof Failure) || (error.kind === 'internal' && error.cause !== undefined);

/** So often in a row is what nobody has foreseen tried again. */
export const unforeseenTries = 3;

const passing: ReadonlySet<FailureKind> = new Set(['offline', 'timeout', 'busy', 'server', 'malformed']);

/** True for what may go away by itself, so that trying again later is worth it. */
export const isPassing = (kind: FailureKind): boolean => passing.has(kind);

/** True for what would meet every other entry as well: trying them now only costs requests. */
export const stopsAll = (kind: FailureKind): boolean =>
  kind === 'auth' || kind === 'offline' || kind === 'busy';

const firstDelayMs = 2_000;
export const longestDelayMs = 15 * 60_000;
/** A server may ask for more patience than ours, but not for ever. */
const longestRetryAfterMs = 60 * 60_000;

/**
 * How long to wait before try number `tries + 1`: doubles from 2 s to 15 min, of which a random share of up
 * to half is taken off, so that many browsers do not come back in the same second.
 */
export function backoffMs(tries: number, random: () => number, retryAfterMs = 0): number {
  const delay = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(tries - 1, 20));
  const jittered = delay * (1 - random() / 2);
  return Math.round(Math.max(jittered, Math.min(retryAfterMs, longestRetryAfterMs)));
}

/** A time further off than any wait of ours was written under a clock that has since been set back. */
export function isDue(retryAt: number | undefined, now: number): boolean {
  return retryAt === undefined || retryAt <= now || retryAt - now > longestRetryAfterMs;
}
