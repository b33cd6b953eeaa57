import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lnIdOf, snIdOf } from './fixtures/member-ids.ts';
import { isLnId, isSnId, memberIdOf } from './member-id.ts';

describe('the member number in an id', () => {
  it('is the same in the profile’s and in Sales Navigator’s id', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 32 - 1 }), (member) => {
        expect(memberIdOf(lnIdOf(member))).toBe(String(member));
        expect(memberIdOf(snIdOf(member))).toBe(String(member));
      }),
    );
  });

  it.each([
    ['too short', lnIdOf(7).slice(0, -1)],
    ['too long', `${lnIdOf(7)}A`],
    ['another kind', `ACp${lnIdOf(7).slice(3)}`],
    ['no base64url', lnIdOf(7).replace(/.$/, '!')],
    ['a number that is too large', `ACoAB${lnIdOf(7).slice(5)}`],
    ['no number', lnIdOf(0)],
    ['a handle', 'acoaa-example-of-a-rather-long-handle-x'],
  ])('is refused where the id is %s', (_, id) => {
    expect(memberIdOf(id)).toBeUndefined();
  });

  it('has two kinds, told apart by the third letter', () => {
    expect([isLnId(lnIdOf(7)), isSnId(lnIdOf(7))]).toEqual([true, false]);
    expect([isLnId(snIdOf(7)), isSnId(snIdOf(7))]).toEqual([false, true]);
  });
});
