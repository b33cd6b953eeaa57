import { describe, expect, it } from 'vitest';
import { splitName } from './name.ts';
import { cleanName } from './shown-name.ts';

describe('a name as shown', () => {
  it.each([
    ['Ada Example (She/Her)', 'Ada Example'],
    ['Ada Example (she/her/hers)', 'Ada Example'],
    ['Ada (Byron) Example', 'Ada (Byron) Example'],
    ['Ada Example, PhD 🚀', 'Ada Example, PhD 🚀'],
    [' \u200fمريم الأمين ', 'مريم الأمين'],
  ])('%s → %s', (shown, expected) => {
    expect(cleanName(shown)).toBe(expected);
  });
});

describe('first and last name', () => {
  it.each([
    ['Ada Example', 'Ada', 'Example'],
    ['Ada Example 🚀', 'Ada', 'Example'],
    ['🇬🇧 Ada Example ✔️', 'Ada', 'Example'],
    ['Dr. Ada Example', 'Ada', 'Example'],
    ['Ada Example, MBA, PMP', 'Ada', 'Example'],
    ['Ada Example PhD', 'Ada', 'Example'],
    ['Ada (Countess) Example', 'Ada', 'Example'],
    ['Ada "Enchantress" Example', 'Ada', 'Example'],
    ['Ada Example – we are hiring', 'Ada', 'Example'],
    ["Ada Example ⭐I'm Hiring⭐", 'Ada', 'Example'],
    ['Ada Example 🚀 Growth nerd', 'Ada', 'Example'],
    ['Ada Example | Recruiter at Acme', 'Ada', 'Example'],
    ['Dr. Ada 🌸 Example', 'Ada', 'Example'],
    ['Jan van der Example', 'Jan', 'van der Example'],
    ['Anne-Marie O’Example', 'Anne-Marie', 'O’Example'],
    ['Ada Example Jr.', 'Ada', 'Example Jr.'],
    ['Ada Ma', 'Ada', 'Ma'],
    ['Анна Примерова', 'Анна', 'Примерова'],
  ])('of %s are certain: %s | %s', (name, firstName, lastName) => {
    expect(splitName(name)).toEqual({ firstName, lastName, certain: true });
  });

  it.each(['Ada Maria Example', 'Ada Maria 🌸 Example', 'Ada E.', 'María José García Ejemplo'])(
    'of %s are a guess',
    (name) => {
      expect(splitName(name)?.certain).toBe(false);
    },
  );

  it.each(['Ada', '山田 太郎', '김 예', 'مريم الأمين', '', '🚀'])('of %s are unknown', (name) => {
    expect(splitName(name)).toBeUndefined();
  });
});
