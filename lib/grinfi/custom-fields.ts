import * as v from 'valibot';
import type { CustomField, RecordObject } from '../crm.ts';
import type { RecordCounts } from '../workspace.ts';
import type { CallOptions, GrinfiClient } from './client.ts';
import { countEach } from './counts.ts';
import { fromServerObject, toServerObject } from './object-names.ts';
import { listAll } from './pages.ts';
import { id, one, optionalText } from './reply.ts';

const path = ['leads', 'api', 'custom-fields'];
const fieldSchema = v.pipe(
  v.object({ uuid: id, name: v.string(), object: optionalText }),
  v.transform(({ uuid, name, object }) => ({ id: uuid, name, object: fromServerObject(object) })),
);

/** Those of contacts and of companies; a field of anything else is left out. */
export async function listCustomFields(
  client: GrinfiClient,
  options: CallOptions = {},
): Promise<CustomField[]> {
  const fields = await listAll(client, { ...options, path }, fieldSchema);
  return fields.filter((field): field is CustomField => field.object !== undefined);
}

export interface CustomFieldValue {
  fieldId: string;
  object: RecordObject;
  recordId: string;
  /** `null` clears it. */
  value: string | null;
}

/** Sets one value on one record. May be repeated. New contacts take theirs with `upsertContact`. */
export async function setCustomFieldValue(
  client: GrinfiClient,
  { fieldId, object, recordId, value }: CustomFieldValue,
  options: CallOptions = {},
): Promise<void> {
  await client.post({
    ...options,
    path: ['leads', 'api', 'custom-field-values'],
    body: {
      custom_field_uuid: fieldId,
      object_type: toServerObject(object),
      object_uuid: recordId,
      value,
    },
  });
}

/**
 * Makes a field for one kind of record; there may be 100 for each.
 * @throws {GrinfiError} `rejected` where there is one of this name, or no room
 */
export async function createCustomField(
  client: GrinfiClient,
  { object, name }: { object: RecordObject; name: string },
  options: CallOptions = {},
): Promise<CustomField> {
  const body = { object: toServerObject(object), name };
  const made = await client.post({ ...options, path, body, reply: one(fieldSchema) });
  return { ...made, object: made.object ?? object };
}

/** New contacts take their values by the field's name, so that a rename is felt by saves that wait. */
export async function renameCustomField(
  client: GrinfiClient,
  fieldId: string,
  name: string,
  options: CallOptions = {},
): Promise<void> {
  await client.put({ ...options, path: [...path, fieldId], body: { name } });
}

/** On how many records each field is filled. The call is not in the reference, so a refusal says nothing else. */
export function countByCustomField(
  client: GrinfiClient,
  fieldIds: readonly string[],
  options: CallOptions = {},
): Promise<ReadonlyMap<string, RecordCounts>> {
  const call = { isOptional: true, ...options, path: [...path, 'metrics'] };
  return countEach(fieldIds, (uuids, reply) => client.put({ ...call, body: { uuids }, reply }));
}
