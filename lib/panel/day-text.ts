import { formatLanguage } from '../i18n.ts';

const dayMs = 86_400_000;

/** "Today", "Yesterday", "Monday, 2 November", "2 November 2025". Both in ms since 1970. */
export function dayText(day: number, now: number): string {
  const language = formatLanguage();
  const days = Math.round((day - new Date(now).setHours(0, 0, 0, 0)) / dayMs);
  if (days === 0 || days === -1) {
    const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day');
    return words.charAt(0).toLocaleUpperCase(language) + words.slice(1);
  }
  const isThisYear = new Date(day).getFullYear() === new Date(now).getFullYear();
  const year = isThisYear ? ({ weekday: 'long' } as const) : ({ year: 'numeric' } as const);
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', ...year }).format(day);
}

/** "14:05"; nothing for a time that is none. */
export function clockText(at: string | undefined): string {
  const time = Date.parse(at ?? '');
  if (Number.isNaN(time)) return '';
  return new Intl.DateTimeFormat(formatLanguage(), { timeStyle: 'short' }).format(time);
}
