import type { EducationEntry, ExperienceEntry, PeopleList, ReadField, Reading } from '../../lib/records.ts';

/** A reading with its fields under the names that the truth files use. */

export type ReadFields = Partial<Record<string, ReadField>>;

export interface ReadRow {
  fields: ReadFields;
  anonymous: boolean;
}

/** What was read, whatever the outcome; empty for a page that was refused. */
export interface ReadContent {
  fields: ReadFields;
  experience?: ExperienceEntry[] | undefined;
  educations?: EducationEntry[] | undefined;
  rows: ReadRow[];
  /** The company above a list of its people. */
  company: ReadFields;
}

export function contentOf(reading: Reading): ReadContent {
  const content: ReadContent = { fields: {}, rows: [], company: {} };
  if (reading.outcome === 'list') {
    content.rows = reading.list.rows.map(rowOf);
    content.company = reading.list.company?.fields ?? {};
  }
  if (reading.outcome !== 'record') return content;
  content.fields = reading.record.fields;
  if (reading.record.kind === 'company') return content;
  content.experience = reading.record.experience;
  content.educations = reading.record.educations;
  return content;
}

/** In rows the truth calls a person's full name `name`. */
function rowOf(row: PeopleList['rows'][number]): ReadRow {
  const { fullName, ...rest } = row.fields;
  return { fields: fullName ? { name: fullName, ...rest } : rest, anonymous: row.anonymous };
}
