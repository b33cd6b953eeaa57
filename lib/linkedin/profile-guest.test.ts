import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { PersonRecord, Reading } from '../records.ts';
import { readingSchema } from '../records.ts';
import { type GuestProfile, guestProfile, oldGuestProfile } from './fixtures/guest-profile.ts';
import { loadPage } from './fixtures/load.ts';
import { readPage } from './registry.ts';

const address = 'https://www.linkedin.com/in/ada-example';

function read(html: string, url = address): Reading {
  const reading = readPage(loadPage(html, url), new URL(url));
  expect(v.is(readingSchema, reading)).toBe(true);
  return reading;
}

function person(html: string, url = address): PersonRecord {
  const reading = read(html, url);
  if (reading.outcome !== 'record' || reading.record.kind !== 'person') throw new Error(reading.outcome);
  return reading.record;
}

/** Values alone; an uncertain one ends in `?`. */
function values(record: PersonRecord): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record.fields).map(([name, field]) => [name, field.value + (field.certain ? '' : '?')]),
  );
}

const full: GuestProfile = {
  name: 'Ada Example',
  firstName: 'Ada',
  lastName: 'Example',
  headline: 'Head of Looms',
  location: 'Lindholm, Sweden',
  counts: ['564 followers', '500+ connections'],
  shown: { name: 'Acme Weaving', link: '/company/acme-weaving' },
  about: 'I weave.<br><br>Mostly at night.',
  image: 'https://media.licdn.com/dms/image/v2/AAA/profile-displayphoto-shrink_200_200/0/1?e=1',
  website: 'https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Fada%2Eexample%2Fblog&urlhash=x',
  jobs: [
    {
      title: 'Head of Looms',
      company: 'Acme Weaving',
      link: '/company/acme-weaving',
      from: 'Jul 2021',
      to: { word: 'Present' },
    },
    {
      title: 'Lecturer',
      company: 'Lindholm Institute',
      link: '/school/lindholm',
      from: 'Aug 2019',
      to: { time: 'Jun 2021' },
    },
  ],
  groups: [
    {
      company: 'Sample Textiles',
      link: '/company/sample-textiles',
      jobs: [
        { title: 'Weaver', from: 'Jan 2014', to: { time: 'Dec 2017' } },
        { title: 'Apprentice', from: '2012', to: { time: 'Dec 2013' } },
      ],
    },
  ],
  schools: [
    {
      school: 'Lindholm Institute',
      spans: ['Master of Looms', 'Weaving', '9.7 of 10'],
      from: '2008',
      to: '2012',
    },
  ],
};

describe('public profile', () => {
  it('reads the page of 2026, which has no JSON-LD', () => {
    const record = person(guestProfile(full));
    expect(values(record)).toEqual({
      handle: 'ada-example',
      memberId: '4711',
      fullName: 'Ada Example',
      firstName: 'Ada',
      lastName: 'Example',
      headline: 'Head of Looms',
      location: 'Lindholm, Sweden',
      followers: '564',
      connections: '500+',
      about: 'I weave. Mostly at night.',
      photoUrl: full.image,
      website: 'https://ada.example/blog',
      position: 'Head of Looms',
      companyName: 'Acme Weaving',
      companyHandle: 'acme-weaving',
    });
    expect(record).toMatchObject({ layout: 'guest', notices: ['publicView'], pageUrl: address });
    expect(record.experience).toEqual([
      {
        title: 'Head of Looms',
        company: 'Acme Weaving',
        companyHandle: 'acme-weaving',
        from: 'Jul 2021',
        to: 'Present',
        current: true,
      },
      { title: 'Lecturer', company: 'Lindholm Institute', from: 'Aug 2019', to: 'Jun 2021', current: false },
      {
        title: 'Weaver',
        company: 'Sample Textiles',
        companyHandle: 'sample-textiles',
        from: 'Jan 2014',
        to: 'Dec 2017',
        current: false,
      },
      {
        title: 'Apprentice',
        company: 'Sample Textiles',
        companyHandle: 'sample-textiles',
        from: '2012',
        to: 'Dec 2013',
        current: false,
      },
    ]);
    expect(record.educations).toEqual([
      { school: 'Lindholm Institute', degree: 'Master of Looms', from: '2008', to: '2012' },
    ]);
  });

  it('leaves out an end that holds no date, with which the whole reading would be refused', () => {
    const html = guestProfile({
      schools: [{ school: 'Example School', spans: [], from: '2009', to: '2014' }],
    });
    const record = person(html.replace('<time>2014</time>', '<time> </time>'));
    expect(record.educations).toEqual([{ school: 'Example School', from: '2009' }]);
  });

  it('leaves absent what the page does not show', () => {
    const record = person(guestProfile({ image: 'https://static.licdn.com/aero-v1/sc/h/ghost' }));
    expect(values(record)).toEqual({
      handle: 'ada-example',
      memberId: '4711',
      fullName: 'Ada Example',
      firstName: 'Ada',
      lastName: 'Example',
    });
    expect(record.experience).toBeUndefined();
    expect(record.educations).toBeUndefined();
  });

  it('takes no heading of a sign-in dialog for the headline', () => {
    expect(person(guestProfile({ ...full, headline: undefined })).fields.headline).toBeUndefined();
  });

  it('takes neither the contact button nor a count for the location', () => {
    const record = person(
      guestProfile({ counts: ['12 Follower:innen', '8 Kontakte'], contactInfo: 'Kontaktinfo' }),
    );
    expect(values(record)).toMatchObject({ followers: '12', connections: '8' });
    expect(record.fields.location).toBeUndefined();
  });

  it.each([
    [['8 connections'], '… · 8 connections on LinkedIn. View the profile', { connections: '8' }],
    [['500+ Kontakte'], '', { connections: '500+' }],
    [['12.345 Follower:innen'], '', { followers: '12345' }],
  ])('tells a single count by its size and by what the head repeats: %s', (counts, description, expected) => {
    const record = person(guestProfile({ counts, description }));
    expect(values(record)).toMatchObject(expected);
    expect(Object.keys(record.fields).filter((name) => /followers|connections/.test(name))).toHaveLength(1);
  });

  it('leaves a single small count absent, which may be either', () => {
    const record = person(guestProfile({ counts: ['8 osób'] }));
    expect(record.fields.connections ?? record.fields.followers).toBeUndefined();
  });

  it('reads other languages, scripts and calendars alike', () => {
    const record = person(
      guestProfile({
        ...full,
        lang: 'pl',
        name: 'Zofia Przykład',
        firstName: 'Zofia',
        lastName: 'Przykład',
        jobs: [{ title: 'Tkaczka', company: 'Acme', from: 'lip 2021', to: { word: 'obecnie' } }],
        shown: { name: 'Acme' },
      }),
    );
    expect(values(record)).toMatchObject({ position: 'Tkaczka', companyName: 'Acme', lastName: 'Przykład' });
    const arabic = person(
      guestProfile({ jobs: [{ title: 'نساجة', company: 'أكمي', from: '٢٠١٩', to: { word: '٢٠٢١' } }] }),
    );
    expect(arabic.experience?.[0]).toMatchObject({ from: '٢٠١٩', current: false });
    expect(arabic.fields.position).toBeUndefined();
  });

  it('reads a percent-encoded address of another host', () => {
    const record = person(
      guestProfile({ handle: 'zo%C3%AB-example', ownAddress: 'https://fr.linkedin.com/in/zo%C3%AB-example' }),
      'https://se.linkedin.com/in/Zo%C3%AB-Example/?originalSubdomain=se',
    );
    expect(record.fields.handle?.value).toBe('zoë-example');
    expect(record.pageUrl).toBe('https://www.linkedin.com/in/zo%C3%AB-example');
  });

  it('takes titles and credentials out of the halves of a name', () => {
    const record = person(
      guestProfile({ name: 'Dr. Ada Example, MBA', firstName: 'Dr. Ada', lastName: 'Example, MBA' }),
    );
    expect(values(record)).toMatchObject({
      fullName: 'Dr. Ada Example, MBA',
      firstName: 'Ada',
      lastName: 'Example',
    });
  });

  it('leaves out what LinkedIn masks from strangers', () => {
    const record = person(
      guestProfile({
        headline: '**** ** ******',
        jobs: [{ title: '******* ** *****', company: 'Acme', from: '2020', to: { word: 'Present' } }],
      }),
    );
    expect(record.fields.headline).toBeUndefined();
    expect(record.fields.position).toBeUndefined();
    expect(record.fields.companyName?.value).toBe('Acme');
  });

  it('takes the job at the company that the top card shows', () => {
    const jobs = [
      { title: 'Chair', company: 'Guild', from: '2018', to: { word: 'heute' } },
      { title: 'Head of Looms', company: 'Acme Weaving', from: '2021', to: { word: 'heute' } },
    ];
    expect(values(person(guestProfile({ jobs, shown: { name: 'Acme Weaving' } })))).toMatchObject({
      position: 'Head of Looms',
      companyName: 'Acme Weaving',
    });
    expect(values(person(guestProfile({ jobs })))).toMatchObject({
      position: 'Chair?',
      companyName: 'Guild?',
    });
  });

  it('takes no school for a company', () => {
    const record = person(guestProfile({ shown: { name: 'Lindholm Institute', link: '/school/lindholm' } }));
    expect(record.fields.companyName).toBeUndefined();
  });

  it('drops links that are no web addresses', () => {
    const record = person(
      guestProfile({ website: 'javascript:alert(1)', image: 'https://evil.example/profile-displayphoto' }),
    );
    expect(record.fields.website).toBeUndefined();
    expect(record.fields.photoUrl).toBeUndefined();
  });

  it('hands over no more jobs than a record takes, and no endless titles', () => {
    const job = { title: 'x'.repeat(600), company: 'Acme', from: '2020', to: { time: '2021' } };
    const record = person(guestProfile({ jobs: Array.from({ length: 300 }, () => job) }));
    expect(record.experience).toHaveLength(200);
    expect(record.experience?.[0]).toEqual({ company: 'Acme', from: '2020', to: '2021', current: false });
  });

  it('is not ready while the page is about somebody else', () => {
    expect(read(guestProfile({ handle: 'ben-sample' }))).toEqual({
      outcome: 'notReady',
      page: 'profile',
      missing: ['the person in the address'],
    });
    expect(read(guestProfile({ ownAddress: 'https://www.linkedin.com/feed' })).outcome).toBe('notReady');
  });

  it('reads the same whatever the classes are called', () => {
    const renamed = guestProfile(full).replace(/ class="[^"]*"/g, ' class="_1a2b"');
    expect(person(renamed)).toEqual(person(guestProfile(full)));
  });

  it('resolves an old address by what the page says', () => {
    expect(
      person(guestProfile({}), 'https://www.linkedin.com/pub/ada-example/1a/2b/3c').fields.handle?.value,
    ).toBe('ada-example');
  });
});

describe('public profile with JSON-LD', () => {
  const data = {
    '@context': 'http://schema.org',
    '@graph': [
      {
        '@type': 'Person',
        url: 'https://www.linkedin.com/in/ben-sample',
        name: 'Ben Sample',
        jobTitle: ['Mayor'],
      },
      {
        '@type': 'Person',
        url: address,
        name: 'Ada Example',
        address: { addressLocality: 'Lindholm' },
        jobTitle: ['Head of Looms'],
        worksFor: [{ name: 'Acme Weaving', url: 'https://se.linkedin.com/company/acme-weaving' }],
        image: {
          contentUrl: 'https://media.licdn.com/dms/image/AAA/profile-displayphoto-shrink_200_200/0/1',
        },
        interactionStatistic: { userInteractionCount: 77 },
      },
      { '@type': 'WebPage', reviewedBy: { '@type': 'Person', name: 'Ben Sample' } },
    ],
  };

  it('fills from the data what the page does not show', () => {
    expect(values(person(guestProfile({ jsonLd: JSON.stringify(data) })))).toMatchObject({
      fullName: 'Ada Example',
      location: 'Lindholm',
      position: 'Head of Looms',
      companyName: 'Acme Weaving',
      companyHandle: 'acme-weaving',
      followers: '77',
      photoUrl: data['@graph'][1]?.image?.contentUrl,
    });
  });

  it('marks what the data says otherwise than the page', () => {
    const record = person(guestProfile({ location: 'Norrvik', jsonLd: JSON.stringify(data) }));
    expect(record.fields.location).toMatchObject({ value: 'Norrvik', certain: false });
  });

  it('marks a job that is one of several in the data', () => {
    const several = structuredClone(data);
    several['@graph'][1]?.worksFor?.push({ name: 'Guild', url: '' });
    expect(values(person(guestProfile({ jsonLd: JSON.stringify(several) })))).toMatchObject({
      companyName: 'Acme Weaving?',
    });
  });

  it.each([
    '{"@graph":[',
    '',
    'null',
    '[]',
    '{"@graph":{"@type":"Person"}}',
    `{"x":"${'y'.repeat(2_000_000)}"}`,
  ])('reads the page without data that cannot be read', (jsonLd) => {
    expect(person(guestProfile({ ...full, jsonLd })).fields.fullName?.value).toBe('Ada Example');
  });
});

describe('public profile of 2016', () => {
  it('reads it', () => {
    const record = person(oldGuestProfile, 'https://de.linkedin.com/in/ben-sample');
    expect(values(record)).toEqual({
      handle: 'ben-sample',
      fullName: 'Ben (Benno) Sample',
      firstName: 'Ben',
      lastName: 'Sample',
      headline: 'Schreiner',
      location: 'Raum Lindholm',
      connections: '241',
      about: 'Holz und Leim.',
      photoUrl: 'https://media.licdn.com/mpr/mpr/shrinknp_200_200/AAEB.jpg',
      position: 'Meister',
      companyName: 'Acme',
      companyHandle: 'acme-example',
    });
    expect(record.experience).toEqual([
      {
        title: 'Meister',
        company: 'Acme',
        companyHandle: 'acme-example',
        from: 'März 2012',
        to: 'Heute',
        current: true,
      },
      { title: 'Geselle', company: 'Tischlerei Muster', from: '2009', to: '2012', current: false },
    ]);
    expect(record.educations).toEqual([{ school: 'Berufsschule', degree: 'Meisterbrief' }]);
  });
});
