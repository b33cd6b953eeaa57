import { t } from '../../../lib/i18n.ts';
import type { Email, MailboxState, SenderProfile } from '../../../lib/outreach.ts';
import { useRecordPart } from '../../../lib/panel/use-record-part.ts';
import { EmailCard } from './EmailCard.tsx';
import { EmailComposer } from './EmailComposer.tsx';
import type { MessagesTabProps } from './MessagesTab.tsx';
import { Thread } from './Thread.tsx';

/** The e-mails with a contact, of all mailboxes, and a new one. */
export function EmailThread({ contact, account, known, calls, now, onOpenPanel }: MessagesTabProps) {
  const part = useRecordPart<Email>({
    key: `emails:${contact.id}`,
    load: (asked) => calls.listEmails(contact.id, asked),
    idOf: (email) => email.id,
  });
  const mailboxes = useRecordPart<MailboxState>({
    key: 'mailboxes',
    load: calls.listMailboxes,
    idOf: (mailbox) => mailbox.id,
  });
  const senders = useRecordPart<SenderProfile>({
    key: 'senders',
    load: known.listSenderProfiles,
    idOf: (sender) => sender.id,
  });
  const emails = part.items ?? [];
  return (
    <>
      <Thread part={part} empty={t('emailsEmpty')} now={now}>
        {(email) => (
          <EmailCard key={email.id} email={email} isNewest={email.id === emails[0]?.id} calls={calls} />
        )}
      </Thread>
      <EmailComposer
        {...{ contact, mailboxes, senders, account, calls, now, onOpenPanel }}
        last={emails[0]}
        theirAddress={emails.find(({ isFromContact }) => isFromContact)?.fromAddress}
        onSent={part.reload}
        onUnsure={part.reload}
      />
    </>
  );
}
