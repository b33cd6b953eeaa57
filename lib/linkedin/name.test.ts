import { describe, expect, it } from 'vitest';
import { cleanName, plainName, splitName } from './name.ts';

const split = (name: string) => {
  const found = splitName(name);
  return found && [found.firstName, found.lastName, found.certain];
};

describe('names', () => {
  it('are split where two words are left, whatever stands around them', () => {
    expect(split('Ada Example')).toEqual(['Ada', 'Example', true]);
    expect(split('Dr. Ada Example, MBA 🚀')).toEqual(['Ada', 'Example', true]);
    expect(split('🌍 Ada "Addie" Example PhD')).toEqual(['Ada', 'Example', true]);
    expect(split('Ada 🌸 Example')).toEqual(['Ada', 'Example', true]);
    expect(split('Example | Ada')).toEqual(['Example', 'Ada', true]);
    expect(split('Ольга Верещак')).toEqual(['Ольга', 'Верещак', true]);
  });

  it('end where a call follows a picture', () => {
    expect(split("Ada Example ⭐I'm Hiring⭐")).toEqual(['Ada', 'Example', true]);
    expect(split('Ada Example 🚀 Growth nerd')).toEqual(['Ada', 'Example', true]);
    expect(split('Ada Example ★ Hiring ★')).toEqual(['Ada', 'Example', true]);
    expect(split('Dr. Ada 🌸 Example')).toEqual(['Ada', 'Example', true]);
    expect(split('Ada Example | Recruiter at Acme')).toEqual(['Ada', 'Example', true]);
  });

  it('are in doubt where the word behind the picture may be the family name', () => {
    expect(split('Ada Mary 🌸 Example')).toEqual(['Ada', 'Mary', false]);
  });

  it('keep a particle with the family name, and leave three plain words in doubt', () => {
    expect(split('Jan van der Berg')).toEqual(['Jan', 'van der Berg', true]);
    expect(split('Ada Mary Example')).toEqual(['Ada', 'Mary Example', false]);
    expect(split('Ada E.')).toEqual(['Ada', 'E.', false]);
    expect(split('Ada Example Jr.')).toEqual(['Ada', 'Example Jr.', true]);
  });

  it('stay whole in scripts with an order of their own, and where one word is left', () => {
    expect(split('佐藤 結衣')).toBeUndefined();
    expect(split('ليلى المنصوري')).toBeUndefined();
    expect(split('Ada')).toBeUndefined();
    expect(split('⭐⭐')).toBeUndefined();
    expect(plainName('⭐⭐')).toBe('');
  });

  it('lose pronouns and nothing else when shown whole', () => {
    expect(cleanName(' Ada  Example (she/her) ')).toBe('Ada Example');
    expect(cleanName('Ada Example ⭐')).toBe('Ada Example ⭐');
  });
});
