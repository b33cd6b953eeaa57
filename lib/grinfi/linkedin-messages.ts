import * as v from 'valibot';
import type { Conversation, LinkedInMessage, Page } from '../outreach.ts';
import type { CallOptions, GrinfiClient } from './client.ts';
import { runOnMany } from './mass-action.ts';
import { pageSize, readPage } from './pages.ts';
import { id, ids, one, optionalText, present } from './reply.ts';

const path = ['flows', 'api', 'linkedin-messages'];
const messageSchema = v.pipe(
  v.object({
    uuid: id,
    lead_uuid: optionalText,
    sender_profile_uuid: optionalText,
    linkedin_conversation_uuid: optionalText,
    type: optionalText,
    linkedin_type: optionalText,
    status: optionalText,
    fail_reason: optionalText,
    subject: optionalText,
    text: optionalText,
    attachments: ids,
    read_at: optionalText,
    sent_at: optionalText,
    created_at: optionalText,
  }),
  v.transform(
    (row): LinkedInMessage => ({
      id: row.uuid,
      contactId: row.lead_uuid,
      senderProfileId: row.sender_profile_uuid,
      conversationId: row.linkedin_conversation_uuid,
      isFromContact: row.type === 'inbox',
      isUnread: row.type === 'inbox' && row.read_at === undefined,
      kind: row.linkedin_type,
      status: row.status,
      failReason: row.fail_reason,
      subject: row.subject,
      text: row.text ?? '',
      attachmentIds: row.attachments,
      at: row.sent_at ?? row.created_at,
    }),
  ),
);

interface PageOptions extends CallOptions {
  offset?: number | undefined;
  limit?: number | undefined;
}

/**
 * What was written with a contact on LinkedIn, by all senders, newest first.
 *
 * Source: reference, `listLinkedinMessages`; the filter goes out in brackets, and rows about others are left
 * out, should it be dropped. A page is sorted here: messages that wait have no time of sending.
 */
export async function listLinkedInMessages(
  client: GrinfiClient,
  contactId: string,
  { offset, limit, ...options }: PageOptions = {},
): Promise<Page<LinkedInMessage>> {
  const query = { 'filter[lead_uuid]': contactId, order_field: 'created_at', order_type: 'desc' };
  const page = await readPage(client, { ...options, path, query }, messageSchema, { offset, limit });
  const ours = page.items.filter((message) => (message.contactId ?? contactId) === contactId);
  const isWhole = ours.length === page.items.length;
  return {
    ...page,
    items: ours.toSorted((one, other) => timeOf(other) - timeOf(one)),
    total: isWhole ? page.total : undefined,
  };
}

/** The same with up to some fifty contacts, the newest 100 with all of them. */
export async function listLinkedInMessagesOfMany(
  client: GrinfiClient,
  contactIds: readonly string[],
  options: CallOptions = {},
): Promise<Page<LinkedInMessage>> {
  const query = { 'filter[lead_uuid][]': contactIds, order_field: 'created_at', order_type: 'desc' };
  const page = await readPage(client, { ...options, path, query }, messageSchema, { limit: pageSize });
  return {
    ...page,
    items: page.items
      .filter(({ contactId }) => contactId !== undefined && contactIds.includes(contactId))
      .toSorted((one, other) => timeOf(other) - timeOf(one)),
  };
}

function timeOf({ at }: LinkedInMessage): number {
  return (at && Date.parse(at)) || 0;
}

export interface NewLinkedInMessage {
  contactId: string;
  senderProfileId: string;
  text: string;
  /** Makes it an InMail. */
  subject?: string | undefined;
  /** From `uploadAttachment`. */
  attachmentIds?: readonly string[] | undefined;
  /** The AI template that the text was made with. */
  templateId?: string | undefined;
}

/**
 * Hands a message over; Grinfi sends it a little later. Not safe to repeat after a lost answer: look with
 * `listLinkedInMessages` first.
 *
 * Source: API notes, sequence (g).
 * @returns `undefined` where the server took the message but did not say its id
 */
export function sendLinkedInMessage(
  client: GrinfiClient,
  message: NewLinkedInMessage,
  options: CallOptions = {},
): Promise<LinkedInMessage | undefined> {
  const attachments = (message.attachmentIds ?? []).map((uuid) => ({ uuid }));
  const body = present({
    sender_profile_uuid: message.senderProfileId,
    lead_uuid: message.contactId,
    text: message.text,
    template_uuid: message.templateId,
    attachments: attachments.length > 0 ? attachments : undefined,
    subject: message.subject,
    linkedin_messenger_type: message.subject ? 'sn' : undefined,
  });
  return client.post({ ...options, path, body, reply: v.optional(one(messageSchema)) });
}

/** Sends a failed message again. */
export async function retryLinkedInMessage(
  client: GrinfiClient,
  messageId: string,
  options: CallOptions = {},
): Promise<void> {
  await client.put({ ...options, path: [...path, messageId, 'retry'] });
}

/** Takes the unread marks off everything from these contacts. May be repeated. */
export function markContactsRead(
  client: GrinfiClient,
  contactIds: readonly string[],
  options?: CallOptions,
): Promise<void> {
  const massAction = ['leads', 'api', 'leads', 'mass-action'];
  const action = { path: massAction, type: 'contact_mark_read', ids: contactIds, payload: {} };
  return runOnMany(client, action, options);
}

const conversationSchema = v.pipe(
  v.object({
    uuid: id,
    lead_uuid: optionalText,
    linkedin_account_uuid: optionalText,
    last_activity_at: optionalText,
    last_stored_message_at: optionalText,
  }),
  v.transform(
    (row): Conversation => ({
      id: row.uuid,
      contactId: row.lead_uuid,
      linkedInAccountId: row.linkedin_account_uuid,
      lastActivityAt: row.last_activity_at ?? row.last_stored_message_at,
    }),
  ),
);

/** A contact's threads, one for each of our LinkedIn accounts that has one. */
export async function listConversationsOf(
  client: GrinfiClient,
  contactId: string,
  options: CallOptions = {},
): Promise<Conversation[]> {
  const call = { ...options, path: ['flows', 'api', 'linkedin-conversations'] };
  const query = { 'filter[lead_uuid]': contactId };
  const { items } = await readPage(client, { ...call, query }, conversationSchema);
  return items.filter((conversation) => conversation.contactId === contactId);
}
