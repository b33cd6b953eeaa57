import * as v from 'valibot';
import type { Mailbox, MailboxError } from '../outreach.ts';
import type { CallOptions, GrinfiClient } from './client.ts';
import { listAll, readPage } from './pages.ts';
import { id, optionalNumber, optionalText } from './reply.ts';

const path = ['emails', 'api', 'mailboxes'];

/** The connection settings hold passwords; they are dropped here. */
const mailboxSchema = v.pipe(
  v.object({
    uuid: id,
    email: v.string(),
    sender_name: optionalText,
    sender_profile_uuid: optionalText,
    status: optionalText,
    provider: optionalText,
    automation_daily_limit: optionalNumber,
  }),
  v.transform(
    (row): Mailbox => ({
      id: row.uuid,
      address: row.email,
      senderName: row.sender_name,
      senderProfileId: row.sender_profile_uuid,
      status: row.status,
      provider: row.provider,
      dailyLimit: row.automation_daily_limit,
    }),
  ),
);

export function listMailboxes(client: GrinfiClient, options: CallOptions = {}): Promise<Mailbox[]> {
  return listAll(client, { ...options, path }, mailboxSchema);
}

/** Lets automations send from it again, or stops that. May be repeated. */
export async function switchMailbox(
  client: GrinfiClient,
  mailboxId: string,
  isActive: boolean,
  options: CallOptions = {},
): Promise<void> {
  await client.put({ ...options, path: [...path, mailboxId, isActive ? 'activate' : 'deactivate'] });
}

const errorSchema = v.pipe(
  v.object({
    mailbox_uuid: optionalText,
    error_type: optionalText,
    message: optionalText,
    created_at: optionalText,
  }),
  v.transform(
    (row): MailboxError => ({
      mailboxId: row.mailbox_uuid,
      kind: row.error_type,
      message: row.message ?? row.error_type ?? '',
      at: row.created_at,
    }),
  ),
);

/** The newest 100 of the workspace; the server has no filter by mailbox. */
export async function listMailboxErrors(
  client: GrinfiClient,
  options: CallOptions = {},
): Promise<MailboxError[]> {
  const query = { order_field: 'created_at', order_type: 'desc' };
  const call = { ...options, path: ['emails', 'api', 'mailbox-errors'], query };
  return (await readPage(client, call, errorSchema)).items;
}
