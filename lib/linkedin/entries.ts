import type { EducationEntry, ExperienceEntry } from '../records.ts';
import { companyIn } from './address.ts';
import { real } from './fields.ts';
import type { SeenEntry, SeenLine } from './seen.ts';
import { hasDigit } from './text.ts';

/** What a page shows as a span of time, in its own words. */
interface Dates {
  from: string;
  to?: string;
  /** The end is there and holds no digit: "Present", "obecnie", "現在". */
  open: boolean;
}

const year = /\p{Nd}{4}/u;
const range = /\s*[–—~]\s*|\s+-\s+|(?<=\p{Nd}{4})-(?=\S)/u;
const longest = 500;

/** Reads the entries of an experience section; each item is one job, or one company with its roles. */
export function readExperience(items: readonly SeenEntry[]): ExperienceEntry[] {
  return items.flatMap(readItem).filter((entry) => entry.title || entry.company);
}

function readItem({ lines, href, roles: inner = [] }: SeenEntry): ExperienceEntry[] {
  const dated = dateIndex(lines);
  const employer = employerOf(href);
  if (dated > 0) return [entryOf(lines, dated, lines[dated > 1 ? 1 : -1], employer)];
  const roles = inner.flatMap((own) => {
    const index = dateIndex(own);
    return index > 0 ? [entryOf(own, index, lines[0], employer)] : [];
  });
  if (roles.length > 0) return roles;
  const company = lines[1] && !hasDigit(lines[1].text) ? lines[1] : undefined;
  return lines[0] ? [entryOf(lines, -1, company, employer)] : [];
}

function entryOf(
  lines: readonly SeenLine[],
  dated: number,
  company: SeenLine | undefined,
  employer: Pick<ExperienceEntry, 'companyId' | 'companyHandle'>,
): ExperienceEntry {
  const dates = datesOf(lines[dated]?.text ?? '');
  const entry: ExperienceEntry = {};
  const title = real(lines[0]?.text, longest);
  const name = company && real(companyName(company), longest);
  if (title) entry.title = title;
  if (name) Object.assign(entry, { company: name }, employer);
  if (dates) {
    entry.from = dates.from;
    if (dates.to) entry.to = dates.to;
    entry.current = dates.open;
  }
  return entry;
}

/** `Acme · Full-time` and `Acme<span>Full-time</span>` are both Acme. */
function companyName({ text, own }: SeenLine): string {
  const [name = ''] = (own ?? text).split(/\s+·\s+/);
  return name;
}

/** The employer's id or handle, from the first link of the entry; later ones may lead anywhere. */
function employerOf(href: string | undefined): Pick<ExperienceEntry, 'companyId' | 'companyHandle'> {
  const { companyId, handle } = companyIn(href) ?? {};
  if (companyId) return { companyId };
  return handle ? { companyHandle: handle } : {};
}

/** Reads the entries of an education section. */
export function readEducations(items: readonly SeenEntry[]): EducationEntry[] {
  return items.flatMap(({ lines }) => {
    const school = real(lines[0]?.text, longest);
    if (!school) return [];
    const dated = dateIndex(lines);
    const degree = real(degreeLines(lines, dated).join(', '), longest);
    const dates = datesOf(lines[dated]?.text ?? '');
    return [
      {
        school,
        ...(degree && { degree }),
        ...(dates && { from: dates.from, ...(dates.to && { to: dates.to }) }),
      },
    ];
  });
}

/** Degree and field of study stand between the school and the dates; clubs and grades come after them. */
function degreeLines(lines: readonly SeenLine[], dated: number): string[] {
  const before = lines.slice(1, dated > 0 ? dated : 2);
  const beside = before.filter((line) => line.beside);
  // The second is the field of study; a grade has digits.
  if (beside.length > 0)
    return beside.slice(0, 2).flatMap(({ text }, index) => (index > 0 && hasDigit(text) ? [] : [text]));
  // Without dates the second line may be the clubs, which stand behind a label.
  const isDegree = dated > 0 || (lines.length === 2 && !/[:：]/.test(before[0]?.text ?? ''));
  return isDegree ? before.slice(0, 1).map((line) => line.text) : [];
}

/** Which of the first lines is the dates: the last that is a range or has a duration, else a bare year. */
function dateIndex(lines: readonly SeenLine[]): number {
  let plain = -1;
  for (let index = Math.min(lines.length, 5) - 1; index > 0; index--) {
    const text = lines[index]?.text ?? '';
    const dates = datesOf(text);
    if (!dates) continue;
    if (dates.to || /·.*\p{Nd}/u.test(text)) return index;
    plain = index;
  }
  return plain;
}

function datesOf(text: string): Dates | undefined {
  const [span = '', duration] = text.split(/\s*·\s*/);
  const [from = '', to, more] = span.split(range);
  if (!year.test(from) || from.length > 24 || more !== undefined) return undefined;
  if (to === undefined) {
    // A date alone, or with a duration; with more words around the year it is a name.
    const bare =
      /^\P{Nd}{0,14}(?:\p{Nd}{1,2}\P{Nd}{1,4})?\p{Nd}{4}\P{Nd}{0,3}(?:\p{Nd}{1,2}\P{Nd}{0,2})?$/u.test(from);
    return bare && (duration === undefined || hasDigit(duration)) ? { from, open: false } : undefined;
  }
  if (to.length > 24 || (hasDigit(to) && !year.test(to))) return undefined;
  return { from, to, open: !hasDigit(to) };
}
