import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { id, ids, one, optionalNumber, optionalText, rows } from './reply.ts';

const row = v.object({ uuid: optionalText, name: optionalText });

describe('a row of which nothing is needed', () => {
  test('is taken, but a list in its place is not', () => {
    const reply = v.parse(rows(row), { data: [{}, [], [{ name: 'A' }, { name: 'B' }], 'text', null] });
    expect(reply.rows).toEqual([{}]);
    expect(reply.received).toBe(5);
  });

  test('is no record either where several come', () => {
    expect(v.is(one(row), [])).toBe(false);
    expect(v.is(one(row), [{ name: 'A' }, { name: 'B' }])).toBe(false);
    expect(v.parse(one(row), { data: [{ name: 'A' }] })).toEqual({ name: 'A' });
  });
});

test('ids that are not told are none', () => {
  const record = v.object({ tags: ids });
  for (const reply of [{}, { tags: null }, { tags: undefined }, { tags: 'a' }])
    expect(v.parse(record, reply)).toEqual({ tags: [] });
  expect(v.parse(record, { tags: ['a', { uuid: 'b' }, 3, {}] })).toEqual({ tags: ['a', 'b', '3'] });
});

test('an id is a text or a number, and never blank or without end', () => {
  expect(v.parse(id, 7)).toBe('7');
  expect(v.parse(id, 'a')).toBe('a');
  for (const wrong of ['', ' ', null, {}, Number.POSITIVE_INFINITY, 'x'.repeat(101)])
    expect(v.is(id, wrong)).toBe(false);
});

test('what a page says of itself counts where it is a number', () => {
  const page = (more: object) => v.parse(rows(row), { data: [], ...more });
  expect(page({ total: 40, limit: '20', has_more: true })).toMatchObject({
    total: 40,
    limit: 20,
    hasMore: true,
  });
  const without = { total: undefined, limit: undefined, hasMore: undefined };
  expect(page({ total: null, limit: 'all', has_more: 'yes' })).toMatchObject(without);
  expect(page(JSON.parse('{"total": 1e999}'))).toMatchObject(without);
  expect(v.parse(optionalNumber, Number.NaN)).toBe(undefined);
});
