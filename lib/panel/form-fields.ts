import type { LinkedInRecord } from '../records.ts';

/**
 * What is sent of a record: what the card shows and the ids that tell the person from a namesake. Numbers of
 * followers and the like stay here, as does what the API has no place for.
 */
export const sentFields = {
  person: [
    'handle',
    'lnId',
    'snId',
    'memberId',
    'fullName',
    'firstName',
    'lastName',
    'headline',
    'position',
    'companyName',
    'companyHandle',
    'companyId',
    'location',
    'about',
    'email',
  ],
  company: [
    'name',
    'handle',
    'companyId',
    'website',
    'domain',
    'industry',
    'employeesRange',
    'headquarters',
    'about',
    'phone',
    'founded',
    'logoUrl',
  ],
} as const;

/** Who it is beyond doubt. */
export const identityFields: ReadonlySet<string> = new Set(['handle', 'lnId', 'snId', 'memberId']);

/** Who or what it is: without these there is nothing to save. */
export const whoFields: Record<LinkedInRecord['kind'], ReadonlySet<string>> = {
  person: new Set([...identityFields, 'fullName', 'firstName', 'lastName']),
  company: new Set(['handle', 'companyId', 'name']),
};

/** Fields that the user chooses by another one: the ids of the employer go with its name. */
export const goesWith: Readonly<Record<string, string>> = {
  companyHandle: 'companyName',
  companyId: 'companyName',
  domain: 'website',
};

/** Fields that a save may send beyond who it is: what minimum-data mode lets the user tick. */
export function extraFields(kind: LinkedInRecord['kind']): string[] {
  return sentFields[kind].filter((name) => !whoFields[kind].has(name) && !(name in goesWith));
}
