import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { LookUp } from '../crm.ts';
import { type Draft, emptyDraft } from '../drafts.ts';
import type { LinkedInRecord } from '../records.ts';
import { saveRequestSchema } from '../save-request.ts';
import {
  catalog,
  company,
  known,
  knownCompany,
  knownContact,
  person,
  read,
  sameContact,
} from '../testing/panel-states.ts';
import { buildForm, type FormPresets, untypedValue } from './form.ts';
import { toSaveRequest } from './save-of-form.ts';

const presets: FormPresets = {
  listId: 'l1',
  tagIds: ['t1', 't2'],
  contactStageId: 's1',
  companyStageId: 'c1',
};
const note = ({ position, company }: { position: string | undefined; company: string }) =>
  `was ${position} at ${company}`;

function form(
  draft: Partial<Draft> = {},
  lookUp: LookUp = { state: 'new' },
  record: LinkedInRecord = person,
) {
  return buildForm({ record, draft: { ...emptyDraft, ...draft }, presets, catalog, lookUp });
}
const request = (...args: Parameters<typeof form>) => toSaveRequest(form(...args), note);

describe('minimum data', () => {
  const sent = (draft: Partial<Draft> = {}, lookUp: LookUp = { state: 'new' }, minimum: string[] = []) => {
    const model = buildForm({
      record: person,
      draft: { ...emptyDraft, ...draft },
      presets,
      catalog,
      lookUp,
      minimum,
    });
    return Object.keys(toSaveRequest(model, note)?.fields ?? {}).sort();
  };
  const who = ['firstName', 'fullName', 'handle', 'lastName', 'lnId'];

  it('sends who it is and nothing else of the page', () => {
    expect(sent()).toEqual(who);
  });

  it('sends what is ticked, in the settings or here, and the employer with its ids', () => {
    expect(sent({ ticks: { headline: true } }, undefined, ['companyName'])).toEqual(
      ['companyHandle', 'companyName', 'headline', ...who].sort(),
    );
    expect(sent({ ticks: { companyName: false } }, undefined, ['companyName'])).toEqual(who);
  });

  it('sends what the user typed, and takes the tick back when asked', () => {
    expect(sent({ fields: { headline: 'Mine' } })).toContain('headline');
    expect(sent({ fields: { headline: 'Mine' }, ticks: { headline: false } })).toEqual(who);
  });

  it('leaves the changes of a known contact unticked', () => {
    expect(sent({}, known(knownContact))).toEqual(['handle', 'lnId']);
    expect(sent({ ticks: { position: true } }, known(knownContact))).toContain('position');
  });

  it('sends all that the card shows while it is off', () => {
    expect(Object.keys(request()?.fields ?? {})).toContain('headline');
  });
});

describe('form of a new person', () => {
  it('starts with the last choices', () => {
    const { list, tags, stageId } = form();
    expect({ list, tags, stageId }).toEqual({
      list: { id: 'l1' },
      tags: [{ id: 't1' }, { id: 't2' }],
      stageId: 's1',
    });
  });

  it('drops choices that Grinfi no longer has', () => {
    const gone = { listId: 'x', tagIds: ['x', 't1'], contactStageId: 'x' };
    const model = buildForm({
      record: person,
      draft: emptyDraft,
      presets: gone,
      catalog,
      lookUp: { state: 'new' },
    });
    expect([model.list, model.tags, model.stageId]).toEqual([undefined, [{ id: 't1' }], undefined]);
  });

  it('starts with what the last save created, by its id as soon as Grinfi has it', () => {
    const created = { newListName: 'Brand new', newTagNames: ['Just made', catalog.tags[0]?.name ?? ''] };
    const model = buildForm({
      record: person,
      draft: emptyDraft,
      presets: created,
      catalog,
      lookUp: undefined,
    });
    expect(model.list).toEqual({ name: 'Brand new' });
    expect(model.tags).toEqual([{ name: 'Just made' }, { id: catalog.tags[0]?.id }]);
  });

  it('keeps the choices while lists and tags are not known yet', () => {
    const model = buildForm({
      record: person,
      draft: emptyDraft,
      presets,
      catalog: undefined,
      lookUp: undefined,
    });
    expect([model.list, model.tags]).toEqual([{ id: 'l1' }, [{ id: 't1' }, { id: 't2' }]]);
  });

  it('asks for a list, which Grinfi needs', () => {
    const model = buildForm({
      record: person,
      draft: emptyDraft,
      presets: {},
      catalog,
      lookUp: { state: 'new' },
    });
    expect(model.isListMissing).toBe(true);
    expect(toSaveRequest(model, note)).toBeUndefined();
  });

  it('sends what is certain, and an uncertain field only once confirmed', () => {
    expect(request()?.fields).not.toHaveProperty('location');
    expect(request({ ticks: { location: true } })?.fields).toMatchObject({
      location: 'Gothenburg, Västra Götaland County, Sweden',
    });
  });

  it('sends nothing that the card does not show', () => {
    expect(request()?.fields).not.toHaveProperty('followers');
  });

  it('sends what was typed instead of what was read, and leaves out what was emptied', () => {
    const fields = request({ fields: { headline: ' Builder ', email: '' } })?.fields;
    expect(fields).toMatchObject({ headline: 'Builder' });
    expect(fields).not.toHaveProperty('email');
  });

  it('makes the whole name from edited parts', () => {
    const model = form({ fields: { lastName: 'Berg' } });
    expect(model.title).toBe('Mara Berg');
    expect(toSaveRequest(model, note)?.fields).toMatchObject({
      firstName: 'Mara',
      lastName: 'Berg',
      fullName: 'Mara Berg',
    });
  });

  it('does not send the ids of an employer that was typed over', () => {
    const model = form({ fields: { companyName: 'Own studio' }, withCompany: true });
    expect(model.canSaveCompany).toBe(false);
    const save = toSaveRequest(model, note);
    expect(save?.fields).not.toHaveProperty('companyHandle');
    expect(save).not.toHaveProperty('withCompany');
  });

  it('cannot be saved without a name', () => {
    expect(request({ fields: { firstName: '', lastName: '' } })).toBeUndefined();
  });

  it('carries list, tags, stage, note and custom fields, new ones by name', () => {
    expect(
      request({
        list: { name: 'Fair 2026' },
        tags: [{ id: 't3' }, { name: 'Met' }],
        stageId: 's2',
        note: ' Coffee in May ',
        customFields: { f1: '10k', f2: ' ' },
        withCompany: true,
      }),
    ).toMatchObject({
      kind: 'person',
      pageKey: 'in/mara-lindqvist',
      list: { name: 'Fair 2026' },
      tags: [{ id: 't3' }, { name: 'Met' }],
      stageId: 's2',
      note: 'Coffee in May',
      customFields: { f1: '10k' },
      withCompany: true,
    });
  });

  it('lets the user choose no stage though there is a default', () => {
    expect(request({ stageId: '' })).not.toHaveProperty('stageId');
  });
});

describe('the name of a new person', () => {
  const named = (fullName: string, certain = true): LinkedInRecord => {
    const { firstName: _, lastName: __, ...fields } = person.fields;
    return { ...person, fields: { ...fields, fullName: read(fullName, 'heading', certain) } };
  };
  const namesOf = (record: LinkedInRecord, draft: Partial<Draft> = {}) => {
    const fields: Record<string, string> = request(draft, { state: 'new' }, record)?.fields ?? {};
    const { firstName, lastName } = fields;
    return [firstName, lastName];
  };

  it.each([
    ['Ada Mary Example', 'Ada', 'Mary Example'],
    ['Dr. Ada Mary Example, MBA', 'Ada', 'Mary Example'],
    ['Ada E.', 'Ada', 'E.'],
    ['Ada', 'Ada', undefined],
    ['山田 花子', '山田 花子', undefined],
  ])('%s is written as it can be told apart, for Grinfi has no whole name', (fullName, first, last) => {
    expect(namesOf(named(fullName))).toEqual([first, last]);
  });

  it('is shown in its parts, marked for a check', () => {
    const { fields } = form({}, { state: 'new' }, named('Ada Mary Example'));
    expect(fields['lastName']).toMatchObject({
      value: 'Mary Example',
      isWrittenAnyway: true,
      certain: false,
    });
  });

  it('counts as corrected by hand', () => {
    const corrected = { fields: { firstName: 'Ada Mary', lastName: 'Example' } };
    expect(namesOf(named('Ada Mary Example'), corrected)).toEqual(['Ada Mary', 'Example']);
    expect(namesOf(named('Ada Mary Example'), { fields: { lastName: 'Exemplar' } })).toEqual([
      'Ada',
      'Exemplar',
    ]);
    expect(namesOf(named('山田 花子'), { fields: { firstName: '花子', lastName: '山田' } })).toEqual([
      '花子',
      '山田',
    ]);
  });

  it('is not written when the whole of it is uncertain', () => {
    expect(namesOf(named('Ada Mary Example', false))).toEqual([undefined, undefined]);
  });

  it('never replaces the name of a contact that turns out to be known', () => {
    expect(request({}, { state: 'new' }, named('Ada Mary Example'))).toMatchObject({
      onlyForNew: ['firstName', 'lastName'],
    });
    expect(request({}, { state: 'new' })).not.toHaveProperty('onlyForNew');
    expect(request({}, known(knownContact), named('Ada Mary Example'))).not.toHaveProperty('onlyForNew');
  });

  it('can be emptied and put back', () => {
    const input = { record: named('Ada'), draft: emptyDraft, presets, catalog, lookUp: undefined };
    expect(untypedValue(input, 'firstName')).toBe('Ada');
    expect(form({ fields: { firstName: '' } }, { state: 'new' }, named('Ada')).title).toBe('');
  });
});

describe('form of a record that could not be checked', () => {
  const unchecked: LookUp = { state: 'unchecked', kind: 'server', message: '' };

  it('keeps presets away from a record that turns out to be known', () => {
    expect(request({}, unchecked)).toMatchObject({ stageId: 's1', presetsOnlyForNew: true });
    expect(request({}, unchecked)).not.toHaveProperty('moveToList');
    expect(request({}, unchecked, company)).toMatchObject({ stageId: 'c1', presetsOnlyForNew: true });
  });

  it('changes stage and list of a known record where the user chose them by hand', () => {
    const byHand = request({ stageId: 's2', list: { id: 'l2' } }, unchecked);
    expect(byHand).toMatchObject({ stageId: 's2', list: { id: 'l2' }, moveToList: true });
    expect(byHand).not.toHaveProperty('presetsOnlyForNew');
  });
});

describe('form of a known contact', () => {
  it('shows what Grinfi has: list, stage, tags, and no presets', () => {
    const { list, stageId, tags, knownTags } = form({}, known(knownContact));
    expect({ list, stageId, tags, knownTags }).toEqual({
      list: { id: 'l2' },
      stageId: 's2',
      tags: [],
      knownTags: [catalog.tags[2]],
    });
  });

  it('has nothing to save while everything is the same', () => {
    expect(form({}, known(sameContact)).hasSomethingToSave).toBe(false);
    expect(form({ note: 'Call back' }, known(sameContact)).hasSomethingToSave).toBe(true);
    expect(form({ tags: [{ id: 't1' }] }, known(sameContact)).hasSomethingToSave).toBe(true);
  });

  it('writes ticked changes alone, beside what tells the person from a namesake', () => {
    const save = request({ ticks: { position: false } }, known(knownContact));
    expect(Object.keys(save?.fields ?? {}).sort()).toEqual([
      'companyHandle',
      'companyName',
      'handle',
      'headline',
      'lnId',
    ]);
    expect(save).toMatchObject({ recordId: 'k1', title: 'Mara Lindqvist' });
    expect(save).not.toHaveProperty('stageId');
    expect(save).not.toHaveProperty('moveToList');
  });

  it('does not add a tag that is there already', () => {
    expect(request({ tags: [{ id: 't3' }, { id: 't1' }] }, known(knownContact))?.tags).toEqual([
      { id: 't1' },
    ]);
  });

  it('moves to another list only when one is chosen', () => {
    expect(request({ list: { id: 'l1' } }, known(knownContact))).toMatchObject({
      list: { id: 'l1' },
      moveToList: true,
    });
    expect(request({ list: { name: 'New' } }, known(knownContact))).toMatchObject({ moveToList: true });
  });

  it('keeps the former job as a note unless the user says otherwise', () => {
    expect(request({ note: 'Hi' }, known(knownContact))?.note).toBe(
      'Hi\n\nwas Sales Operations Manager at Northbay Freight AB',
    );
    expect(request({ keepFormerJob: false }, known(knownContact))).not.toHaveProperty('note');
    expect(request({ ticks: { companyName: false } }, known(knownContact))).not.toHaveProperty('note');
  });

  it('stops automations after a job change when asked to', () => {
    expect(request({ cancelAutomations: true }, known(knownContact))).toMatchObject({
      cancelAutomations: true,
    });
    expect(request({ cancelAutomations: true }, known(sameContact))).not.toHaveProperty('cancelAutomations');
  });
});

describe('form of a company', () => {
  it('needs no list and uses company stages', () => {
    const save = request({}, { state: 'new' }, company);
    expect(save).toMatchObject({
      kind: 'company',
      stageId: 'c1',
      fields: { name: 'Fjordlight', domain: 'fjordlight.example' },
    });
    expect(save).not.toHaveProperty('list');
  });

  it('sends no domain that was made from a website typed over', () => {
    expect(
      request({ fields: { website: 'https://x.example' } }, { state: 'new' }, company)?.fields,
    ).not.toHaveProperty('domain');
  });

  it('writes ticked changes of a known company, and no list, for which there is no call', () => {
    const save = request({ list: { id: 'l1' } }, known(knownCompany), company);
    expect(save).toMatchObject({ recordId: 'k9', fields: { employeesRange: '51-200' } });
    expect(save).not.toHaveProperty('list');
  });
});

it('every request passes the check at the service worker', () => {
  const saves = [request(), request({}, known(knownContact)), request({}, { state: 'new' }, company)];
  for (const save of saves) expect(v.is(saveRequestSchema, save)).toBe(true);
});
