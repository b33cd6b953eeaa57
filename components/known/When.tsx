import { formatDateTime, relativeTime } from '../../lib/i18n.ts';

/** "3 days ago · 20 Nov 2026, 11:00"; nothing for a time that is none. */
export function When({ at, now }: { at: string | undefined; now: number }) {
  const time = Date.parse(at ?? '');
  if (Number.isNaN(time)) return null;
  return (
    <time class="when" dateTime={at}>
      {`${relativeTime(time, now)} · ${formatDateTime(time)}`}
    </time>
  );
}
