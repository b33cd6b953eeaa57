import { accepted, type TrueValue } from './truth.ts';

/** When a value that was read counts as the value of the page. One rule for each sort of field. */

/** Trims, collapses white space, drops direction and zero-width marks and a cut-off mark at the end, normalises to NFC. */
export function tidy(text: string): string {
  return text
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\s*(?:…|\.{3})$/, '');
}

/** Percent-decoded; what cannot be decoded stays. */
export function decoded(handle: string): string {
  try {
    return decodeURIComponent(handle).normalize('NFC');
  } catch {
    return handle;
  }
}

const magnitudes: Record<string, number> = { k: 1e3, m: 1e6, b: 1e9 };

/** Digits only with a trailing `+` kept: `17,457` → `17457`, `3M` → `3000000`, `500+` → `500+`. */
export function countKey(text: string): string {
  const rounded = /^(\d+(?:[.,]\d+)?)\s*([kmb])(\+?)$/i.exec(tidy(text));
  if (rounded?.[1] && rounded[2]) {
    const size = magnitudes[rounded[2].toLowerCase()] ?? 1;
    return String(Math.round(Number(rounded[1].replace(',', '.')) * size)) + rounded[3];
  }
  return text.replace(/\D/g, '') + (/\+\s*$|\+(?=\D*$)/.test(text) ? '+' : '');
}

/** `51-200 employees`, `51–200` → `51-200`; `10,001+` and `10K+` keep their own number. */
export function rangeKey(text: string): string {
  return tidy(text)
    .replace(/[–—]/g, '-')
    .replace(/(\d)[.,\s](?=\d{3}(?!\d))/g, '$1')
    .replace(/[^\dKM+-]/g, '');
}

/** The first digit: `2nd`, `2º`, `2` → `2`. */
function degreeKey(text: string): string {
  return /\d/.exec(text)?.[0] ?? tidy(text);
}

/** Addresses differ by a closing slash and the case of the host alone. */
function addressKey(text: string): string {
  return tidy(text)
    .replace(/^([a-z]+:\/\/[^/]+)/i, (host) => host.toLowerCase())
    .replace(/\/$/, '');
}

const monthLocales = 'en de fr es pt it nl pl sv da nb fi cs ro hu tr uk ru id'.split(' ');
const months = monthNames();

/** Every name of a month in the languages above, without its dot, to its number. */
function monthNames(): Map<string, number> {
  const names = new Map<string, number>();
  for (const locale of monthLocales)
    for (const month of ['short', 'long'] as const)
      for (const day of [undefined, 'numeric'] as const) {
        const format = new Intl.DateTimeFormat(locale, { month, day, timeZone: 'UTC' });
        for (let index = 0; index < 12; index++) {
          const parts = format.formatToParts(new Date(Date.UTC(2020, index, 15)));
          const name = parts.find((part) => part.type === 'month')?.value;
          if (name) names.set(name.toLowerCase().replace(/\./g, ''), index + 1);
        }
      }
  return names;
}

/** `Jul 2021`, `July 2021`, `2021-07`, `2021年7月` → `2021-7`; `2021` → `2021`; text without a year as it is. */
export function dateKey(text: string): string {
  const plain = tidy(text).toLowerCase();
  const year = /\d{4}/.exec(plain)?.[0];
  if (!year) return plain;
  const rest = plain.replace(year, ' ');
  const word = rest.match(/\p{L}+/gu)?.find((part) => months.has(part));
  const month = word ? months.get(word) : /\b0?(\d{1,2})\b|(\d{1,2})月/.exec(rest)?.slice(1).find(Boolean);
  return month ? `${year}-${Number(month)}` : year;
}

type Same = (read: string, truth: string) => boolean;
const byKey =
  (key: (text: string) => string): Same =>
  (read, truth) =>
    key(read) === key(truth);
const sameText = byKey(tidy);

/** A prefix in the truth, the whole text in the reading. */
const startsWith: Same = (read, truth) => tidy(read).startsWith(tidy(truth));

const rules: Record<string, Same> = {
  handle: byKey(decoded),
  companyHandle: byKey(decoded),
  connections: byKey(countKey),
  followers: byKey(countKey),
  memberId: byKey(countKey),
  companyId: byKey(countKey),
  degree: byKey(degreeKey),
  employeesRange: byKey(rangeKey),
  website: byKey(addressKey),
  phone: byKey((text) => text.replace(/[^\d+]/g, '')),
  about: startsWith,
  from: byKey(dateKey),
  to: byKey(dateKey),
};

/** Whether the value read for a field is one of those that the page truly shows. */
export function isRight(field: string, read: string, truth: TrueValue): boolean {
  const same = rules[field] ?? sameText;
  return accepted(truth).some((value) => same(read, value));
}
