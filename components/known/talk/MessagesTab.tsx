import { useState } from 'preact/hooks';
import type { Account, Contact } from '../../../lib/crm.ts';
import { type TextKey, t } from '../../../lib/i18n.ts';
import type { ConversationCalls } from '../../../lib/panel/conversation-calls.ts';
import type { KnownCalls } from '../../../lib/panel/known-calls.ts';
import { EmailThread } from './EmailThread.tsx';
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
  /** Only in the popup. */
  onOpenPanel?: (() => void) | undefined;
}

type Channel = 'linkedIn' | 'email';
const channels: readonly (readonly [Channel, TextKey])[] = [
  ['linkedIn', 'channelLinkedIn'],
  ['email', 'taskEmail'],
];

/** What was written with a contact on LinkedIn or by e-mail, and something new. */
export function MessagesTab(props: MessagesTabProps) {
  const [channel, setChannel] = useState<Channel>('linkedIn');
  return (
    <>
      <fieldset class="channels">
        <legend class="visually-hidden">{t('channel')}</legend>
        {channels.map(([each, label]) => (
          <button
            key={each}
            type="button"
            class="channel"
            aria-pressed={each === channel}
            onClick={() => setChannel(each)}
          >
            {t(label)}
          </button>
        ))}
      </fieldset>
      {channel === 'linkedIn' ? <LinkedInThread {...props} /> : <EmailThread {...props} />}
    </>
  );
}
