import * as z from 'zod/mini';
import type { CustomField, RecordObject } from '../crm.ts';
import type { CallOptions, GrinfiClient } from './client.ts';
import { fromServerObject, toServerObject } from './object-names.ts';
import { listAll } from './pages.ts';
import { id, optionalText } from './reply.ts';

const fieldSchema = z.pipe(
  z.object({ uuid: id, name: z.string(), object: optionalText }),
  z.transform(({ uuid, name, object }) => ({ id: uuid, name, object: fromServerObject(object) })),
);

/** Those of contacts and of companies; a field of anything else is left out. */
export async function listCustomFields(
  client: GrinfiClient,
  options: CallOptions = {},
): Promise<CustomField[]> {
  const path = ['leads', 'api', 'custom-fields'];
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
