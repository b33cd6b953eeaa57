import { beforeEach, expect, it, vi } from 'vitest';
import type { LookUp } from '../crm.ts';
import { Failure } from '../failure.ts';
import type { Output } from '../messages.ts';
import { useTexts } from '../testing/fake-texts.ts';
import { knownContact, person } from '../testing/panel-states.ts';
import { createQuickGuard } from './quick-guard.ts';

beforeEach(() => useTexts());

const warmUp = { id: 'flow-1', name: 'Warm up' };
const nothing: Output<'listEnrolments'> = {
  enrolments: [],
  automations: [{ ...warmUp, status: 'on' }],
  cautions: [],
};

function guarding(found: LookUp, told: Output<'listEnrolments'> | Failure) {
  const listEnrolments = vi.fn(async () => {
    if (told instanceof Failure) throw told;
    return told;
  });
  const guard = createQuickGuard({ lookUp: async () => found, listEnrolments, now: () => 0 });
  return { listEnrolments, guard };
}

it('names what speaks against it for somebody whom Grinfi has', async () => {
  const { guard, listEnrolments } = guarding(
    { state: 'known', record: knownContact },
    {
      ...nothing,
      enrolments: [{ automationId: 'flow-1', status: 'in_progress' }],
      cautions: [{ kind: 'blacklisted' }],
    },
  );
  expect(await guard(person, warmUp)).toEqual(['Already in “Warm up”', 'On the blacklist']);
  expect(listEnrolments).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ contactId: knownContact.id }),
  );
});

it('looks for somebody new on the blacklist by what the page says for certain', async () => {
  const { guard, listEnrolments } = guarding({ state: 'new' }, nothing);
  expect(await guard(person, warmUp)).toEqual([]);
  expect(listEnrolments).toHaveBeenCalledExactlyOnceWith({
    contactId: undefined,
    handle: person.fields.handle?.value,
    email: undefined,
  });
});

it.each<[string, LookUp, Output<'listEnrolments'> | Failure]>([
  ['who it is could not be checked', { state: 'unchecked', kind: 'offline', message: '' }, nothing],
  ['Grinfi does not answer', { state: 'new' }, new Failure('server', '')],
])('is unsure where %s', async (_what, found, told) => {
  expect(await guarding(found, told).guard(person, warmUp)).toEqual([
    'Not everything that speaks against it could be checked.',
  ]);
});
