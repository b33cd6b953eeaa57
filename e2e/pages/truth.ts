import type { SampleTruth } from '../../scripts/accuracy/truth.ts';
import { bystanders, conversations } from './bystanders.ts';
import type { Company, Employer, Person } from './cast.ts';
import { strangers } from './filler.ts';
import { lnIdOf } from './ids.ts';
import { viewer } from './people.ts';
import type { SduiOptions } from './sdui-part.ts';

/** What each sample page truly shows, told from the same data that it is made of. */

type Truth = SampleTruth['truth'];

const common = { signedIn: true, expect: 'record' as const };

/** Leaves out what is not there. */
function present(fields: Record<string, unknown>): Truth {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Truth;
}

function named(person: Person): Truth {
  return present({
    handle: person.handle,
    fullName: person.alsoNamed ? { anyOf: [person.shownName, ...person.alsoNamed] } : person.shownName,
    firstName: person.firstName,
    lastName: person.lastName,
    headline: person.headline,
    location: person.location,
    connections: person.connections,
    followers: person.followers === undefined ? undefined : String(person.followers),
    degree: person.degree === undefined ? undefined : String(person.degree),
  });
}

function experienceOf(employers: Employer[]) {
  return employers.flatMap((employer) =>
    employer.roles.map(({ title, from, to }) => ({ title, company: employer.name, from, to })),
  );
}

function educationsOf(person: Person) {
  return person.studies?.map(({ school, degree }) => present({ school: school.name, degree }));
}

const start = (text: string | undefined) => text?.slice(0, 80);

/** The newest open entry. */
function currentJob(person: Person) {
  const employer = person.experience?.find(({ roles }) => !/\p{Nd}/u.test(roles[0].to));
  return employer && { employer, role: employer.roles[0] };
}

/** Names and ids that stand on the page without being the subject's. */
function othersOf(person: Person, isSdui: boolean): string[] {
  const { aside, mutual } = bystanders(person);
  const people = [...aside, ...(isSdui ? mutual : []), ...conversations(person)].flatMap((one) => [
    one.name,
    one.handle,
    one.memberId,
    lnIdOf(one.memberId),
    one.headline,
  ]);
  const own = [viewer.shownName, viewer.handle, viewer.memberId, lnIdOf(viewer.memberId), viewer.headline];
  return person === viewer ? people : [...people, ...own];
}

export function sduiTruth(person: Person, options: SduiOptions): SampleTruth {
  const shows = (section: SduiOptions['mounted'][number]) => options.mounted.includes(section);
  const job = shows('experience') ? currentJob(person) : undefined;
  const { followers, degree, ...rest } = named(person);
  const showsFollowers = options.mounted.length > 0 || !person.connections;
  const schools = shows('education')
    ? educationsOf(person)
    : person.school && [{ school: person.school.name }];
  return {
    ...common,
    url: `https://www.linkedin.com/in/${encodeURIComponent(person.handle)}/`,
    kind: options.own ? 'profile-own' : 'profile',
    era: 'sdui',
    language: person.language,
    truth: present({
      ...rest,
      lnId: lnIdOf(person.memberId),
      followers: showsFollowers ? followers : undefined,
      degree: options.own ? undefined : degree,
      aboutStart: shows('about') ? start(person.about) : undefined,
      companyName: person.chip?.name,
      position: job?.role.title,
      companyId: job?.employer.company?.id,
      experience:
        shows('experience') && person.experience?.length ? experienceOf(person.experience) : undefined,
      educations: schools,
    }),
    // Without the experience section the headline may name the job, or not.
    unsure: [...(job ? [] : ['position']), ...(person.unsplitName ? ['firstName', 'lastName'] : [])],
    alsoTrue: { memberId: person.memberId },
    others: othersOf(person, true),
  };
}

export function emberTruth(person: Person): SampleTruth {
  const job = currentJob(person);
  return {
    ...common,
    url: `https://www.linkedin.com/in/${encodeURIComponent(person.handle)}/`,
    kind: 'profile',
    era: 'ember',
    language: person.language,
    truth: present({
      ...named(person),
      lnId: lnIdOf(person.memberId),
      memberId: person.memberId,
      aboutStart: start(person.about),
      companyName: job?.employer.name,
      companyId: job?.employer.company?.id,
      position: job?.role.title,
      experience: person.experience && experienceOf(person.experience),
      educations: educationsOf(person),
    }),
    others: othersOf(person, false),
  };
}

export function guestTruth(person: Person, url: string, linkedData: boolean): SampleTruth {
  const job = currentJob(person);
  return {
    url,
    kind: 'profile',
    era: linkedData ? 'public-jsonld' : 'public',
    language: 'en',
    signedIn: false,
    expect: 'record',
    truth: present({
      ...named(person),
      // Nobody is connected to a visitor.
      degree: undefined,
      memberId: person.memberId,
      aboutStart: start(person.about),
      companyName: job?.employer.name,
      companyHandle: job?.employer.company?.handle,
      position: job?.role.title,
      experience: person.experience && experienceOf(person.experience),
      educations: educationsOf(person),
    }),
    others: strangers(person.handle, 14).flatMap((one) => [one.name, one.handle, one.headline]),
  };
}

type Shown = 'home' | 'about' | 'guest';

export function companyTruth(
  company: Company,
  shown: Shown,
  more: { similar?: Company[]; language?: string } = {},
): SampleTruth {
  const tail = shown === 'about' ? 'about/' : '';
  const facts = shown !== 'home';
  return {
    ...common,
    signedIn: shown !== 'guest',
    url: `https://www.linkedin.com/${company.space}/${company.handle}/${tail}`,
    kind: 'company',
    era: shown === 'guest' ? 'public' : 'ember',
    language: more.language ?? 'en',
    truth: present({
      name: company.name,
      handle: company.handle,
      companyId: shown === 'guest' ? undefined : company.id,
      tagline: company.tagline,
      industry: company.industry,
      employeesRange: company.employees && { anyOf: [company.employees, shortOf(company.employees)] },
      headquarters: company.headquarters,
      website: company.website,
      phone: shown === 'about' ? company.phone : undefined,
      founded: facts ? company.founded : undefined,
      followers: String(company.followers),
      aboutStart: start(company.about),
    }),
    others: (more.similar ?? []).flatMap((other) => [other.name, other.handle, other.id, other.industry]),
  };
}

function shortOf(range: string): string {
  return range.replace(/\d{4,}/g, (digits) => `${Math.floor(Number(digits) / 1000)}K`);
}

export function refusalTruth(
  url: string,
  kind: string,
  era: string,
  expect: SampleTruth['expect'],
  signedIn = true,
): SampleTruth {
  return { url, kind, era, language: 'en', signedIn, expect, truth: {} };
}
