import * as v from 'valibot';
import type { Email, EmailText, Page } from '../outreach.ts';
import type { CallOptions, GrinfiClient } from './client.ts';
import { isAboutForm, unlessGone } from './errors.ts';
import { readPage } from './pages.ts';
import { id, ids, one, optionalText, present } from './reply.ts';

const path = ['emails', 'api', 'emails'];
const emailSchema = v.pipe(
  v.object({
    uuid: id,
    lead_uuid: optionalText,
    sender_profile_uuid: optionalText,
    mailbox_uuid: optionalText,
    email_body_uuid: optionalText,
    flow_uuid: optionalText,
    type: optionalText,
    status: optionalText,
    bounced_by_uuid: optionalText,
    from_name: optionalText,
    from_email: optionalText,
    to_name: optionalText,
    to_email: optionalText,
    subject: optionalText,
    sent_at: optionalText,
    created_at: optionalText,
  }),
  v.transform(
    (row): Email => ({
      id: row.uuid,
      contactId: row.lead_uuid,
      senderProfileId: row.sender_profile_uuid,
      mailboxId: row.mailbox_uuid,
      bodyId: row.email_body_uuid,
      automationId: row.flow_uuid,
      isFromContact: row.type === 'inbox',
      status: row.status,
      isBounced: row.bounced_by_uuid !== undefined,
      fromName: row.from_name,
      fromAddress: row.from_email,
      toName: row.to_name,
      toAddress: row.to_email,
      subject: row.subject,
      at: row.sent_at ?? row.created_at,
    }),
  ),
);

interface PageOptions extends CallOptions {
  offset?: number | undefined;
  limit?: number | undefined;
}

/**
 * The e-mails with a contact, of all mailboxes, newest first. Rows about others are left out, should the
 * filter be dropped.
 */
export async function listEmails(
  client: GrinfiClient,
  contactId: string,
  { offset, limit, ...options }: PageOptions = {},
): Promise<Page<Email>> {
  const query = { 'filter[lead_uuid]': contactId, order_field: 'created_at', order_type: 'desc' };
  const page = await readPage(client, { ...options, path, query }, emailSchema, { offset, limit });
  const ours = page.items.filter((email) => (email.contactId ?? contactId) === contactId);
  const isWhole = ours.length === page.items.length;
  return {
    ...page,
    items: ours.toSorted((one, other) => timeOf(other) - timeOf(one)),
    total: isWhole ? page.total : undefined,
  };
}

function timeOf({ at }: Email): number {
  return (at && Date.parse(at)) || 0;
}

const textSchema = v.pipe(
  v.object({ body: optionalText, attachments: ids }),
  v.transform(({ body, attachments }): EmailText => ({ html: body ?? '', attachmentIds: attachments })),
);

/** @returns `undefined` where there is no such text (any more) */
export async function getEmailText(
  client: GrinfiClient,
  bodyId: string,
  options: CallOptions = {},
): Promise<EmailText | undefined> {
  const bodies = ['emails', 'api', 'email-bodies'];
  return unlessGone(client.get({ ...options, path: [...bodies, bodyId], reply: one(textSchema) }));
}

export interface NewEmail {
  contactId: string;
  senderProfileId: string;
  mailboxId: string;
  from: { name: string; address: string };
  to: { name: string; address: string };
  subject: string;
  html: string;
  /** From `uploadAttachment`. */
  attachmentIds?: readonly string[] | undefined;
}

const sentSchema = v.union([
  v.pipe(
    v.object({ emailDomain: emailSchema }),
    v.transform(({ emailDomain }) => emailDomain),
  ),
  one(emailSchema),
]);

/**
 * Sends an e-mail. Not safe to repeat after a lost answer: look with `listEmails` first.
 *
 * Source: API notes, sequence (g). Sources contradict each other on how mailbox and addressee are named, so
 * both ways go out in one body; a server that refuses the keys of the other gets the documented ones alone.
 * @returns `undefined` where the server took the e-mail but did not say its id
 */
export async function sendEmail(
  client: GrinfiClient,
  email: NewEmail,
  options: CallOptions = {},
): Promise<Email | undefined> {
  const attachments = (email.attachmentIds ?? []).map((uuid) => ({ uuid }));
  const documented = {
    sender_profile_uuid: email.senderProfileId,
    lead_uuid: email.contactId,
    from_name: email.from.name,
    from_email: email.from.address,
    to_name: email.to.name,
    to_email: email.to.address,
    subject: email.subject,
    body: email.html,
    ...(attachments.length > 0 ? { attachments } : {}),
  };
  const other = present({
    mailbox_uuid: email.mailboxId,
    to: [{ to_email: email.to.address, to_name: email.to.name }],
  });
  const send = (body: object) =>
    client.post({ ...options, path: [...path, 'send-email'], body, reply: v.optional(sentSchema) });
  try {
    return await send({ ...documented, ...other });
  } catch (error) {
    if (!isAboutForm(error)) throw error;
    return send(documented);
  }
}
