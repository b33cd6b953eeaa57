import { beforeEach, expect, it } from 'vitest';
import { fromCsv } from '../csv.ts';
import type { BatchRow } from '../outbox/batch-view.ts';
import { useTexts } from '../testing/fake-texts.ts';
import { resultCsv } from './result-table.ts';

beforeEach(() => useTexts());

it('tells of each person what became of the save, safely for a spreadsheet', () => {
  const rows: BatchRow[] = [
    {
      entryId: 'e1',
      pageKey: 'in/ada-example',
      title: '=HYPERLINK("https://evil.example")',
      state: 'saved',
      failed: [],
      crmUrl: 'https://leadgen.grinfi.io/crm/contacts/k1',
    },
    {
      entryId: 'e2',
      pageKey: 'in/bo-example',
      title: 'Bo, Example',
      state: 'partial',
      failed: [{ step: 'stage', kind: 'server', message: '' }],
    },
  ];
  const csv = resultCsv(rows);
  expect(csv).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
  expect(fromCsv(csv)).toMatchObject([
    {
      'LinkedIn address': 'https://www.linkedin.com/in/ada-example',
      State: 'Saved',
      Grinfi: 'https://leadgen.grinfi.io/crm/contacts/k1',
    },
    { Name: 'Bo, Example', State: 'Saved in part', Reason: 'Stage: Grinfi has a problem on its side.' },
  ]);
});
