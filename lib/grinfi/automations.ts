import type { CallOptions, GrinfiClient } from './client.ts';

/** Stops every automation the contact is in. May be repeated. */
export async function cancelAllAutomations(
  client: GrinfiClient,
  contactId: string,
  options: CallOptions = {},
): Promise<void> {
  await client.put({ ...options, path: ['flows', 'api', 'flows', 'leads', contactId, 'cancel-all'] });
}
