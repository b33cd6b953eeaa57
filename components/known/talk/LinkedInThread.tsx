import { t } from '../../../lib/i18n.ts';
import type { LinkedInMessage, SenderProfile } from '../../../lib/outreach.ts';
import { useRecordPart } from '../../../lib/panel/use-record-part.ts';
import { LinkedInComposer } from './LinkedInComposer.tsx';
import { MessageBubble } from './MessageBubble.tsx';
import type { MessagesTabProps } from './MessagesTab.tsx';
import { Thread } from './Thread.tsx';
import { UnreadLine } from './UnreadLine.tsx';

/** The messages with a contact on LinkedIn, of all senders, and a new one. */
export function LinkedInThread({
  contact,
  account,
  known,
  calls,
  now,
  onRead,
  onOpenPanel,
}: MessagesTabProps) {
  const contactId = contact.id;
  const part = useRecordPart<LinkedInMessage>({
    key: `messages:${contactId}`,
    load: (asked) => calls.listMessages(contactId, asked),
    idOf: (message) => message.id,
  });
  const senders = useRecordPart<SenderProfile>({
    key: 'senders',
    load: known.listSenderProfiles,
    idOf: (sender) => sender.id,
  });
  const messages = part.items ?? [];
  const unread = messages.filter(({ isUnread }) => isUnread);
  const firstUnread = unread.at(-1)?.id;
  const theirName = contact.fields.firstName ?? contact.fields.fullName ?? '';
  const nameOf = (message: LinkedInMessage) =>
    message.isFromContact
      ? theirName
      : (senders.items?.find(({ id }) => id === message.senderProfileId)?.name ?? '');

  async function markRead() {
    await calls.markRead(contactId);
    part.change((items) => items.map((one) => (one.isUnread ? { ...one, isUnread: false } : one)));
    onRead();
  }

  function onSent() {
    part.reload();
    // Who answers has read it.
    if (unread.length > 0) void markRead().then(part.reload, () => undefined);
  }

  return (
    <>
      <Thread part={part} empty={t('messagesEmpty')} now={now}>
        {(message, before) => (
          <>
            {message.id === firstUnread && <UnreadLine count={unread.length} onMarkRead={markRead} />}
            <MessageBubble
              key={message.id}
              message={message}
              name={nameOf(message)}
              isContinued={
                before !== undefined &&
                before.isFromContact === message.isFromContact &&
                before.senderProfileId === message.senderProfileId
              }
              onRetry={async () => {
                await calls.retryMessage(contactId, message.id);
                part.reload();
              }}
            />
          </>
        )}
      </Thread>
      <LinkedInComposer
        {...{ contactId, theirName, senders, account, calls, now, onSent, onOpenPanel }}
        lastSenderId={messages.find(({ senderProfileId }) => senderProfileId)?.senderProfileId}
        onUnsure={part.reload}
      />
    </>
  );
}
