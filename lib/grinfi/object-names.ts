import type { RecordObject } from '../crm.ts';

/** The server calls a contact a lead. */
export function toServerObject(object: RecordObject): 'lead' | 'company' {
  return object === 'contact' ? 'lead' : 'company';
}

export function fromServerObject(object: string | undefined): RecordObject | undefined {
  if (object === 'lead' || object === 'contact') return 'contact';
  return object === 'company' || object === 'account' ? 'company' : undefined;
}
