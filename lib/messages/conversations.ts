import * as z from 'zod/mini';
import type { LinkedInMessage, Page, SendOutcome } from '../outreach.ts';
import { id, offset, words } from './shapes.ts';

/** What is written with a contact, on LinkedIn and by e-mail. */

const subject = z.string().check(z.trim(), z.minLength(1), z.maxLength(1_000));

/** One draft is sent once, whatever becomes of the answer and however many screens ask for it. */
const draft = {
  draftId: z.string().check(z.minLength(8), z.maxLength(100)),
  contactId: id,
  senderProfileId: id,
  text: words,
};

export const conversationInputs = {
  /** A part of what was written on LinkedIn, newest first. */
  listMessages: z.object({ contactId: id, offset: z.optional(offset) }),
  markRead: z.object({ contactId: id }),
  /** With a subject it is an InMail. */
  sendMessage: z.object({ ...draft, subject: z.optional(subject), templateId: z.optional(id) }),
  /** Sends a message again that failed; one that is not failed any more is left alone. */
  retryMessage: z.object({ contactId: id, messageId: id }),
} as const;

export interface ConversationOutputs {
  listMessages: Page<LinkedInMessage>;
  markRead: null;
  sendMessage: { outcome: SendOutcome };
  retryMessage: null;
}
