import type { Person } from './cast.ts';
import { type Stranger, strangers } from './filler.ts';

/** People beside the subject: in the side column and among the mutual connections. */
export function bystanders(person: Person): { aside: Stranger[]; mutual: [Stranger, Stranger] } {
  const [first, second, ...aside] = strangers(person.handle, 22);
  if (!first || !second) throw new Error('too few strangers');
  return { aside, mutual: [first, second] };
}

/** People whom the viewer has written with. */
export function conversations(person: Person): Stranger[] {
  return strangers(`messages beside ${person.handle}`, 54);
}
