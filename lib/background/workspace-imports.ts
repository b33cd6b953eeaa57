import { until } from '../grinfi/client.ts';
import { deleteDataSource, getImportProgress, listDataSources } from '../grinfi/data-sources.ts';
import { startImport, uploadCsv } from '../grinfi/files.ts';
import type { Handler } from '../messages.ts';
import { allowed, forSome } from './allowed.ts';
import type { Grinfi } from './grinfi.ts';
import { createOnce } from './once.ts';

interface Deps {
  grinfi: Grinfi;
}

/** Newest first. How far each is, is an extra: without it the imports are still there. */
export function createListImports({ grinfi }: Deps): Handler<'listImports'> {
  return async (_, left) => {
    const client = until(left, grinfi.client);
    const sources = await allowed(listDataSources(client, forSome));
    const ids = sources.map(({ id }) => id);
    const progress = await getImportProgress(client, ids, { ...forSome, retry: true }).catch(() => new Map());
    const timeOf = (at: string | undefined) => Date.parse(at ?? '') || 0;
    const newestFirst = sources.toSorted((one, other) => timeOf(other.createdAt) - timeOf(one.createdAt));
    return { imports: newestFirst.map((source) => ({ ...source, progress: progress.get(source.id) })) };
  };
}

export function createRemoveImport({ grinfi }: Deps): Handler<'removeImport'> {
  return async ({ importId }) => {
    await allowed(deleteDataSource(grinfi.client, importId, forSome));
    return null;
  };
}

/**
 * Hands the file over, then starts the import. A file that was handed over and not started does nothing, so
 * this may be tried again until the second call was answered.
 */
export function createImportFile({ grinfi }: Deps): Handler<'importFile'> {
  const once = createOnce();
  return async ({ name, csv, ...wanted }) => {
    await once(`${name} ${JSON.stringify(wanted)} ${csv.length}`, async () => {
      const file = new File([csv], name, { type: 'text/csv' });
      const { id } = await allowed(uploadCsv(grinfi.client, file, forSome));
      await allowed(startImport(grinfi.client, { id, ...wanted }, forSome));
    });
    return null;
  };
}
