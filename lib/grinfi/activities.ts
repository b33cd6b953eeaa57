import * as z from 'zod/mini';
import type { Activity } from '../crm.ts';
import type { CallOptions, GrinfiClient } from './client.ts';
import { GrinfiError } from './errors.ts';
import { isObject, optionalText, rows } from './reply.ts';

const activitySchema = z.object({
  type: z.string(),
  created_at: z.string(),
  object_uuid: optionalText,
  payload: z.optional(z.unknown()),
});
type Row = z.infer<typeof activitySchema>;

/**
 * The newest line of a contact's history; `undefined` where there is none.
 *
 * The filter goes out as JSON text first, then in brackets: sources disagree on which the server knows, and
 * one that it does not know gives everybody's history, which is told by the rows.
 */
export async function getLastActivity(
  client: GrinfiClient,
  contactId: string,
  options: CallOptions = {},
): Promise<Activity | undefined> {
  const forms = [{ filter: JSON.stringify({ lead_uuid: contactId }) }, { 'filter[lead_uuid]': contactId }];
  for (const filter of forms) {
    const found = await newestOf(client, contactId, filter, options);
    if (found !== 'notUnderstood') return found && { type: found.type, at: found.created_at };
  }
  return undefined;
}

async function newestOf(
  client: GrinfiClient,
  contactId: string,
  filter: Record<string, string>,
  options: CallOptions,
): Promise<Row | undefined | 'notUnderstood'> {
  const query = { ...filter, object: 'lead', limit: 1, order_field: 'created_at', order_type: 'desc' };
  const path = ['leads', 'api', 'activities'];
  try {
    const reply = await client.get({ ...options, path, query, reply: rows(activitySchema) });
    const ours = reply.rows.filter((row) => isAbout(row, contactId));
    if (ours.length === 0 && reply.rows.length > 0) return 'notUnderstood';
    return ours.toSorted((one, other) => Date.parse(other.created_at) - Date.parse(one.created_at))[0];
  } catch (error) {
    const isRefused = error instanceof GrinfiError && error.kind === 'rejected';
    if (isRefused) return 'notUnderstood';
    throw error;
  }
}

function isAbout(row: Row, contactId: string): boolean {
  const inPayload = isObject(row.payload) ? row.payload.lead_uuid : undefined;
  return row.object_uuid === contactId || inPayload === contactId;
}
