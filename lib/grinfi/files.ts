import * as v from 'valibot';
import type { RecordObject } from '../crm.ts';
import type { FileJob } from '../workspace.ts';
import type { CallOptions, GrinfiClient } from './client.ts';
import { GrinfiError } from './errors.ts';
import { id, isObject, one, optionalText, present } from './reply.ts';

const jobSchema = v.pipe(
  v.object({
    uuid: id,
    status: optionalText,
    file_name: optionalText,
    payload: v.optional(v.unknown()),
    result: v.optional(v.unknown()),
  }),
  v.transform(
    (row): FileJob => ({
      id: row.uuid,
      status: row.status ?? 'unknown',
      fileName: row.file_name ?? fileNameIn(row.payload) ?? fileNameIn(row.result),
    }),
  ),
);

function fileNameIn(value: unknown): string | undefined {
  return isObject(value) && typeof value.file_name === 'string' ? value.file_name : undefined;
}

const exports = ['leads', 'api', 'file-exports'];

/**
 * Has a CSV file made of these contacts. To export a list, name its contacts: whether the filter knows lists is
 * in no source, and one that it ignores would hand out everything.
 * @throws {GrinfiError} `internal` where no contact is named
 */
export function exportContacts(
  client: GrinfiClient,
  contactIds: readonly string[],
  options: CallOptions = {},
): Promise<FileJob> {
  const ids = [...new Set(contactIds)].filter((one) => one !== '');
  if (ids.length === 0) return Promise.reject(new GrinfiError('internal', 'Nothing to export is named.'));
  const body = { filter: { all: false, ids, excludeIds: [] } };
  return client.post({ ...options, path: [...exports, 'leads'], body, reply: one(jobSchema) });
}

/** The same of all companies: which of them are in a list, Grinfi does not tell. */
export function exportCompanies(client: GrinfiClient, options: CallOptions = {}): Promise<FileJob> {
  const body = { filter: { all: true } };
  return client.post({ ...options, path: [...exports, 'companies'], body, reply: one(jobSchema) });
}

/**
 * How far an export is. The call is not in the reference: exports are jobs like the mass actions [reading].
 * @throws {GrinfiError} 404 also where the server keeps exports elsewhere; then try `downloadExport`
 */
export function getExport(
  client: GrinfiClient,
  exportId: string,
  options: CallOptions = {},
): Promise<FileJob> {
  const path = ['leads', 'api', 'mass-actions', exportId];
  return client.get({ isOptional: true, ...options, path, reply: one(jobSchema) });
}

const fileTimeoutMs = 120_000;

/**
 * The CSV text of a finished export.
 *
 * Source: reference, `downloadExportFile`, by the file's name; another source asks by the job's id, which is
 * tried where the name is not known, or not taken.
 * @throws {GrinfiError} `rejected` (404) while it is not finished
 */
export async function downloadExport(
  client: GrinfiClient,
  { id: uuid, fileName }: Pick<FileJob, 'id' | 'fileName'>,
  options: CallOptions = {},
): Promise<string> {
  const download = (body: object) =>
    client.post({
      timeoutMs: fileTimeoutMs,
      retry: true,
      ...options,
      path: [...exports, 'download'],
      body,
      reply: v.string(),
      isText: true,
    });
  if (fileName === undefined) return download({ uuid });
  try {
    return await download({ file_name: fileName });
  } catch (error) {
    const isRefused = error instanceof GrinfiError && error.kind === 'rejected';
    if (!isRefused) throw error;
    return download({ uuid });
  }
}

const imports = ['leads', 'api', 'file-imports'];

/** Hands over a CSV file with a header row; nothing is saved before `startImport`. */
export function uploadCsv(client: GrinfiClient, file: File, options: CallOptions = {}): Promise<FileJob> {
  const form = new FormData();
  form.set('file', file, file.name);
  form.set('type', 'csv_leads');
  const call = { timeoutMs: fileTimeoutMs, ...options, path: [...imports, 'upload-csv'], form };
  return client.post({ ...call, reply: one(jobSchema) });
}

/** One for each column of the file, in its order. */
export interface ImportColumn {
  /** As in the file's header row. */
  header: string;
  /** The server's name of the field: `first_name`, `linkedin`, … */
  field: string;
}

/** Saves the rows of an uploaded file, as a job; list and tags are for contacts alone. */
export async function startImport(
  client: GrinfiClient,
  upload: {
    id: string;
    object: RecordObject;
    columns: readonly ImportColumn[];
    listId?: string | undefined;
    tagIds?: readonly string[] | undefined;
  },
  options: CallOptions = {},
): Promise<void> {
  const columns = upload.columns.map(({ header, field }) => ({ source: header, target: field }));
  const isContact = upload.object === 'contact';
  const tags = upload.tagIds?.length ? upload.tagIds : undefined;
  const target = isContact ? present({ list_uuid: upload.listId, tags }) : {};
  const action = isContact ? 'import-leads' : 'import-companies';
  await client.post({ ...options, path: [...imports, upload.id, action], body: { columns, ...target } });
}
