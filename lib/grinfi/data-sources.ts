import * as v from 'valibot';
import type { DataSource, ImportProgress } from '../workspace.ts';
import type { CallOptions, GrinfiClient } from './client.ts';
import { unlessGone } from './errors.ts';
import { listAll } from './pages.ts';
import { id, isObject, optionalNumber, optionalText } from './reply.ts';

const path = ['leads', 'api', 'data-sources'];
const sourceSchema = v.pipe(
  v.object({
    uuid: id,
    type: optionalText,
    status: optionalText,
    list_uuid: optionalText,
    sender_profile_uuid: optionalText,
    errors: v.optional(v.unknown()),
    created_at: optionalText,
  }),
  v.transform(
    (row): DataSource => ({
      id: row.uuid,
      type: row.type ?? 'unknown',
      status: row.status ?? 'unknown',
      listId: row.list_uuid,
      senderProfileId: row.sender_profile_uuid,
      errors: Array.isArray(row.errors) ? row.errors.flatMap(wordsOf) : [],
      createdAt: row.created_at,
    }),
  ),
);

/** The reference leaves the shape of an error open. */
function wordsOf(error: unknown): string[] {
  if (typeof error === 'string') return [error];
  const words = isObject(error) ? (error.message ?? error.error ?? error.reason) : undefined;
  return typeof words === 'string' ? [words] : [];
}

/** Every import of the workspace, from LinkedIn and from files. */
export function listDataSources(client: GrinfiClient, options: CallOptions = {}): Promise<DataSource[]> {
  return listAll(client, { ...options, path }, sourceSchema);
}

const progressSchema = v.pipe(
  v.object({
    queued_records: optionalNumber,
    saved_records: optionalNumber,
    duplicate_records: optionalNumber,
    blacklisted_records: optionalNumber,
    error_records: optionalNumber,
  }),
  v.transform(
    (row): ImportProgress => ({
      queued: row.queued_records,
      saved: row.saved_records,
      duplicates: row.duplicate_records,
      blacklisted: row.blacklisted_records,
      failed: row.error_records,
    }),
  ),
);

/** How far these imports are, by id; those that the server says nothing of are absent. None: nothing is sent. */
export async function getImportProgress(
  client: GrinfiClient,
  dataSourceIds: readonly string[],
  options: CallOptions = {},
): Promise<ReadonlyMap<string, ImportProgress>> {
  const uuids = [...new Set(dataSourceIds)].filter((one) => one !== '');
  if (uuids.length === 0) return new Map();
  const reply = v.record(v.string(), v.fallback(v.optional(progressSchema), undefined));
  const found = await client.put({ ...options, path: [...path, 'metrics'], body: { uuids }, reply });
  return new Map(Object.entries(found).flatMap(([key, value]) => (value ? [[key, value]] : [])));
}

/** Stops and forgets an import; contacts that it saved stay. One that is gone already is no error. */
export async function deleteDataSource(
  client: GrinfiClient,
  dataSourceId: string,
  options: CallOptions = {},
): Promise<void> {
  await unlessGone(client.delete({ ...options, path: [...path, dataSourceId] }));
}
