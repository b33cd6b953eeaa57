import * as v from 'valibot';
import type {
  AiTemplate,
  Attachment,
  Email,
  EmailText,
  LinkedInMessage,
  MailboxState,
  Page,
  RenderedTemplate,
  SendOutcome,
} from '../outreach.ts';
import { id, nothing, offset, words } from './shapes.ts';

/** What is written with a contact, on LinkedIn and by e-mail. */

const subject = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(1_000));
const address = v.pipe(v.string(), v.trim(), v.minLength(3), v.maxLength(500), v.regex(/^\S+@\S+$/));

/** One draft is sent once, whatever becomes of the answer and however many screens ask for it. */
const draft = {
  draftId: v.pipe(v.string(), v.minLength(8), v.maxLength(100)),
  contactId: id,
  senderProfileId: id,
  text: words,
  /** From `uploadFile`. */
  attachmentIds: v.optional(v.pipe(v.array(id), v.maxLength(20))),
};

export const conversationInputs = {
  /** A part of what was written on LinkedIn, newest first. */
  listMessages: v.object({ contactId: id, offset: v.optional(offset) }),
  markRead: v.object({ contactId: id }),
  /** With a subject it is an InMail. */
  sendMessage: v.object({ ...draft, subject: v.optional(subject), templateId: v.optional(id) }),
  /** Sends a message again that failed; one that is not failed any more is left alone. */
  retryMessage: v.object({ contactId: id, messageId: id }),
  /** A part of the e-mails, newest first, without their texts. */
  listEmails: v.object({ contactId: id, offset: v.optional(offset) }),
  readEmail: v.object({ bodyId: id }),
  listMailboxes: nothing,
  sendEmail: v.object({
    ...draft,
    mailboxId: id,
    from: v.object({ name: id, address }),
    to: v.object({ name: id, address }),
    subject,
  }),
  listTemplates: nothing,
  /** Sends nothing; may spend credits. */
  renderTemplate: v.object({ templateId: id, contactId: id, senderProfileId: id }),
  /** Hands a file over that `keepFile` has put aside under this id. */
  uploadFile: v.object({ fileId: id }),
  removeFile: v.object({ attachmentId: id }),
} as const;

export interface ConversationOutputs {
  listMessages: Page<LinkedInMessage>;
  markRead: null;
  sendMessage: { outcome: SendOutcome };
  retryMessage: null;
  listEmails: Page<Email>;
  /** `null` where it is gone. */
  readEmail: { text: EmailText | null };
  listMailboxes: { mailboxes: MailboxState[] };
  sendEmail: { outcome: SendOutcome };
  listTemplates: { templates: AiTemplate[] };
  renderTemplate: RenderedTemplate;
  uploadFile: Attachment;
  removeFile: null;
}
