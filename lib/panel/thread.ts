/** What was written, as a messenger shows it: oldest first, by day. */

interface Written {
  id: string;
  at?: string | undefined;
}

export interface ThreadDay<T> {
  /** Start of the day here, ms since 1970; absent for what has no time. */
  day: number | undefined;
  items: T[];
}

/** @param newestFirst as Grinfi gives them; those without a time go last, as they have just been made */
export function byDay<T extends Written>(newestFirst: readonly T[]): ThreadDay<T>[] {
  const days: ThreadDay<T>[] = [];
  for (const item of newestFirst.toReversed().toSorted((one, other) => timeOf(one) - timeOf(other))) {
    const day = dayOf(item.at);
    const last = days.at(-1);
    if (last && last.day === day) last.items.push(item);
    else days.push({ day, items: [item] });
  }
  return days;
}

function timeOf({ at }: Written): number {
  return (at && Date.parse(at)) || Number.POSITIVE_INFINITY;
}

function dayOf(at: string | undefined): number | undefined {
  const time = Date.parse(at ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).setHours(0, 0, 0, 0);
}
