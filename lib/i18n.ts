import { browser } from 'wxt/browser';
import type messages from '../public/_locales/en/messages.json';

/**
 * The texts of `public/_locales`, typed by the keys of the English file, and numbers and times in the
 * language of those texts.
 */

type Key = keyof typeof messages;
/** Texts that depend on a number: `saves_one`, `saves_other`, and `_few`, `_many` where a language has them. */
export type PluralKey = Key extends infer K ? (K extends `${infer Base}_other` ? Base : never) : never;
export type TextKey = Exclude<Key, `${PluralKey}_${'one' | 'other'}`>;

type Value = string | number;

/** The text of `key`; `values` go where it says `$1`, `$2`, … */
export function t(key: TextKey, ...values: Value[]): string {
  return message(key, values);
}

/** The form of a text that goes with `count`, which itself is `$1`, written in the user's digits. */
export function plural(key: PluralKey, count: number, ...values: Value[]): string {
  const form = new Intl.PluralRules(textLanguage()).select(count);
  const all = [formatNumber(count), ...values];
  // Not every language file spells every form that Intl knows (Spanish "many" is for millions).
  return message(`${key}_${form}`, all) || message(`${key}_other`, all);
}

/** Language of the texts shown, which is English where the browser's own has no file. */
export function textLanguage(): string {
  return message('languageCode', []) || 'en';
}

/** The browser's regional form (`de-AT`) where it is the same language as the texts, else the texts' own. */
export function formatLanguage(): string {
  const texts = textLanguage();
  const own = browser.i18n.getUILanguage();
  return own.split('-')[0] === texts.split('-')[0] ? own : texts;
}

const rightToLeft: readonly string[] = ['ar', 'dv', 'fa', 'he', 'ps', 'ur', 'yi'];

/** Of the texts, not of the browser: English stays readable in a browser that speaks Hebrew. */
export function textDirection(): 'ltr' | 'rtl' {
  return rightToLeft.includes(textLanguage().split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

export function formatNumber(value: number): string {
  return new Intl.NumberFormat(formatLanguage()).format(value);
}

/** `November 2026` */
export function formatMonth(at: number): string {
  return new Intl.DateTimeFormat(formatLanguage(), { month: 'long', year: 'numeric' }).format(at);
}

/** `23 Nov 2026` */
export function formatDate(at: number): string {
  return new Intl.DateTimeFormat(formatLanguage(), { dateStyle: 'medium' }).format(at);
}

export function formatDateTime(at: number): string {
  return new Intl.DateTimeFormat(formatLanguage(), { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['week', 7 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** `3 days ago`, `in 20 minutes`, `now`. Both times in ms since 1970. */
export function relativeTime(at: number, now: number): string {
  const format = new Intl.RelativeTimeFormat(formatLanguage(), { numeric: 'auto' });
  const seconds = (at - now) / 1_000;
  for (const [unit, size] of units) {
    // Weeks only from the second on: "9 days ago" says more than "last week".
    if (Math.abs(seconds) >= (unit === 'week' ? 2 : 1) * size)
      return format.format(Math.trunc(seconds / size), unit);
  }
  return format.format(0, 'second');
}

function message(key: string, values: Value[]): string {
  const get = browser.i18n.getMessage as (key: string, values: string[]) => string;
  return get(key, values.map(String));
}

/** Gives the document the language and direction of its texts, for screen readers and layout. */
export function applyLanguage(page: Document): void {
  page.documentElement.lang = textLanguage();
  page.documentElement.dir = textDirection();
}
