import { describe, expect, it } from 'vitest';
import { knownCompany, knownContact, person, read, sameContact } from '../testing/panel-states.ts';
import { changesBetween, hasNewEmployer, isSame } from './changes.ts';

describe('changes between LinkedIn and Grinfi', () => {
  it('are those fields that tell something else, in the order of the card', () => {
    const fields = changesBetween(person.fields, knownContact, {}).map((change) => change.field);
    expect(fields).toEqual(['headline', 'position', 'companyName']);
  });

  it('are none when only spelling differs', () => {
    expect(changesBetween(person.fields, sameContact, {})).toEqual([]);
  });

  it('count what Grinfi does not have yet, and tick it', () => {
    const { email: _, ...fields } = sameContact.fields;
    expect(changesBetween(person.fields, { ...sameContact, fields }, {})).toEqual([
      {
        field: 'email',
        now: undefined,
        next: 'mara@fjordlight.example',
        from: 'link',
        certain: true,
        ticked: true,
      },
    ]);
  });

  it('leave an uncertain value unticked until the user ticks it', () => {
    const fields = { location: read('Oslo, Norway', 'title', false) };
    expect(changesBetween(fields, sameContact, {})[0]?.ticked).toBe(false);
    expect(changesBetween(fields, sameContact, { location: true })[0]?.ticked).toBe(true);
  });

  it('never propose to empty what the page does not show', () => {
    expect(changesBetween({}, knownContact, {})).toEqual([]);
  });

  it('compare whole names where Grinfi has no parts', () => {
    const { firstName: _, lastName: __, ...fields } = sameContact.fields;
    const record = { ...sameContact, fields: { ...fields, fullName: 'M. Lindqvist' } };
    expect(changesBetween(person.fields, record, {}).map((change) => change.field)).toEqual(['fullName']);
  });

  it('are found on companies', () => {
    const fields = {
      name: read('Fjordlight'),
      website: read('https://www.fjordlight.example/'),
      employeesRange: read('51-200'),
    };
    expect(changesBetween(fields, knownCompany, {}).map((change) => change.field)).toEqual([
      'employeesRange',
    ]);
  });

  it('call another employer a job change, but not a first one', () => {
    expect(hasNewEmployer(changesBetween(person.fields, knownContact, {}))).toBe(true);
    const { companyName: _, ...fields } = knownContact.fields;
    expect(hasNewEmployer(changesBetween(person.fields, { ...knownContact, fields }, {}))).toBe(false);
  });
});

describe('two spellings', () => {
  it.each([
    ['companyName', 'Acme', 'ACME GmbH'],
    ['companyName', 'Northwind Sp. z o.o.', 'Northwind'],
    ['companyName', 'Blue–Sky, Inc.', 'Blue-Sky'],
    ['location', 'Berlin, Germany', 'Berlin, Berlin, Germany'],
    ['website', 'https://www.acme.example/', 'acme.example'],
    ['phone', '+49 30 123', '+4930123'],
    ['headline', 'Founder | Speaker', 'founder  |  speaker'],
    ['firstName', 'Zoe\u0301', 'Zoé'],
  ])('of a %s are the same: %s, %s', (field, a, b) => {
    expect(isSame(field, a, b)).toBe(true);
    expect(isSame(field, b, a)).toBe(true);
  });

  it.each([
    ['companyName', 'Acme', 'Acme Labs'],
    ['companyName', 'GmbH', 'AG'],
    ['location', 'Berlin, Germany', 'Munich, Germany'],
    ['headline', '🚀', '🌱'],
    ['firstName', 'Ana', 'Anna'],
    ['companyName', 'Кофейня', 'Пекарня'],
  ])('of a %s are different: %s, %s', (field, a, b) => {
    expect(isSame(field, a, b)).toBe(false);
  });
});
