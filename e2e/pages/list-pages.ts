import type { Person } from './cast.ts';
import * as companies from './companies.ts';
import { arabicCrowd, crowd, fewPeople, type Listed, longList } from './crowd.ts';
import type { SamplePage } from './index.ts';
import { companyPeople, emberSearch } from './list-ember.ts';
import type { ListOptions } from './list-frame.ts';
import { sduiConnections, sduiSearch } from './list-sdui.ts';
import { accountTruth, type ListPage, leadTruth, listTruth } from './list-truth.ts';
import * as people from './people.ts';
import { salesAccount, salesLead, salesSearch } from './sales.ts';

/** Pages that list people, and Sales Navigator's; `filler: false` makes them small. */

type Maker = (rows: Listed[], options: ListOptions) => string;

const home = 'https://www.linkedin.com';
const searchPath = `${home}/search/results/people/`;
const connectionsPath = `${home}/mynetwork/invite-connect/connections/`;
const visible = (rows: Listed[]) => rows.filter(({ hidden }) => !hidden);

/** A page with all that stands around its list, and the same without. */
export interface ListSample extends SamplePage {
  small(): string;
}

function list(
  name: string,
  page: ListPage,
  make: Maker,
  rows: Listed[],
  options: ListOptions = {},
): ListSample {
  return {
    name,
    truth: listTruth(page, rows, options),
    path: new URL(page.url).pathname,
    html: () => make(rows, options),
    small: () => make(rows, { ...options, filler: false }),
  };
}

function search(name: string, era: 'sdui' | 'ember', rows: Listed[], options?: ListOptions): ListSample {
  const ids = era === 'sdui' ? { lnId: true as const } : { lnId: true as const, memberId: true as const };
  const columns = { ...ids, headline: true, location: true, degree: true } as const;
  const page = { url: `${searchPath}?keywords=${name}`, kind: 'people-list', era, columns };
  return list(`search-${name}`, page, era === 'sdui' ? sduiSearch : emberSearch, rows, options);
}

function tab(
  name: string,
  company: (typeof companies)[keyof typeof companies],
  rows: Listed[],
  options?: ListOptions,
): ListSample {
  const columns = { lnId: true, headline: true, degree: true } as const;
  const url = `${home}/${company.space}/${company.handle}/people/`;
  const page = { url, kind: 'people-list', era: 'ember', columns, company };
  return list(`people-of-${name}`, page, (all, more) => companyPeople(company, all, more), rows, options);
}

function connections(name: string, rows: Listed[], options?: ListOptions): ListSample {
  const page = {
    url: `${connectionsPath}?list=${name}`,
    kind: 'people-list',
    era: 'sdui',
    columns: { headline: true } as const,
  };
  return list(`connections-${name}`, page, sduiConnections, rows, options);
}

function salesList(name: string, path: string, rows: Listed[], options?: ListOptions): ListSample {
  const columns = { sales: true, location: true, degree: true } as const;
  const page = { url: `${home}/sales/${path}`, kind: 'salesnav-lead-list', era: 'salesnav', columns };
  return list(`sales-${name}`, page, salesSearch, rows, options);
}

function lead(name: string, person: Person, options: { data?: true } = {}): ListSample {
  const truth = leadTruth(person, options);
  return {
    name: `lead-${name}`,
    truth,
    path: new URL(truth.url).pathname,
    html: () => salesLead(person, options),
    small: () => salesLead(person, { ...options, filler: false }),
  };
}

const { brightfjord, marlowick, pellworth, quandelo, tessarine, hoshimura } = companies;

function account(name: string, company: (typeof companies)[keyof typeof companies]): ListSample {
  const others = [brightfjord, quandelo, tessarine].filter((other) => other !== company);
  const truth = accountTruth(company, others);
  return {
    name: `account-${name}`,
    truth,
    path: new URL(truth.url).pathname,
    html: () => salesAccount(company, others),
    small: () => salesAccount(company, others, { filler: false }),
  };
}

export const listPages: ListSample[] = [
  search('sdui', 'sdui', crowd),
  search('sdui-german', 'sdui', fewPeople, { language: 'de' }),
  search('sdui-arabic', 'sdui', arabicCrowd, { language: 'ar' }),
  search('ember', 'ember', crowd),
  search('ember-french', 'ember', fewPeople, { language: 'fr' }),
  search('ember-arabic', 'ember', arabicCrowd, { language: 'ar' }),
  tab('company', brightfjord, crowd),
  tab('company-german', marlowick, fewPeople, { language: 'de' }),
  tab('school', pellworth, arabicCrowd),
  connections('plain', visible(crowd)),
  connections('long', longList(120)),
  connections('arabic', visible(arabicCrowd), { language: 'ar' }),
  salesList('search', 'search/people', crowd),
  salesList('list-long', 'lists/people/7100381', longList(100)),
  salesList('list-german', 'lists/people/7100382', fewPeople, { language: 'de' }),
  lead('plain', people.ingrid, { data: true }),
  lead('several-jobs', people.priya),
  lead('freelancer', people.marek),
  lead('student', people.oskar),
  lead('right-to-left', people.layla),
  lead('japanese', people.yui),
  lead('german', people.joerg),
  lead('emoji', people.amara),
  account('plain', brightfjord),
  account('large', quandelo),
  account('few-facts', tessarine),
  account('japanese', hoshimura),
];
