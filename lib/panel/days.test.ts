import { expect, it } from 'vitest';
import { byDay, dayOf } from './days.ts';

const at = (text: string) => new Date(text).getTime();

it('puts what happened on one day together, in the order it came in', () => {
  const times = ['2026-11-23T23:59:59', '2026-11-23T00:00:00', '2026-11-22T12:00:00'].map(at);
  expect(byDay(times, (time) => time).map(({ items }) => items)).toEqual([[times[0], times[1]], [times[2]]]);
});

it('counts whole days where the clocks change', () => {
  const before = dayOf(at('2026-10-24T12:00:00')) ?? 0;
  const after = dayOf(at('2026-10-26T12:00:00')) ?? 0;
  expect(after - before).toBe(2 * 86_400_000);
});

it('keeps what has no date', () => {
  expect(byDay([Number.NaN, Number.NaN], (time) => time)).toEqual([
    { at: undefined, items: [Number.NaN, Number.NaN] },
  ]);
});
