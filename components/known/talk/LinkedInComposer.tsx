import { useState } from 'preact/hooks';
import type { Account } from '../../../lib/crm.ts';
import { errorText } from '../../../lib/error-text.ts';
import { t } from '../../../lib/i18n.ts';
import type { SenderProfile } from '../../../lib/outreach.ts';
import type { ConversationCalls } from '../../../lib/panel/conversation-calls.ts';
import { likelySender } from '../../../lib/panel/sender-text.ts';
import { isWhole } from '../../../lib/panel/typed-files.ts';
import { isFirstLoad, type RecordPart } from '../../../lib/panel/use-record-part.ts';
import { emptyDraft, type TypedDraft, useSending } from '../../../lib/panel/use-sending.ts';
import { Problem } from '../Problem.tsx';
import { Attachments, AttachTool, useFiles } from './Attachments.tsx';
import { Composer } from './Composer.tsx';
import { SenderField } from './SenderField.tsx';
import { TemplateDrafter, TemplateTool } from './TemplateDrafter.tsx';
import { TextField } from './TextField.tsx';

interface LinkedInComposerProps {
  contactId: string;
  theirName: string;
  senders: RecordPart<SenderProfile>;
  /** Who wrote to this contact last. */
  lastSenderId: string | undefined;
  account: Account | undefined;
  calls: ConversationCalls;
  now: number;
  onSent: () => void;
  /** It may have arrived, and may be seen in the thread by now. */
  onUnsure: () => void;
  onOpenPanel?: (() => void) | undefined;
}

interface TypedMessage extends TypedDraft {
  senderId?: string | undefined;
  isInMail: boolean;
  templateId?: string | undefined;
}
const nothingTyped: TypedMessage = { ...emptyDraft, isInMail: false };

/** A new message to a contact, as one of the workspace's senders. */
export function LinkedInComposer(props: LinkedInComposerProps) {
  const { contactId, theirName, senders, lastSenderId, account, calls, now, onSent, onUnsure, onOpenPanel } =
    props;
  const [isChecked, setIsChecked] = useState(false);
  const [isDrafting, setIsDrafting] = useState(false);
  const sending = useSending<TypedMessage>({
    key: `message:${contactId}`,
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
  const text = typed.text.trim();
  const subject = typed.subject?.trim() ?? '';
  const wanted = { chosenId: typed.senderId, lastId: lastSenderId, userId: account?.userId };
  const sender = likelySender(senders.items ?? [], wanted);

  function send() {
    setIsChecked(true);
    if (!sender || !text || (typed.isInMail && !subject) || !isWhole(typed.files)) return;
    const message = {
      contactId,
      senderProfileId: sender.id,
      text,
      templateId: typed.templateId,
      attachmentIds: files.attachmentIds,
    };
    sending.send((draftId) =>
      calls.sendMessage({ draftId, ...message, ...(typed.isInMail ? { subject } : {}) }),
    );
  }

  if (senders.items?.length === 0) return <p class="muted">{t('senderNone')}</p>;
  return (
    <Composer
      label={t('messageTo', theirName)}
      text={typed.text}
      error={isChecked && !text ? t('textMissing') : undefined}
      isLoading={isFirstLoad(senders)}
      sending={sending}
      onText={(value) => change({ text: value })}
      onSend={send}
      below={<Attachments {...{ files, isChecked }} />}
      tools={
        <>
          <AttachTool files={files} onOpenPanel={onOpenPanel} />
          <TemplateTool isOpen={isDrafting} onToggle={() => setIsDrafting(!isDrafting)} />
          <button
            type="button"
            class="tool-button"
            aria-pressed={typed.isInMail}
            title={t('messageInMailHint')}
            onClick={() => change({ isInMail: !typed.isInMail })}
          >
            {t('messageInMail')}
          </button>
        </>
      }
      drafter={
        isDrafting && (
          <TemplateDrafter
            channel="linkedIn"
            contactId={contactId}
            senderId={sender?.id}
            calls={calls}
            onUse={(draft) => {
              setIsDrafting(false);
              change({ text: draft.text, templateId: draft.templateId });
            }}
          />
        )
      }
    >
      <SenderField
        senders={senders.items}
        value={sender}
        now={now}
        error={isChecked && senders.items && !sender ? t('taskSenderMissing') : undefined}
        onChange={(senderId) => change({ senderId })}
      />
      {senders.problem && (
        <Problem text={errorText(senders.problem.kind, senders.problem.message)} onRetry={senders.reload} />
      )}
      {typed.isInMail && (
        <TextField
          label={t('messageSubject')}
          value={typed.subject ?? ''}
          error={isChecked && !subject ? t('subjectMissing') : undefined}
          onChange={(value) => change({ subject: value })}
        />
      )}
    </Composer>
  );
}
