import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { PersonRecord, Reading } from '../records.ts';
import { readingSchema } from '../records.ts';
import { loadPage } from './fixtures/load.ts';
import { snIdOf } from './fixtures/member-ids.ts';
import {
  member,
  type SduiProfile,
  sduiContactInfo,
  sduiGroup,
  sduiJob,
  sduiProfile,
  sduiSchool,
  stranger,
} from './fixtures/sdui-profile.ts';
import { readPage } from './registry.ts';

const address = 'https://www.linkedin.com/in/ada-example/';

function read(profile: SduiProfile | string = {}, url = address): Reading {
  const html = typeof profile === 'string' ? profile : sduiProfile(profile);
  return readPage(loadPage(html, url), new URL(url));
}

function person(profile: SduiProfile | string = {}, url = address): PersonRecord {
  const reading = read(profile, url);
  expect(v.safeParse(readingSchema, reading).issues).toBeUndefined();
  if (reading.outcome !== 'record' || reading.record.kind !== 'person')
    throw new Error(`not a person: ${JSON.stringify(reading)}`);
  return reading.record;
}

function values(record: PersonRecord) {
  return Object.fromEntries(Object.entries(record.fields).map(([name, field]) => [name, field.value]));
}

const full: SduiProfile = {
  photo: 'https://media.licdn.com/dms/image/v2/A/profile-displayphoto-shrink_400_400/0/1?e=1',
  pronouns: 'She/Her',
  company: 'Analytical Engines',
  school: 'Example University',
  about: 'I write programs\n\nfor engines.',
  followers: '17,457 followers',
  experience: [
    sduiJob({
      title: 'Principal Engineer',
      company: 'Analytical Engines · Full-time',
      dates: 'Jun 2021 - Present · 5 yrs',
    }),
    sduiGroup('Difference Works', [
      { title: 'Engineer', dates: 'Mar 2018 - Jun 2021 · 3 yrs 4 mos' },
      { title: 'Trainee', dates: 'Jan 2017 - Mar 2018 · 1 yr 3 mos' },
    ]),
    sduiJob({
      title: 'Intern',
      company: 'Loom & Sons',
      dates: 'May 2016 · 1 mo',
      href: '/search/results/all/?keywords=Loom',
    }),
  ].join(''),
  education:
    sduiSchool('Example University', 'BSc, Mathematics', '2012 – 2016') +
    sduiSchool('Grammar School', undefined, undefined),
};

describe('a profile of the server-driven frontend', () => {
  it('gives everything that the page shows of the member', () => {
    const record = person(full);
    expect(values(record)).toEqual({
      handle: 'ada-example',
      lnId: member.id,
      memberId: member.number,
      fullName: 'Ada Example',
      firstName: 'Ada',
      lastName: 'Example',
      headline: 'Engines, mostly analytical | Speaker',
      position: 'Principal Engineer',
      companyName: 'Analytical Engines',
      companyId: '1001',
      location: 'London, England, United Kingdom',
      about: 'I write programs for engines.',
      photoUrl: full.photo,
      connections: '500+',
      followers: '17457',
      degree: '2',
    });
    expect(Object.values(record.fields).every((field) => field.certain)).toBe(true);
    expect(record).toMatchObject({
      pageUrl: 'https://www.linkedin.com/in/ada-example',
      layout: 'sdui',
      notices: [],
    });
    expect(record.experience).toEqual([
      {
        title: 'Principal Engineer',
        company: 'Analytical Engines',
        companyId: '1001',
        from: 'Jun 2021',
        to: 'Present',
        current: true,
      },
      {
        title: 'Engineer',
        company: 'Difference Works',
        companyId: '2002',
        from: 'Mar 2018',
        to: 'Jun 2021',
        current: false,
      },
      {
        title: 'Trainee',
        company: 'Difference Works',
        companyId: '2002',
        from: 'Jan 2017',
        to: 'Mar 2018',
        current: false,
      },
      { title: 'Intern', company: 'Loom & Sons', from: 'May 2016', current: false },
    ]);
    expect(record.educations).toEqual([
      { school: 'Example University', degree: 'BSc, Mathematics', from: '2012', to: '2016' },
      { school: 'Grammar School' },
    ]);
  });

  it.each<[string, SduiProfile]>([
    ['bears its keys as ids', { key: 'id' }],
    ['has h1 for h2', { heading: 'h1' }],
    ['has span for p', { line: 'span' }],
    ['has div for p', { line: 'div' }],
    ['leads nowhere with the contact link', { contact: '#' }],
  ])('reads a build the same that %s', (_, difference) => {
    const line = difference.line ?? 'p';
    const counts = `<${line}>500+ connections</${line}>`;
    const usual = person({ ...full, counts: '<p>500+ connections</p>' });
    expect(person({ ...full, counts, ...difference })).toEqual(usual);
  });

  it.each(['About', 'ExperienceTopLevelSection', 'EducationTopLevelSection'])(
    'finds the card %s where it bears its key in another attribute than the other cards',
    (card) => {
      const html = sduiProfile(full);
      const mixed = html.replace(new RegExp(`componentkey(?=="[^"]*${card}")`, 'g'), 'id');
      expect(mixed).not.toBe(html);
      expect(person(mixed)).toEqual(person(html));
    },
  );

  it('depends on no class name', () => {
    const html = sduiProfile(full);
    expect(person(html.replace(/ class="[^"]*"/g, ' class="zz"'))).toEqual(person(html));
  });

  it('does not depend on how anchors nest', () => {
    const html = sduiProfile(full);
    const flat = html.replace(
      /<a href="\/company\/1001\/">|<a href="\/company\/2002\/">/g,
      (anchor) => `${anchor}</a>${anchor}`,
    );
    expect(values(person(flat))).toEqual(values(person(html)));
  });

  it('takes mutual connections for no connections where anchors have come apart', () => {
    const mutual =
      '<p><a></a><a href="/search/results/people/?network=%5B%22F%22%5D&connectionOf=%5B%22x%22%5D"><strong>Max</strong> and 43 other mutual connections</a></p>';
    expect(person({ counts: mutual }).fields.connections).toBeUndefined();
    expect(person({ counts: '<p><strong>Max</strong> and 43 more</p>' }).fields.connections).toBeUndefined();
  });

  it('gives the languages and how well they are spoken', () => {
    const row = (name: string, level = '') => `<div><div><p>${name}</p>${level}</div></div><hr>`;
    const languages = `${row('Suomi', '<p>Äidinkieli</p>')}${row('العربية')}<a href="/in/ada-example/details/languages/">All</a>`;
    const key = `componentkey="com.linkedin.sdui.profile.card.ref${member.id}LanguageTopLevel"`;
    const after = `<div ${key}><section ${key}><h2>Languages</h2>${languages}</section></div>`;
    expect(person({ after }).languages).toEqual([
      { name: 'Suomi', level: 'Äidinkieli' },
      { name: 'العربية' },
    ]);
    expect(person().languages).toBeUndefined();
  });

  it('gives the marks of the member and of nobody else', () => {
    expect(person().marks).toEqual(['verified']);
    const counts = '<p>500+ connections</p><p><svg id="linkedin-bug-influencer-color-medium"></svg>Max</p>';
    expect(person({ counts }).marks).toEqual(['verified']);
  });

  it('takes neither a picture of a mutual connection nor the viewer’s where the member has none', () => {
    expect(person().fields.photoUrl).toBeUndefined();
  });

  it('says that the experience is not loaded, and does not take the headline for a job', () => {
    const record = person({ headline: 'Engineer at Acme' });
    expect(record.notices).toEqual(['experienceNotLoaded']);
    expect(record.fields).not.toHaveProperty('position');
    expect(record.fields).not.toHaveProperty('companyName');
  });

  it('tells an empty experience card from one that is not there yet', () => {
    const record = person({ experience: '' });
    expect(record.notices).toEqual([]);
    expect(record.experience).toBeUndefined();
  });

  it('takes the company from its chip, and never the school for a company', () => {
    expect(values(person({ company: 'Acme' }))).toMatchObject({ companyName: 'Acme' });
    const student = person({ school: 'Example University' });
    expect(student.fields.companyName).toBeUndefined();
    expect(student.educations).toEqual([{ school: 'Example University' }]);
  });

  it('gives no current job where all have ended', () => {
    const job = sduiJob({ title: 'Producer', company: 'Acme', dates: 'Jan 2020 - Mar 2024 · 4 yrs 3 mos' });
    expect(person({ experience: job }).fields).not.toHaveProperty('position');
    expect(person({ experience: job }).fields).not.toHaveProperty('companyName');
  });

  it('gives the title that belongs to the company shown, of several open jobs', () => {
    const experience =
      sduiJob({
        title: 'Board member',
        company: 'Loom & Sons',
        dates: 'Jan 2024 - Present · 2 yrs',
        href: '/company/7/',
      }) +
      sduiJob({
        title: 'Engineer',
        company: 'Acme',
        dates: 'Jan 2020 - Present · 6 yrs',
        href: '/company/8/',
      });
    expect(values(person({ company: 'Acme', experience }))).toMatchObject({
      position: 'Engineer',
      companyName: 'Acme',
      companyId: '8',
    });
    const other = person({ company: 'Elsewhere', experience });
    expect(values(other)).toMatchObject({ companyName: 'Elsewhere' });
    expect(other.fields).not.toHaveProperty('position');
    expect(other.fields).not.toHaveProperty('companyId');
  });

  it.each([
    ['2019年4月 - 現在 · 5年3ヶ月', '2019年4月', '現在'],
    ['Apr. 2019–Heute · 5 Jahre', 'Apr. 2019', 'Heute'],
    ['juil. 2021 - aujourd’hui · 2 ans', 'juil. 2021', 'aujourd’hui'],
    ['٢٠١٩ - الحالي · ٥ سنوات', '٢٠١٩', 'الحالي'],
  ])('knows an open end in any language: %s', (dates, from, to) => {
    const experience = sduiJob({ title: 'Engineer', company: 'Expo 2020 Works', dates });
    expect(person({ experience }).experience).toMatchObject([
      { company: 'Expo 2020 Works', from, to, current: true },
    ]);
  });

  it.each([
    ['· 1st', '· 2nd', '1'],
    ['· 2e', '· 1er', '2'],
    ['· 3rd+', '', '3'],
    ['', '', undefined],
  ])('reads the degree that is shown, not the hidden one: %s', (degree, hiddenDegree, expected) => {
    expect(person({ degree, hiddenDegree }).fields.degree?.value).toBe(expected);
  });

  it('leaves the degree out where nothing tells which one is shown', () => {
    const html = sduiProfile({ degree: '' }).replace(
      /<div class="_c3">.*?<\/div>/,
      '<div><p>· 1st</p></div><div><p>· 2nd</p></div>',
    );
    expect(person(html).fields.degree).toBeUndefined();
  });

  it.each([
    ['<p>495 connections</p>', { connections: '495' }],
    ['<p>500+</p><p>connections</p>', { connections: '500+' }],
    ['<p>2.767.663 Follower:innen</p>', { followers: '2767663' }],
    ['<p>2 767 663 abonnés</p>', { followers: '2767663' }],
    ['<p>1,2 Mio. Follower:innen</p>', {}],
    ['<p>0 connections</p>', {}],
  ])('reads counts in any language: %s', (counts, expected) => {
    const { connections, followers } = person({ counts }).fields;
    expect({ connections: connections?.value, followers: followers?.value }).toEqual({
      connections: undefined,
      followers: undefined,
      ...expected,
    });
  });

  it('takes no number from a company’s name or a place', () => {
    const record = person({ company: '3M', location: '75001 Paris', counts: '' });
    expect(record.fields.followers).toBeUndefined();
    expect(record.fields.connections).toBeUndefined();
  });

  it('takes the followers of the member, not of a company further down', () => {
    expect(person({ followers: '1,439 followers' }).fields.followers?.value).toBe('1439');
    expect(person().fields.followers).toBeUndefined();
  });

  it('takes no number from the member’s posts', () => {
    const posts = sduiProfile({ followers: '@' }).replace(
      /<p[^>]*>@<\/p>/,
      '<ul><li><p>Ada Example · 5w</p></li></ul>',
    );
    expect(person(posts).fields.followers).toBeUndefined();
  });

  it('knows the viewer’s own page', () => {
    const record = person({ own: true, degree: '', hiddenDegree: '' });
    expect(record.notices).toContain('ownProfile');
    expect(values(person({ own: true }, 'https://www.linkedin.com/in/me/')).handle).toBe('ada-example');
    expect(read({}, 'https://www.linkedin.com/in/me/').outcome).toBe('notReady');
  });

  it('keeps names whole in every script', () => {
    expect(values(person({ name: '\u200fمريم الأمين\u200f' }))).toMatchObject({ fullName: 'مريم الأمين' });
    const record = person({ name: '山田 太郎' });
    expect(record.fields.fullName?.value).toBe('山田 太郎');
    expect(record.fields.firstName).toBeUndefined();
  });

  it('takes neither degree, pronouns nor a mark for a headline that is missing', () => {
    for (const pronouns of ['She/Her', '(she / her / hers)', ''])
      expect(values(person({ headline: '', pronouns })).headline).toBeUndefined();
  });

  it('drops a headline that LinkedIn fills in for none', () => {
    expect(person({ headline: '--' }).fields.headline).toBeUndefined();
  });
});

describe('whose page of the server-driven frontend it is', () => {
  it('is not ready while the old member is still on the page', () => {
    expect(read({}, `https://www.linkedin.com/in/${stranger.handle}/`)).toEqual({
      outcome: 'notReady',
      page: 'profile',
      missing: ['top card'],
    });
  });

  it('reads the new member’s card where the old one’s is still beside it', () => {
    const old = sduiProfile({
      handle: 'old-example',
      id: stranger.id,
      name: 'Old Example',
      about: 'Old.',
      experience: full.experience ?? '',
    });
    const both = sduiProfile().replace(
      '<main',
      `<div>${old.replace(/^.*<main[^>]*>|<\/main>.*$/gs, '')}</div><main`,
    );
    const record = person(both);
    expect(values(record)).toMatchObject({ fullName: 'Ada Example', lnId: member.id });
    expect(record.fields).not.toHaveProperty('about');
    expect(record.experience).toBeUndefined();
  });

  it.each([
    ['an address with the id', `https://www.linkedin.com/in/${member.id}`],
    ['another case', 'https://www.linkedin.com/in/ADA-Example/'],
    ['a language', 'https://de.linkedin.com/in/ada-example/de'],
    ['an overlay', 'https://www.linkedin.com/in/ada-example/overlay/contact-info/?x=1#y'],
  ])('agrees with %s', (_, url) => {
    expect(person({}, url)).toMatchObject({
      pageUrl: 'https://www.linkedin.com/in/ada-example',
      fields: { handle: { value: 'ada-example' }, lnId: { value: member.id } },
    });
  });

  it('agrees with a Sales Navigator id of the same member number only', () => {
    const own = snIdOf(402_627_284);
    expect(values(person({}, `https://www.linkedin.com/in/${own}`))).toMatchObject({
      snId: own,
      lnId: member.id,
    });
    expect(read({}, `https://www.linkedin.com/in/${snIdOf(5)}`).outcome).toBe('notReady');
    expect(read({}, `https://www.linkedin.com/in/${stranger.id}`).outcome).toBe('notReady');
  });

  it('agrees with a percent-encoded handle', () => {
    const record = person({ handle: 'zoë-müller' }, 'https://www.linkedin.com/in/zo%C3%AB-m%C3%BCller/');
    expect(values(record).handle).toBe('zoë-müller');
    expect(record.pageUrl).toBe('https://www.linkedin.com/in/zo%C3%AB-m%C3%BCller');
  });

  it('names what is missing before the content is there', () => {
    const shell = '<html><head><meta name="como-pk" content="x"></head><body><main></main></body></html>';
    expect(read(shell)).toEqual({ outcome: 'notReady', page: 'profile', missing: ['top card'] });
    expect(read({ name: '' })).toEqual({ outcome: 'notReady', page: 'profile', missing: ['name'] });
  });
});

describe('contact data of an opened overlay', () => {
  it('joins the record', () => {
    expect(values(person({ after: sduiContactInfo('ada-example') }))).toMatchObject({
      email: 'ada@example.org',
      phone: '+44 20 7946 0958',
      website: 'https://ada.example/blog',
    });
  });

  it('takes the contact overlay for what it is in any dialog of the browser', () => {
    const rows = sduiContactInfo('ada-example').replace(/ role="dialog" data-sdui-screen="[^"]*"/, '');
    const record = person({ after: `<dialog open>${rows}</dialog>` });
    expect(record.fields.email?.value).toBe('ada@example.org');
  });

  it('takes no other dialog with a link to the member for it, where its own mark is there', () => {
    const share =
      '<dialog><a href="/in/ada-example/">Share</a><a href="mailto:max@example.org"></a></dialog>';
    const record = person({ after: `${share}${sduiContactInfo('ada-example')}` });
    expect(record.fields.email?.value).toBe('ada@example.org');
  });

  it('stays out when it is another member’s', () => {
    const record = person({ after: sduiContactInfo(stranger.handle) });
    expect(record.fields).not.toHaveProperty('email');
    expect(record.fields).not.toHaveProperty('phone');
    expect(record.fields).not.toHaveProperty('website');
  });
});

describe('the list of all jobs in the server-driven frontend', () => {
  const details = `${address}details/experience/`;
  const list = (
    handle: string,
    owner = member.id,
  ) => `<html><head><meta name="como-pk" content="x"></head><body><main>
    <section componentkey="com.linkedin.sdui.profile.card.ref${owner}ExperienceTopLevelSection"><h2>Experience</h2>
    ${full.experience?.replaceAll('/in/x/', `/in/${handle}/`)}</section></main></body></html>`;

  it('gives the jobs of the member that its links name', () => {
    const record = person(list('ada-example'), details);
    expect(record.experience).toHaveLength(4);
    expect(record.notices).toEqual(['subPage']);
    expect(values(record)).toEqual({
      handle: 'ada-example',
      lnId: member.id,
      memberId: member.number,
      position: 'Principal Engineer',
      companyName: 'Analytical Engines',
      companyId: '1001',
    });
  });

  it('is not ready with another member’s jobs', () => {
    expect(read(list(stranger.handle), details).outcome).toBe('notReady');
  });
});
