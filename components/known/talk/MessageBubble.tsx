import { errorText } from '../../../lib/error-text.ts';
import { formatDateTime, plural, t } from '../../../lib/i18n.ts';
import type { LinkedInMessage } from '../../../lib/outreach.ts';
import { clockText } from '../../../lib/panel/day-text.ts';
import { messageKindText, messageStateText } from '../../../lib/panel/message-text.ts';
import { useAction } from '../../../lib/panel/use-action.ts';
import { Problem } from '../Problem.tsx';
import { LinkedText } from './LinkedText.tsx';
import { TalkIcon } from './TalkIcon.tsx';

interface MessageBubbleProps {
  message: LinkedInMessage;
  /** Who wrote it; empty where that is not known. */
  name: string;
  /** The one above is by the same, so that the name is not said again. */
  isContinued: boolean;
  onRetry: () => Promise<void>;
}

/** One message: theirs at the start of the line, ours at its end with what became of it. */
export function MessageBubble({ message, name, isContinued, onRetry }: MessageBubbleProps) {
  const { isBusy, problem, run } = useAction();
  const { isFromContact, isUnread, attachmentIds, failReason, subject } = message;
  const isFailed = message.status === 'failed';
  const side = isFromContact ? 'bubble-row' : 'bubble-row bubble-ours';
  const said = [
    clockText(message.at),
    messageKindText(message),
    attachmentIds.length > 0 && plural('messageFiles', attachmentIds.length),
  ].filter(Boolean);
  return (
    <li class={isContinued ? `${side} bubble-continued` : side}>
      {name && <span class={isContinued ? 'visually-hidden' : 'bubble-name'}>{name}</span>}
      <div class={isFailed ? 'bubble bubble-failed' : isUnread ? 'bubble bubble-unread' : 'bubble'}>
        {subject && (
          <strong class="bubble-subject">
            <bdi>{subject}</bdi>
          </strong>
        )}
        {message.text && <LinkedText text={message.text} />}
      </div>
      <p class="bubble-foot">
        <time dateTime={message.at} title={fullTime(message.at)}>
          {said.join(' · ')}
        </time>
        {!isFromContact && !isFailed && <State message={message} />}
      </p>
      {isFailed && (
        <p class="bubble-foot status-danger">
          <TalkIcon name="alert" />
          <span>
            {messageStateText(message)}
            {failReason && `. ${t('serverSaid', failReason)}`}{' '}
            <button type="button" class="link-button" aria-disabled={isBusy} onClick={() => run(onRetry)}>
              {isBusy ? t('sending') : t('retry')}
            </button>
          </span>
        </p>
      )}
      {problem && <Problem text={errorText(problem.kind, problem.message)} />}
    </li>
  );
}

function State({ message }: { message: LinkedInMessage }) {
  const words = messageStateText(message);
  if (!words) return null;
  const isSent = message.status === 'done';
  return (
    <span class="bubble-state">
      <TalkIcon name={isSent ? 'check' : 'clock'} />
      <span>{words}</span>
    </span>
  );
}

function fullTime(at: string | undefined): string | undefined {
  const time = Date.parse(at ?? '');
  return Number.isNaN(time) ? undefined : formatDateTime(time);
}
