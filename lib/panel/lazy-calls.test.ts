import { expect, it, vi } from 'vitest';
import { lazyCalls } from './lazy-calls.ts';

const made = () => ({
  add: async (one: number, other: number) => one + other,
  refuse: () => Promise.reject(new Error('no')),
});

it('does what the loaded calls do, and loads nothing before', async () => {
  const load = vi.fn(async () => made());
  const calls = lazyCalls(load);
  expect(load).not.toHaveBeenCalled();
  expect(await calls.add(1, 2)).toBe(3);
  await expect(calls.refuse()).rejects.toThrow('no');
});

it('tries again to load what could not be loaded', async () => {
  const load = vi.fn(async () => made()).mockRejectedValueOnce(new Error('gone'));
  const calls = lazyCalls(load);
  await expect(calls.add(1, 2)).rejects.toThrow('gone');
  expect(await calls.add(1, 2)).toBe(3);
});
