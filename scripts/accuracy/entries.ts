import type { EducationEntry, ExperienceEntry } from '../../lib/records.ts';
import { isRight, tidy } from './compare.ts';
import type { Finding } from './score.ts';
import { accepted, type TrueEducation, type TrueEntry, type TrueValue } from './truth.ts';

/** A job or a school, as the truth has it or as it was read. */
export type Entry = TrueEntry | TrueEducation | ExperienceEntry | EducationEntry;

export type EntryFinding = Omit<Finding, 'field'>;

/**
 * Brings each true entry together with the read one that agrees most. One finding an entry: wrong if any
 * part differs, missed if the entry or a part of it is not there.
 */
export function pairEntries(truth: Entry[], read: Entry[]): { pairs: EntryFinding[]; extra: Entry[] } {
  const free = new Set(read);
  const pairs = new Map<number, Entry>();
  // The best pairs first, so that a missing entry does not shift all that follow.
  const candidates = truth
    .flatMap((entry, index) =>
      read.map((other, place) => ({
        index,
        other,
        likeness: likeness(entry, other),
        gap: Math.abs(index - place),
      })),
    )
    .filter((candidate) => candidate.likeness > 0)
    .sort((a, b) => b.likeness - a.likeness || a.gap - b.gap);
  for (const { index, other } of candidates) {
    if (pairs.has(index) || !free.has(other)) continue;
    pairs.set(index, other);
    free.delete(other);
  }
  return { pairs: truth.map((entry, index) => judge(entry, pairs.get(index))), extra: [...free] };
}

const partNames = ['title', 'company', 'from', 'to', 'school', 'degree'] as const;
type Parts = Partial<Record<(typeof partNames)[number], TrueValue>>;
type ReadParts = Partial<Record<(typeof partNames)[number], string>> & { current?: boolean | undefined };

function likeness(truth: Entry, read: Entry): number {
  const wanted = truth as Parts;
  return partNames.filter(
    (name) => wanted[name] !== undefined && partVerdict(name, wanted[name], read) === 'right',
  ).length;
}

function judge(truth: Entry, read: Entry | undefined): EntryFinding {
  const expected = line(truth);
  if (!read) return { verdict: 'missed', expected };
  const wanted = truth as Parts;
  const given = read as ReadParts;
  const verdicts = partNames.map((name) =>
    wanted[name] === undefined
      ? given[name] && !impliesNoEnd(name, wanted)
        ? 'wrong'
        : 'right'
      : partVerdict(name, wanted[name], read),
  );
  const verdict = verdicts.includes('wrong') ? 'wrong' : verdicts.includes('missed') ? 'missed' : 'right';
  return { verdict, expected, read: line(read) };
}

/** A single date (`May 2016`) may be read as both ends, and a truth that leaves parts out asks for no others. */
function impliesNoEnd(name: string, truth: Parts): boolean {
  return name !== 'to' || truth.from === undefined;
}

function partVerdict(name: keyof Parts, truth: TrueValue, read: Entry): 'right' | 'wrong' | 'missed' {
  const given = read as ReadParts;
  const value = given[name];
  // An open end is the same in every language.
  const isOpen = name === 'to' && accepted(truth).every((text) => !/\p{Nd}/u.test(text));
  if (isOpen && given.current === true) return 'right';
  if (value === undefined) return 'missed';
  // `degree` of a school is a text, unlike the degree of a connection.
  const rule = name === 'degree' || name === 'company' ? 'text' : name;
  return isRight(rule, value, truth) ? 'right' : 'wrong';
}

function line(entry: Entry): string {
  const parts = entry as Parts;
  return partNames
    .map((name) => parts[name])
    .filter((part) => part !== undefined)
    .map((part) => accepted(part).map(tidy).join(' | '))
    .join(' · ');
}
