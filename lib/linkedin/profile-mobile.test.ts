import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readingSchema } from '../records.ts';
import { loadPage } from './fixtures/load.ts';
import { mobileProfile } from './fixtures/mobile-profile.ts';
import { readPage } from './registry.ts';

const address = 'https://www.linkedin.com/in/ada-example/';

function read(html: string, url = address) {
  const reading = readPage(loadPage(html, url), new URL(url));
  expect(v.is(readingSchema, reading)).toBe(true);
  return reading;
}

function person(html: string, url = address) {
  const reading = read(html, url);
  if (reading.outcome !== 'record' || reading.record.kind !== 'person') throw new Error(reading.outcome);
  return reading.record;
}

function values(html: string) {
  return Object.fromEntries(Object.entries(person(html).fields).map(([name, field]) => [name, field.value]));
}

describe('mobile profile', () => {
  it('reads the page', () => {
    const record = person(mobileProfile());
    expect(values(mobileProfile())).toEqual({
      handle: 'ada-example',
      memberId: '4711',
      fullName: 'Ada Example',
      firstName: 'Ada',
      lastName: 'Example',
      headline: 'Weaver & teacher',
      location: 'Lindholm Region',
      degree: '2',
      connections: '500+',
      followers: '11929',
      about: 'I weave.',
      position: 'Head of Looms',
      companyName: 'Acme Weaving',
      companyHandle: 'acme-weaving',
    });
    expect(record).toMatchObject({ layout: 'mobile', pageUrl: 'https://www.linkedin.com/in/ada-example' });
    expect(record.experience).toEqual([
      {
        title: 'Head of Looms',
        company: 'Acme Weaving',
        companyHandle: 'acme-weaving',
        from: 'Jan 2023',
        to: 'Present',
        current: true,
      },
      {
        title: 'Weaver',
        company: 'Sample Textiles',
        companyHandle: 'sample-textiles',
        from: 'Feb 2018',
        to: 'Oct 2021',
        current: false,
      },
      {
        title: 'Apprentice',
        company: 'Sample Textiles',
        companyHandle: 'sample-textiles',
        from: 'Feb 2017',
        to: 'Jan 2018',
        current: false,
      },
    ]);
    expect(record.educations).toEqual([
      { school: 'Lindholm Institute', degree: 'Master of Looms', from: '2014', to: '2016' },
    ]);
  });

  it('leaves absent what the page does not show', () => {
    const bare = mobileProfile({
      headline: '',
      company: '',
      location: '',
      connections: '',
      degree: '',
      jobs: '',
      followers: '',
    });
    expect(values(bare)).toEqual({
      handle: 'ada-example',
      memberId: '4711',
      fullName: 'Ada Example',
      firstName: 'Ada',
      lastName: 'Example',
      about: 'I weave.',
    });
  });

  it('takes the description of a job for no about text', () => {
    expect(values(mobileProfile({ about: '' })).about).toBeUndefined();
  });

  it('takes the company under the name for no headline', () => {
    expect(values(mobileProfile({ headline: '' })).headline).toBeUndefined();
  });

  it('reads other languages alike', () => {
    const german = mobileProfile({
      degree: '2.',
      connections: '397 Kontakte',
      followers: '1.203 Follower:innen',
      present: 'Heute',
    });
    expect(values(german)).toMatchObject({
      degree: '2',
      connections: '397',
      followers: '1203',
      position: 'Head of Looms',
    });
  });

  it('reads the same whatever the classes are called', () => {
    const renamed = mobileProfile().replace(/ class="[^"]*"/g, ' class="_1a2b"');
    expect(person(renamed)).toEqual(person(mobileProfile()));
  });

  it('never takes the number of the viewer or of somebody else', () => {
    expect(values(mobileProfile({ memberOf: 'ben-sample' })).memberId).toBeUndefined();
  });

  it('is not ready while the page is about somebody else', () => {
    expect(read(mobileProfile(), 'https://www.linkedin.com/in/ben-sample/')).toEqual({
      outcome: 'notReady',
      page: 'profile',
      missing: ['the person in the address'],
    });
    expect(read(mobileProfile({ stated: 'ben-sample' })).outcome).toBe('notReady');
  });
});
