import { expect, it, vi } from 'vitest';
import type { LookUp } from '../crm.ts';
import { Failure } from '../failure.ts';
import type { Output } from '../messages.ts';
import { knownContact, person } from '../testing/panel-states.ts';
import { createQuickGuard } from './quick-guard.ts';

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
  const guard = createQuickGuard({ lookUp: async () => found, listEnrolments });
  return { listEnrolments, guard };
}

it('asks about somebody whom Grinfi has by the id', async () => {
  const { guard, listEnrolments } = guarding({ state: 'known', record: knownContact }, nothing);
  expect(await guard(person, warmUp.id)).toBe(true);
  expect(listEnrolments).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ contactId: knownContact.id }),
  );
});

it('looks for somebody new on the blacklist by what the page says for certain', async () => {
  const { guard, listEnrolments } = guarding({ state: 'new' }, nothing);
  expect(await guard(person, warmUp.id)).toBe(true);
  expect(listEnrolments).toHaveBeenCalledExactlyOnceWith({
    contactId: undefined,
    handle: person.fields.handle?.value,
    email: undefined,
  });
});

it.each<[string, LookUp, Output<'listEnrolments'> | Failure]>([
  ['who it is could not be checked', { state: 'unchecked', kind: 'offline', message: '' }, nothing],
  ['Grinfi does not answer', { state: 'new' }, new Failure('server', '')],
  ['they are on the blacklist', { state: 'new' }, { ...nothing, cautions: [{ kind: 'blacklisted' }] }],
  [
    'they are in one already',
    { state: 'known', record: knownContact },
    { ...nothing, enrolments: [{ automationId: 'flow-2', status: 'in_progress' }] },
  ],
  ['it is not switched on', { state: 'new' }, { ...nothing, automations: [{ ...warmUp, status: 'off' }] }],
])('something speaks against it where %s', async (_what, found, told) => {
  expect(await guarding(found, told).guard(person, warmUp.id)).toBe(false);
});
