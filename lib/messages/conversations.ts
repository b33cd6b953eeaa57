import * as z from 'zod/mini';
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

const subject = z.string().check(z.trim(), z.minLength(1), z.maxLength(1_000));
const address = z.string().check(z.trim(), z.minLength(3), z.maxLength(500), z.regex(/^\S+@\S+$/));

/** One draft is sent once, whatever becomes of the answer and however many screens ask for it. */
const draft = {
  draftId: z.string().check(z.minLength(8), z.maxLength(100)),
  contactId: id,
  senderProfileId: id,
  text: words,
  /** From `uploadFile`. */
  attachmentIds: z.optional(z.array(id).check(z.maxLength(20))),
};

export const conversationInputs = {
  /** A part of what was written on LinkedIn, newest first. */
  listMessages: z.object({ contactId: id, offset: z.optional(offset) }),
  markRead: z.object({ contactId: id }),
  /** With a subject it is an InMail. */
  sendMessage: z.object({ ...draft, subject: z.optional(subject), templateId: z.optional(id) }),
  /** Sends a message again that failed; one that is not failed any more is left alone. */
  retryMessage: z.object({ contactId: id, messageId: id }),
  /** A part of the e-mails, newest first, without their texts. */
  listEmails: z.object({ contactId: id, offset: z.optional(offset) }),
  readEmail: z.object({ bodyId: id }),
  listMailboxes: nothing,
  sendEmail: z.object({
    ...draft,
    mailboxId: id,
    from: z.object({ name: id, address }),
    to: z.object({ name: id, address }),
    subject,
  }),
  listTemplates: nothing,
  /** Sends nothing; may spend credits. */
  renderTemplate: z.object({ templateId: id, contactId: id, senderProfileId: id }),
  /** Hands a file over that `keepFile` has put aside under this id. */
  uploadFile: z.object({ fileId: id }),
  removeFile: z.object({ attachmentId: id }),
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
