import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { collectedFromCsv, collectedToCsv } from './collected-csv.ts';
import { fromCsv } from './csv.ts';
import { type SaveRequest, saveRequestSchema } from './save-request.ts';
import { catalog } from './testing/panel-states.ts';
import { companySave, personSave } from './testing/saves.ts';

const full = personSave({
  fields: { ...personSave().fields, headline: '=HYPERLINK("https://x.example")' },
  list: { id: 'l1' },
  tags: [{ id: 't1' }, { name: 'Met; at the fair' }],
  stageId: 's2',
  note: 'Two\nlines',
  customFields: { f1: '10k' },
  withCompany: true,
  presetsOnlyForNew: true,
  onlyForNew: ['firstName', 'lastName'],
  task: { type: 'email_send_message', text: 'Ask about May', senderProfileId: 'sender-1', inDays: 3 },
  enrolIn: 'flow-1',
});
const company = companySave({ stageId: 'c1', customFields: { f2: 'North' }, recordId: 'k9', title: 'Acme' });

describe('collected saves as a table', () => {
  it('have names where a person reads them, and no formula', () => {
    const csv = collectedToCsv([full], catalog);
    expect(fromCsv(csv)[0]).toMatchObject({
      kind: 'person',
      page: 'https://www.linkedin.com/in/ada-example',
      list: 'DACH founders',
      tags: 'Hot lead\nMet; at the fair',
      stage: 'In talks',
      'custom: Budget': '10k',
    });
    expect(csv).toContain(`"'=HYPERLINK(`);
  });

  it('have only the columns that are used', () => {
    expect(
      Object.keys(fromCsv(collectedToCsv([personSave({ fields: { handle: 'ada' } })], catalog))[0] ?? {}),
    ).toEqual(['kind', 'page', 'handle', 'list']);
  });

  it.each<[string, SaveRequest[]]>([
    ['with everything', [full, company]],
    ['with little', [personSave({ list: undefined }), companySave()]],
  ])('%s come back as they were', (_, saves) => {
    const known = collectedFromCsv(collectedToCsv(saves, catalog), catalog);
    expect(known.map((row) => v.parse(saveRequestSchema, row))).toEqual(
      saves.map((save) => JSON.parse(JSON.stringify(save))),
    );
  });

  it('come back by id where the names are not known', () => {
    expect(collectedFromCsv(collectedToCsv([full], undefined), undefined)).toEqual([full]);
  });

  it('take a list and a tag that Grinfi does not have for new ones', () => {
    const [save] = collectedFromCsv(
      'page,list,tags\nhttps://www.linkedin.com/in/Ada-Example/,Fair,hot lead',
      catalog,
    );
    expect(save).toMatchObject({ pageKey: 'in/ada-example', list: { name: 'Fair' }, tags: [{ id: 't1' }] });
  });

  it('leave out rows without a LinkedIn page, and with a stage that does not exist', () => {
    const rows = [
      'https://evil.example/in/ada,',
      'https://www.linkedin.com/in/ada,Nowhere',
      'https://www.linkedin.com/feed/,',
    ];
    expect(collectedFromCsv(`page,stage\n${rows.join('\n')}`, catalog)).toEqual([null, null, null]);
  });
});
