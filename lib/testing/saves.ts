import type { CompanySave, PersonSave } from '../save-request.ts';

/** Requests about fictional people, to be varied by a test. */

export function personSave(change: Partial<PersonSave> = {}): PersonSave {
  return {
    kind: 'person',
    pageKey: 'in/ada-example',
    fields: {
      handle: 'ada-example',
      fullName: 'Ada Example',
      firstName: 'Ada',
      lastName: 'Example',
      headline: 'Engines',
      companyName: 'Acme Analytical',
      companyHandle: 'acme-analytical',
    },
    list: { id: 'list-1' },
    tags: [],
    ...change,
  };
}

export function companySave(change: Partial<CompanySave> = {}): CompanySave {
  return {
    kind: 'company',
    pageKey: 'company/acme-analytical',
    fields: { name: 'Acme Analytical', handle: 'acme-analytical', website: 'https://acme.example' },
    tags: [],
    ...change,
  };
}
