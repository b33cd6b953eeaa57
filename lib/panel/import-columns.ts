import type { RecordObject } from '../crm.ts';
import { fieldLabel } from './field-text.ts';

/**
 * What a column of a file can be imported as: the server's name, ours, and how else files call it.
 * `headers`: in letters and digits alone
 */
interface Target {
  /** The server's name. */
  field: string;
  name: string;
  headers: readonly string[];
}

const contactTargets: readonly Target[] = [
  { field: 'first_name', name: 'firstName', headers: ['givenname', 'vorname', 'prenom'] },
  { field: 'last_name', name: 'lastName', headers: ['surname', 'familyname', 'nachname'] },
  { field: 'name', name: 'fullName', headers: ['fullname', 'contact', 'person'] },
  {
    field: 'linkedin',
    name: 'handle',
    headers: ['linkedinurl', 'linkedinprofile', 'profileurl', 'linkedinprofileurl', 'handle', 'url'],
  },
  { field: 'email', name: 'email', headers: ['mail', 'emailaddress', 'workemail'] },
  { field: 'position', name: 'position', headers: ['title', 'jobtitle', 'role'] },
  { field: 'company_name', name: 'companyName', headers: ['company', 'organization', 'employer', 'firma'] },
  { field: 'domain', name: 'domain', headers: ['companydomain', 'website'] },
  { field: 'headline', name: 'headline', headers: [] },
  { field: 'raw_address', name: 'location', headers: ['address', 'city', 'place'] },
  { field: 'about', name: 'about', headers: ['summary', 'bio'] },
];
const companyTargets: readonly Target[] = [
  { field: 'name', name: 'name', headers: ['company', 'companyname', 'organization', 'firma'] },
  { field: 'domain', name: 'domain', headers: ['companydomain'] },
  { field: 'website', name: 'website', headers: ['url', 'homepage', 'web'] },
  { field: 'linkedin', name: 'handle', headers: ['linkedinurl', 'companylinkedin', 'handle'] },
  { field: 'industry', name: 'industry', headers: ['sector', 'branche'] },
  { field: 'employees_range', name: 'employeesRange', headers: ['employees', 'size', 'headcount'] },
  { field: 'hq_raw_address', name: 'headquarters', headers: ['address', 'location', 'city', 'hq'] },
];

function targetsOf(object: RecordObject): readonly Target[] {
  return object === 'contact' ? contactTargets : companyTargets;
}

/** The choices for a column. */
export function importChoices(object: RecordObject): { id: string; name: string }[] {
  return targetsOf(object).map(({ field, name }) => ({ id: field, name: fieldLabel(name) }));
}

/** What each column seems to be, by its header; each field once. Empty: not to be imported. */
export function guessColumns(header: readonly string[], object: RecordObject): string[] {
  const taken = new Set<string>();
  return header.map((title) => {
    const word = plain(title);
    const found = targetsOf(object).find(
      ({ field, name, headers }) =>
        !taken.has(field) && [plain(field), plain(name), plain(fieldLabel(name)), ...headers].includes(word),
    );
    if (!found || word === '') return '';
    taken.add(found.field);
    return found.field;
  });
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
