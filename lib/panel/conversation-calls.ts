import type { Input } from '../messages.ts';
import type { LinkedInMessage, Page, SendOutcome } from '../outreach.ts';
import type { Send } from '../send.ts';

export type MessageDraft = Input<'sendMessage'>;

/** What the messages tab of a known contact asks for. All reject with a `Failure`. */
export interface ConversationCalls {
  listMessages(contactId: string, offset?: number): Promise<Page<LinkedInMessage>>;
  markRead(contactId: string): Promise<void>;
  /** Sends a draft once, also when it is asked for again. */
  sendMessage(draft: MessageDraft): Promise<SendOutcome>;
  retryMessage(contactId: string, messageId: string): Promise<void>;
}

export function createConversationCalls(send: Send): ConversationCalls {
  return {
    listMessages: (contactId, offset) => send('listMessages', { contactId, offset }),
    markRead: async (contactId) => void (await send('markRead', { contactId })),
    sendMessage: async (draft) => (await send('sendMessage', draft)).outcome,
    retryMessage: async (contactId, messageId) => void (await send('retryMessage', { contactId, messageId })),
  };
}
