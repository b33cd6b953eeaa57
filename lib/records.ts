import * as z from 'zod/mini';

/**
 * What a reader takes from a LinkedIn page: fields as text, each with where it was read and whether that
 * is certain. A field that the page does not show is absent; `''`, `0` and placeholders never occur, since
 * they would overwrite what the CRM has.
 *
 * These schemas check what comes back from the tab, so they bound every length: a hostile page must not be
 * able to fill the storage.
 */

/** Where a value was read, from the most to the least durable kind of evidence. `user`: typed by hand. */
export const layers = [
  'address', // the page's own address
  'structured', // JSON-LD, embedded payloads, `profile:` meta
  'link', // an id or address in a link, a card key
  'heading', // a heading, role or landmark
  'position', // position under an anchor
  'title', // the document's title
  'derived', // decoded or split from another field
  'user',
] as const;
export type Layer = (typeof layers)[number];

/** One value with its evidence. `certain: false` is shown marked and not written until confirmed. */
export interface ReadField {
  value: string;
  from: Layer;
  certain: boolean;
}

/** How the page was built; see the layouts in the docs of `lib/linkedin/`. */
export const layouts = ['sdui', 'ember', 'guest', 'mobile', 'sales-navigator'] as const;
export type Layout = (typeof layouts)[number];

export const personFieldNames = [
  'handle', // vanity name in the address, percent-decoded
  'lnId', // `ACoAA…`, 39 characters
  'snId', // `ACwAA…`
  'memberId', // digits
  'fullName', // as shown, without pronouns and badges
  'firstName',
  'lastName',
  'headline',
  'position',
  'companyName',
  'companyHandle',
  'companyId', // digits
  'location',
  'about',
  'photoUrl',
  'connections', // `397` or `500+`
  'followers', // digits
  'degree', // `1`, `2` or `3`
  'email',
  'phone',
  'website',
  'twitter',
] as const;
export type PersonFieldName = (typeof personFieldNames)[number];

export const companyFieldNames = [
  'name',
  'handle',
  'companyId', // digits
  'tagline',
  'website',
  'domain', // of the website, without `www.`
  'industry',
  'employeesRange', // `51-200` or `10001+`, as Grinfi writes it
  'headquarters',
  'about',
  'phone',
  'founded', // four-digit year
  'followers',
  'logoUrl',
] as const;
export type CompanyFieldName = (typeof companyFieldNames)[number];

/** What the user should know of a record besides its fields. */
export const notices = [
  'publicView', // signed-out page: less is shown
  'experienceNotLoaded', // the section mounts when scrolled to
  'ownProfile',
  'subPage', // a details page, where the top card is missing
  'bestEffort', // a layout we know from reports only
  'aboutTabHasMore', // company: the About tab shows more
] as const;
export type Notice = (typeof notices)[number];

/** A job as shown; dates are the page's own words (`Jul 2021`, `obecnie`). */
export interface ExperienceEntry {
  title?: string | undefined;
  company?: string | undefined;
  companyHandle?: string | undefined;
  companyId?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  /** True when the end is open. */
  current?: boolean | undefined;
}

export interface EducationEntry {
  school?: string | undefined;
  degree?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** A language and how well it is spoken, both in the page's own words. */
export interface LanguageEntry {
  name: string;
  level?: string | undefined;
}

/** What LinkedIn marks a member with; shown, and nowhere sent. */
export const markNames = ['verified', 'premium', 'topVoice'] as const;
export type Mark = (typeof markNames)[number];

export interface PersonRecord {
  kind: 'person';
  /** Canonical address: `https://www.linkedin.com/in/<handle>`. */
  pageUrl: string;
  layout: Layout;
  fields: Partial<Record<PersonFieldName, ReadField>>;
  experience?: ExperienceEntry[] | undefined;
  educations?: EducationEntry[] | undefined;
  /** Absent as well where the section was not on the page. */
  languages?: LanguageEntry[] | undefined;
  marks?: Mark[] | undefined;
  notices: Notice[];
  /** Fields in whose place the page shows a dash or stars: not there, yet not unreadable either. */
  blank?: string[] | undefined;
  /** Fields that this kind of page always has and that could not be read: LinkedIn has changed it. */
  missing?: string[] | undefined;
  /** Fields read where the user has pointed at them, since the readers missed them. */
  pointed?: string[] | undefined;
}

export interface CompanyRecord {
  kind: 'company';
  /** Canonical address: `https://www.linkedin.com/company/<handle>`, `/school/…` or `/showcase/…`. */
  pageUrl: string;
  layout: Layout;
  fields: Partial<Record<CompanyFieldName, ReadField>>;
  notices: Notice[];
  /** Fields in whose place the page shows a dash or stars: not there, yet not unreadable either. */
  blank?: string[] | undefined;
  /** Fields that this kind of page always has and that could not be read: LinkedIn has changed it. */
  missing?: string[] | undefined;
  /** Fields read where the user has pointed at them, since the readers missed them. */
  pointed?: string[] | undefined;
}

export type LinkedInRecord = PersonRecord | CompanyRecord;

/** One row of a people list. `anonymous`: a "LinkedIn Member" that cannot be saved. */
export interface PersonRow {
  fields: Partial<Record<PersonFieldName, ReadField>>;
  anonymous: boolean;
}

export interface PeopleList {
  kind: 'people';
  pageUrl: string;
  layout: Layout;
  rows: PersonRow[];
  /** The company whose people these are, on a company's People tab. */
  company?: CompanyRecord | undefined;
  /** Fields that most rows should have and have not. */
  missing?: string[] | undefined;
}

/** What became of an attempt to read a page. */
export type Reading =
  | { outcome: 'record'; record: LinkedInRecord }
  | { outcome: 'list'; list: PeopleList }
  /** LinkedIn asks to sign in, to prove oneself human, or shows its guest home. */
  | { outcome: 'wall' }
  /** The page says that this member or company does not exist. */
  | { outcome: 'notFound' }
  /** "LinkedIn Member": hidden from this viewer, nothing to save. */
  | { outcome: 'anonymous' }
  /** Not a page that we read. */
  | { outcome: 'unsupported' }
  /** The page did not come to agree with its address in time; `missing` names what was waited for. */
  | { outcome: 'notReady'; page: PageKind; missing: string[] };

export const pageKinds = ['profile', 'company', 'people-list', 'lead', 'account'] as const;
export type PageKind = (typeof pageKinds)[number];

const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));
const readField = z.object({ value: text(20_000), from: z.enum(layers), certain: z.boolean() });
const shortText = z.optional(text(500));

const experienceEntry = z.object({
  title: shortText,
  company: shortText,
  companyHandle: shortText,
  companyId: shortText,
  from: shortText,
  to: shortText,
  current: z.optional(z.boolean()),
});
const languageEntry = z.object({ name: text(100), level: z.optional(text(100)) });
const educationEntry = z.object({ school: shortText, degree: shortText, from: shortText, to: shortText });

const personFields = z.partialRecord(z.enum(personFieldNames), readField);
const companyFields = z.partialRecord(z.enum(companyFieldNames), readField);
export const linkedInUrl = z
  .string()
  .check(z.regex(/^https:\/\/([a-z\d-]+\.)*linkedin\.com(:\d{1,5})?([/?#]|$)/i));
const fieldNames = z.optional(z.array(text(50)).check(z.maxLength(30)));
const common = {
  pageUrl: linkedInUrl,
  layout: z.enum(layouts),
  notices: z.array(z.enum(notices)),
  blank: fieldNames,
  missing: fieldNames,
  pointed: fieldNames,
};

export const personRecordSchema = z.object({
  ...common,
  kind: z.literal('person'),
  fields: personFields,
  experience: z.optional(z.array(experienceEntry).check(z.maxLength(200))),
  educations: z.optional(z.array(educationEntry).check(z.maxLength(100))),
  languages: z.optional(z.array(languageEntry).check(z.maxLength(30))),
  marks: z.optional(z.array(z.enum(markNames)).check(z.maxLength(3))),
});

export const companyRecordSchema = z.object({ ...common, kind: z.literal('company'), fields: companyFields });

export const recordSchema = z.union([personRecordSchema, companyRecordSchema]);

export const peopleListSchema = z.object({
  kind: z.literal('people'),
  pageUrl: linkedInUrl,
  layout: z.enum(layouts),
  rows: z.array(z.object({ fields: personFields, anonymous: z.boolean() })).check(z.maxLength(2_500)),
  company: z.optional(companyRecordSchema),
  missing: fieldNames,
});

/** Checks what the reader sent back from the tab. */
export const readingSchema = z.union([
  z.object({ outcome: z.literal('record'), record: recordSchema }),
  z.object({ outcome: z.literal('list'), list: peopleListSchema }),
  z.object({ outcome: z.literal('wall') }),
  z.object({ outcome: z.literal('notFound') }),
  z.object({ outcome: z.literal('anonymous') }),
  z.object({ outcome: z.literal('unsupported') }),
  z.object({
    outcome: z.literal('notReady'),
    page: z.enum(pageKinds),
    missing: z.array(text(100)).check(z.maxLength(20)),
  }),
]);
