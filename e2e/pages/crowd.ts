import type { Person } from './cast.ts';
import { type Stranger, strangers } from './filler.ts';
import * as people from './people.ts';

/** One row of a list of people: a member, or one whom this viewer may not see. */
export interface Listed {
  person: Person;
  /** "LinkedIn Member": headline and place are shown, name and address are not. */
  hidden?: true;
  /** Whom viewer and member both know; named in the row. */
  mutual: Stranger[];
  /** What the search found in the member's jobs, under the row. */
  snippet?: string;
  /** The page shows neither of these in the row. */
  noHeadline?: true;
  noLocation?: true;
}

type Twist = Partial<Omit<Listed, 'person'>>;

function listed(person: Person, twist: Twist = {}): Listed {
  return { person, mutual: [], ...twist };
}

function friends(person: Person, count: number): Stranger[] {
  return strangers(`friends of ${person.handle}`, count);
}

/** A member who is only ever a row. */
function member(
  handle: string,
  memberId: string,
  shownName: string,
  headline: string,
  location: string,
  more: Partial<Person> = {},
): Person {
  const [firstName = '', ...rest] = shownName.split(' ');
  const common = { degree: 2, language: 'en' } as const;
  return {
    handle,
    memberId,
    shownName,
    firstName,
    lastName: rest.join(' '),
    headline,
    location,
    ...common,
    ...more,
  };
}

/** A name with a call set apart by stars, as people write while they look for staff. */
export const hiring = member(
  'tilde-brandvold',
  '318840227',
  'Tilde Brandvold ⭐We Are Hiring⭐',
  'Talent Partner at Brightfjord Systems',
  'Bergen, Norway',
  { lastName: 'Brandvold', alsoNamed: ['Tilde Brandvold'] },
);
/** Numbers where a reader might look for the degree of connection. */
const numbers = member(
  'ambrose-3rd-party',
  '77120443',
  'Ambrose Underhay',
  '3rd-party logistics | 2nd career, 1st love',
  'Paris 9e, Île-de-France',
  { degree: 3 },
);
/** What is shown of a family name to people far away. */
const initial = member('ruta-k-8812', '901277315', 'Rūta K.', 'Harbour pilot', 'Klaipėda, Lithuania', {
  degree: 3,
  unsplitName: true,
});
const hebrew = member(
  'noa-harel-ashdod',
  '455019283',
  'נועה הראל',
  'מנהלת תפעול בנמל אשדוד',
  'אשדוד, ישראל',
  {
    unsplitName: true,
  },
);
const cyrillic = member(
  'olga-vereshchak',
  '288450176',
  'Ольга Верещак',
  'Керівниця відділу логістики',
  'Одеса, Україна',
);
const chinese = member('chen-meiling-port', '640228817', '陳美玲', '高雄港調度主任', '台灣 高雄市', {
  unsplitName: true,
});
const doctor = member(
  'prof-elspeth-quarrington',
  '190073358',
  'Prof. Dr. Elspeth Quarrington, PhD, FRSA',
  'Hydrodynamics — slowly',
  'Pellworth, Ostmark',
  { firstName: 'Elspeth', lastName: 'Quarrington', verified: true },
);
const veryLong = member(
  'wilhelmina-long-name',
  '512666044',
  'Wilhelmina Aurelia Featherstonehaugh-Cholmondeley van der Westhuizen',
  `Chair, trustee, auditor and ${'occasional '.repeat(14)}speaker`.trim(),
  'Llanfairpwllgwyngyll, Wales, United Kingdom',
  { unsplitName: true, photo: false },
);

/** Hidden from this viewer: what the row shows of them is all that the page knows. */
const hidden = member('', '0', 'LinkedIn Member', 'Dredging supervisor', 'Ostmark', { degree: 3 });

/** Every turn that a row may take. */
export const crowd: Listed[] = [
  listed(people.ingrid, { mutual: friends(people.ingrid, 2), snippet: 'VP Sales at Brightfjord Systems' }),
  listed(people.marek),
  listed(people.priya, { mutual: friends(people.priya, 1) }),
  listed(people.oskar),
  listed(hidden, { hidden: true }),
  listed(doctor, { mutual: friends(doctor, 2) }),
  listed(people.amara),
  listed(hiring, { snippet: 'Talent Partner at Brightfjord Systems' }),
  listed(numbers, { mutual: friends(numbers, 1) }),
  listed(initial),
  listed(hebrew),
  listed(cyrillic, { mutual: friends(cyrillic, 2) }),
  listed(chinese),
  listed(veryLong, { mutual: friends(veryLong, 1) }),
  listed(people.clara, { noHeadline: true }),
  listed(people.etienne, {
    noLocation: true,
    snippet: 'Responsable grands comptes chez Brightfjord Systems',
  }),
  listed(people.joerg),
];

/** A list as long as one that somebody scrolled through. */
export function longList(count: number): Listed[] {
  return strangers('a long list', count).map(({ name, handle, memberId, headline, degree }, index) => {
    const person = member(handle, memberId, name, headline, 'Ostmark', { degree });
    return listed(person, index % 3 === 0 ? { mutual: friends(person, 1) } : {});
  });
}

/** Members who read LinkedIn in Arabic see lists of people whose names run either way. */
export const arabicCrowd: Listed[] = [
  listed(people.layla, { mutual: friends(people.layla, 1) }),
  listed(hebrew),
  listed(people.ingrid, { mutual: friends(people.ingrid, 2) }),
  listed(hidden, { hidden: true }),
  listed(people.yui),
];

/** A few members, for the pages of another language. */
export const fewPeople: Listed[] = [
  listed(people.joerg, { mutual: friends(people.joerg, 2) }),
  listed(people.renske),
  listed(hidden, { hidden: true }),
  listed(people.amara),
];
