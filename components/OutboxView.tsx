import { useEffect, useRef } from 'preact/hooks';
import { formatDateTime, relativeTime, type TextKey, t } from '../lib/i18n.ts';
import type { EntryState, EntryView } from '../lib/outbox/entry-view.ts';
import { waitingText } from '../lib/panel/waiting-text.ts';
import { FailedParts } from './FailedParts.tsx';
import { Icon, type IconName } from './Icon.tsx';

interface OutboxViewProps {
  outbox: readonly EntryView[];
  now: number;
  onBack: () => void;
  onUndo: (entryId: string) => void;
  onRetry: (entryId: string) => void;
  onDiscard: (entryId: string) => void;
}

const looks: Record<EntryState, { icon: IconName; tone: string; label: TextKey }> = {
  waiting: { icon: 'clock', tone: 'quiet', label: 'entryWaiting' },
  sending: { icon: 'refresh', tone: 'quiet', label: 'entrySending' },
  saved: { icon: 'check', tone: 'good', label: 'entrySaved' },
  partial: { icon: 'alert', tone: 'warn', label: 'entryPartial' },
  parked: { icon: 'alert', tone: 'danger', label: 'entryParked' },
  undoing: { icon: 'undo', tone: 'quiet', label: 'undoing' },
  undone: { icon: 'undo', tone: 'quiet', label: 'entryUndone' },
};

/** What needs the user first, then what is under way, then what is done. */
const order: readonly EntryState[][] = [
  ['parked', 'partial'],
  ['sending', 'waiting', 'undoing'],
  ['saved', 'undone'],
];
const headings: readonly TextKey[] = ['outboxNeedsYou', 'outboxUnderWay', 'recentSaves'];

/** Every save with its state, the reason where it did not land, and what can be done. */
export function OutboxView(props: OutboxViewProps) {
  const { outbox, onBack } = props;
  const back = useRef<HTMLButtonElement>(null);
  // On opening, and when the row in use is gone.
  useEffect(() => {
    if (document.activeElement === document.body) back.current?.focus();
  }, [outbox]);
  return (
    <section class="outbox" aria-label={t('outbox')}>
      <header class="outbox-head">
        <button
          ref={back}
          type="button"
          class="icon-button"
          aria-label={t('back')}
          title={t('back')}
          onClick={onBack}
        >
          <Icon name="arrowBack" />
        </button>
        <h1>{t('outbox')}</h1>
      </header>
      {outbox.length === 0 && <p class="muted outbox-empty">{t('outboxEmpty')}</p>}
      {order.map((states, group) => {
        const entries = outbox.filter((entry) => states.includes(entry.state));
        const heading = headings[group];
        if (entries.length === 0 || !heading) return null;
        return (
          <section key={heading}>
            <h2>{t(heading)}</h2>
            <ul class="entries">
              {entries.map((entry) => (
                <EntryRow key={entry.id} {...props} entry={entry} />
              ))}
            </ul>
          </section>
        );
      })}
    </section>
  );
}

function EntryRow({ entry, now, onUndo, onRetry, onDiscard }: OutboxViewProps & { entry: EntryView }) {
  const { icon, tone, label } = looks[entry.state];
  const at = entry.savedAt ?? entry.queuedAt;
  const canRetry = ['waiting', 'partial', 'parked'].includes(entry.state);
  const canUndo = entry.state === 'saved' && (entry.undoUntil ?? 0) > now;
  return (
    <li class={`entry entry-${tone}`}>
      <Icon name={icon} size={14} />
      <div class="entry-text">
        <span class="entry-title">
          {entry.crmUrl ? (
            <a href={entry.crmUrl} target="_blank" rel="noreferrer">
              <bdi>{entry.title}</bdi>
            </a>
          ) : (
            <bdi>{entry.title}</bdi>
          )}
        </span>
        <span class="entry-state">
          {entry.state === 'waiting' ? waitingText(entry) : `${t(label)} · `}
          {entry.state !== 'waiting' && (
            <time dateTime={new Date(at).toISOString()} title={formatDateTime(at)}>
              {relativeTime(at, now)}
            </time>
          )}
        </span>
        {entry.failed.length > 0 && <FailedParts entry={entry} />}
        {(canRetry || canUndo) && (
          <span class="entry-actions">
            {canRetry && (
              <button type="button" class="link-button" onClick={() => onRetry(entry.id)}>
                {entry.state === 'waiting' ? t('sendNow') : t('retry')}
              </button>
            )}
            {canRetry && (
              <button type="button" class="link-button link-danger" onClick={() => onDiscard(entry.id)}>
                {t('discard')}
              </button>
            )}
            {canUndo && (
              <button type="button" class="link-button" onClick={() => onUndo(entry.id)}>
                {t('undo')}
              </button>
            )}
          </span>
        )}
      </div>
    </li>
  );
}
