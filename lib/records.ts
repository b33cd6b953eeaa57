import * as v from 'valibot';

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

const text = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max));
const readField = v.object({ value: text(20_000), from: v.picklist(layers), certain: v.boolean() });
const shortText = v.optional(text(500));

const experienceEntry = v.object({
  title: shortText,
  company: shortText,
  companyHandle: shortText,
  companyId: shortText,
  from: shortText,
  to: shortText,
  current: v.optional(v.boolean()),
});
const languageEntry = v.object({ name: text(100), level: v.optional(text(100)) });
const educationEntry = v.object({ school: shortText, degree: shortText, from: shortText, to: shortText });

/** A list beside the fields: one that is not sound is left out, and does not cost the user the rest. */
const extra = <T extends v.GenericSchema>(entry: T, most: number) =>
  v.fallback(v.optional(v.pipe(v.array(entry), v.maxLength(most))), undefined);

const personFields = v.record(v.picklist(personFieldNames), readField);
const companyFields = v.record(v.picklist(companyFieldNames), readField);
export const linkedInUrl = v.pipe(
  v.string(),
  v.regex(/^https:\/\/([a-z\d-]+\.)*linkedin\.com(:\d{1,5})?([/?#]|$)/i),
);
const fieldNames = v.optional(v.pipe(v.array(text(50)), v.maxLength(30)));
const common = {
  pageUrl: linkedInUrl,
  layout: v.picklist(layouts),
  notices: v.array(v.picklist(notices)),
  blank: fieldNames,
  missing: fieldNames,
  pointed: fieldNames,
};

export const personRecordSchema = v.object({
  ...common,
  kind: v.literal('person'),
  fields: personFields,
  experience: extra(experienceEntry, 200),
  educations: extra(educationEntry, 100),
  languages: extra(languageEntry, 30),
  marks: v.optional(v.pipe(v.array(v.picklist(markNames)), v.maxLength(3))),
});

export const companyRecordSchema = v.object({ ...common, kind: v.literal('company'), fields: companyFields });

export const recordSchema = v.union([personRecordSchema, companyRecordSchema]);

export const peopleListSchema = v.object({
  kind: v.literal('people'),
  pageUrl: linkedInUrl,
  layout: v.picklist(layouts),
  rows: v.pipe(v.array(v.object({ fields: personFields, anonymous: v.boolean() })), v.maxLength(2_500)),
  company: v.optional(companyRecordSchema),
  missing: fieldNames,
});

/** Checks what the reader sent back from the tab. */
export const readingSchema = v.union([
  v.object({ outcome: v.literal('record'), record: recordSchema }),
  v.object({ outcome: v.literal('list'), list: peopleListSchema }),
  v.object({ outcome: v.literal('wall') }),
  v.object({ outcome: v.literal('notFound') }),
  v.object({ outcome: v.literal('anonymous') }),
  v.object({ outcome: v.literal('unsupported') }),
  v.object({
    outcome: v.literal('notReady'),
    page: v.picklist(pageKinds),
    missing: v.pipe(v.array(text(100)), v.maxLength(20)),
  }),
]);
