import { describe, expect, it } from 'vitest';
import { findOptions, nameOf } from './options-search.ts';

const options = ['Berlin leads', 'Leads', 'Old-leads', 'Zürich', 'Leading firms'].map((name) => ({
  id: name,
  name,
}));
const names = (typed: string) => findOptions(options, typed).options.map((option) => option.name);

describe('search of options', () => {
  it('puts names that begin with the text first, then words, then the rest', () => {
    expect(names('lead')).toEqual(['Leads', 'Leading firms', 'Berlin leads', 'Old-leads']);
  });

  it('ignores case and accents', () => {
    expect(names('ZURICH')).toEqual(['Zürich']);
    expect(findOptions(options, 'zürich').hasExact).toBe(true);
  });

  it('gives a few of very many and says how many are left', () => {
    const many = Array.from({ length: 5_000 }, (_, n) => ({ id: `${n}`, name: `List ${n}` }));
    const found = findOptions(many, 'list');
    expect(found.options).toHaveLength(60);
    expect(found.hidden).toBe(4_940);
  });

  it('shows a choice by its name, and a new one by the name it will get', () => {
    expect(nameOf({ id: 'Leads' }, options)).toBe('Leads');
    expect(nameOf({ name: 'Fresh' }, options)).toBe('Fresh');
    expect(nameOf({ id: 'gone' }, options)).toBe('…');
  });
});
