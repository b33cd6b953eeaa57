import { dropFile, keepFile } from '../kept-files.ts';
import type { Input } from '../messages.ts';
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
import type { Send } from '../send.ts';
import type { PartAsked } from './use-record-part.ts';

export type MessageDraft = Input<'sendMessage'>;
export type EmailDraft = Input<'sendEmail'>;
export type TemplateAsked = Input<'renderTemplate'>;

/** What the messages tab of a known contact asks for. All reject with a `Failure`. */
export interface ConversationCalls {
  listMessages(contactId: string, asked?: PartAsked): Promise<Page<LinkedInMessage>>;
  markRead(contactId: string): Promise<void>;
  /** Sends a draft once, also when it is asked for again. */
  sendMessage(draft: MessageDraft): Promise<SendOutcome>;
  retryMessage(contactId: string, messageId: string): Promise<void>;
  listEmails(contactId: string, asked?: PartAsked): Promise<Page<Email>>;
  /** @returns `undefined` where there is no text (any more) */
  readEmail(bodyId: string, asked?: PartAsked): Promise<EmailText | undefined>;
  listMailboxes(asked?: PartAsked): Promise<Page<MailboxState>>;
  /** Sends a draft once, also when it is asked for again. */
  sendEmail(draft: EmailDraft): Promise<SendOutcome>;
  listTemplates(asked?: PartAsked): Promise<Page<AiTemplate>>;
  /** May spend credits; sends nothing. */
  renderTemplate(asked: TemplateAsked): Promise<RenderedTemplate>;
  /** Puts a file aside, so that it can be handed over, now or after the screen was closed. */
  keepFile(fileId: string, file: File): Promise<void>;
  uploadFile(fileId: string): Promise<Attachment>;
  /** Takes a file back: what is kept here of it, and what Grinfi has. */
  removeFile(fileId: string, attachmentId?: string): Promise<void>;
}

export function createConversationCalls(send: Send): ConversationCalls {
  return {
    listMessages: (contactId, asked) => send('listMessages', { contactId, offset: asked?.offset }, asked),
    markRead: async (contactId) => void (await send('markRead', { contactId })),
    sendMessage: async (draft) => (await send('sendMessage', draft)).outcome,
    retryMessage: async (contactId, messageId) => void (await send('retryMessage', { contactId, messageId })),
    listEmails: (contactId, asked) => send('listEmails', { contactId, offset: asked?.offset }, asked),
    readEmail: async (bodyId, asked) => (await send('readEmail', { bodyId }, asked)).text ?? undefined,
    listMailboxes: async (asked) => ({ items: (await send('listMailboxes', {}, asked)).mailboxes }),
    sendEmail: async (draft) => (await send('sendEmail', draft)).outcome,
    listTemplates: async (asked) => ({ items: (await send('listTemplates', {}, asked)).templates }),
    renderTemplate: (asked) => send('renderTemplate', asked),
    keepFile,
    uploadFile: (fileId) => send('uploadFile', { fileId }),
    async removeFile(fileId, attachmentId) {
      await dropFile(fileId);
      if (attachmentId !== undefined) await send('removeFile', { attachmentId });
    },
  };
}
