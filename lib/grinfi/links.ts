import type { RecordObject } from '../crm.ts';
import { grinfiOrigin } from './origin.ts';

/** Where people make their API key. */
export const apiKeyPageUrl = `${grinfiOrigin}/settings/api-keys`;

/**
 * The record's page in the web app; `undefined` for companies, whose address no source gives.
 */
export function crmUrlOf(object: RecordObject, recordId: string): string | undefined {
  if (object === 'company') return undefined;
  return `${grinfiOrigin}/crm/contacts/${encodeURIComponent(recordId)}`;
}
