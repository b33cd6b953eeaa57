import { describe, expect, it } from 'vitest';
import { ApiError } from './errors.ts';
import { applyFilter, bracketFilter, jsonFilter, matchesValue } from './filters.ts';
import { envelope, pageOf, readPage } from './paging.ts';

describe('a filter value', () => {
  it.each([
    ['a scalar is equal', 'ok', 'ok', true],
    ['a scalar differs', 'ok', 'bad', false],
    ['a number as text is equal', 7, '7', true],
    ['an array holds it', 'b', ['a', 'b'], true],
    ['an array lacks it', 'c', ['a', 'b'], false],
    ['is_null on null', null, 'is_null', true],
    ['is_null on a value', 'x', 'is_null', false],
    ['is_null on an empty column of many', [], 'is_null', true],
    ['is_not_null on a value', 'x', 'is_not_null', true],
    ['null is never equal', null, 'x', false],
    ['one of many values is equal', ['t1', 't2'], 't2', true],
    ['one of many values is in the array', ['t1', 't2'], ['t9', 't1'], true],
    ['>= on the same moment written otherwise', '2026-04-01T00:00:00.000Z', { '>=': '2026-04-01' }, true],
    ['a range holds it', '2026-04-02', { '>=': '2026-04-01', '<': '2026-04-03' }, true],
    ['a range ends before it', '2026-04-03', { '>=': '2026-04-01', '<': '2026-04-03' }, false],
    ['<> on another', 5, { '<>': 4 }, true],
    ['!= on the same', 5, { '!=': 5 }, false],
    ['= as an operator', 'x', { '=': 'x' }, true],
    ['<= on the same number', 5, { '<=': 5 }, true],
    ['> on the same number', 5, { '>': 5 }, false],
  ])('%s', (_name, column, test, expected) => {
    expect(matchesValue(column, test)).toBe(expected);
  });

  it('answers 500 to an operator that it does not know', () => {
    expect(() => matchesValue(5, { like: 5 })).toThrow(ApiError);
  });
});

describe('a filter in a query', () => {
  it('is read from brackets, with operators and arrays', () => {
    const query = new URLSearchParams([
      ['filter[q]', 'a'],
      ['filter[created_at][>=]', '1'],
      ['filter[created_at][<]', '9'],
      ['filter[s][]', 'x'],
      ['filter[s][]', 'y'],
    ]);
    expect(bracketFilter(query)).toEqual({ q: 'a', created_at: { '>=': '1', '<': '9' }, s: ['x', 'y'] });
  });

  it('loses flat keys', () => {
    expect(bracketFilter(new URLSearchParams('name=a&limit=2'))).toEqual({});
  });

  it('is read from JSON text where that is the form', () => {
    expect(jsonFilter(new URLSearchParams({ filter: '{"object":"lead"}' }))).toEqual({ object: 'lead' });
    expect(() => jsonFilter(new URLSearchParams({ filter: 'lead' }))).toThrow(/JSON/);
  });

  it('answers 500 to a key that does not filter', () => {
    const apply = () => applyFilter([{ a: 1 }], { b: 1 }, ['a'], () => []);
    expect(apply).toThrow(expect.objectContaining({ status: 500 }));
  });
});

describe('a page', () => {
  const rows = ['b', null, 'a', 'c', 'a'].map((name, id) => ({ id, name }));
  const ids = (query: Record<string, unknown>, order: 'asc' | 'desc' = 'asc') =>
    pageOf(rows, readPage(query, order)).data.map((row) => row.id);

  it('keeps the order in which rows came, and turns it round', () => {
    expect(ids({})).toEqual([0, 1, 2, 3, 4]);
    expect(ids({}, 'desc')).toEqual([4, 3, 2, 1, 0]);
  });

  it('is sorted by a field and cut', () => {
    expect(ids({ order_field: 'name' })).toEqual([2, 4, 0, 3, 1]);
    expect(ids({ order_field: 'name', limit: '2', offset: '1' })).toEqual([4, 0]);
  });

  it('says what is left', () => {
    expect(pageOf(rows, readPage({ limit: 3 }, 'asc'))).toMatchObject({ total: 5, has_more: true });
    expect(pageOf(rows, readPage({ limit: 3, offset: 3 }, 'asc'))).toMatchObject({
      total: 5,
      has_more: false,
    });
  });

  it('is never larger than the server allows', () => {
    expect(readPage({ limit: 5_000 }, 'asc').limit).toBe(100);
    expect(readPage({ limit: 5_000 }, 'asc', 2_000).limit).toBe(2_000);
  });

  it.each([{ limit: 'x' }, { limit: 0 }, { offset: -1 }, { order_type: 'up' }])('refuses %o', (query) => {
    expect(() => readPage(query, 'asc')).toThrow(ApiError);
  });

  it('wears the envelope of its call', () => {
    const page = pageOf(rows, readPage({ limit: 1 }, 'asc'));
    expect(Object.keys(envelope(page, 'data'))).toEqual(['data']);
    expect(Object.keys(envelope(page, 'counted'))).toEqual(['data', 'limit', 'offset', 'total']);
    expect(Object.keys(envelope(page, 'full'))).toEqual(['data', 'limit', 'offset', 'total', 'has_more']);
  });
});
