import { describe, expect, it } from 'vitest';
import { brightfjord } from '../../e2e/pages/companies.ts';
import { arabicCrowd, crowd, type Listed } from '../../e2e/pages/crowd.ts';
import { lnIdOf, snIdOf } from '../../e2e/pages/ids.ts';
import { companyPeople, emberSearch } from '../../e2e/pages/list-ember.ts';
import { sduiConnections, sduiSearch } from '../../e2e/pages/list-sdui.ts';
import { salesSearch } from '../../e2e/pages/sales.ts';
import type { PeopleList, PersonRow } from '../records.ts';
import { loadPage } from './fixtures/load.ts';
import { readPage } from './registry.ts';

const home = 'https://www.linkedin.com';
const search = `${home}/search/results/people/?keywords=harbour`;
const connections = `${home}/mynetwork/invite-connect/connections/`;
const tab = `${home}/company/${brightfjord.handle}/people/`;
const sales = `${home}/sales/search/people?query=x`;
const small = { filler: false };

function read(html: string, url: string): PeopleList {
  const reading = readPage(loadPage(html, url), new URL(url));
  if (reading.outcome !== 'list') throw new Error(`not a list: ${JSON.stringify(reading)}`);
  return reading.list;
}

/** Values alone; an uncertain one ends in `?`. */
function values({ fields }: PersonRow): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, { value, certain }]) => [name, certain ? value : `${value}?`]),
  );
}

function rowOf(list: PeopleList, handle: string): Record<string, string> {
  const row = list.rows.find(({ fields }) => fields.handle?.value === handle);
  if (!row) throw new Error(`no row of ${handle}`);
  return values(row);
}

/** The rows of a crowd whose members have these handles; `''` is hidden. */
const some = (...handles: string[]): Listed[] =>
  crowd.filter(({ person }) => handles.includes(person.handle));

describe('people search', () => {
  const pages = [
    ['sdui', sduiSearch],
    ['ember', emberSearch],
  ] as const;

  it.each(pages)('gives every field of a row, and none of mutual contacts (%s)', (layout, make) => {
    const list = read(make(some('ingrid-solvang', 'prof-elspeth-quarrington'), small), search);
    expect(list).toMatchObject({ layout, kind: 'people', pageUrl: `${home}/search/results/people/` });
    expect(rowOf(list, 'prof-elspeth-quarrington')).toEqual({
      handle: 'prof-elspeth-quarrington',
      lnId: lnIdOf('190073358'),
      memberId: '190073358',
      fullName: 'Prof. Dr. Elspeth Quarrington, PhD, FRSA',
      firstName: 'Elspeth',
      lastName: 'Quarrington',
      headline: 'Hydrodynamics — slowly',
      location: 'Pellworth, Ostmark',
      degree: '2',
    });
  });

  it.each(pages)('keeps the order, and hidden members as rows that nobody can save (%s)', (_, make) => {
    const list = read(make(crowd, small), search);
    expect(list.rows.map(({ fields }) => fields.handle?.value ?? '')).toEqual(
      crowd.map(({ person }) => person.handle),
    );
    const hidden = list.rows.filter(({ anonymous }) => anonymous).map(values);
    expect(hidden).toHaveLength(1);
    expect(hidden).toMatchObject([{ headline: 'Dredging supervisor', location: 'Ostmark' }]);
  });

  it.each(pages)('puts nothing else in place of a headline or a place that is missing (%s)', (_, make) => {
    const list = read(make(crowd, small), search);
    expect(rowOf(list, 'clara-mbeki-hoffmann')).toMatchObject({ location: 'Montreal, Quebec, Canada' });
    expect(rowOf(list, 'clara-mbeki-hoffmann')).not.toHaveProperty('headline');
    expect(rowOf(list, 'etienne-garrabost')).not.toHaveProperty('location');
    expect(rowOf(list, 'etienne-garrabost').headline).toBe(
      'Responsable grands comptes chez Brightfjord Systems?',
    );
  });

  it.each(pages)('is not led astray by numbers in headline, place and name (%s)', (_, make) => {
    expect(rowOf(read(make(crowd, small), search), 'ambrose-3rd-party')).toMatchObject({
      degree: '3',
      headline: '3rd-party logistics | 2nd career, 1st love',
      location: 'Paris 9e, Île-de-France',
    });
  });

  it.each(pages)('keeps names of any script whole (%s)', (_, make) => {
    const list = read(make(arabicCrowd, { ...small, language: 'ar' }), search);
    expect(rowOf(list, 'noa-harel-ashdod')).toMatchObject({
      fullName: 'נועה הראל',
      location: 'אשדוד, ישראל',
    });
    expect(rowOf(list, 'noa-harel-ashdod')).not.toHaveProperty('firstName');
    expect(list.rows[3]).toMatchObject({ anonymous: true });
  });

  it('takes no mutual contacts for a headline when headline and place are gone', () => {
    const page = loadPage(emberSearch(some('ingrid-solvang'), small), search);
    const [name, ...lines] = page.querySelector('.t-roman')?.parentElement?.children ?? [];
    for (const line of lines) line.remove();
    page.querySelector('.entity-result__summary')?.remove();
    const reading = readPage(page, new URL(search));
    expect(name?.textContent).toContain('Ingrid Solvang');
    expect(
      reading.outcome === 'list' && reading.list.rows.map(({ fields }) => Object.keys(fields).sort()),
    ).toEqual([['degree', 'firstName', 'fullName', 'handle', 'lastName', 'lnId', 'memberId']]);
  });

  it('is not ready while no row is there', () => {
    const page = loadPage(sduiSearch([], small), search);
    expect(readPage(page, new URL(search))).toEqual({
      outcome: 'notReady',
      page: 'people-list',
      missing: ['people'],
    });
  });

  it('gives a member once who is there twice', () => {
    const twice = some('ingrid-solvang', 'marek-dolezal-illustration');
    expect(read(sduiSearch([...twice, ...twice], small), search).rows).toHaveLength(2);
  });

  it('leaves out what the page hides', () => {
    const page = loadPage(sduiSearch(some('ingrid-solvang', 'oskar-lindqvist-bao'), small), search);
    page.querySelector('[role=listitem]')?.setAttribute('style', 'display: none');
    const reading = readPage(page, new URL(search));
    expect(reading.outcome === 'list' && reading.list.rows.map(values)).toMatchObject([
      { handle: 'oskar-lindqvist-bao' },
    ]);
  });
});

describe('connections', () => {
  const visible = crowd.filter(({ hidden }) => !hidden);

  it('gives name and headline; the day of connecting is neither', () => {
    const list = read(sduiConnections(visible, small), connections);
    expect(list.rows).toHaveLength(visible.length);
    expect(rowOf(list, 'ingrid-solvang')).toEqual({
      handle: 'ingrid-solvang',
      fullName: 'Ingrid Solvang',
      firstName: 'Ingrid',
      lastName: 'Solvang',
      headline: 'VP Sales at Brightfjord Systems | Ports, people and patience',
    });
    expect(rowOf(list, 'clara-mbeki-hoffmann')).not.toHaveProperty('headline');
  });

  it('takes nobody from the side column, also where the rows have lost their mark', () => {
    const html = sduiConnections(visible, { filler: true }).replaceAll(
      'data-view-name="connections-list"',
      '',
    );
    expect(html).toContain('/in/fenella-ombredane');
    const list = read(html, connections);
    expect(list.rows.map(({ fields }) => fields.handle?.value)).toEqual(
      visible.map(({ person }) => person.handle),
    );
  });

  it('finds the rows by their links alone', () => {
    const row = (n: number) => `<div><a href="/in/ada-${n}/"><p>Ada Row</p><p>Weaver ${n}</p></a><hr></div>`;
    const rows = Array.from({ length: 40 }, (_, n) => row(n)).join('');
    const list = read(`<main><section>${rows}</section></main>`, connections);
    expect(list.rows.map(({ fields }) => fields.headline?.value)).toEqual(
      Array.from({ length: 40 }, (_, n) => `Weaver ${n}`),
    );
  });
});

describe("a company's People tab", () => {
  it('gives the rows and the company above them', () => {
    const list = read(companyPeople(brightfjord, crowd, small), tab);
    expect(list.rows).toHaveLength(crowd.length);
    expect(list.company?.fields).toMatchObject({
      name: { value: 'Brightfjord Systems' },
      handle: { value: 'brightfjord-systems' },
      companyId: { value: brightfjord.id },
      headquarters: { value: 'Bergen, Vestland' },
      employeesRange: { value: '201-500' },
    });
    expect(rowOf(list, 'ingrid-solvang')).toMatchObject({
      headline: 'VP Sales at Brightfjord Systems | Ports, people and patience',
      degree: '2',
      lnId: lnIdOf('238114906'),
    });
  });

  it('takes no mutual contact for a headline', () => {
    const rows = crowd.map((row) => ({ ...row, noHeadline: true as const }));
    const list = read(companyPeople(brightfjord, rows, small), tab);
    expect(list.rows.flatMap(({ fields }) => fields.headline?.value ?? [])).toEqual([]);
  });

  it('gives no company whose page this is not', () => {
    const list = read(
      companyPeople(brightfjord, crowd, small),
      `${home}/company/marlowick-spedition/people/`,
    );
    expect(list.company).toBeUndefined();
  });
});

describe('search in Sales Navigator', () => {
  it('gives the job in place of the headline, and the id of Sales Navigator', () => {
    const list = read(salesSearch(crowd, small), sales);
    expect(list.layout).toBe('sales-navigator');
    expect(values(list.rows[0] as PersonRow)).toEqual({
      snId: snIdOf('238114906'),
      memberId: '238114906',
      fullName: 'Ingrid Solvang',
      firstName: 'Ingrid',
      lastName: 'Solvang',
      position: 'VP Sales',
      companyName: 'Brightfjord Systems',
      companyId: brightfjord.id,
      location: 'Bergen, Vestland, Norway',
      degree: '2',
    });
  });

  it('has a row for a freelancer without a company, and for a hidden member', () => {
    const list = read(salesSearch(crowd, small), sales);
    const marek = list.rows.find(({ fields }) => fields.memberId?.value === '95540217');
    expect(Object.keys(marek?.fields ?? {})).not.toContain('companyName');
    expect(list.rows.filter(({ anonymous }) => anonymous)).toHaveLength(1);
  });
});

describe('a search whose rows bear no mark that is known', () => {
  const row = (handle: string, name: string, mutual = '') =>
    `<div><div><div><a href="/in/${handle}/">${name}</a><span> • ٢</span></div><div>Weaver of ${name}</div><div>Lindholm</div></div>
     ${mutual}</div>`;
  const mutual = (handle: string) =>
    `<div><a href="/in/${handle}/"><strong>Max Mutual</strong></a> is a mutual connection</div>`;

  it('is read by its links, with mutual contacts as a part of the row, and digits of any script', () => {
    const url = new URL('https://www.linkedin.com/search/results/people/?keywords=weaver');
    const rows = [
      row('ada', 'Ada One', mutual('max')),
      row('eve', 'Eve Two', mutual('max')),
      row('kim', 'Kim Three'),
    ];
    const page = loadPage(`<main><div>${rows.join('')}</div></main>`, url.href);
    const reading = readPage(page, url);
    const read = reading.outcome === 'list' ? reading.list.rows : [];
    expect(
      read.map(({ fields }) => [fields.handle, fields.headline, fields.degree].map((field) => field?.value)),
    ).toEqual([
      ['ada', 'Weaver of Ada One', '2'],
      ['eve', 'Weaver of Eve Two', '2'],
      ['kim', 'Weaver of Kim Three', '2'],
    ]);
  });
});
