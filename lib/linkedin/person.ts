import type {
  EducationEntry,
  ExperienceEntry,
  Layer,
  Layout,
  Notice,
  PersonFieldName,
  Reading,
} from '../records.ts';
import { type Address, personUrl } from './address.ts';
import type { FieldBuilder } from './fields.ts';
import { memberIdOf } from './member-id.ts';
import { cleanName, splitName } from './name.ts';

export type PersonFields = FieldBuilder<PersonFieldName>;
export type PersonAddress = Extract<Address, { type: 'person' }>;

/** The page did not (yet) show that it is about the person in the address. */
export function notReady(...missing: string[]): Reading {
  return { outcome: 'notReady', page: 'profile', missing };
}

/** Puts the name; first and last name only where they are known, since a guess would be written as a fact. */
export function putName(fields: PersonFields, shown: string, from: Layer): void {
  const fullName = cleanName(shown);
  fields.put('fullName', fullName, from);
  if (fields.has('firstName') || fields.has('lastName')) return;
  const split = splitName(fullName);
  if (!split?.certain) return;
  fields.put('firstName', split.firstName, 'derived');
  fields.put('lastName', split.lastName, 'derived');
}

export interface PersonParts {
  address: PersonAddress;
  /** Handle and id as the content gives them. */
  handle?: string | undefined;
  lnId?: string | undefined;
  layout: Layout;
  fields: PersonFields;
  experience?: ExperienceEntry[] | undefined;
  educations?: EducationEntry[] | undefined;
  notices: Notice[];
}

/** Puts the ids and makes the record. */
export function personReading(parts: PersonParts): Reading {
  const { address, fields, experience, educations, layout, notices } = parts;
  // The page writes the handle as LinkedIn has it, the address as somebody typed it.
  fields.put('handle', parts.handle ?? address.handle, address.handle ? 'address' : 'link');
  fields.put('lnId', parts.lnId, 'link');
  fields.put('lnId', address.lnId, 'address');
  fields.put('snId', address.snId, 'address');
  const id = fields.value('lnId') ?? fields.value('snId');
  fields.put('memberId', id && memberIdOf(id), 'derived');
  const key = fields.value('handle') ?? id;
  if (!key) return notReady('handle');
  const blank = [...fields.blank];
  return {
    outcome: 'record',
    record: {
      kind: 'person',
      pageUrl: personUrl(key),
      layout,
      fields: fields.fields,
      ...(experience?.length && { experience: bounded(experience, 200) }),
      ...(educations?.length && { educations: bounded(educations, 100) }),
      notices,
      ...(blank[0] && { blank }),
    },
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
