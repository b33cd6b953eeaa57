import { formatDateTime, relativeTime } from '../../lib/i18n.ts';

/** "3 days ago · 20 Nov 2026, 11:00"; nothing for a time that is none. */
export function When({
  at,
  now,
  isAbsoluteOnly = false,
}: {
  at: string | undefined;
  now: number;
  isAbsoluteOnly?: boolean;
}) {
  const time = Date.parse(at ?? '');
  if (Number.isNaN(time)) return null;
  const absolute = formatDateTime(time);
  return (
    <time class="when" dateTime={at}>
      {isAbsoluteOnly ? absolute : `${relativeTime(time, now)} · ${absolute}`}
    </time>
  );
}
