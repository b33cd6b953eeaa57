import * as v from 'valibot';
import type { ReadBack, RecordObject } from '../crm.ts';
import type { GrinfiClient } from './client.ts';
import { companySchema } from './companies.ts';
import { contactSchema } from './contacts.ts';
import { unlessGone } from './errors.ts';
import { unwrapped } from './reply.ts';

const replyWith = <T>(schema: v.GenericSchema<unknown, T>) =>
  v.pipe(
    unwrapped,
    v.transform((row) => ({ record: row, told: row })),
    v.object({ record: schema, told: v.pipe(v.record(v.string(), v.unknown()), v.transform(namesIn)) }),
  );
const replies: Record<RecordObject, v.GenericSchema<unknown, ReadBack>> = {
  contact: replyWith(contactSchema),
  company: replyWith(companySchema),
};

const ourNames: Record<string, string> = {
  work_email: 'email',
  pipeline_stage_uuid: 'stage',
  lead_status_uuid: 'stage',
  list_uuid: 'list',
  lists: 'list',
};

/** `first_name` → `firstName` */
function namesIn(row: Record<string, unknown>): string[] {
  return Object.keys(row).map(
    (key) => ourNames[key] ?? key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
  );
}

/**
 * The record as it is now; `undefined` where there is none any more. One request.
 *
 * Source: reference, `getLead` and `getCompany`. Neither shows custom values, and no other call of the API does.
 */
export async function readBack(
  client: GrinfiClient,
  object: RecordObject,
  recordId: string,
): Promise<ReadBack | undefined> {
  const path = ['leads', 'api', object === 'contact' ? 'leads' : 'companies', recordId];
  return unlessGone(client.get({ path, reply: replies[object] }));
}
