import { toCsv } from '../csv.ts';
import { errorText } from '../error-text.ts';
import { t } from '../i18n.ts';
import type { BatchRow } from '../outbox/batch-view.ts';
import type { Send } from '../send.ts';
import { entryLooks } from './entry-looks.ts';
import { partText } from './field-text.ts';
import { saveFile } from './save-file.ts';

/** Why it did not land whole, part by part, in words. */
export function failedText({ failed }: Pick<BatchRow, 'failed'>): string {
  return failed.map((part) => `${partText(part)}: ${errorText(part.kind, part.message)}`).join(' ');
}

/** Asks for the rows and hands them to the browser's downloads. */
export async function saveBatchResult(send: Send, batchId: string): Promise<void> {
  const { rows } = await send('batchRows', { batchId });
  saveFile('grinfi-result.csv', resultCsv(rows), 'text/csv;charset=utf-8');
}

/** What became of a bulk save, for a spreadsheet. */
export function resultCsv(rows: readonly BatchRow[]): string {
  const header = [t('fieldFullName'), t('fieldHandle'), t('columnState'), t('columnReason'), 'Grinfi'];
  return toCsv(
    header,
    rows.map((row) => [
      row.title,
      `https://www.linkedin.com/${row.pageKey}`,
      t(entryLooks[row.state].label),
      failedText(row),
      row.crmUrl,
    ]),
  );
}
