import { readdirSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { plural, relativeTime, t, textDirection } from './i18n.ts';
import { useTexts } from './testing/fake-texts.ts';

type Texts = Record<string, { message: string }>;
const load = (locale: string) =>
  JSON.parse(readFileSync(`public/_locales/${locale}/messages.json`, 'utf8')) as Texts;
const locales = readdirSync('public/_locales');
const english = load('en');
const placeholders = (text: string) => [...new Set(text.match(/\$\d/g))].sort();
/** Key of a text that depends on a number, without its form. */
const pluralBase = (key: string) => /^(.*)_(?:zero|one|two|few|many|other)$/.exec(key)?.[1];
const pluralBases = new Set(Object.keys(english).flatMap((key) => pluralBase(key) ?? []));
const singles = Object.keys(english).filter((key) => pluralBase(key) === undefined);

describe.each(locales)('texts in %s', (locale) => {
  const texts = load(locale);

  it('are complete and hold nothing unknown', () => {
    const own = Object.keys(texts).filter((key) => pluralBase(key) === undefined);
    expect(own.sort()).toEqual([...singles].sort());
    const bases = new Set(Object.keys(texts).flatMap((key) => pluralBase(key) ?? []));
    expect([...bases].sort()).toEqual([...pluralBases].sort());
  });

  it('have every plural form that small numbers need', () => {
    const rules = new Intl.PluralRules(texts['languageCode']?.message);
    const forms = new Set(Array.from({ length: 200 }, (_, n) => rules.select(n)));
    for (const base of pluralBases)
      for (const form of [...forms, 'other'])
        expect(texts, `${base}_${form}`).toHaveProperty(`${base}_${form}`);
  });

  it('use the same placeholders as English', () => {
    for (const [key, { message }] of Object.entries(texts)) {
      const base = pluralBase(key);
      const model = english[base === undefined ? key : `${base}_other`]?.message ?? '';
      expect(placeholders(message), key).toEqual(placeholders(model));
    }
  });

  it('are not empty, and the store description fits', () => {
    for (const [key, { message }] of Object.entries(texts)) expect(message.trim(), key).not.toBe('');
    expect(texts['extensionDescription']?.message.length).toBeLessThanOrEqual(132);
  });
});

describe('t', () => {
  beforeEach(() => useTexts());

  it('fills in values', () => {
    expect(t('createOption', 'Fair 2026')).toBe('Create “Fair 2026”');
  });

  it('chooses the plural form of the language', () => {
    expect(plural('changes', 1)).toBe('1 change');
    expect(plural('changes', 2)).toBe('2 changes');
  });

  it('writes numbers in the way of the region', () => {
    useTexts('en', 'en-IN');
    expect(plural('outboxWaiting', 123_456)).toBe('1,23,456 waiting');
  });

  it('keeps English forms where the browser speaks a language we have not', () => {
    useTexts('en', 'pl');
    expect(plural('changes', 3)).toBe('3 changes');
  });

  it('has English from left to right, also in a browser whose own language is not', () => {
    useTexts('en', 'ar');
    expect(textDirection()).toBe('ltr');
  });

  it('has the direction of the language that the texts are in', () => {
    Object.assign(fakeBrowser.i18n, { getMessage: (key: string) => (key === 'languageCode' ? 'ar-EG' : '') });
    expect(textDirection()).toBe('rtl');
  });
});

describe('relative time', () => {
  const now = Date.parse('2026-11-23T12:00:00Z');
  beforeEach(() => useTexts());

  it.each([
    [0, 'now'],
    [-5 * 60, '5 minutes ago'],
    [-26 * 3_600, 'yesterday'],
    [-3 * 86_400, '3 days ago'],
    [-9 * 86_400, '9 days ago'],
    [-20 * 86_400, '2 weeks ago'],
    [-400 * 86_400, 'last year'],
    [90, 'in 1 minute'],
  ])('%i seconds from now is %s', (seconds, text) => {
    expect(relativeTime(now + seconds * 1_000, now)).toBe(text);
  });
});
