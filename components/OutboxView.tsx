import { errorText } from '../lib/error-text.ts';
import { formatDateTime, relativeTime, type TextKey, t } from '../lib/i18n.ts';
import type { EntryState, EntryView } from '../lib/outbox/entry-view.ts';
import type { CaptureState } from '../lib/panel/capture/state.ts';
import { entryLooks } from '../lib/panel/entry-looks.ts';
import type { OutboxCalls } from '../lib/panel/outbox-calls.ts';
import { useNow } from '../lib/panel/use-now.ts';
import { waitingText } from '../lib/panel/waiting-text.ts';
import { nameOf, type Workspaces } from '../lib/workspaces.ts';
import { CollectedSection } from './CollectedSection.tsx';
import { FailedParts } from './FailedParts.tsx';
import { Icon } from './Icon.tsx';
import { OutboxBatches } from './list/OutboxBatches.tsx';
import { ScreenHead } from './ScreenHead.tsx';

interface OutboxViewProps {
  state: Pick<CaptureState, 'outbox' | 'heldCount' | 'isCollecting' | 'press' | 'workspaces'>;
  calls: OutboxCalls;
  now: number;
  onBack: () => void;
  onOpenHistory: () => void;
  onUndo: (entryId: string) => void;
  onRetry: (entryId: string) => void;
  onDiscard: (entryId: string) => void;
}

/** What needs the user first, then what is under way, then what is done. */
const order: readonly EntryState[][] = [
  ['parked', 'partial'],
  ['sending', 'waiting', 'undoing'],
  ['saved', 'undone'],
];
const headings: readonly TextKey[] = ['outboxNeedsYou', 'outboxUnderWay', 'recentSaves'];

/** Every save with its state, the reason where it did not land, and what can be done. */
export function OutboxView(props: OutboxViewProps) {
  const { state, calls, now, onBack, onOpenHistory, onRetry, onDiscard } = props;
  const { press } = state;
  const outbox = state.outbox.filter((entry) => !entry.held);
  return (
    <section class="outbox" aria-label={t('outbox')}>
      <ScreenHead title={t('outbox')} onBack={onBack}>
        <button type="button" class="link-button" onClick={onOpenHistory}>
          <Icon name="clock" size={14} />
          {t('history')}
        </button>
      </ScreenHead>
      <OutboxBatches />
      {press.step === 'failed' && (
        <p class="status status-danger" role="alert">
          <Icon name="alert" size={14} />
          <span>{errorText(press.kind, press.message)}</span>
        </p>
      )}
      {outbox.length === 0 && state.heldCount === 0 && <p class="muted outbox-empty">{t('outboxEmpty')}</p>}
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
      <CollectedSection
        isCollecting={state.isCollecting}
        count={state.heldCount}
        calls={calls}
        now={now}
        onSend={onRetry}
        onDiscard={onDiscard}
      />
    </section>
  );
}

function EntryRow(props: OutboxViewProps & { entry: EntryView }) {
  const { entry, now, state, onUndo, onRetry, onDiscard } = props;
  const { icon, tone, label } = entryLooks[entry.state];
  const isNotUndone = entry.state === 'parked' && entry.undoRequested;
  const words = entry.checking ? 'savedChecking' : isNotUndone ? 'entryNotUndone' : label;
  const at = entry.savedAt ?? entry.queuedAt;
  const canRetry = ['waiting', 'partial', 'parked'].includes(entry.state);
  // What is being sent can be taken back at any time, so only one that has landed has a countdown.
  const undoUntil = entry.state === 'saved' || entry.state === 'partial' ? entry.undoUntil : undefined;
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
        <WorkspaceOf entry={entry} workspaces={state.workspaces} />
        <span class="entry-state">
          {entry.state === 'waiting' ? waitingText(entry) : `${t(words)} · `}
          {entry.state !== 'waiting' && (
            <time dateTime={new Date(at).toISOString()} title={formatDateTime(at)}>
              {relativeTime(at, now)}
            </time>
          )}
        </span>
        {entry.failed.length > 0 && <FailedParts entry={entry} />}
        <span class="entry-actions">
          {canRetry && (
            <EntryButton
              entry={entry}
              label={entry.state === 'waiting' ? t('sendNow') : t('retry')}
              act={onRetry}
            />
          )}
          {canRetry && <EntryButton entry={entry} label={t('discard')} isDanger act={onDiscard} />}
          {undoUntil !== undefined && undoUntil > Date.now() && (
            <UndoButton entry={entry} until={undoUntil} act={onUndo} />
          )}
          {entry.state === 'sending' && <EntryButton entry={entry} label={t('undo')} act={onUndo} />}
        </span>
      </div>
    </li>
  );
}

/** Where it goes; with one key there is nothing to tell apart. */
function WorkspaceOf({ entry, workspaces }: { entry: EntryView; workspaces: Workspaces }) {
  if (workspaces.all.length < 2) return null;
  const workspace = workspaces.all.find(({ id }) => id === entry.workspaceId);
  const name = workspace ? nameOf(workspace) : entry.workspaceName;
  return name ? <bdi class="entry-state">{name}</bdi> : null;
}

interface EntryButtonProps {
  entry: EntryView;
  label: string;
  isDanger?: boolean;
  act: (entryId: string) => void;
}

/** Named with whom it is about, since a list has many of the same. */
function EntryButton({ entry, label, isDanger = false, act }: EntryButtonProps) {
  return (
    <button
      type="button"
      class={isDanger ? 'link-button link-danger' : 'link-button'}
      aria-label={`${label}: ${entry.title}`}
      onClick={() => act(entry.id)}
    >
      {label}
    </button>
  );
}

/** Counts down by itself: the screen's own clock is too slow for 15 seconds. */
function UndoButton({ entry, until, act }: Omit<EntryButtonProps, 'label'> & { until: number }) {
  const left = Math.ceil((until - useNow(500)) / 1_000);
  if (left <= 0) return null;
  return (
    <button type="button" class="link-button" onClick={() => act(entry.id)}>
      {/* Not as a label: that would have to hold the seconds too, which change under the reader. */}
      <span class="visually-hidden">{`${t('undo')}: ${entry.title}`}</span>
      <span aria-hidden="true">
        {t('undo')}
        <span class="countdown">{left}</span>
      </span>
    </button>
  );
}
