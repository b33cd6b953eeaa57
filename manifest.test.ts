import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chromium, firefox } from './manifest.ts';

/** What the stores refuse, as far as it can be seen in the manifest. Sources: their manifest documentation. */

const languages = readdirSync('public/_locales');
const textsOf = (language: string): Record<string, { message: string }> =>
  JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, 'utf8'));

describe.each(languages)('the manifest in %s', (language) => {
  const texts = textsOf(language);

  it('has a name and a description of a length that every store takes', () => {
    expect(texts['extensionName']?.message.length).toBeLessThanOrEqual(45);
    expect(texts['extensionDescription']?.message.length).toBeLessThanOrEqual(132);
  });

  it('has every text that it names', () => {
    const named = [...JSON.stringify([chromium, firefox]).matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key);
    expect(named.length).toBeGreaterThan(2);
    expect(named.filter((key) => !texts[key ?? '']?.message)).toEqual([]);
  });
});

describe('the manifest for Firefox', () => {
  const gecko = firefox.browser_specific_settings?.gecko;

  it('has an id of its own, which Firefox asks for with version 3', () => {
    expect(gecko?.id).toMatch(/^[\w.-]+@[\w.-]+$/);
  });

  it('says what is sent, in the words that Firefox knows, from the first version that reads them', () => {
    const known = [
      'authenticationInfo',
      'bookmarksInfo',
      'browsingActivity',
      'financialAndPaymentInfo',
      'healthInfo',
      'locationInfo',
      'personalCommunications',
      'personallyIdentifyingInfo',
      'searchTerms',
      'websiteActivity',
      'websiteContent',
    ];
    const { required = [] } = gecko?.data_collection_permissions ?? {};
    expect(required.length).toBeGreaterThan(0);
    expect(required.filter((kind) => !known.includes(kind))).toEqual([]);
    expect(Number.parseFloat(gecko?.strict_min_version ?? '0')).toBeGreaterThanOrEqual(142);
  });

  it('asks for nothing that Firefox does not know', () => {
    expect(firefox.permissions).not.toContain('sidePanel');
    expect(firefox).not.toHaveProperty('minimum_chrome_version');
  });
});

describe.each(Object.entries({ chromium, firefox }))('the manifest for %s', (_, manifest) => {
  it('suggests no more than four keys, each of a modifier and a letter', () => {
    const keys = Object.values(manifest.commands ?? {}).flatMap(
      ({ suggested_key: key }) => (typeof key === 'string' ? key : key?.default) ?? [],
    );
    expect(keys.length).toBeLessThanOrEqual(4);
    for (const key of keys) expect(key).toMatch(/^(Alt|Ctrl)\+(Shift\+)?[A-Z0-9]$/);
  });

  it('has a version that every store takes', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(version).toMatch(/^(0|[1-9]\d{0,8})(\.(0|[1-9]\d{0,8})){0,3}$/);
  });
});
