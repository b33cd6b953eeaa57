import { describe, expect, it } from 'vitest';
import type { PeopleList, PersonRecord, PersonRow } from '../records.ts';
import { company, person, read } from '../testing/panel-states.ts';
import { missingFieldsOf, missingFieldsOfList, pageKindOf } from './expected-fields.ts';
import { loadPage } from './fixtures/load.ts';
import { sduiProfile } from './fixtures/sdui-profile.ts';
import { readPage } from './registry.ts';

function without(record: PersonRecord, ...names: (keyof PersonRecord['fields'])[]): PersonRecord {
  const fields = Object.entries(record.fields).filter(([name]) => !names.includes(name as never));
  return { ...record, fields: Object.fromEntries(fields) };
}

function readSdui(profile: Parameters<typeof sduiProfile>[0]): PersonRecord {
  const url = 'https://www.linkedin.com/in/ada-example/';
  const reading = readPage(loadPage(sduiProfile(profile), url), new URL(url));
  if (reading.outcome !== 'record' || reading.record.kind !== 'person') throw new Error(reading.outcome);
  return reading.record;
}

describe('the fields that a page always has', () => {
  it('names those that were not read', () => {
    expect(missingFieldsOf(person)).toEqual([]);
    expect(missingFieldsOf(without(person, 'location'))).toEqual(['location']);
    expect(missingFieldsOf(without(person, 'location', 'headline'))).toEqual(['headline', 'location']);
  });

  it('says nothing of a sub-page, which has no top card, nor of a layout known from reports', () => {
    const bare = without(person, 'location', 'headline');
    expect(missingFieldsOf({ ...bare, notices: ['subPage'] })).toEqual([]);
    expect(missingFieldsOf({ ...bare, notices: ['bestEffort'] })).toEqual([]);
    expect(missingFieldsOf({ ...bare, layout: 'sales-navigator' })).toEqual([]);
  });

  it('is content with one field of a group', () => {
    expect(missingFieldsOf({ ...company, fields: { name: read('A'), followers: read('12') } })).toEqual([]);
    expect(missingFieldsOf({ ...company, fields: { name: read('A') } })).toEqual(['industry']);
  });

  it('tells a headline that the member left empty from one that could not be read', () => {
    expect(missingFieldsOf(readSdui({}))).toEqual([]);
    expect(readSdui({ headline: '--' }).fields.headline).toBeUndefined();
    expect(missingFieldsOf(readSdui({ headline: '--' }))).toEqual([]);
    expect(missingFieldsOf(readSdui({ location: '' }))).toEqual(['location']);
  });

  it('knows the kind of page from the record', () => {
    expect([person, company].map(pageKindOf)).toEqual(['profile', 'company']);
    expect(pageKindOf({ kind: 'person', layout: 'sales-navigator' })).toBe('lead');
    expect(pageKindOf({ kind: 'company', layout: 'sales-navigator' })).toBe('account');
  });
});

describe('a list', () => {
  const row = (headline?: string, anonymous = false): PersonRow => ({
    fields: { fullName: read('Ada Example'), ...(headline && { headline: read(headline) }) },
    anonymous,
  });
  const list = (...rows: PersonRow[]): PeopleList => ({
    kind: 'people',
    pageUrl: person.pageUrl,
    layout: 'sdui',
    rows,
  });

  it('is reported once when half of its rows have no headline', () => {
    expect(missingFieldsOfList(list(row(), row(), row('Engineer'), row('Poet')))).toEqual(['headline']);
    expect(missingFieldsOfList(list(row(), row('Cook'), row('Engineer'), row('Poet')))).toEqual([]);
  });

  it('does not count strangers, and draws nothing from a handful of rows', () => {
    const strangers = [row(undefined, true), row(undefined, true), row(undefined, true)];
    expect(missingFieldsOfList(list(row('a'), row('b'), row('c'), row('d'), ...strangers))).toEqual([]);
    expect(missingFieldsOfList(list(row(), row()))).toEqual([]);
  });

  it('of Sales Navigator has positions in place of headlines', () => {
    const lead: PersonRow = { fields: { position: read('Engineer') }, anonymous: false };
    const sales: PeopleList = { ...list(lead, lead, lead, lead), layout: 'sales-navigator' };
    expect(missingFieldsOfList(sales)).toEqual([]);
    expect(missingFieldsOfList({ ...sales, rows: Array(4).fill({ fields: {}, anonymous: false }) })).toEqual([
      'position',
    ]);
  });
});
