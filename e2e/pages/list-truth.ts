import type { SampleTruth, TrueRow } from '../../scripts/accuracy/truth.ts';
import type { Company, Employer, Person } from './cast.ts';
import type { Listed } from './crowd.ts';
import { lnIdOf, snIdOf } from './ids.ts';
import { hiddenName, type ListOptions } from './list-frame.ts';
import { openRoles, otherLeads } from './sales.ts';

/** What the pages of people, and Sales Navigator's, truly show. */

type Truth = SampleTruth['truth'];

/** Leaves out what is not there. */
function present<T extends Record<string, unknown>>(fields: T): Truth {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Truth;
}

/** Which of a row's fields a list shows. */
export interface Columns {
  lnId?: true;
  memberId?: true;
  headline?: true;
  location?: true;
  degree?: true;
  /** Sales Navigator: its own id, and the job in place of the headline. */
  sales?: true;
}

function rowOf(row: Listed, columns: Columns, options: ListOptions): TrueRow {
  const { person, hidden, noHeadline, noLocation } = row;
  const [open] = columns.sales ? openRoles(person) : [];
  const shown = {
    headline: columns.headline && !noHeadline ? person.headline : undefined,
    location: columns.location && !noLocation ? person.location : undefined,
    position: columns.sales ? (open?.role.title ?? person.headline) : undefined,
    companyName: open?.employer.name,
    companyId: open?.employer.company?.id,
  };
  if (hidden)
    return { ...present({ name: hiddenName(options.language), ...shown }), anonymous: true } as TrueRow;
  return present({
    ...shown,
    handle: columns.sales ? undefined : person.handle,
    name: person.alsoNamed ? { anyOf: [person.shownName, ...person.alsoNamed] } : person.shownName,
    lnId: columns.lnId ? lnIdOf(person.memberId) : undefined,
    snId: columns.sales ? snIdOf(person.memberId) : undefined,
    memberId: columns.memberId ? person.memberId : undefined,
    degree: columns.degree && String(person.degree ?? 3),
  }) as TrueRow;
}

export interface ListPage {
  url: string;
  kind: string;
  era: string;
  columns: Columns;
  company?: Company;
}

export function listTruth(page: ListPage, rows: Listed[], options: ListOptions = {}): SampleTruth {
  const { company } = page;
  return {
    url: page.url,
    kind: page.kind,
    era: page.era,
    language: options.language ?? 'en',
    signedIn: true,
    expect: 'list',
    truth: {
      rows: rows.map((row) => rowOf(row, page.columns, options)),
      ...(company && { company: topCardTruth(company) }),
    } as Truth,
    others: rows.flatMap(({ mutual }) =>
      mutual.flatMap(({ name, handle, headline }) => [name, handle, headline]),
    ),
  };
}

function topCardTruth(company: Company): Truth {
  return present({
    name: company.name,
    handle: company.handle,
    companyId: company.id,
    tagline: company.tagline,
    industry: company.industry,
    headquarters: company.headquarters,
    followers: String(company.followers),
    employeesRange: company.employees,
    website: company.website,
  });
}

const entry = ({ name }: Employer, { title, from, to }: { title: string; from: string; to: string }) => ({
  title,
  company: name,
  from,
  to,
});

export function leadTruth(person: Person, options: { data?: true } = {}): SampleTruth {
  const roles = openRoles(person);
  const [open] = roles;
  return {
    url: `https://www.linkedin.com/sales/lead/${snIdOf(person.memberId)},NAME_SEARCH,q4Rt`,
    kind: 'salesnav-lead',
    era: 'salesnav',
    language: person.language,
    signedIn: true,
    expect: 'record',
    truth: present({
      snId: snIdOf(person.memberId),
      handle: options.data ? person.handle : undefined,
      fullName: person.alsoNamed ? { anyOf: [person.shownName, ...person.alsoNamed] } : person.shownName,
      headline: person.headline,
      location: person.location,
      degree: person.degree === undefined ? undefined : String(person.degree),
      aboutStart: person.about?.slice(0, 80),
      position: open?.role.title,
      companyName: open?.employer.name,
      companyId: open?.employer.company?.id,
      experience: person.experience?.length
        ? person.experience.flatMap((employer) => employer.roles.map((role) => entry(employer, role)))
        : undefined,
      educations: person.studies?.map(({ school, degree }) => present({ school: school.name, degree })),
    }),
    unsure: person.unsplitName ? ['firstName', 'lastName'] : [],
    alsoTrue: { memberId: person.memberId },
    others: otherLeads(person.handle).flatMap(({ name, handle, headline, memberId }) => [
      name,
      handle,
      headline,
      snIdOf(memberId),
    ]),
  };
}

export function accountTruth(company: Company, others: Company[], language = 'en'): SampleTruth {
  return {
    url: `https://www.linkedin.com/sales/company/${company.id}`,
    kind: 'salesnav-account',
    era: 'salesnav',
    language,
    signedIn: true,
    expect: 'record',
    truth: present({
      companyId: company.id,
      name: company.name,
      industry: company.industry,
      headquarters: company.headquarters,
      employeesRange: company.employees,
      website: company.website,
      aboutStart: company.about?.slice(0, 80),
    }),
    others: others.flatMap(({ name, id, industry }) => [name, id, industry]),
  };
}
