import type {
  EducationEntry,
  ExperienceEntry,
  LanguageEntry,
  Layer,
  Layout,
  Mark,
  Notice,
  PersonFieldName,
} from '../records.ts';
import { type PersonAddress, personUrl } from './address.ts';
import type { FieldBuilder } from './fields.ts';
import type { Seen, TabReading } from './seen.ts';
import { cleanName } from './shown-name.ts';

export type PersonFields = FieldBuilder<PersonFieldName>;

/** The page did not (yet) show that it is about the person in the address. */
export function notReady(...missing: string[]): TabReading {
  return { outcome: 'notReady', page: 'profile', missing };
}

/** Puts the name as it is shown; `complete.ts` takes it apart. */
export function putName(fields: PersonFields, shown: string, from: Layer): void {
  fields.put('fullName', cleanName(shown), from);
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
  languages?: LanguageEntry[] | undefined;
  marks?: Mark[] | undefined;
  seen?: Seen | undefined;
}

/** Puts the ids and makes the record. */
export function personReading(parts: PersonParts): TabReading {
  const { address, fields, experience, educations, layout, languages, marks, notices, seen } = parts;
  // The page writes the handle as LinkedIn has it, the address as somebody typed it.
  fields.put('handle', parts.handle ?? address.handle, address.handle ? 'address' : 'link');
  fields.put('lnId', parts.lnId, 'link');
  fields.put('lnId', address.lnId, 'address');
  fields.put('snId', address.snId, 'address');
  const key = fields.value('handle') ?? fields.value('lnId') ?? fields.value('snId');
  if (!key) return notReady('handle');
  const blank = [...fields.blank];
  return {
    outcome: 'record',
    record: {
      kind: 'person',
      pageUrl: personUrl(key),
      layout,
      fields: fields.fields,
      ...(experience && { experience }),
      ...(educations && { educations }),
      ...(languages && { languages }),
      ...(marks?.[0] && { marks }),
      notices,
      ...(blank[0] && { blank }),
    },
    ...(seen && { seen }),
  };
}
