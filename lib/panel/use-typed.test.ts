// @vitest-environment jsdom
import { act, cleanup, renderHook, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { useStorage } from '../testing/storage.ts';
import { useTyped } from './use-typed.ts';

const empty = { subject: '', text: '' };
const open = () => renderHook(() => useTyped('email:k1', empty));

beforeEach(() => useStorage());
afterEach(cleanup);

it('what was typed a moment before a form is shown anew is in it', async () => {
  const before = open();
  act(() => before.result.current[1]({ subject: 'Boots', text: '' }));
  before.unmount();
  const after = open();
  await waitFor(() => expect(after.result.current[0]).toEqual({ subject: 'Boots', text: '' }));
});

it('what was sent a moment before a form is shown anew does not come back', async () => {
  const before = open();
  act(() => before.result.current[1]({ subject: 'Boots', text: '' }));
  const between = open();
  await waitFor(() => expect(between.result.current[0].subject).toBe('Boots'));
  act(() => before.result.current[1](undefined));
  const after = open();
  await act(async () => {
    await new Promise((settled) => setTimeout(settled));
  });
  expect(after.result.current[0]).toEqual(empty);
});
