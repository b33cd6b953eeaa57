import { formatDateTime, t, textLanguage } from '../i18n.ts';
import type { Schedule, SenderProfile, WorkingHours } from '../outreach.ts';

/** What stands in the way of a sender: switched off, on hold. Empty where it can send. */
export function senderHindrances({ status, heldUntil }: SenderProfile, now: number): string[] {
  const held = Date.parse(heldUntil ?? '');
  return [
    ...(status === 'disabled' ? [t('limitsOff')] : []),
    ...(held > now ? [t('limitsHeld', formatDateTime(held))] : []),
  ];
}

/** What Grinfi tells of a sender's limits: who sets them, and the working hours. */
export function senderLimits({ hasSmartLimits, schedule }: SenderProfile): string[] {
  const limits = hasSmartLimits === undefined ? [] : [t(hasSmartLimits ? 'limitsSmart' : 'limitsOwn')];
  const hours = schedule && hoursText(schedule.hours);
  return hours ? [...limits, t('limitsHours', hours, zoneOf(schedule))] : limits;
}

function zoneOf({ timezone, usesContactTimezone }: Schedule): string {
  return usesContactTimezone ? t('limitsContactZone') : timezone.replaceAll('_', ' ');
}

/** "Mon–Fri 9:00–18:00, Sat 10:00–14:00"; the week starts on Monday. */
function hoursText(hours: readonly WorkingHours[]): string {
  const days = [1, 2, 3, 4, 5, 6, 0].map((weekday) => ({ weekday, text: dayText(hours, weekday) }));
  const runs: { from: number; to: number; text: string }[] = [];
  for (const { weekday, text } of days) {
    const last = runs.at(-1);
    if (last?.text === text) last.to = weekday;
    else runs.push({ from: weekday, to: weekday, text });
  }
  return runs
    .filter(({ text }) => text !== '')
    .map(({ from, to, text }) => `${from === to ? dayName(from) : `${dayName(from)}–${dayName(to)}`} ${text}`)
    .join(', ');
}

function dayText(hours: readonly WorkingHours[], weekday: number): string {
  return hours
    .filter((one) => one.weekday % 7 === weekday && one.fromMinute < one.toMinute)
    .toSorted((one, other) => one.fromMinute - other.fromMinute)
    .map(({ fromMinute, toMinute }) => `${clock(fromMinute)}–${clock(toMinute)}`)
    .join(' + ');
}

/** The first of March 2026 was a Sunday. */
const dayName = (weekday: number) =>
  new Intl.DateTimeFormat(textLanguage(), { weekday: 'short', timeZone: 'UTC' }).format(
    Date.UTC(2026, 2, 1 + weekday),
  );

const clock = (minute: number) =>
  new Intl.DateTimeFormat(textLanguage(), { timeStyle: 'short', timeZone: 'UTC' }).format(minute * 60_000);
