import { useId, useState } from 'preact/hooks';
import type { Account, Contact } from '../../../lib/crm.ts';
import { errorText } from '../../../lib/error-text.ts';
import { t } from '../../../lib/i18n.ts';
import type { Email, MailboxState, SenderProfile } from '../../../lib/outreach.ts';
import type { ConversationCalls } from '../../../lib/panel/conversation-calls.ts';
import {
  likelyMailbox,
  mailboxName,
  mailboxTrouble,
  replySubject,
  usableMailboxes,
} from '../../../lib/panel/mailbox-text.ts';
import { isWhole } from '../../../lib/panel/typed-files.ts';
import { isFirstLoad, type RecordPart } from '../../../lib/panel/use-record-part.ts';
import { emptyDraft, type TypedDraft, useSending } from '../../../lib/panel/use-sending.ts';
import { Problem } from '../Problem.tsx';
import { Attachments, AttachTool, useFiles } from './Attachments.tsx';
import { Composer } from './Composer.tsx';
import { TemplateDrafter, TemplateTool } from './TemplateDrafter.tsx';
import { TextField } from './TextField.tsx';

interface EmailComposerProps {
  contact: Contact;
  mailboxes: RecordPart<MailboxState>;
  senders: RecordPart<SenderProfile>;
  account: Account | undefined;
  calls: ConversationCalls;
  now: number;
  /** The newest e-mail, which a new one most likely answers. */
  last: Email | undefined;
  /** From where they wrote last. */
  theirAddress: string | undefined;
  onSent: () => void;
  onUnsure: () => void;
  onOpenPanel?: (() => void) | undefined;
}

interface TypedEmail extends TypedDraft {
  mailboxId?: string | undefined;
  to?: string | undefined;
}
const nothingTyped: TypedEmail = emptyDraft;

/** A new e-mail to a contact, from one of the workspace's mailboxes. */
export function EmailComposer(props: EmailComposerProps) {
  const { contact, mailboxes, senders, account, calls, now, last, onSent, onUnsure, onOpenPanel } = props;
  const [isChecked, setIsChecked] = useState(false);
  const [isDrafting, setIsDrafting] = useState(false);
  const id = useId();
  const sending = useSending<TypedEmail>({
    key: `email:${contact.id}`,
    empty: nothingTyped,
    onSent() {
      setIsChecked(false);
      onSent();
    },
    onUnsure,
  });
  const { typed, change } = sending;
  const files = useFiles({
    all: typed.files ?? [],
    isBusy: sending.isBusy,
    onEdit: (edit) => change((before) => ({ files: edit(before.files ?? []) })),
    calls,
  });
  const usable = usableMailboxes(mailboxes.items ?? [], senders.items ?? []);
  const ownSenderIds = (senders.items ?? [])
    .filter(({ userId }) => userId !== undefined && userId === account?.userId)
    .map((sender) => sender.id);
  const wanted = { chosenId: typed.mailboxId, lastId: last?.mailboxId, ownSenderIds };
  const mailbox = likelyMailbox(usable, wanted);
  const to = typed.to ?? props.theirAddress ?? contact.fields.email ?? '';
  const subject = typed.subject ?? replySubject(last?.subject);
  const text = typed.text.trim();
  const isAddress = /^\S+@\S+$/.test(to.trim());
  const theirName = contact.fields.fullName ?? contact.fields.firstName ?? to.trim();
  const trouble = mailbox && mailboxTrouble(mailbox, now);

  function send() {
    setIsChecked(true);
    if (!mailbox || !isAddress || !subject.trim() || !text || !isWhole(typed.files)) return;
    const email = {
      contactId: contact.id,
      senderProfileId: mailbox.senderProfileId,
      mailboxId: mailbox.id,
      from: { name: mailbox.senderName ?? mailbox.address, address: mailbox.address },
      to: { name: theirName, address: to.trim() },
      subject: subject.trim(),
      text,
      attachmentIds: files.attachmentIds,
    };
    sending.send((draftId) => calls.sendEmail({ draftId, ...email }));
  }

  if (mailboxes.items && senders.items && usable.length === 0) return <p class="muted">{t('mailboxNone')}</p>;
  const mailboxError = isChecked && mailboxes.items && !mailbox ? t('mailboxMissing') : undefined;
  return (
    <Composer
      label={t('messageTo', contact.fields.firstName ?? theirName)}
      text={typed.text}
      error={isChecked && !text ? t('textMissing') : undefined}
      isLoading={isFirstLoad(mailboxes) || isFirstLoad(senders)}
      sending={sending}
      onText={(value) => change({ text: value })}
      onSend={send}
      below={<Attachments {...{ files, isChecked }} />}
      tools={
        <>
          <AttachTool files={files} onOpenPanel={onOpenPanel} />
          <TemplateTool isOpen={isDrafting} onToggle={() => setIsDrafting(!isDrafting)} />
        </>
      }
      drafter={
        isDrafting && (
          <TemplateDrafter
            channel="email"
            contactId={contact.id}
            senderId={mailbox?.senderProfileId}
            calls={calls}
            onUse={(draft) => {
              setIsDrafting(false);
              change({
                text: draft.text,
                ...(draft.subject ? { subject: draft.subject } : {}),
              });
            }}
          />
        )
      }
    >
      <div class="composer-line">
        <label for={id} class="composer-label">
          {t('messageFrom')}
        </label>
        <div class="composer-value">
          <select
            id={id}
            class={mailboxError ? 'input-box input-box-error' : 'input-box'}
            value={mailbox?.id ?? ''}
            aria-invalid={mailboxError !== undefined}
            aria-describedby={mailboxError || trouble ? `${id}-note` : undefined}
            onChange={(event) => change({ mailboxId: event.currentTarget.value })}
          >
            {!mailbox && (
              <option value="" disabled>
                {mailboxes.items ? t('mailboxChoose') : t('loading')}
              </option>
            )}
            {usable.map((each) => (
              <option key={each.id} value={each.id}>
                {mailboxName(each)}
              </option>
            ))}
          </select>
          {(mailboxError ?? trouble) && (
            <p id={`${id}-note`} class={mailboxError ? 'form-error' : 'composer-note status-warn'}>
              {mailboxError ?? trouble}
            </p>
          )}
        </div>
      </div>
      {mailboxes.problem && (
        <Problem
          text={errorText(mailboxes.problem.kind, mailboxes.problem.message)}
          onRetry={mailboxes.reload}
        />
      )}
      {senders.problem && (
        <Problem text={errorText(senders.problem.kind, senders.problem.message)} onRetry={senders.reload} />
      )}
      <TextField
        label={t('emailTo')}
        inputMode="email"
        value={to}
        error={isChecked && !isAddress ? t('emailAddressMissing') : undefined}
        onChange={(value) => change({ to: value })}
      />
      <TextField
        label={t('messageSubject')}
        value={subject}
        error={isChecked && !subject.trim() ? t('subjectMissing') : undefined}
        onChange={(value) => change({ subject: value })}
      />
    </Composer>
  );
}
