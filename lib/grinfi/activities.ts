import * as v from 'valibot';
import type { Activity, RecordObject } from '../crm.ts';
import type { Page } from '../outreach.ts';
import type { CallOptions, GrinfiClient } from './client.ts';
import { GrinfiError } from './errors.ts';
import { toServerObject } from './object-names.ts';
import { pageSize, readPage } from './pages.ts';
import { isObject, optionalText } from './reply.ts';

const path = ['leads', 'api', 'activities'];
const activitySchema = v.object({
  uuid: optionalText,
  type: v.string(),
  created_at: v.string(),
  object_uuid: optionalText,
  payload: v.optional(v.unknown()),
});
type Row = v.InferOutput<typeof activitySchema>;

interface RecordName {
  object: RecordObject;
  recordId: string;
}

interface PageOptions extends CallOptions {
  offset?: number | undefined;
  limit?: number | undefined;
}

/** A screenful; histories have thousands of lines. */
const defaultLimit = 25;

/**
 * A part of a record's history, newest first.
 *
 * Source: reference, `listActivities`. The filter goes out as JSON text first, then in brackets: sources
 * disagree on which the server knows, and one that it does not know gives everybody's history, which is told
 * by the rows. Rows about others are never given.
 */
export async function listActivities(
  client: GrinfiClient,
  { object, recordId }: RecordName,
  options: PageOptions = {},
): Promise<Page<Activity>> {
  const found = await pageOf(client, { object, recordId }, {}, options);
  return {
    ...found,
    items: found.items.map(({ uuid, type, created_at }) => ({ id: uuid, type, at: created_at })),
  };
}

/** The newest line of a contact's history; `undefined` where there is none. */
export async function getLastActivity(
  client: GrinfiClient,
  contactId: string,
  options: CallOptions = {},
): Promise<Activity | undefined> {
  const about: RecordName = { object: 'contact', recordId: contactId };
  const { items } = await pageOf(client, about, {}, { ...options, limit: 1 });
  return items[0] && { type: items[0].type, at: items[0].created_at };
}

const accepted = 'linkedin_connection_request_accepted';

/**
 * Since when the contact is connected with one of the team's senders (ISO 8601); `undefined` where Grinfi
 * knows of no connection.
 *
 * Source: quick start, "Connected on LinkedIn?".
 */
export async function getConnectedSince(
  client: GrinfiClient,
  contactId: string,
  options: CallOptions = {},
): Promise<string | undefined> {
  const about: RecordName = { object: 'contact', recordId: contactId };
  const { items } = await pageOf(client, about, { type: accepted }, { ...options, limit: 1 });
  const row = items.find(({ type }) => type === accepted);
  const told = isObject(row?.payload) ? row.payload.connected_at : undefined;
  return typeof told === 'string' && !Number.isNaN(Date.parse(told)) ? told : row?.created_at;
}

/**
 * What up to some fifty contacts have replied since then (ms since 1970), newest first, at most 100.
 *
 * Source: reference, `listActivities`, whose filter takes lists and a span of time.
 * @throws {GrinfiError} `rejected` where the server does not take such a filter
 */
export async function listRepliesOfMany(
  client: GrinfiClient,
  contactIds: readonly string[],
  since: number,
  options: CallOptions = {},
): Promise<Page<Activity & { contactId: string }>> {
  const filter = {
    lead_uuid: contactIds,
    type: ['linkedin_message_replied', 'email_replied'],
    created_at: { '>=': new Date(since).toISOString() },
  };
  const sorted = { order_field: 'created_at', order_type: 'desc' };
  const query = { ...sorted, filter: JSON.stringify(filter), object: toServerObject('contact') };
  const found = await readPage(client, { ...options, path, query }, activitySchema, { limit: pageSize });
  return {
    ...found,
    items: found.items.toSorted(newestFirst).flatMap((row) => {
      const contactId = contactIds.find((id) => isAbout(row, id));
      return contactId === undefined ? [] : [{ contactId, type: row.type, at: row.created_at }];
    }),
  };
}

async function pageOf(
  client: GrinfiClient,
  { object, recordId }: RecordName,
  more: Record<string, string>,
  options: PageOptions,
): Promise<Page<Row>> {
  const filter = { [object === 'contact' ? 'lead_uuid' : 'company_uuid']: recordId, ...more };
  const inBrackets = Object.entries(filter).map(([name, value]) => [`filter[${name}]`, value]);
  const forms = [
    { filter: JSON.stringify(filter) },
    Object.fromEntries(inBrackets) as Record<string, string>,
  ];
  let best: Page<Row> = { items: [] };
  for (const form of forms) {
    const query = { ...form, object: toServerObject(object) };
    const found = await askFor(client, query, options);
    if (found === 'refused') continue;
    const ours = found.items.filter((row) => isAbout(row, recordId));
    best = { ...found, items: ours.toSorted(newestFirst) };
    if (ours.length === found.items.length) return best;
    // Others are among them, so what the server counted is not this record's.
    best = { ...best, total: undefined };
  }
  return best;
}

async function askFor(
  client: GrinfiClient,
  query: Record<string, string>,
  { offset, limit = defaultLimit, ...call }: PageOptions,
): Promise<Page<Row> | 'refused'> {
  const sorted = { ...query, order_field: 'created_at', order_type: 'desc' };
  try {
    return await readPage(client, { ...call, path, query: sorted }, activitySchema, { offset, limit });
  } catch (error) {
    if (error instanceof GrinfiError && error.kind === 'rejected') return 'refused';
    throw error;
  }
}

const newestFirst = (one: Row, other: Row) => Date.parse(other.created_at) - Date.parse(one.created_at);

function isAbout(row: Row, recordId: string): boolean {
  const { lead_uuid, company_uuid } = isObject(row.payload) ? row.payload : {};
  return [row.object_uuid, lead_uuid, company_uuid].includes(recordId);
}
