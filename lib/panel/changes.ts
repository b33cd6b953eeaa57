import type { CrmRecord } from '../crm.ts';
import type { Layer } from '../records.ts';

/** A value that LinkedIn and Grinfi tell differently. `now` is absent where Grinfi has none. */
export interface Change {
  field: string;
  now?: string | undefined;
  next: string;
  from: Layer;
  certain: boolean;
  /** Whether it will be written. */
  ticked: boolean;
}

export interface Comparable {
  value: string;
  from: Layer;
  certain: boolean;
}

const personFields = [
  'firstName',
  'lastName',
  'headline',
  'position',
  'companyName',
  'location',
  'about',
  'email',
];
const companyFields = [
  'name',
  'website',
  'industry',
  'employeesRange',
  'headquarters',
  'phone',
  'founded',
  'about',
];

/**
 * What differs between the page and what Grinfi has, in the order of the card. Pictures are left out: their
 * addresses change with every visit. Ticked from the start: what is certain; an uncertain one waits for the
 * user.
 *
 * @param ticks the user's own choice by field name
 */
export function changesBetween(
  fields: Readonly<Record<string, Comparable | undefined>>,
  known: CrmRecord,
  ticks: Readonly<Record<string, boolean>>,
): Change[] {
  const current: Readonly<Record<string, string | undefined>> = known.fields;
  return comparedFields(fields, known).flatMap((field) => {
    const next = fields[field];
    const now = current[field];
    if (!next?.value || (now !== undefined && isSame(field, now, next.value))) return [];
    const { value, from, certain } = next;
    return [{ field, now, next: value, from, certain, ticked: ticks[field] ?? certain }];
  });
}

function comparedFields(fields: Readonly<Record<string, unknown>>, known: CrmRecord): readonly string[] {
  if (known.object === 'company') return companyFields;
  // First and last name where both sides have them; two spellings of one whole name otherwise.
  const inParts = known.fields.firstName !== undefined && fields['firstName'] !== undefined;
  return inParts ? personFields : ['fullName', ...personFields.slice(2)];
}

/** Whether the contact's employer is another one now: the field that starts a job change. */
export function hasNewEmployer(changes: readonly Change[]): boolean {
  return changes.some((change) => change.field === 'companyName' && change.now !== undefined);
}

/** True where two spellings say the same, so that nobody is asked about a full stop. */
export function isSame(field: string, a: string, b: string): boolean {
  if (field === 'website') return plainAddress(a) === plainAddress(b);
  if (field === 'location' || field === 'headquarters') return isSamePlace(a, b);
  if (field === 'companyName' || field === 'name') return plainCompany(a) === plainCompany(b);
  if (field === 'phone') return a.replace(/\D/g, '') === b.replace(/\D/g, '');
  return plain(a) === plain(b);
}

function plain(value: string): string {
  const spaced = value
    .normalize('NFKC')
    .toLowerCase()
    // Marks that word processors and keyboards swap for one another, and those that only divide.
    .replace(/[\p{P}\p{S}\p{Z}\s]+/gu, ' ')
    .trim();
  // A value of signs alone ("🚀") still differs from another one.
  return spaced || value.normalize('NFKC').trim();
}

/** Legal forms at the end of a name; CRMs write them, LinkedIn pages mostly do not. */
const legalForms =
  /(?: (?:inc|incorporated|llc|llp|ltd|limited|plc|corp|corporation|co|company|gmbh|mbh|ag|se|kg|ohg|ug|sa|sas|sarl|srl|spa|bv|nv|ab|as|asa|oy|oyj|aps|sp z o o|s a|s r l|s p a|b v|n v|l l c|pty|pvt|тов|ооо))+$/u;

function plainCompany(value: string): string {
  const name = plain(value);
  return name.replace(legalForms, '') || name;
}

function plainAddress(value: string): string {
  return value
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/+$/, '');
}

/** "Berlin, Germany" and "Berlin, Berlin, Germany" are one place, told in more or fewer words. */
function isSamePlace(a: string, b: string): boolean {
  const parts = [a, b].map((place) => new Set(place.split(/[,،、]/).map(plain)));
  const [fewer, more] = parts.sort((x, y) => x.size - y.size);
  return fewer !== undefined && more !== undefined && [...fewer].every((part) => more.has(part));
}
