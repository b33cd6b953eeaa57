import type { Sample, SampleTruth } from '../../scripts/accuracy/truth.ts';
import type { Company, Person } from './cast.ts';
import * as companies from './companies.ts';
import { type CompanyOptions, emberCompany } from './company.ts';
import { emberProfile } from './ember.ts';
import { guestProfile } from './guest.ts';
import { guestCompany } from './guest-company.ts';
import { lnIdOf } from './ids.ts';
import { listPages } from './list-pages.ts';
import * as people from './people.ts';
import { emptyEmberShell, emptySduiShell, feedPage, hiddenMember, notFoundPage } from './refusals.ts';
import { sduiProfile } from './sdui.ts';
import type { SduiOptions } from './sdui-part.ts';
import { companyTruth, emberTruth, guestTruth, refusalTruth, sduiTruth } from './truth.ts';
import { wall } from './walls.ts';

/**
 * LinkedIn pages of invented people and companies, one for each layout and turn that the readers meet. Each is
 * made in memory from data, with what it truly shows.
 */
export interface SamplePage extends Sample {
  /** Path on `www.linkedin.com` under which the page is served. */
  path: string;
  html(): string;
}

function page(name: string, truth: SampleTruth, html: () => string): SamplePage {
  return { name, truth, html, path: new URL(truth.url).pathname };
}

function sdui(name: string, person: Person, options: SduiOptions): SamplePage {
  return page(`sdui-${name}`, sduiTruth(person, options), () => sduiProfile(person, options));
}

function ember(name: string, person: Person, headingClass?: string): SamplePage {
  return page(`ember-${name}`, emberTruth(person), () =>
    emberProfile(person, headingClass ? { headingClass } : {}),
  );
}

function guest(name: string, person: Person, host: string, linkedData: boolean): SamplePage {
  const url = `https://${host}.linkedin.com/in/${person.handle}`;
  return page(`guest-${name}`, guestTruth(person, url, linkedData), () =>
    guestProfile(person, { url, linkedData }),
  );
}

function company(name: string, subject: Company, options: CompanyOptions): SamplePage {
  const { similar, language = 'en', tab } = options;
  return page(`company-${name}`, companyTruth(subject, tab, { similar, language }), () =>
    emberCompany(subject, options),
  );
}

const everything: SduiOptions['mounted'] = ['about', 'experience', 'education', 'skills'];
const { brightfjord, brightfjordMarine, marlowick, pellworth, quandelo, tessarine } = companies;
const kettlewrenUrl = `https://www.linkedin.com/company/${tessarine.handle}/`;
const hidden = '604417220';

export const samplePages: SamplePage[] = withOwnAddresses([
  sdui('plain', people.ingrid, { mounted: everything, next: people.tomas }),
  sdui('top-of-page', people.tomas, { mounted: ['about'], nameHeading: 'h1', next: people.priya }),
  sdui('several-jobs', people.priya, { mounted: everything, next: people.ingrid }),
  sdui('freelancer', people.marek, { mounted: [], bareContactLink: true }),
  sdui('keys-as-ids', people.renske, {
    mounted: ['about', 'experience'],
    keyAttribute: 'id',
    build: '0.2.6901',
  }),
  sdui('japanese', people.yui, { mounted: ['about', 'experience'] }),
  sdui('right-to-left', people.layla, { mounted: ['about', 'experience'] }),
  sdui('creator-emoji', people.amara, { mounted: ['about'] }),
  sdui('student', people.oskar, { mounted: everything }),
  sdui('german', people.joerg, { mounted: ['about', 'experience'] }),
  sdui('own', people.viewer, { mounted: ['about', 'experience'], own: true }),
  ember('plain', people.clara),
  ember('french-2025', people.etienne, 'Xq7PzKfWmTbLdRnYvHsCgAeUoJi inline t-24'),
  ember('student', people.oskar),
  ember('freelancer', people.marek),
  ember('several-jobs', people.priya),
  ember('right-to-left', people.layla),
  ember('japanese', people.yui),
  ember('emoji', people.amara),
  guest('plain', people.wanjiru, 'www', false),
  guest('freelancer', people.marek, 'www', false),
  guest('right-to-left', people.layla, 'ae', false),
  guest('japanese', people.yui, 'jp', true),
  guest('emoji', people.amara, 'ca', true),
  guest('linked-data', people.bence, 'de', true),
  company('overview', brightfjord, { tab: 'home', similar: [marlowick, quandelo] }),
  company('about', brightfjord, { tab: 'about', similar: [quandelo, tessarine] }),
  company('overview-large', quandelo, { tab: 'home', similar: [brightfjord, tessarine] }),
  company('about-german', marlowick, { tab: 'about', language: 'de', similar: [brightfjord, quandelo] }),
  company('school', pellworth, { tab: 'about', similar: [brightfjord] }),
  company('showcase', brightfjordMarine, { tab: 'about', similar: [brightfjord, marlowick] }),
  page('company-guest', companyTruth({ ...tessarine, ...guestFacts() }, 'guest'), () =>
    guestCompany({ ...tessarine, ...guestFacts() }, kettlewrenUrl),
  ),
  refusal('wall-authwall', '/authwall', 'wall', 'public', 'wall', (url) => wall('authwall', url)),
  refusal('wall-login', '/uas/login', 'wall', 'public', 'wall', (url) => wall('login', url)),
  refusal('wall-checkpoint', '/checkpoint/challenge/', 'wall', 'public', 'wall', (url) =>
    wall('checkpoint', url),
  ),
  // The wall also comes in place of a profile, under the profile's own address.
  refusal('wall-on-profile', '/in/behind-the-wall/', 'wall', 'public', 'wall', (url) =>
    wall('authwall', url),
  ),
  refusal('not-found', '/404/', 'other', 'ember', 'notFound', notFoundPage),
  refusal('feed', '/feed/', 'other', 'sdui', 'unsupported', feedPage),
  refusal('hidden-member', `/in/${lnIdOf(hidden)}/`, 'other', 'sdui', 'anonymous', () =>
    hiddenMember(hidden),
  ),
  refusal('shell-profile', '/in/still-loading/', 'other', 'sdui', 'notReady', emptySduiShell),
  refusal('shell-company', '/company/still-loading/', 'other', 'ember', 'notReady', emptyEmberShell),
  ...listPages,
]);

/** A person whom two layouts show has one path: a query, which LinkedIn ignores, tells which page is meant. */
function withOwnAddresses(pages: readonly SamplePage[]): SamplePage[] {
  const taken = new Set<string>();
  return pages.map((sample) => {
    const { pathname, search } = new URL(sample.truth.url);
    const address = (pathname.replace(/\/+$/, '') + search).toLowerCase();
    const isTaken = taken.has(address);
    taken.add(address);
    if (!isTaken) return sample;
    return { ...sample, truth: { ...sample.truth, url: `${sample.truth.url}?sample=${sample.name}` } };
  });
}

function guestFacts() {
  return {
    tagline: 'Books about boats.',
    founded: '1988',
    about:
      'Tessarine Press prints logbooks, pilots and the occasional novel, and binds them to survive the bilge.',
    specialties: ['Nautical books', 'Facsimiles'],
  };
}

function refusal(
  name: string,
  path: string,
  kind: string,
  era: string,
  expect: 'wall' | 'notFound' | 'unsupported' | 'anonymous' | 'notReady',
  html: (url: string) => string,
): SamplePage {
  const url = `https://www.linkedin.com${path}`;
  return page(name, refusalTruth(url, kind, era, expect, era !== 'public'), () => html(url));
}

/** @throws if there is no page of this name */
export function samplePage(name: string): SamplePage {
  const found = samplePages.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`There is no sample page "${name}".`);
  return found;
}
