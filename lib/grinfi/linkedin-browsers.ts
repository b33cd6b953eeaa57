import * as v from 'valibot';
import type { LinkedInBrowser } from '../workspace.ts';
import type { CallOptions, GrinfiClient } from './client.ts';
import { pageSize } from './pages.ts';
import { id, optionalText, rows } from './reply.ts';

const path = ['browsers', 'api', 'linkedin-browsers'];

/** The rows hold the LinkedIn login and password; neither is read. */
const browserSchema = v.pipe(
  v.object({
    id,
    name: optionalText,
    sender_profile_uuid: optionalText,
    linkedin_account_uuid: optionalText,
    status: optionalText,
    error_reason: optionalText,
    proxy_country_code: optionalText,
    last_start_at: optionalText,
  }),
  v.transform(
    (row): LinkedInBrowser => ({
      id: row.id,
      name: row.name,
      senderProfileId: row.sender_profile_uuid,
      status: row.status,
      error: row.error_reason,
      isLoggedIn: row.linkedin_account_uuid !== undefined,
      country: row.proxy_country_code,
      lastStartAt: row.last_start_at,
    }),
  ),
);

/** The newest 100 of the workspace. */
export async function listLinkedInBrowsers(
  client: GrinfiClient,
  options: CallOptions = {},
): Promise<LinkedInBrowser[]> {
  const body = { limit: pageSize, offset: 0, order_field: 'created_at', order_type: 'desc' };
  const call = { retry: true, ...options, path: [...path, 'list'], body };
  return (await client.post({ ...call, reply: rows(browserSchema, []) })).rows;
}

/**
 * Starts a browser, or stops it. Start only one that `isLoggedIn` and was stopped by hand: the reference
 * warns of the others.
 */
export async function switchLinkedInBrowser(
  client: GrinfiClient,
  browserId: string,
  isRunning: boolean,
  options: CallOptions = {},
): Promise<void> {
  await client.post({ ...options, path: [...path, browserId, isRunning ? 'run' : 'stop'] });
}
