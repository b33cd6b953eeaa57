import type { PersonFieldName, PersonRecord, PersonRow, ReadField, Reading } from '../records.ts';
import { putCurrentJob } from './current-job.ts';
import { readEducations, readExperience } from './entries.ts';
import { createFields, type FieldBuilder } from './fields.ts';
import { memberIdOf } from './member-id.ts';
import { plainName, splitName } from './name.ts';
import type { Seen, TabReading } from './seen.ts';

/** What a script in a tab gave, of a page that it knows. */
export type FoundReading = Exclude<TabReading, { outcome: 'otherScript' }>;
type Fields = FieldBuilder<PersonFieldName>;

/**
 * Works out what needs no page: jobs and schools from their lines, the current one of them, the parts of a name, the
 * member's number in an id. Pure; runs in the worker.
 */
export function complete(found: FoundReading): Reading {
  if (found.outcome === 'list') {
    const { list } = found;
    return { outcome: 'list', list: { ...list, rows: list.rows.map(completeRow) } };
  }
  if (found.outcome !== 'record') return found;
  const { record, seen = {} } = found;
  return record.kind === 'person' ? completePerson(record, seen) : { outcome: 'record', record };
}

function completePerson(record: PersonRecord, seen: Seen): Reading {
  const experience = record.experience ?? readExperience(seen.experience ?? []);
  const educations = record.educations ?? readEducations(seen.educations ?? []);
  // On a page of jobs alone there is nobody without one.
  if (seen.experience && experience.length === 0 && record.notices.includes('subPage'))
    return { outcome: 'notReady', page: 'profile', missing: ['experience'] };
  const fields = createFields<PersonFieldName>({ ...record.fields });
  if (seen.experience || seen.shown) {
    const { shown } = seen;
    const isEmployer = shown?.sure || experience.some(({ company }) => company === shown?.name);
    putCurrentJob(fields, experience, isEmployer ? shown : undefined, 'position');
  }
  putStoredNames(fields, seen);
  putNames(fields);
  putMemberId(fields);
  const { experience: _, educations: __, blank = [], ...rest } = record;
  const allBlank = [...new Set([...blank, ...fields.blank])];
  return {
    outcome: 'record',
    record: {
      ...rest,
      fields: fields.fields,
      ...(experience[0] && { experience: bounded(experience, 200) }),
      ...(educations[0] && { educations: bounded(educations, 100) }),
      ...(allBlank[0] && { blank: allBlank }),
    },
  };
}

/** In a row of a list a guess at the parts of a name is given too, marked as one. */
function completeRow(row: PersonRow): PersonRow {
  if (row.anonymous) return row;
  const fields = createFields<PersonFieldName>({ ...row.fields });
  putMemberId(fields);
  putSplit(fields, fields.fields.fullName, false);
  return { ...row, fields: fields.fields };
}

function putMemberId(fields: Fields): void {
  const id = fields.value('lnId') ?? fields.value('snId');
  fields.put('memberId', id && memberIdOf(id), 'derived');
}

/** First and last name as LinkedIn stores them, if they are those of the name shown. */
function putStoredNames(fields: Fields, { halves }: Seen): void {
  const { firstName, lastName } = halves ?? {};
  const name = fields.value('fullName')?.toLowerCase();
  if (!name || !firstName) return;
  const [first, last] = [firstName.toLowerCase(), lastName?.toLowerCase() ?? ''];
  // Some languages put the family name first.
  const agrees = name.startsWith(first) ? name.includes(last) : name.startsWith(last) && name.endsWith(first);
  if (!agrees) return;
  fields.put('firstName', firstName, 'structured');
  fields.put('lastName', lastName, 'structured');
}

/** First and last name only where they are known, since a guess would be written as a fact. */
function putNames(fields: Fields): void {
  const { firstName, lastName, fullName } = fields.fields;
  if (firstName && lastName) Object.assign(fields.fields, withoutTitles(firstName, lastName));
  if (!firstName && !lastName) putSplit(fields, fullName, true);
}

function putSplit(fields: Fields, name: ReadField | undefined, certainOnly: boolean): void {
  const split = splitName(name?.value ?? '');
  if (!name || !split || (certainOnly && !split.certain)) return;
  const certain = split.certain && name.certain;
  fields.put('firstName', split.firstName, 'derived', certain);
  fields.put('lastName', split.lastName, 'derived', certain);
}

/** The page's own split, where titles, credentials and emojis stand with either half. */
function withoutTitles(first: ReadField, last: ReadField): Partial<Record<PersonFieldName, ReadField>> {
  const plain = plainName(`${first.value} ${last.value}`);
  const plainFirst = plainName(first.value);
  if (!plainFirst || !plain.startsWith(`${plainFirst} `)) return {};
  return {
    firstName: { ...first, value: plainFirst },
    lastName: { ...last, value: plain.slice(plainFirst.length + 1) },
  };
}

/** Within what the receiver of a record takes: so many entries, and no text longer than 500 characters. */
function bounded<T extends object>(entries: readonly T[], most: number): T[] {
  return entries.slice(0, most).map((entry) => {
    const kept = Object.entries(entry).filter(
      ([, value]) => typeof value !== 'string' || value.length <= 500,
    );
    return Object.fromEntries(kept) as T;
  });
}
