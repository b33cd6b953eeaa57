import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PersonRecord, ReadField } from '../records.ts';
import { emberProfile } from './fixtures/ember-profile.ts';
import { loadPage } from './fixtures/load.ts';
import { sduiProfile } from './fixtures/sdui-profile.ts';
import { readingSteps, type Usual } from './reading-steps.ts';
import { readPage } from './registry.ts';
import { type ScriptName, scriptNames } from './script-names.ts';
import type { TabReading } from './seen.ts';

const profile = new URL('https://www.linkedin.com/in/ada-example/');
const field = (value: string): ReadField => ({ value, from: 'link', certain: true });

function person(fields: PersonRecord['fields'], seen = {}): TabReading {
  const record: PersonRecord = {
    kind: 'person',
    pageUrl: profile.href,
    layout: 'sdui',
    fields: { handle: field('ada-example'), ...fields },
    notices: [],
  };
  return { outcome: 'record', record, seen };
}

/** Runs the steps on scripts that answer as told, and says which were asked for. */
function run(url: URL, answers: Partial<Record<ScriptName, TabReading>>, usual: Usual = {}) {
  const asked: ScriptName[] = [];
  const steps = readingSteps(url, usual);
  let step = steps.next();
  while (!step.done) {
    asked.push(step.value);
    step = steps.next(answers[step.value] ?? { outcome: 'unsupported' });
  }
  return { asked, reading: step.value };
}

describe('the scripts for a page', () => {
  it.each(scriptNames)('are in the extension: %s', (name) => {
    const entry = new URL(`../../entrypoints/read-${name}/index.ts`, import.meta.url);
    expect(existsSync(entry)).toBe(true);
    expect(readFileSync(entry, 'utf8')).toContain(`/linkedin/scripts/${name}.ts'`);
  });

  it('are none where the address says all', () => {
    for (const path of ['/authwall', '/404/', '/in/unavailable/', '/search/results/people/headless'])
      expect(run(new URL(path, profile), {}).asked).toEqual([]);
  });

  it('are another where the page is built in another way, which is tried first the next time', () => {
    const usual: Usual = {};
    const answers = {
      'profile-sdui': { outcome: 'otherScript', script: 'profile-ember' },
      'profile-ember': person({}),
    } as const;
    expect(run(profile, answers, usual).asked).toEqual(['profile-sdui', 'profile-ember']);
    expect(run(profile, answers, usual).asked).toEqual(['profile-ember']);
  });

  it('say nothing of the next page when they read a sub-page', () => {
    const usual: Usual = { profile: 'profile-ember' };
    const answers = {
      'profile-ember': { outcome: 'otherScript', script: 'profile-ember-part' },
      'profile-ember-part': person({}),
    } as const;
    run(profile, answers, usual);
    expect(usual.profile).toBe('profile-ember');
  });

  it('are given up when the page is never the one that they know', () => {
    const answers = {
      'profile-sdui': { outcome: 'otherScript', script: 'profile-ember' },
      'profile-ember': { outcome: 'otherScript', script: 'profile-sdui' },
    } as const;
    expect(run(profile, answers).reading).toMatchObject({ outcome: 'notReady', page: 'profile' });
  });

  it('read the same whichever is tried first', () => {
    for (const html of [sduiProfile({ about: 'Looms.' }), emberProfile({ about: 'Looms.' })]) {
      const page = loadPage(html, profile.href);
      const first = readPage(page, profile);
      expect(first.outcome).toBe('record');
      for (const script of [
        'profile-ember',
        'profile-guest',
        'profile-mobile',
        'profile-ember-part',
      ] as const)
        expect(readPage(page, profile, { profile: script })).toEqual(first);
    }
  });
});

describe('an open contact overlay', () => {
  const seen = { hasOverlay: true };
  const contact = (handle: string) => person({ handle: field(handle), email: field('ada@ada.example') });

  it('joins the record, by a script of its own', () => {
    const { asked, reading } = run(profile, {
      'profile-sdui': person({}, seen),
      contact: contact('Ada-Example'),
    });
    expect(asked).toEqual(['profile-sdui', 'contact']);
    expect(reading).toMatchObject({ record: { fields: { email: { value: 'ada@ada.example' } } } });
  });

  it('does not when it turns out to be of somebody else, or is gone', () => {
    for (const answer of [contact('max-example'), { outcome: 'wall' } as const]) {
      const { reading } = run(profile, { 'profile-sdui': person({}, seen), contact: answer });
      expect(reading).not.toHaveProperty('record.fields.email');
    }
  });
});

describe('the People tab', () => {
  const tab = new URL('https://www.linkedin.com/company/acme-example/people/');
  const list: TabReading = {
    outcome: 'list',
    list: { kind: 'people', pageUrl: tab.href, layout: 'ember', rows: [] },
  };

  it('has the company in its list', () => {
    const record = {
      kind: 'company' as const,
      pageUrl: tab.href,
      layout: 'ember' as const,
      fields: { name: field('Acme') },
      notices: [],
    };
    const { asked, reading } = run(tab, { people: list, company: { outcome: 'record', record } });
    expect(asked).toEqual(['people', 'company']);
    expect(reading).toMatchObject({ list: { company: { fields: { name: { value: 'Acme' } } } } });
  });

  it('is read without it where it cannot be', () => {
    expect(run(tab, { people: list }).reading).toEqual(list);
  });
});

describe('what is worked out outside the page', () => {
  const complete = (fields: PersonRecord['fields'], seen = {}) =>
    run(profile, { 'profile-sdui': person(fields, seen) }).reading;

  it('is no surer of the parts of a name than of the name', () => {
    const fullName: ReadField = { ...field('Ada Example'), certain: false };
    expect(complete({ fullName })).toMatchObject({ record: { fields: { firstName: { certain: false } } } });
  });

  it('takes titles and credentials out of the names that LinkedIn stores', () => {
    const halves = { firstName: 'Dr. Ada', lastName: 'Example, PhD' };
    expect(complete({ fullName: field('Dr. Ada Example, PhD') }, { halves })).toMatchObject({
      record: { fields: { firstName: { value: 'Ada' }, lastName: { value: 'Example' } } },
    });
  });
});
