import type { Activity, RecordObject } from '../crm.ts';
import { getConnectedSince, listActivities } from '../grinfi/activities.ts';
import { type GrinfiClient, until } from '../grinfi/client.ts';
import { pageSize } from '../grinfi/pages.ts';
import type { Handler } from '../messages.ts';
import type { Page } from '../outreach.ts';
import type { Grinfi } from './grinfi.ts';

/** A part of a record's history; the first also tells since when a contact is connected. */
export function createListActivities({ grinfi }: { grinfi: Grinfi }): Handler<'listActivities'> {
  return async ({ object, recordId, offset = 0 }, left) => {
    const client = until(left, grinfi.client);
    // A screenful at once; who asks for more has a long way to go.
    const limit = offset === 0 ? undefined : pageSize;
    const page = await listActivities(client, { object, recordId }, { offset, limit });
    const connectedSince = offset === 0 ? await connection(client, object, recordId, page) : undefined;
    return { ...page, ...(connectedSince && { connectedSince }) };
  };
}

/** An extra: it fails in silence, and is not asked for where there is no history. */
async function connection(
  client: GrinfiClient,
  object: RecordObject,
  recordId: string,
  { items }: Page<Activity>,
): Promise<string | undefined> {
  if (object !== 'contact' || items.length === 0) return undefined;
  return getConnectedSince(client, recordId, { retry: false, isOptional: true }).catch(() => undefined);
}
