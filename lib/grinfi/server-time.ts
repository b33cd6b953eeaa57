/**
 * What time it is at the server, as its answers tell it: this computer's clock may be off by days, and set right
 * in between. Knowing nothing is an answer too.
 */
export interface ServerTime {
  /** An answer that came from the server itself, with its `Date`. */
  note(headers: Headers): void;
  /** ms since 1970, late by at most a second and the way of the last answer; `undefined` where nothing is known. */
  now(): number | undefined;
}

export interface Clocks {
  /** ms since 1970; may be set. */
  wall: () => number;
  /** ms since whenever; never set, but it may stand still while the computer sleeps. */
  steady: () => number;
}

const browserClocks: Clocks = { wall: () => Date.now(), steady: () => performance.now() };

/** Where the clocks have come apart by more since the last answer, one was set or the computer slept. */
const allowedDriftMs = 2_000;

export function createServerTime({ wall, steady }: Clocks = browserClocks): ServerTime {
  let last: { server: number; wall: number; steady: number } | undefined;
  return {
    note(headers) {
      const server = Date.parse(headers.get('date') ?? '');
      if (!Number.isNaN(server)) last = { server, wall: wall(), steady: steady() };
    },
    now() {
      if (last === undefined) return undefined;
      const passed = steady() - last.steady;
      if (Math.abs(wall() - last.wall - passed) > allowedDriftMs) return undefined;
      return last.server + passed;
    },
  };
}
