/** Nine o'clock of the user's day that is so many days after `now`; ms since 1970. */
export function morningIn(now: number, days: number): number {
  const time = new Date(now);
  time.setDate(time.getDate() + days);
  return time.setHours(9, 0, 0, 0);
}
