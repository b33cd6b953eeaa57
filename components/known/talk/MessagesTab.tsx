import type { Account, Contact } from '../../../lib/crm.ts';
import type { ConversationCalls } from '../../../lib/panel/conversation-calls.ts';
import type { KnownCalls } from '../../../lib/panel/known-calls.ts';
import { LinkedInThread } from './LinkedInThread.tsx';

export interface MessagesTabProps {
  contact: Contact;
  account: Account | undefined;
  /** Of all tabs. */
  known: KnownCalls;
  calls: ConversationCalls;
  now: number;
  /** Nothing is unread any more. */
  onRead: () => void;
}

/** What was written with a contact, and something new. */
export function MessagesTab(props: MessagesTabProps) {
  return <LinkedInThread {...props} />;
}
