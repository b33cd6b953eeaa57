import type { Maker } from './make.ts';
import { demoOwner, makeKey, type Seed, seedUuid } from './seed.ts';
import type { FakeState, KeyOwner } from './state.ts';

/** Another workspace of the same user, with a key of its own. */
export const secondOwner: KeyOwner = { teamId: 4822, userId: demoOwner.userId };
export const secondKey = makeKey(secondOwner, 'second');

/** Adds the second workspace: lists, tags and stages of its own, under other ids. */
export function seedSecondWorkspace(state: FakeState, make: Maker): void {
  const first = state.teams.get(demoOwner.teamId);
  if (!first) throw new Error('The first workspace comes first.');
  state.keys.set(secondKey, secondOwner);
  state.teams.set(secondOwner.teamId, { ...first, id: secondOwner.teamId, name: 'Saltmarsh Talent' });
  const stages = [
    { object: 'lead', name: 'New', type: 'new', category: 'cold' },
    { object: 'lead', name: 'Shortlisted', type: 'engaging', category: 'engaging' },
    { object: 'company', name: 'New', type: 'new', category: 'cold' },
  ] as const;
  for (const [index, stage] of stages.entries())
    make.stage(secondOwner, { ...stage, uuid: seedUuid(2, 200 + index) });
  make.list(secondOwner, 'Shortlist', seedUuid(3, 200));
  make.tag(secondOwner, 'Speaks Norwegian', '#3b5bdb', seedUuid(4, 200));
}

/** A seed with the second workspace added. */
export const withSecondWorkspace =
  (seed: Seed): Seed =>
  (state, make) => {
    seed(state, make);
    seedSecondWorkspace(state, make);
  };
