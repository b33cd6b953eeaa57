import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readingSchema } from '../records.ts';
import { loadPage } from './fixtures/load.ts';
import { accountPage, leadId, leadPage, otherLeadId } from './fixtures/sales-page.ts';
import { readPage } from './registry.ts';

const leadUrl = `https://www.linkedin.com/sales/lead/${leadId},NAME_SEARCH,x1y2?_ntb=z`;
const accountUrl = 'https://www.linkedin.com/sales/company/1277?_ntb=z';

function read(html: string, url: string) {
  const reading = readPage(loadPage(html, url), new URL(url));
  expect(v.is(readingSchema, reading)).toBe(true);
  return reading;
}

function record(html: string, url: string) {
  const reading = read(html, url);
  if (reading.outcome !== 'record') throw new Error(reading.outcome);
  return reading.record;
}

/** Values alone; an uncertain one ends in `?`. */
function values(html: string, url: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record(html, url).fields).map(([name, field]) => [
      name,
      field.value + (field.certain ? '' : '?'),
    ]),
  );
}

describe('lead in Sales Navigator', () => {
  const full = {
    headline: 'Weaver & teacher',
    location: 'Lindholm, Sweden',
    roles: [['Head of Looms', 'Acme Weaving', '1277']] as [string, string, string][],
    about: 'I weave, mostly at night.',
    contact:
      '<a href="mailto:ada@ada.example?x=1">Mail</a><a href="tel:+468123456">Call</a><a href="https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Fada.example%2F">Web</a><a href="https://twitter.com/ada_example">T</a>',
    jobs: [
      ['Head of Looms', 'Acme Weaving', '1277', 'Sep 2016–Heute 9 Jahre 10 Monate'],
      ['Weaver', 'Sample Textiles', '99', '2012–Aug 2016 4 yrs'],
    ] as [string, string, string, string][],
    schools: [['Lindholm Institute', 'Master of Looms']] as [string, string][],
  };

  it('reads the page', () => {
    const page = leadPage(full);
    expect(values(page, leadUrl)).toEqual({
      snId: leadId,
      memberId: '4711',
      fullName: 'Ada Example',
      firstName: 'Ada',
      lastName: 'Example',
      headline: 'Weaver & teacher',
      location: 'Lindholm, Sweden',
      degree: '2',
      photoUrl: 'https://media.licdn.com/dms/image/v2/P/profile-displayphoto-shrink_400_400/0/1',
      about: 'I weave, mostly at night.',
      position: 'Head of Looms',
      companyName: 'Acme Weaving',
      companyId: '1277',
      email: 'ada@ada.example',
      phone: '+468123456',
      website: 'https://ada.example/',
      twitter: 'https://twitter.com/ada_example',
    });
    expect(record(page, leadUrl)).toMatchObject({
      kind: 'person',
      layout: 'sales-navigator',
      notices: ['bestEffort'],
      pageUrl: `https://www.linkedin.com/in/${leadId}`,
      experience: [
        {
          title: 'Head of Looms',
          company: 'Acme Weaving',
          companyId: '1277',
          from: 'Sep 2016',
          to: 'Heute',
          current: true,
        },
        {
          title: 'Weaver',
          company: 'Sample Textiles',
          companyId: '99',
          from: '2012',
          to: 'Aug 2016',
          current: false,
        },
      ],
      educations: [{ school: 'Lindholm Institute', degree: 'Master of Looms' }],
    });
  });

  it('leaves absent what the page does not show, though others show it', () => {
    expect(Object.keys(values(leadPage({}), leadUrl)).sort()).toEqual([
      'degree',
      'firstName',
      'fullName',
      'lastName',
      'memberId',
      'photoUrl',
      'snId',
    ]);
  });

  it('marks the job where there are several current ones', () => {
    const roles: [string, string, string][] = [...full.roles, ['Chair', 'Guild', '5']];
    expect(values(leadPage({ roles }), leadUrl)).toMatchObject({
      position: 'Head of Looms?',
      companyId: '1277?',
    });
  });

  it('takes the public address from the data of the same lead', () => {
    const item = (id: string, fullName: string, handle: string) => ({
      entityUrn: `urn:li:fs_salesProfile:(${id},NAME_SEARCH,x1y2)`,
      fullName,
      flagshipProfileUrl: `https://www.linkedin.com/in/${handle}`,
    });
    const known = leadPage({
      title: 'Sales Navigator',
      data: [item(otherLeadId, 'Ben Other', 'ben-other'), item(leadId, 'Ada Example', 'ada-example')],
    });
    expect(values(known, leadUrl)).toMatchObject({ handle: 'ada-example', fullName: 'Ada Example' });
    const stale = leadPage({ title: 'Sales Navigator', data: [item(leadId, 'Ben Other', 'ben-other')] });
    expect(values(stale, leadUrl)).toMatchObject({ fullName: 'Ada Example?' });
    expect(record(stale, leadUrl).fields.handle).toBeUndefined();
  });

  it('is not ready while the page is about another lead', () => {
    expect(read(leadPage({ ...full, title: 'Ben Other | Sales Navigator' }), leadUrl)).toEqual({
      outcome: 'notReady',
      page: 'lead',
      missing: ['the person in the address'],
    });
    expect(read('<main></main>', leadUrl).outcome).toBe('notReady');
  });

  it('marks everything where nothing says whose content it is', () => {
    const marked = Object.values(
      record(leadPage({ ...full, title: 'Sales Navigator' }), leadUrl).fields,
    ).filter((field) => field.from !== 'address');
    expect(marked.filter((field) => field.certain && field.from !== 'derived')).toEqual([]);
    const linked = leadPage({
      ...full,
      title: 'Sales Navigator',
      cardLink: `/sales/lead/${leadId},NAME_SEARCH,x1y2`,
    });
    expect(values(linked, leadUrl)).toMatchObject({ fullName: 'Ada Example' });
  });
});

describe('account in Sales Navigator', () => {
  const full = {
    industry: 'Textile Manufacturing',
    location: 'Lindholm, Sweden',
    size: '51-200 employees',
    about: 'Acme weaves cloth.',
    website: 'https://www.acme.example/',
  };

  it('reads the page', () => {
    expect(values(accountPage(full), accountUrl)).toEqual({
      companyId: '1277',
      name: 'Acme Example',
      industry: 'Textile Manufacturing',
      headquarters: 'Lindholm, Sweden',
      employeesRange: '51-200',
      about: 'Acme weaves cloth.',
      website: 'https://www.acme.example/',
      domain: 'acme.example',
      logoUrl: 'https://media.licdn.com/dms/image/v2/L/company-logo_400_400/0/1',
    });
    expect(record(accountPage(full), accountUrl)).toMatchObject({
      kind: 'company',
      layout: 'sales-navigator',
      notices: ['bestEffort'],
      pageUrl: 'https://www.linkedin.com/company/1277',
    });
  });

  it('takes nothing from other companies, nor a script for a website', () => {
    expect(values(accountPage({ website: 'javascript:alert(1)' }), accountUrl)).toEqual({
      companyId: '1277',
      name: 'Acme Example',
      logoUrl: 'https://media.licdn.com/dms/image/v2/L/company-logo_400_400/0/1',
    });
  });

  it('takes the public address from the data of the same account', () => {
    const data = [
      {
        entityUrn: 'urn:li:fs_salesCompany:1277',
        name: 'Acme Example',
        flagshipCompanyUrl: 'https://www.linkedin.com/company/acme-example',
      },
    ];
    expect(record(accountPage({ title: '', data }), accountUrl).pageUrl).toBe(
      'https://www.linkedin.com/company/acme-example',
    );
  });

  it('is not ready while the page is about another account, and marks what is open', () => {
    expect(read(accountPage({ ...full, title: 'Wrong | Sales Navigator' }), accountUrl).outcome).toBe(
      'notReady',
    );
    expect(values(accountPage({ ...full, title: 'Sales Navigator' }), accountUrl)).toMatchObject({
      name: 'Acme Example?',
      domain: 'acme.example?',
    });
    const linked = accountPage({ title: 'Sales Navigator', cardLink: '/sales/company/1277/people' });
    expect(values(linked, accountUrl)).toMatchObject({ name: 'Acme Example' });
  });
});
