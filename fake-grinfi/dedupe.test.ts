import { describe, expect, it } from 'vitest';
import { domainOf, findCompany, findLead, identityOf } from './dedupe.ts';
import { demoOwner, emptySeed } from './seed.ts';
import { createFakeGrinfi } from './server.ts';

describe('a linkedin_id', () => {
  it.each([
    ['ada-example', { handle: 'ada-example' }],
    ['https://www.linkedin.com/in/ada-example/?trk=x', { handle: 'ada-example' }],
    ['linkedin.com/in/%C3%A5sa-example', { handle: 'åsa-example' }],
    ['ACoAAAExample', { lnId: 'ACoAAAExample' }],
    ['https://www.linkedin.com/in/ACoAAAExample', { lnId: 'ACoAAAExample' }],
    ['ACwAAAExample', { snId: 'ACwAAAExample' }],
    ['https://www.linkedin.com/sales/lead/ACwAAAExample,NAME_SEARCH,x1', { snId: 'ACwAAAExample' }],
    ['123456', { memberId: '123456' }],
    ['100%-example', { handle: '100%-example' }],
  ])('%s is understood', (linkedinId, identity) => {
    expect(identityOf(linkedinId)).toEqual(identity);
  });
});

describe('the contact taken for the same person', () => {
  /** One contact for each rung of the ladder, the weakest first, so that the order of rows cannot help. */
  const setUp = () => {
    const { make, state } = createFakeGrinfi({ seed: emptySeed });
    const add = (fields: Parameters<typeof make.lead>[1]) => make.lead(demoOwner, fields);
    const base = { list_uuid: 'l' };
    return {
      name: add({ ...base, first_name: 'Ada', last_name: 'Example', company_name: 'Acme' }),
      personal: add({ ...base, personal_email: 'ada@example.com' }),
      work: add({ ...base, work_email: 'ada@example.com' }),
      handle: add({ ...base, linkedin: 'ada-example' }),
      sn: add({ ...base, sn_id: 'ACwAA1' }),
      ln: add({ ...base, ln_id: 'ACoAA1' }),
      member: add({ ...base, ln_member_id: '1' }),
      leads: state.leads.all(),
    };
  };
  const all = {
    memberId: '1',
    lnId: 'ACoAA1',
    snId: 'ACwAA1',
    handle: 'Ada-Example',
    email: 'ADA@example.com',
    name: 'ada example',
    companyName: 'ACME',
  };
  const { memberId: _m, ...withoutMember } = all;
  const { lnId: _l, ...withoutLn } = withoutMember;
  const { snId: _s, ...withoutSn } = withoutLn;
  const { handle: _h, ...withoutHandle } = withoutSn;
  const { email: _e, ...nameOnly } = withoutHandle;

  it.each([
    ['member', all],
    ['ln', withoutMember],
    ['sn', withoutLn],
    ['handle', withoutSn],
    ['work', withoutHandle],
    ['name', nameOnly],
  ] as const)('is the one with the same %s before all weaker ones', (rung, identity) => {
    const { leads, ...rows } = setUp();
    expect(findLead(leads, identity)).toBe(rows[rung]);
  });

  it('is found by the personal e-mail when no work e-mail is the same', () => {
    const { leads, personal, work } = setUp();
    work.work_email = null;
    expect(findLead(leads, withoutHandle)).toBe(personal);
  });

  it('is nobody when only the name or only empty fields agree', () => {
    const { leads } = setUp();
    expect(findLead(leads, { name: 'Ada Example' })).toBeUndefined();
    expect(findLead(leads, { lnId: 'ACOAA1' })).toBeUndefined();
    expect(findLead(leads, {})).toBeUndefined();
  });
});

describe('the company that a lookup means', () => {
  const { make, state } = createFakeGrinfi({ seed: emptySeed });
  const acme = make.company(demoOwner, {
    name: 'Acme',
    ln_id: 77,
    linkedin: 'acme-example',
    website: 'https://www.acme.example.com/en',
  });

  it.each([
    { ln_id: '77' },
    { linkedin: 'Acme-Example' },
    { linkedin: 'https://www.linkedin.com/company/acme-example/about/' },
    { website: 'acme.example.com' },
    { name: 'acme' },
  ])('is found by %o', (lookup) => {
    expect(findCompany(state.companies.all(), lookup)).toBe(acme);
  });

  it('is none when nothing agrees', () => {
    expect(findCompany(state.companies.all(), { ln_id: '7', website: 'me.example.com' })).toBeUndefined();
  });

  it.each([
    ['https://www.Acme.example.com:443/x?y', 'acme.example.com'],
    ['acme.example.com', 'acme.example.com'],
    ['', undefined],
    [null, undefined],
  ])('the domain of %s is %s', (text, domain) => {
    expect(domainOf(text)).toBe(domain);
  });
});
