import * as v from 'valibot';
import type { SenderProfile } from '../outreach.ts';
import type { CallOptions, GrinfiClient } from './client.ts';
import { unlessGone } from './errors.ts';
import { listAll } from './pages.ts';
import { id, one, optionalFlag, optionalText } from './reply.ts';
import { optionalSchedule } from './schedule.ts';

const path = ['flows', 'api', 'sender-profiles'];
const senderSchema = v.pipe(
  v.object({
    uuid: id,
    first_name: optionalText,
    last_name: optionalText,
    label: optionalText,
    avatar_url: optionalText,
    status: optionalText,
    assignee_user_id: optionalText,
    linkedin_browser_id: optionalText,
    mailbox_uuid: optionalText,
    smart_limits_enabled: optionalFlag,
    hold_tasks_till: optionalText,
    schedule: optionalSchedule,
  }),
  v.transform((row): SenderProfile => {
    const name = [row.first_name, row.last_name].filter(Boolean).join(' ');
    return {
      id: row.uuid,
      name: name || row.label || row.uuid,
      label: row.label,
      avatarUrl: row.avatar_url,
      status: row.status,
      userId: row.assignee_user_id,
      linkedInBrowserId: row.linkedin_browser_id,
      mailboxId: row.mailbox_uuid,
      hasSmartLimits: row.smart_limits_enabled,
      heldUntil: row.hold_tasks_till,
      schedule: row.schedule,
    };
  }),
);

/**
 * All of the workspace, disabled ones too: those still stand behind older messages.
 *
 * Source: reference, `listSenderProfiles`. How many are sent a day is in no source; what is known of the
 * limits is whether Grinfi sets them, the working hours, and a hold.
 */
export function listSenderProfiles(
  client: GrinfiClient,
  options: CallOptions = {},
): Promise<SenderProfile[]> {
  return listAll(client, { ...options, path }, senderSchema);
}

/** @returns `undefined` where there is no such profile (any more) */
export async function getSenderProfile(
  client: GrinfiClient,
  senderProfileId: string,
  options: CallOptions = {},
): Promise<SenderProfile | undefined> {
  return unlessGone(client.get({ ...options, path: [...path, senderProfileId], reply: one(senderSchema) }));
}

/** Lets it send again, or stops it from sending. May be repeated. */
export async function switchSenderProfile(
  client: GrinfiClient,
  senderProfileId: string,
  isEnabled: boolean,
  options: CallOptions = {},
): Promise<void> {
  await client.put({ ...options, path: [...path, senderProfileId, isEnabled ? 'enable' : 'disable'] });
}
