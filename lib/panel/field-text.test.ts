import { beforeEach, describe, expect, it } from 'vitest';
import { useTexts } from '../testing/fake-texts.ts';
import { fieldLabel } from './field-text.ts';
import { sentFields } from './form-fields.ts';

beforeEach(() => useTexts());

describe('the name of a field', () => {
  it.each([...new Set(Object.values(sentFields).flat())])(
    'is in words for %s, which a save may send',
    (name) => {
      expect(fieldLabel(name)).toMatch(/^\p{Lu}[\p{L} -]+$/u);
      expect(fieldLabel(name)).not.toBe(name);
    },
  );

  it('is its own where a newer reader brings one that is not known', () => {
    expect(fieldLabel('shoeSize')).toBe('shoeSize');
  });
});
