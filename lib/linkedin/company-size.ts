import { asciiDigits, clean } from './text.ts';

/** LinkedIn's sizes, as the CRM writes them; `2-10` was `1-10` on older pages. */
const ranges: readonly [low: number, high: number][] = [
  [0, 1],
  [1, 10],
  [2, 10],
  [11, 50],
  [51, 200],
  [201, 500],
  [501, 1_000],
  [1_001, 5_000],
  [5_001, 10_000],
];
const largest = '10001+';

/** How languages shorten thousands, right behind the number: `1K-5K`, `5 Tsd.`, `10 mil+`. */
const thousand = /^\s?(?:k|tsd|tys|tis|mil|mila|mille|ribu|rb|bin|тыс|тис|хил|χιλ|ألف|千|천)(?!\p{Ll}{3})/iu;
const tenThousand = /^\s?[万萬만]/u;
const number = /\d+(?:[.,'’٬\s]\d{3})*(?!\d)/g;

/**
 * The size of a company in the CRM's form from a text in any language: `10,001+ employees` → `10001+`,
 * `1K-5K employees` → `1001-5000`, `51–200 Beschäftigte` → `51-200`. Undefined for a plain count of people
 * (`44,632 employees on LinkedIn`): the range that a company states may be another.
 */
export function employeesRangeOf(text: string): string | undefined {
  const ascii = asciiDigits(clean(text));
  const [low, high] = [...ascii.matchAll(number)].map((match) => {
    const end = match.index + match[0].length;
    const rest = ascii.slice(end);
    const digits = Number(match[0].replace(/\D/g, ''));
    const factor = thousand.test(rest) ? 1_000 : tenThousand.test(rest) ? 10_000 : 1;
    return { value: digits * factor, rounded: factor > 1, start: match.index, end };
  });
  if (!low) return undefined;
  if (!high || high.start - low.end > 12) {
    const open = low.value === 10_001 || low.value === 10_000;
    return open ? largest : undefined;
  }
  const start = low.rounded ? low.value + 1 : low.value;
  const range = ranges.find(([from, to]) => from === start && to === high.value);
  return range?.join('-');
}

/** The same from the two ends in the page's data; the largest size has no end. */
export function employeesRangeFrom(start: number | undefined, end: number | undefined): string | undefined {
  if (start === undefined) return undefined;
  if (end === undefined) return start > 10_000 ? largest : undefined;
  return start === end ? String(start) : employeesRangeOf(`${start}-${end}`);
}
