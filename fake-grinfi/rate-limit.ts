const minuteMs = 60_000;

/** Counts calls per key over the last minute; refused calls do not count. */
export class RateLimit {
  readonly #calls = new Map<string, number[]>();
  readonly #now: () => number;
  /** Calls a minute, or `false` for no limit. May be changed at any time. */
  perMinute: number | false;

  constructor(perMinute: number | false, now: () => number) {
    this.perMinute = perMinute;
    this.#now = now;
  }

  /** Counts one call. @returns ms to wait when it is one too many, else 0 */
  take(key: string): number {
    if (this.perMinute === false) return 0;
    const now = this.#now();
    const recent = (this.#calls.get(key) ?? []).filter((at) => at > now - minuteMs);
    this.#calls.set(key, recent);
    if (recent.length >= this.perMinute) return (recent[0] ?? now) + minuteMs - now;
    recent.push(now);
    return 0;
  }

  forget(): void {
    this.#calls.clear();
  }
}

/** The most calls that fell within any one minute; `times` in ms, in order. */
export function busiestMinute(times: number[]): number {
  let most = 0;
  let first = 0;
  for (const [last, at] of times.entries()) {
    while ((times[first] ?? at) <= at - minuteMs) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}
