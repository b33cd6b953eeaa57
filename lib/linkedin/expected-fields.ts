import type { Layout, LinkedInRecord, PageKind, PeopleList } from '../records.ts';

/**
 * Which fields a kind of page always has, by layout: one that no reader finds there means that LinkedIn has
 * changed the page. Each entry is a group of which one is enough; the group is reported under its first name.
 * Goes with `hooks.version`. Layouts known from reports alone are left out, since nobody knows what they
 * always have, as are fields that members may hide or leave empty.
 */
export const expectedFields: Readonly<Record<PageKind, Partial<Record<Layout, readonly Group[]>>>> = {
  profile: {
    sdui: [['fullName'], ['headline'], ['location']],
    ember: [['fullName'], ['headline'], ['location']],
    // A public page leaves out what the member does not show to strangers, often the headline.
    guest: [['fullName'], ['location', 'headline']],
    mobile: [['fullName'], ['headline'], ['location']],
  },
  company: {
    ember: [['name'], ['industry', 'followers', 'headquarters']],
    guest: [['name'], ['industry', 'followers', 'headquarters']],
  },
  'people-list': {
    sdui: [['headline']],
    ember: [['headline']],
    'sales-navigator': [['position', 'headline', 'companyName']],
  },
  lead: {},
  account: {},
};
type Group = readonly [string, ...string[]];

/** A list shorter than this says too little: somebody may really have no headline. */
const fewestRows = 4;

export function pageKindOf({ kind, layout }: Pick<LinkedInRecord, 'kind' | 'layout'>): PageKind {
  if (layout === 'sales-navigator') return kind === 'person' ? 'lead' : 'account';
  return kind === 'person' ? 'profile' : 'company';
}

/**
 * The fields that this page should have and the readers did not find. Sub-pages have no top card, so they
 * miss nothing; what the page shows as a dash or stars is blank and not missing.
 */
export function missingFieldsOf(record: LinkedInRecord): string[] {
  if (record.notices.includes('subPage') || record.notices.includes('bestEffort')) return [];
  const known = new Set([...Object.keys(record.fields), ...(record.blank ?? [])]);
  return missing(pageKindOf(record), record.layout, (name) => known.has(name));
}

/** Fields that half of a list's rows or more have not; strangers ("LinkedIn Member") do not count. */
export function missingFieldsOfList({ rows, layout }: PeopleList): string[] {
  const people = rows.filter((row) => !row.anonymous);
  if (people.length < fewestRows) return [];
  return (expectedFields['people-list'][layout] ?? []).flatMap((group) => {
    const lacking = people.filter(({ fields }) => !group.some((name) => Object.hasOwn(fields, name)));
    return lacking.length * 2 >= people.length ? [group[0]] : [];
  });
}

function missing(page: PageKind, layout: Layout, has: (name: string) => boolean): string[] {
  const groups = expectedFields[page][layout] ?? [];
  return groups.flatMap((group) => (group.some(has) ? [] : [group[0]]));
}
