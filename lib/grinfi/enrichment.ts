import * as v from 'valibot';
import type { RecordObject } from '../crm.ts';
import type { Enrichment } from '../workspace.ts';
import type { CallOptions, GrinfiClient } from './client.ts';
import { fromServerObject } from './object-names.ts';
import { pageSize } from './pages.ts';
import { isObject, optionalNumber, optionalText, rows } from './reply.ts';

/**
 * Queues the look-up of facts about these records; it spends credits, so only after a question. None: nothing
 * is sent, since a body that names nobody could be taken for everybody.
 * @throws {GrinfiError} `payment` where no credits are left
 */
export async function enrich(
  client: GrinfiClient,
  object: RecordObject,
  recordIds: readonly string[],
  options: CallOptions = {},
): Promise<void> {
  const uuids = [...new Set(recordIds)].filter((recordId) => recordId !== '');
  if (uuids.length === 0) return;
  const collection = object === 'contact' ? 'leads' : 'companies';
  await client.put({
    ...options,
    path: ['leads', 'api', collection, 'advanced-enrichment'],
    body: { uuids },
  });
}

const path = ['leads', 'api', 'enrichment-queue'];

/** The reference leaves the rows' shape open. */
const enrichmentSchema = v.pipe(
  v.object({
    lead_uuid: optionalText,
    company_uuid: optionalText,
    object_uuid: optionalText,
    object: optionalText,
    object_type: optionalText,
    lead: v.optional(v.unknown()),
    company: v.optional(v.unknown()),
    status: optionalText,
    error: optionalText,
    error_msg: optionalText,
    created_at: optionalText,
    updated_at: optionalText,
  }),
  v.transform((row): Enrichment => {
    const contactId = row.lead_uuid ?? uuidOf(row.lead);
    const companyId = row.company_uuid ?? uuidOf(row.company);
    const named = contactId ? 'contact' : companyId ? 'company' : undefined;
    return {
      object: fromServerObject(row.object ?? row.object_type) ?? named,
      recordId: row.object_uuid ?? contactId ?? companyId,
      status: row.status ?? 'unknown',
      error: row.error_msg ?? row.error,
      at: row.updated_at ?? row.created_at,
    };
  }),
);

function uuidOf(value: unknown): string | undefined {
  return isObject(value) && typeof value.uuid === 'string' ? value.uuid : undefined;
}

/** The newest 100 of the workspace; the server has no filter by record. */
export async function listEnrichments(
  client: GrinfiClient,
  options: CallOptions = {},
): Promise<Enrichment[]> {
  const query = { limit: pageSize, offset: 0, order_field: 'created_at', order_type: 'desc' };
  const reply = await client.get({ ...options, path, query, reply: rows(enrichmentSchema, []) });
  return reply.rows;
}

/** How many look-ups were made this calendar month; `undefined` where the server does not say. */
export function countEnrichmentsThisMonth(
  client: GrinfiClient,
  options: CallOptions = {},
): Promise<number | undefined> {
  const reply = v.pipe(
    v.object({ this_month_count: optionalNumber }),
    v.transform(({ this_month_count }) => this_month_count),
  );
  return client.post({ retry: true, ...options, path: [...path, 'metrics'], body: {}, reply });
}
