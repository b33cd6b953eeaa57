import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type CompanyRecord, readingSchema } from '../records.ts';
import { companyData, emberCompany, guestCompany, sduiCompany, url } from './fixtures/company-page.ts';
import { loadPage } from './fixtures/load.ts';
import { readPage, scripts } from './registry.ts';

const address = 'https://www.linkedin.com/company/acme-example/';

function read(html: string, at = address) {
  const reading = readPage(loadPage(html, at), new URL(at));
  expect(v.is(readingSchema, reading)).toBe(true);
  return reading;
}

function company(html: string, at = address): CompanyRecord {
  const reading = read(html, at);
  if (reading.outcome !== 'record' || reading.record.kind !== 'company') throw new Error(reading.outcome);
  return reading.record;
}

/** Values alone; an uncertain one ends in `?`. */
function values(html: string, at = address): Record<string, string> {
  return Object.fromEntries(
    Object.entries(company(html, at).fields).map(([name, field]) => [
      name,
      field.value + (field.certain ? '' : '?'),
    ]),
  );
}

const logoUrl = 'https://media.licdn.com/dms/image/v2/L/company-logo_200_200/0/1?e=1';
const bare = { name: 'Acme Example', handle: 'acme-example', logoUrl };
const base = { ...bare, companyId: '1277' };

describe('company page', () => {
  it('reads the overview and says that the About tab has more', () => {
    const html = emberCompany({
      tagline: 'Cloth for all',
      industry: 'Textile Manufacturing',
      boxed: ['Lindholm, Skåne', '3M followers'],
      employees: '10K+ employees',
    });
    expect(values(html)).toEqual({
      ...base,
      tagline: 'Cloth for all',
      industry: 'Textile Manufacturing',
      headquarters: 'Lindholm, Skåne',
      followers: '3000000',
      employeesRange: '10001+',
    });
    expect(company(html)).toMatchObject({
      layout: 'ember',
      notices: ['aboutTabHasMore'],
      pageUrl: address.slice(0, -1),
    });
  });

  const facts: [string, ...string[]][] = [
    ['Webbplats', url('http://www.acme.example')],
    [
      'Telefon',
      '<a href="tel:+468123456"><span aria-hidden="true">+46 8 123 456</span><span class="visually-hidden">Telefonnummer +46 8 123 456</span></a>',
    ],
    ['Verifierad sida', '15 november 2023'],
    ['Bransch', 'Textiltillverkning'],
    ['Företagsstorlek', '51–200 anställda', '143 associerade medlemmar'],
    ['Huvudkontor', 'Lindholm, Skåne'],
    ['Typ', 'Privatägt'],
    ['Grundat', '1999'],
    ['Specialiteter', 'Cloth, Wool, and Looms 2000'],
  ];

  it('reads the About tab by shape, whatever the labels say', () => {
    const html = emberCompany({ facts, about: 'Acme weaves cloth.', boxed: ['1.242 följare'] });
    expect(values(html, `${address}about/`)).toEqual({
      ...bare,
      website: 'http://www.acme.example',
      domain: 'acme.example',
      phone: '+468123456',
      industry: 'Textiltillverkning',
      employeesRange: '51-200',
      headquarters: 'Lindholm, Skåne',
      founded: '1999',
      followers: '1242',
      about: 'Acme weaves cloth.',
    });
    expect(company(html, `${address}about/`).notices).toEqual([]);
  });

  it('does not take the type of company for a place', () => {
    const html = emberCompany({ facts: facts.filter(([label]) => label !== 'Huvudkontor') });
    expect(values(html).headquarters).toBeUndefined();
  });

  it('does not take the size for the industry, nor a date', () => {
    const html = emberCompany({ facts: facts.filter(([label]) => label !== 'Bransch') });
    expect(values(html).industry).toBeUndefined();
  });

  it('reads a school without an industry, where alumni are counted too', () => {
    const html = emberCompany({
      space: 'school',
      boxed: ['Lindholm, Skåne', '33,251+ alumni', '39,992 followers'],
    });
    expect(values(html, 'https://www.linkedin.com/school/acme-example/')).toEqual({
      ...bare,
      headquarters: 'Lindholm, Skåne',
      followers: '39992',
    });
    expect(company(html, 'https://www.linkedin.com/school/acme-example/').pageUrl).toBe(
      'https://www.linkedin.com/school/acme-example',
    );
  });

  it('reads the line of 2019, which had no box', () => {
    const html = emberCompany({ items: ['Internet', 'Dosre, CA', '3,243,580 followers'] });
    expect(values(html)).toMatchObject({
      industry: 'Internet',
      headquarters: 'Dosre, CA',
      followers: '3243580',
    });
  });

  it('reads nothing from a line where a text may be either', () => {
    expect(values(emberCompany({ items: ['Luxembourg', '12 followers'] }))).toEqual({
      ...bare,
      followers: '12',
    });
  });

  it('leaves absent what the page does not show', () => {
    expect(values(emberCompany({ ids: [] }))).toEqual(bare);
  });

  it('fills from the page data of the same company', () => {
    const html = emberCompany({
      data: [companyData('wrong-example', { foundedOn: { year: 2001 } }), companyData('acme-example')],
    });
    expect(values(html)).toEqual({
      ...base,
      tagline: 'Cloth for all',
      website: 'https://acme.example/',
      domain: 'acme.example',
      employeesRange: '51-200',
      headquarters: 'Lindholm, Skåne',
      about: 'Acme weaves cloth.',
      phone: '+46 8 123 456',
      founded: '1999',
    });
    expect(company(html).notices).toEqual([]);
  });

  it('takes nothing from data of the company that was open before', () => {
    const html = emberCompany({
      data: [companyData('before-example', { entityUrn: 'urn:li:fsd_company:9' })],
    });
    expect(values(html)).toEqual(bare);
  });

  it('is not ready while the page is about the company before', () => {
    const html = emberCompany({ tabs: 'before-example' });
    expect(read(html)).toEqual({
      outcome: 'notReady',
      page: 'company',
      missing: ['the company in the address'],
    });
    expect(read('<body class="ember-application"><main></main></body>').outcome).toBe('notReady');
  });

  it('accepts a number in the address only when the page ties it to the handle', () => {
    const html = emberCompany({ boxed: ['Lindholm'], employees: '51-200 employees', ids: ['1277', '99'] });
    const record = company(html, 'https://www.linkedin.com/company/1277/');
    expect(record.pageUrl).toBe('https://www.linkedin.com/company/acme-example');
    expect(record.fields.companyId).toMatchObject({ value: '1277', certain: true });
    expect(read(html, 'https://www.linkedin.com/company/1278/').outcome).toBe('notReady');
    const known = emberCompany({ data: [companyData('acme-example')] });
    expect(company(known, 'https://www.linkedin.com/company/1277/').fields.handle?.value).toBe(
      'acme-example',
    );
  });

  it('marks the number of a company whose link names several', () => {
    expect(values(emberCompany({ employees: '44,632 employees', ids: ['1277', '99'] }))).toMatchObject({
      companyId: '1277?',
    });
    expect(values(emberCompany({ employees: '44,632 employees' })).employeesRange).toBeUndefined();
  });

  it('marks a website that is only the target of the button', () => {
    expect(values(emberCompany({ button: 'https://www.acme.example/' }))).toMatchObject({
      website: 'https://www.acme.example/?',
      domain: 'acme.example?',
    });
    const stated = emberCompany({ button: 'https://acme.example/', data: [companyData('acme-example')] });
    expect(company(stated).fields.website?.certain).toBe(true);
  });

  it.each([
    ['javascript:alert(1)', undefined, undefined],
    ['data:text/html,x', undefined, undefined],
    ['https://www.linkedin.com/safety/go/?url=javascript%3Aalert(1)', undefined, undefined],
    [
      'https://www.linkedin.com/safety/go/?url=https%3A%2F%2Facme.example%2Fse',
      'https://acme.example/se',
      'acme.example',
    ],
    ['https://www.facebook.com/acme', 'https://www.facebook.com/acme', undefined],
    ['http://192.0.2.1/', 'http://192.0.2.1/', undefined],
    ['http://localhost/', 'http://localhost/', undefined],
  ])('reads the website %s', (href, website, domain) => {
    const { fields } = company(
      emberCompany({
        facts: [
          ['Website', url(href)],
          ['Size', '2-10 employees'],
        ],
      }),
    );
    expect([fields.website?.value, fields.domain?.value]).toEqual([website, domain]);
  });

  it('reads the cut text of the overview', () => {
    expect(values(emberCompany({ overview: 'Acme weaves …' })).about).toBe('Acme weaves …');
  });

  it('reads the same whatever the classes are called', () => {
    const html = emberCompany({
      industry: 'Textile',
      boxed: ['Lindholm', '12 followers'],
      facts,
      about: 'Cloth.',
    });
    expect(company(html.replace(/ class="[^"]*"/g, ' class="_1a2b"'))).toEqual(company(html));
  });

  it('gives the company of a People tab to the list', () => {
    const at = `${address}people/?keywords=weaver`;
    const page = loadPage(emberCompany({ industry: 'Textile', boxed: ['Lindholm, Skåne'] }), at);
    expect(scripts.company(page, new URL(at))).toMatchObject({
      record: { fields: { industry: { value: 'Textile' } } },
    });
    const other = new URL('https://www.linkedin.com/company/other/people/');
    expect(scripts.company(page, other).outcome).toBe('notReady');
  });

  it('reads a page of an unknown frontend as far as it goes', () => {
    expect(values(sduiCompany)).toEqual({
      ...base,
      logoUrl: logoUrl.split('?')[0],
      employeesRange: '51-200',
    });
    expect(company(sduiCompany)).toMatchObject({
      layout: 'sdui',
      notices: ['bestEffort', 'aboutTabHasMore'],
    });
    expect(read(sduiCompany, 'https://www.linkedin.com/company/wrong-example/').outcome).toBe('notReady');
  });
});

describe('public company page', () => {
  const shown = {
    headline: 'Textile Manufacturing',
    subline: 'Lindholm, Skåne <span class="dot">29.000 Follower</span>',
    tagline: 'Cloth for all',
    about: 'Acme weaves cloth.',
    facts: {
      website: url('https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Facme%2Eexample%2F&trk=x'),
      industry: 'Textile Manufacturing',
      size: '51–200 Beschäftigte',
      headquarters: 'Lindholm, Skåne',
      organizationType: 'Privatunternehmen',
      foundedOn: '1999',
    },
  };
  const all = {
    name: base.name,
    handle: base.handle,
    companyId: '1277',
    tagline: 'Cloth for all',
    website: 'https://acme.example/',
    domain: 'acme.example',
    industry: 'Textile Manufacturing',
    employeesRange: '51-200',
    headquarters: 'Lindholm, Skåne',
    about: 'Acme weaves cloth.',
    founded: '1999',
    followers: '29000',
  };

  it('reads it without JSON-LD', () => {
    expect(values(guestCompany(shown))).toEqual(all);
    expect(company(guestCompany(shown))).toMatchObject({ layout: 'guest', notices: ['publicView'] });
  });

  const data = (more: object) =>
    JSON.stringify({
      '@graph': [
        { '@type': 'Organization', url: 'https://www.linkedin.com/company/wrong-example', slogan: 'Wrong' },
        { '@type': 'Organization', url: 'https://de.linkedin.com/company/acme-example', ...more },
      ],
    });

  it('fills from JSON-LD what the page does not show', () => {
    const jsonLd = data({
      slogan: 'Cloth for all',
      sameAs: 'https://acme.example/',
      description: 'Acme weaves cloth.',
      address: { addressLocality: 'Lindholm' },
      logo: { contentUrl: logoUrl },
      numberOfEmployees: { value: 143 },
    });
    expect(values(guestCompany({ jsonLd }))).toEqual({
      name: base.name,
      handle: base.handle,
      companyId: '1277',
      tagline: 'Cloth for all',
      website: 'https://acme.example/',
      domain: 'acme.example',
      headquarters: 'Lindholm',
      about: 'Acme weaves cloth.',
      logoUrl,
    });
  });

  it('marks what the data says otherwise', () => {
    const jsonLd = data({ sameAs: 'https://acme-group.example/' });
    expect(values(guestCompany({ ...shown, jsonLd }))).toMatchObject({
      website: 'https://acme.example/?',
      domain: 'acme.example?',
    });
  });

  it('is not ready while the page is about another company', () => {
    expect(read(guestCompany({ ...shown, handle: 'wrong-example' })).outcome).toBe('notReady');
  });

  it('reads a page with next to nothing', () => {
    expect(values(guestCompany({ image: 'https://static.licdn.com/x/y' }))).toEqual({
      name: base.name,
      handle: base.handle,
      companyId: '1277',
    });
  });
});
