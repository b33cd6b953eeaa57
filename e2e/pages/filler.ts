import { Seeded } from './seeded.ts';

/** Everyone and everything around the subject of a page: people, posts, long texts. Invented and seeded. */

export interface Stranger {
  name: string;
  handle: string;
  memberId: string;
  headline: string;
  degree: 1 | 2 | 3;
}

const firstNames = [
  ...['Aveline', 'Bodil', 'Casimir', 'Dunya', 'Eskil', 'Fenella', 'Gwilym', 'Hettie', 'Isandro', 'Jorunn'],
  ...['Kelda', 'Leontyne', 'Moritz', 'Nadezda', 'Oluchi', 'Perrin', 'Quilla', 'Rasheed', 'Sunniva', 'Tadeo'],
] as [string, ...string[]];
const lastNames = [
  ...['Abramczyk-Hill', 'Bellweather', 'Cloudsley', 'Drosselmeyer', 'Eastmarch', 'Fjeldgaard', 'Grimbleby'],
  ...['Hartunian', 'Ivorydale', 'Jessamy', 'Kirkebride', 'Loxenholt', 'Mbasogo', 'Nettlefold', 'Ombredane'],
  ...['Pettersbridge', 'Quillfeather', 'Ravnsborg', 'Saltonstone', 'Thistlewood'],
] as [string, ...string[]];
const jobs = [
  'Planner',
  'Bookkeeper',
  'Surveyor',
  'Baker',
  'Nurse',
  'Archivist',
  'Machinist',
  'Translator',
] as [string, ...string[]];
const places = [
  'Anchor & Sons',
  'Fennimore Mills',
  'Grey Gull Ferries',
  'Ostmark Tramways',
  'Hollow Oak Bank',
] as [string, ...string[]];

/** People who have nothing to do with the subject; the same seed gives the same people. */
export function strangers(seed: string, count: number): Stranger[] {
  const chance = new Seeded(`strangers of ${seed}`);
  return Array.from({ length: count }, () => {
    const first = chance.pick(firstNames);
    const last = chance.pick(lastNames);
    const handle = `${first}-${last}-${chance.hex(6)}`.toLowerCase();
    return {
      name: `${first} ${last}`,
      handle,
      memberId: String(100_000_000 + chance.below(800_000_000)),
      headline: `${chance.pick(jobs)} at ${chance.pick(places)}`,
      degree: chance.pick([1, 2, 3]),
    };
  });
}

const openings = [
  'Nobody tells you this about harbours:',
  'A short list of things I got wrong this year.',
  'We are hiring, and the coffee is better than it sounds.',
  'Three lessons from a very late train.',
  'I asked twelve customers the same question.',
] as [string, ...string[]];
const middles = [
  'The plan is never the problem, the handover is.',
  'If two people own a task, neither does.',
  'Write the minutes before the meeting and see what is left to say.',
  'The spreadsheet was right; we had opened last week’s.',
  'Ask the night shift first.',
  'Good tools are quiet.',
] as [string, ...string[]];

export interface Post {
  text: string;
  reactions: number;
  comments: number;
}

export function posts(seed: string, count: number): Post[] {
  const chance = new Seeded(`posts of ${seed}`);
  return Array.from({ length: count }, () => ({
    text: [chance.pick(openings), chance.pick(middles), chance.pick(middles), chance.pick(middles)].join(' '),
    reactions: 3 + chance.below(900),
    comments: chance.below(80),
  }));
}
