import { describe, expect, it } from 'vitest';
import { limits, storeLanguages, storeTexts } from './texts.ts';

it('there are texts for the stores in every language of the product', () => {
  expect(storeLanguages()).toEqual(['de', 'en', 'es', 'fr', 'pt_BR', 'ru', 'uk']);
});

describe.each(storeLanguages())('the store texts in %s', (language) => {
  const texts = storeTexts(language);

  it('are of a length that every store takes', () => {
    expect(texts.name.length).toBeLessThanOrEqual(limits.name);
    expect(texts.summary.length).toBeLessThanOrEqual(limits.summary);
    expect(texts.description.length).toBeGreaterThanOrEqual(limits.description.atLeast);
    expect(texts.description.length).toBeLessThanOrEqual(limits.description.atMost);
    expect(texts.singlePurpose.length).toBeLessThanOrEqual(limits.singlePurpose);
    for (const reason of Object.values(texts.permissions))
      expect(reason.length).toBeLessThanOrEqual(limits.permission);
  });

  it('say as many things as in English, and for each permission why', () => {
    const points = (text: string) => text.match(/^• /gm)?.length;
    const english = storeTexts('en');
    expect(points(texts.description)).toBe(points(english.description));
    expect(Object.keys(texts.permissions)).toEqual(Object.keys(english.permissions));
    expect(Object.keys(texts.permissions).length).toBeGreaterThanOrEqual(7);
  });

  it('have nothing left to fill in', () => {
    expect(JSON.stringify(texts)).not.toMatch(/\$\d|\{\w+\}|undefined|TODO/);
  });
});

it('a language without texts is named', () => {
  expect(() => storeTexts('xx')).toThrow(/xx/);
});
