import { collectedFromCsv, collectedToCsv } from '../collected-csv.ts';
import { Failure } from '../failure.ts';
import { failureWords } from '../failure-words.ts';
import type { Output } from '../messages.ts';
import type { Send } from '../send.ts';
import { getStored } from '../stored.ts';

/** What is collected, as a table with the names that the catalog has. */
export async function exportCollected(send: Send): Promise<string> {
  const [{ saves }, catalog] = await Promise.all([send('exportHeld', {}), getStored('catalog')]);
  return collectedToCsv(saves, catalog);
}

/** @throws {Failure} `rejected` when the file is no table */
export async function importCollected(send: Send, file: Blob): Promise<Output<'importHeld'>> {
  const [text, catalog] = await Promise.all([file.text(), getStored('catalog')]);
  let rows: unknown[];
  try {
    rows = collectedFromCsv(text, catalog);
  } catch (cause) {
    throw new Failure('rejected', failureWords.noTable, { cause });
  }
  return send('importHeld', { rows });
}
