export interface Day<T> {
  /** ms since 1970, in the middle of the day in UTC, so that days lie 24 hours apart; `undefined`: no date */
  at: number | undefined;
  items: T[];
}

/** The days on which things happened, in the user's time zone and in the order of the first of each. */
export function byDay<T>(items: readonly T[], timeOf: (item: T) => number): Day<T>[] {
  const days = new Map<number | undefined, Day<T>>();
  for (const item of items) {
    const at = dayOf(timeOf(item));
    const day = days.get(at) ?? { at, items: [] };
    day.items.push(item);
    days.set(at, day);
  }
  return [...days.values()];
}

/** The day of a time, as in `Day.at`. */
export function dayOf(time: number): number | undefined {
  if (Number.isNaN(time)) return undefined;
  const local = new Date(time);
  return Date.UTC(local.getFullYear(), local.getMonth(), local.getDate(), 12);
}
