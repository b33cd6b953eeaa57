import { useEffect, useId, useMemo, useState } from 'preact/hooks';
import { errorText } from '../../../lib/error-text.ts';
import { plural, t } from '../../../lib/i18n.ts';
import type { Email, EmailText } from '../../../lib/outreach.ts';
import type { ConversationCalls } from '../../../lib/panel/conversation-calls.ts';
import { clockText } from '../../../lib/panel/day-text.ts';
import { emailStateText } from '../../../lib/panel/email-state.ts';
import { emailWords } from '../../../lib/panel/email-text.ts';
import { useAction } from '../../../lib/panel/use-action.ts';
import { useLeft } from '../../../lib/panel/use-left.ts';
import { Icon } from '../../Icon.tsx';
import { Problem } from '../Problem.tsx';
import { LinkedParts } from './LinkedText.tsx';

interface EmailCardProps {
  email: Email;
  /** Shown open. */
  isNewest: boolean;
  calls: ConversationCalls;
}

/** One e-mail: what it is about, and its text when it is opened. */
export function EmailCard({ email, isNewest, calls }: EmailCardProps) {
  const [isOpen, setIsOpen] = useState(isNewest);
  const [text, setText] = useState<EmailText | 'none'>();
  const { problem, run } = useAction();
  const id = useId();
  const signal = useLeft();
  const { bodyId } = email;

  function read() {
    if (bodyId === undefined) setText('none');
    else run(async () => setText((await calls.readEmail(bodyId, { signal })) ?? 'none'));
  }
  useEffect(() => {
    if (isOpen && !text) read();
  }, [isOpen]);

  const state = emailStateText(email);
  const from = email.fromName ?? email.fromAddress;
  const to = email.toName ?? email.toAddress;
  return (
    <li class={email.isFromContact ? 'email' : 'email email-ours'}>
      <button
        type="button"
        class="email-head"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
      >
        <span class="email-subject">
          <bdi>{email.subject ?? t('emailNoSubject')}</bdi>
        </span>
        <time class="email-time" dateTime={email.at}>
          {clockText(email.at)}
        </time>
        <span class="email-way" title={[email.fromAddress, email.toAddress].filter(Boolean).join(' → ')}>
          <bdi>{[from, to].filter(Boolean).join(' → ')}</bdi>
        </span>
        <Icon name="chevron" size={12} />
      </button>
      {(email.isBounced || state) && (
        <p class={email.isBounced ? 'email-state status-danger' : 'email-state'}>
          {email.isBounced ? t('emailBounced') : state}
        </p>
      )}
      <div id={id} class="email-body" hidden={!isOpen}>
        {problem && <Problem text={errorText(problem.kind, problem.message)} onRetry={read} />}
        {isOpen && !text && !problem && <span class="skeleton skeleton-line" />}
        {isOpen && text && <Body text={text} />}
      </div>
    </li>
  );
}

function Body({ text }: { text: EmailText | 'none' }) {
  const [isWhole, setIsWhole] = useState(false);
  const read = useMemo(() => (text === 'none' ? undefined : emailWords(text.html)), [text]);
  if (!read || (read.words.length === 0 && read.quoted.length === 0))
    return <p class="muted">{t('emailNoText')}</p>;
  const files = text === 'none' ? 0 : text.attachmentIds.length;
  return (
    <>
      <LinkedParts parts={read.words} />
      {read.quoted.length > 0 && !isWhole && (
        <button type="button" class="link-button" onClick={() => setIsWhole(true)}>
          {t('emailQuoted')}
        </button>
      )}
      {isWhole && (
        <blockquote class="email-quote">
          <LinkedParts parts={read.quoted} />
        </blockquote>
      )}
      {read.hasPictures && <p class="composer-note muted">{t('emailImages')}</p>}
      {files > 0 && <p class="composer-note muted">{plural('messageFiles', files)}</p>}
    </>
  );
}
