import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { PersonRecord, Reading } from '../records.ts';
import { readingSchema } from '../records.ts';
import {
  type EmberProfile,
  emberActivity,
  emberData,
  emberDetails,
  emberEntry,
  emberGroup,
  emberProfile,
  member,
  viewer,
} from './fixtures/ember-profile.ts';
import { loadPage } from './fixtures/load.ts';
import { lnIdOf } from './fixtures/member-ids.ts';
import { readPage } from './registry.ts';

const address = 'https://www.linkedin.com/in/ada-example/';
const ada = { handle: 'ada-example', id: member.id, firstName: 'Ada', lastName: 'Example' };

function read(profile: EmberProfile | string = {}, url = address): Reading {
  const html = typeof profile === 'string' ? profile : emberProfile(profile);
  return readPage(loadPage(html, url), new URL(url));
}

function person(profile: EmberProfile | string = {}, url = address): PersonRecord {
  const reading = read(profile, url);
  expect(v.safeParse(readingSchema, reading).issues).toBeUndefined();
  if (reading.outcome !== 'record' || reading.record.kind !== 'person')
    throw new Error(`not a person: ${JSON.stringify(reading)}`);
  return reading.record;
}

function values(record: PersonRecord) {
  return Object.fromEntries(Object.entries(record.fields).map(([name, field]) => [name, field.value]));
}

const jobs = [
  emberEntry(['Principal Engineer', 'Analytical Engines · Vollzeit', 'Juni 2021–Heute · 5 Jahre', 'London']),
  emberGroup('Difference Works', [
    ['Engineer', 'Vollzeit', 'März 2018–Juni 2021 · 3 Jahre', 'Leeds'],
    ['Trainee', 'Jan. 2017–März 2018 · 1 Jahr 3 Monate'],
  ]),
  emberEntry(['Intern', 'Loom & Sons', 'Mai 2016 · 1 Monat'], '/search/results/all/?keywords=Loom'),
];

const full: EmberProfile = {
  photo: 'https://media.licdn.com/dms/image/A/profile-displayphoto-shrink_400_400/0/1',
  chips: ['Analytical Engines', 'Example University'],
  about: 'I write programs for engines.',
  followers: '1.264 Follower:innen',
  experience: jobs.join(''),
  education:
    emberEntry(['Example University', 'BSc, Mathematics', '2012–2016'], '/company/3003/') +
    emberEntry(['Grammar School'], '/search/results/all/?keywords=Grammar'),
  data: [emberData({ ...ada, headline: 'Engines, mostly analytical | Speaker' })],
};

describe('languages and marks in the Ember frontend', () => {
  const twice = (text: string) =>
    `<span aria-hidden="true">${text}</span><span class="visually-hidden">${text}</span>`;
  const section = `<section><div id="languages"></div><h2>${twice('Sprachen')}</h2><ul><li><div><div>${twice('English')}</div>
    <span>${twice('Native')}</span></div></li><li><div><div>${twice('Suomi')}</div></div></li></ul></section>`;
  const old =
    '<section><div id="languages-expandable-content"><ul><li>English</li><li>polski</li></ul></div></section>';

  it.each([
    [section, [{ name: 'English', level: 'Native' }, { name: 'Suomi' }]],
    [old, [{ name: 'English' }, { name: 'polski' }]],
  ])('are read from their section', (html, expected) => {
    expect(person(emberProfile(full).replace('</main>', `${html}</main>`)).languages).toEqual(expected);
  });

  it('are the member’s own marks', () => {
    const icon = '<span><svg data-test-icon="linkedin-bug-premium-xsmall"></svg></span>';
    expect(person(emberProfile(full).replace('</h1>', `</h1>${icon}`)).marks).toEqual(['premium']);
    expect(person(full).marks).toBeUndefined();
  });
});

describe('a profile of the Ember frontend', () => {
  it('gives everything that the page shows of the member, once', () => {
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
      location: 'London, England',
      about: 'I write programs for engines.',
      photoUrl: full.photo,
      connections: '500+',
      followers: '1264',
      degree: '2',
    });
    expect(Object.values(record.fields).every((field) => field.certain)).toBe(true);
    expect(record).toMatchObject({
      pageUrl: 'https://www.linkedin.com/in/ada-example',
      layout: 'ember',
      notices: [],
    });
    expect(record.experience).toEqual([
      {
        title: 'Principal Engineer',
        company: 'Analytical Engines',
        companyId: '1001',
        from: 'Juni 2021',
        to: 'Heute',
        current: true,
      },
      {
        title: 'Engineer',
        company: 'Difference Works',
        companyId: '2002',
        from: 'März 2018',
        to: 'Juni 2021',
        current: false,
      },
      {
        title: 'Trainee',
        company: 'Difference Works',
        companyId: '2002',
        from: 'Jan. 2017',
        to: 'März 2018',
        current: false,
      },
      { title: 'Intern', company: 'Loom & Sons', from: 'Mai 2016', current: false },
    ]);
    expect(record.educations).toEqual([
      { school: 'Example University', degree: 'BSc, Mathematics', from: '2012', to: '2016' },
      { school: 'Grammar School' },
    ]);
  });

  it('depends on no class name', () => {
    const html = emberProfile(full);
    expect(person(html.replace(/ class="(?!ember-application)[^"]*"/g, ' class="zz"'))).toEqual(person(html));
  });

  it('takes the names as LinkedIn stores them', () => {
    const data = [emberData({ ...ada, firstName: 'Ada Maria', lastName: 'Example' })];
    expect(values(person({ name: 'Ada Maria Example', data }))).toMatchObject({
      fullName: 'Ada Maria Example',
      firstName: 'Ada Maria',
      lastName: 'Example',
    });
    expect(person({ name: 'Ada Maria Example' }).fields).not.toHaveProperty('firstName');
  });

  it('never takes the viewer’s data for the member’s', () => {
    const record = person({ chips: [], counts: '' });
    expect(values(record).lnId).not.toBe(viewer.id);
    expect(JSON.stringify(record)).not.toContain('View');
  });

  it('leaves out stored data of the first page loaded after a move to another', () => {
    const data = [
      emberData({
        handle: 'first-page',
        id: lnIdOf(9),
        firstName: 'First',
        lastName: 'Page',
        headline: 'Old',
      }),
    ];
    expect(JSON.stringify(person({ data }))).not.toMatch(/First|Old/);
  });

  it('marks a headline on which page and data disagree', () => {
    const data = [emberData({ ...ada, headline: 'Something else' })];
    expect(person({ data }).fields.headline).toEqual({
      value: 'Engines, mostly analytical | Speaker',
      from: 'position',
      certain: false,
    });
  });

  it('cannot tell a single school from a company, unless a job says so', () => {
    expect(person({ chips: ['Example University'] }).fields).not.toHaveProperty('companyName');
    const experience = emberEntry(['Engineer', 'Acme', 'Mai 2020–Heute · 6 Jahre']);
    expect(values(person({ chips: ['Acme'], experience })).companyName).toBe('Acme');
  });

  it.each([
    [
      '<ul><li><a href="/search/results/people/?network=%5B%22F%22%5D&origin=x"><span><b>397</b></span> Kontakte</a></li></ul>',
      '397',
      undefined,
    ],
    ['<ul><li>26.825 Follower:innen</li><li><span><b>500+</b> Kontakte</span></li></ul>', '500+', '26825'],
  ])('reads counts', (counts, connections, followers) => {
    const { fields } = person({ counts });
    expect([fields.connections?.value, fields.followers?.value]).toEqual([connections, followers]);
  });

  it('reads connections that are as many as the followers', () => {
    const counts = '<ul><li><span><b>204</b> Kontakte</span></li></ul>';
    const { fields } = person({ counts, followers: '204 Follower:innen' });
    expect([fields.connections?.value, fields.followers?.value]).toEqual(['204', '204']);
  });

  it('knows the viewer’s own page', () => {
    expect(person({ own: true }).notices).toContain('ownProfile');
    expect(person({ own: true }, 'https://www.linkedin.com/in/me/').pageUrl).toBe(
      'https://www.linkedin.com/in/ada-example',
    );
    expect(read({}, 'https://www.linkedin.com/in/me/').outcome).toBe('notReady');
  });
});

describe('whose Ember page it is', () => {
  it('is not ready while the old member is still on the page', () => {
    expect(read(full, 'https://www.linkedin.com/in/next-member/')).toMatchObject({
      outcome: 'notReady',
      page: 'profile',
    });
  });

  it('is not ready before there is a name', () => {
    const shell =
      '<html><head><title>LinkedIn</title></head><body class="ember-application"><main></main></body></html>';
    expect(read(shell)).toEqual({ outcome: 'notReady', page: 'profile', missing: ['top card'] });
  });

  it('agrees with an address that has the id', () => {
    expect(person(full, `https://www.linkedin.com/in/${member.id}/`).pageUrl).toBe(
      'https://www.linkedin.com/in/ada-example',
    );
    expect(read(full, `https://www.linkedin.com/in/${viewer.id}/`).outcome).toBe('notReady');
  });
});

describe('the list of all jobs in Ember', () => {
  const details = `${address}details/experience/`;

  it('gives the jobs where the embedded data tie the list to the handle', () => {
    const record = person(
      emberDetails(member.id, jobs, [emberData({ ...ada, headline: 'Engines' })]),
      details,
    );
    expect(record.experience).toHaveLength(4);
    expect(record.notices).toEqual(['subPage']);
    expect(values(record)).toMatchObject({
      fullName: 'Ada Example',
      lnId: member.id,
      position: 'Principal Engineer',
    });
  });

  it('is not ready with a list that nothing ties to the address', () => {
    expect(read(emberDetails(member.id, jobs, []), details).outcome).toBe('notReady');
    const other = [emberData({ ...ada, id: lnIdOf(5) })];
    expect(read(emberDetails(member.id, jobs, other), details).outcome).toBe('notReady');
  });
});

describe('a member’s recent activity', () => {
  const url = `${address}recent-activity/all/`;

  it('gives what the small card shows', () => {
    const record = person(emberActivity('ada-example', 'Ada Example', 'Engines', '2.058'), url);
    expect(values(record)).toMatchObject({
      handle: 'ada-example',
      fullName: 'Ada Example',
      headline: 'Engines',
      followers: '2058',
    });
    expect(record.notices).toEqual(['subPage']);
  });

  it('takes nobody else from the posts', () => {
    expect(read(emberActivity('somebody-else', 'Somebody Else', 'x', '5'), url).outcome).toBe('notReady');
  });
});
