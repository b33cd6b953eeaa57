import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { PersonRow, ReadField, Reading } from '../../lib/records.ts';
import { openPage } from './load.ts';
import { type Attempt, type Finding, scorePage } from './score.ts';
import { detailsOf, shareRight, tableOf, totalsOf } from './table.ts';
import { type SampleTruth, sampleTruthSchema } from './truth.ts';

const html = `<main><h1>Ada Example</h1><p>Pilot at Cloudline</p><p>Bern, Switzerland</p><p>1,204 followers</p>
  <aside>Grace Sample</aside></main>`;

function truthOf(truth: object, rest: object = {}): SampleTruth {
  return v.parse(sampleTruthSchema, {
    url: 'https://www.linkedin.com/in/ada-example/',
    kind: 'profile',
    era: 'sdui',
    language: 'en',
    signedIn: true,
    expect: 'record',
    truth,
    ...rest,
  });
}

const field = (value: string, certain = true): ReadField => ({ value, from: 'heading', certain });

type PersonReading = Extract<Reading, { outcome: 'record' }>;
function person(values: Record<string, string>, rest: object = {}): PersonReading {
  const fields = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, field(value)]));
  const pageUrl = 'https://www.linkedin.com/in/ada-example';
  return {
    outcome: 'record',
    record: { kind: 'person', pageUrl, layout: 'sdui', fields, notices: [], ...rest },
  };
}

function findings(truth: SampleTruth, attempt: Attempt): Finding[] {
  const { page } = openPage(html, truth.url);
  return scorePage('page', truth, page, attempt).findings;
}

function verdicts(truth: SampleTruth, attempt: Attempt): Record<string, string> {
  return Object.fromEntries(findings(truth, attempt).map(({ field: name, verdict }) => [name, verdict]));
}

describe('the scorer of a record', () => {
  it('tells right, wrong and missed fields apart', () => {
    const truth = truthOf({
      fullName: 'Ada Example',
      headline: 'Pilot at Cloudline',
      location: 'Bern, Switzerland',
    });
    expect(verdicts(truth, person({ fullName: 'Ada  Example', headline: 'Pilot' }))).toEqual({
      outcome: 'right',
      fullName: 'right',
      headline: 'wrong',
      location: 'missed',
    });
  });

  it('calls a value that nobody asked for extra on the page and wrong beyond it', () => {
    const read = person({ location: 'Bern, Switzerland', companyName: 'Airfield Ltd', followers: '1204' });
    expect(verdicts(truthOf({}), read)).toMatchObject({
      location: 'extra',
      companyName: 'wrong',
      followers: 'extra',
    });
  });

  it("calls somebody else's value wrong although the page shows it", () => {
    const truth = truthOf({}, { others: ['Grace Sample'] });
    expect(verdicts(truth, person({ fullName: 'Grace Sample' })).fullName).toBe('wrong');
    expect(verdicts(truthOf({}), person({ fullName: 'Grace Sample' })).fullName).toBe('extra');
  });

  it('neither asks for an unsure field nor judges it', () => {
    const truth = truthOf({}, { unsure: ['position', 'aboutStart'] });
    expect(verdicts(truth, person({ position: 'Anything', about: 'Anything' }))).toEqual({
      outcome: 'right',
    });
  });

  it('checks a field that is also true without asking for it', () => {
    const truth = truthOf({}, { alsoTrue: { memberId: '77' } });
    expect(verdicts(truth, person({}))).toEqual({ outcome: 'right' });
    expect(verdicts(truth, person({ memberId: '77' })).memberId).toBe('extra');
    expect(verdicts(truth, person({ memberId: '78' })).memberId).toBe('wrong');
  });

  it('finds a wrong value although the reader was not certain, and marks it', () => {
    const reading = person({});
    reading.record.fields = { headline: field('Pilot', false) };
    const found = findings(truthOf({ headline: 'Pilot at Cloudline' }), reading);
    expect(found).toContainEqual(expect.objectContaining({ verdict: 'wrong', uncertain: true }));
    expect(detailsOf([{ name: 'p', kind: 'k', era: 'e', findings: found }], false)).toContain('(uncertain)');
  });

  it.each([
    ['followers', '17457', '17,457'],
    ['followers', '3000000', '3M'],
    ['connections', '500+', '500+'],
    ['degree', '2', '2nd'],
    ['degree', '2', '2º'],
    ['handle', 'jos%C3%A9', 'josé'],
    ['employeesRange', '51-200', '51–200 employees'],
    ['employeesRange', '10001+', '10,001+'],
    ['headline', 'Pilot at', 'Pilot at…'],
    ['fullName', 'Jose\u0301', 'José'],
  ])('takes %s %s for %s', (name, read, expected) => {
    expect(verdicts(truthOf({ [name]: expected }), person({ [name]: read }))[name]).toBe('right');
  });

  it.each([
    ['connections', '500', '500+'],
    ['headline', 'pilot', 'Pilot'],
    ['degree', '3', '2nd'],
    ['employeesRange', '11-50', '51-200'],
  ])('does not take %s %s for %s', (name, read, expected) => {
    expect(verdicts(truthOf({ [name]: expected }), person({ [name]: read }))[name]).toBe('wrong');
  });

  it('compares the about text by its start', () => {
    const truth = truthOf({ aboutStart: 'I fly' });
    expect(verdicts(truth, person({ about: 'I fly\n planes.' })).aboutStart).toBe('right');
    expect(verdicts(truth, person({ about: 'Planes I fly' })).aboutStart).toBe('wrong');
  });

  it('takes any of several values', () => {
    const truth = truthOf({ position: { anyOf: ['Pilot', 'Owner'] } });
    expect(verdicts(truth, person({ position: 'Owner' })).position).toBe('right');
    expect(verdicts(truth, person({ position: 'Cook' })).position).toBe('wrong');
  });
});

describe('the scorer of entries', () => {
  const experience = [
    { title: 'Pilot', company: 'Cloudline', from: 'Jul 2021', to: 'Present' },
    { title: 'Cook', company: 'Galley', from: 'Mar 2016', to: 'Jun 2021' },
  ];

  it('takes the same month in another form, and an open end in any language', () => {
    const read = person(
      {},
      {
        experience: [
          { title: 'Pilot', company: 'Cloudline', from: '2021-07', to: 'obecnie', current: true },
          { title: 'Cook', company: 'Galley', from: 'marzo de 2016', to: 'czerwiec 2021' },
        ],
      },
    );
    expect(verdicts(truthOf({ experience }), read)).toMatchObject({
      'experience[0]': 'right',
      'experience[1]': 'right',
    });
  });

  it('counts a missing entry once, without shifting the others', () => {
    const read = person({}, { experience: [experience[1]] });
    expect(verdicts(truthOf({ experience }), read)).toMatchObject({
      'experience[0]': 'missed',
      'experience[1]': 'right',
    });
  });

  it('finds a differing part and an entry that is not there', () => {
    const read = person(
      {},
      {
        experience: [
          { ...experience[0], company: 'Galley' },
          experience[1],
          { title: 'King', company: 'Moon' },
        ],
      },
    );
    expect(verdicts(truthOf({ experience }), read)).toMatchObject({
      'experience[0]': 'wrong',
      'experience[1]': 'right',
      'experience[+]': 'wrong',
    });
  });
});

describe('the scorer of lists', () => {
  const rows = [
    { handle: 'ada', name: 'Ada' },
    { anonymous: true, headline: 'Pilot' },
    { memberId: '198', name: 'Grace' },
  ];
  const truth = truthOf({ rows }, { kind: 'people-list', expect: 'list' });

  function list(read: PersonRow[]): Reading {
    return {
      outcome: 'list',
      list: { kind: 'people', pageUrl: 'https://www.linkedin.com/search/', layout: 'sdui', rows: read },
    };
  }
  const ada = { fields: { handle: field('ada'), fullName: field('Ada') }, anonymous: false };
  const nobody = { fields: { headline: field('Pilot') }, anonymous: true };
  const grace = { fields: { memberId: field('198'), fullName: field('Grace') }, anonymous: false };

  it('brings rows together by handle, number, and for nameless ones headline', () => {
    expect(new Set(findings(truth, list([ada, nobody, grace])).map(({ verdict }) => verdict))).toEqual(
      new Set(['right']),
    );
  });

  it('counts a missing and a strange row once each, and the order once', () => {
    const stranger = { fields: { handle: field('eve') }, anonymous: false };
    const found = findings(truth, list([grace, ada, stranger]));
    expect(found.filter(({ verdict }) => verdict === 'missed').map(({ field: name }) => name)).toEqual([
      'rows[1]',
      'rows[+]',
    ]);
    expect(found.filter(({ verdict }) => verdict === 'wrong').map(({ field: name }) => name)).toEqual([
      'rows order',
    ]);
  });

  it('reports a kind that is not supported yet as missed', () => {
    const score = { name: 'p', kind: 'k', era: 'e', findings: findings(truth, { outcome: 'unsupported' }) };
    expect(totalsOf([score])).toMatchObject({ present: 3, right: 0, wrong: 0, missed: 3 });
  });
});

describe('the scorer of outcomes', () => {
  it.each([
    ['wall', person({}), 'wrong'],
    ['unsupported', { outcome: 'wall' }, 'wrong'],
    ['unsupported', { outcome: 'notFound' }, 'right'],
    ['record', { outcome: 'wall' }, 'missed'],
    ['record', { outcome: 'failed', message: 'oops' }, 'wrong'],
    ['list', person({}), 'wrong'],
    [{ anyOf: ['record', 'notReady'] }, { outcome: 'notReady', page: 'profile', missing: ['name'] }, 'right'],
  ] as [unknown, Attempt, string][])('expecting %j', (expected, attempt, verdict) => {
    expect(verdicts(truthOf({ headline: 'x' }, { expect: expected }), attempt).outcome).toBe(verdict);
  });

  it('asks for no fields of a page that may be refused and was', () => {
    const truth = truthOf({ headline: 'x' }, { expect: { anyOf: ['record', 'notReady'] } });
    expect(verdicts(truth, { outcome: 'notReady', page: 'profile', missing: [] })).toEqual({
      outcome: 'right',
    });
  });
});

describe('the table', () => {
  const page = (name: string, found: Finding[]) => ({ name, kind: 'profile', era: 'sdui', findings: found });
  const scores = [
    page('one', [
      { field: 'outcome', verdict: 'right' },
      { field: 'a', verdict: 'right', expected: 'x' },
    ]),
    page('two', [
      { field: 'a', verdict: 'wrong', expected: 'x', read: 'y' },
      { field: 'b', verdict: 'wrong', read: 'leak' },
      { field: 'c', verdict: 'missed', expected: 'z' },
      { field: 'd', verdict: 'extra', read: 'more' },
    ]),
  ];

  it('counts what the truth asks for, and leaks beside it', () => {
    expect(totalsOf(scores)).toMatchObject({ pages: 2, present: 3, right: 1, wrong: 2, missed: 1, extra: 1 });
    expect(shareRight(totalsOf(scores))).toBeCloseTo(1 / 3);
    expect(tableOf(scores)).toMatch(/profile\s+sdui\s+2\s+3\s+1\s+2\s+1\s+1\s+0\s+33\.3 %/);
  });

  it('names every wrong and missed field by page', () => {
    expect(detailsOf(scores, false)).toBe(
      [
        'two (profile, sdui)',
        '  WRONG  a  expected "x"  read "y"',
        '  WRONG  b  read "leak"',
        '  MISSED c  expected "z"',
      ].join('\n'),
    );
  });
});
