import { useEffect, useRef } from 'preact/hooks';
import { errorText } from '../lib/error-text.ts';
import { t } from '../lib/i18n.ts';
import type { EntryView } from '../lib/outbox/entry-view.ts';
import { saveKeys } from '../lib/panel/save-keys.ts';
import type { SaveState } from '../lib/panel/save-state.ts';
import { useNow } from '../lib/panel/use-now.ts';
import { waitingText } from '../lib/panel/waiting-text.ts';
import { FailedParts } from './FailedParts.tsx';
import { Icon } from './Icon.tsx';

interface SaveBarProps {
  state: SaveState;
  /** Save collects here and sends nothing. */
  isCollecting: boolean;
  /** Says "Update" for a known record. */
  isKnown: boolean;
  /** Where the record is in Grinfi, when it is known to be there. */
  crmUrl: string | undefined;
  onUndo: (entryId: string) => void;
  onRetry: (entryId: string) => void;
  onDiscard: (entryId: string) => void;
}

/** The one primary button, and what became of the last press. Save itself is the form's submit. */
export function SaveBar(props: SaveBarProps) {
  const { state, isKnown, isCollecting, crmUrl } = props;
  const bar = useRef<HTMLElement>(null);
  const step = state.step === 'entry' ? state.entry.state : state.step;
  // The button in use makes way for the next one, and must not leave the keyboard nowhere. On opening, this
  // puts the focus on Save, so that Enter saves.
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    (bar.current?.querySelector<HTMLElement>('.button') ?? bar.current)?.focus();
  }, [step]);
  return (
    <footer ref={bar} class="save-bar" tabIndex={-1}>
      <div class="save-status" aria-live="polite">
        <Status {...props} />
      </div>
      {state.step === 'entry' && state.entry.state !== 'sending' ? (
        <EntryActions {...props} entry={state.entry} />
      ) : state.step === 'upToDate' ? (
        <OpenInGrinfi url={crmUrl} />
      ) : (
        <SaveButton state={state} isKnown={isKnown} isCollecting={isCollecting} />
      )}
    </footer>
  );
}

function SaveButton({
  state,
  isKnown,
  isCollecting,
}: Pick<SaveBarProps, 'state' | 'isKnown' | 'isCollecting'>) {
  const isBusy = state.step === 'checking' || state.step === 'queueing' || state.step === 'entry';
  const ready = isCollecting ? t('collect') : isKnown ? t('update') : t('save');
  const label = isBusy ? t('saving') : state.step === 'failed' ? t('tryAgain') : ready;
  return (
    <button
      type="submit"
      class="button button-primary"
      aria-disabled={isBusy}
      aria-keyshortcuts="Control+Enter"
    >
      {label}
      {!isBusy && <kbd title={t('saveShortcutHint')}>{saveKeys().join(' ')}</kbd>}
    </button>
  );
}

function Status({ state }: SaveBarProps) {
  if (state.step === 'entry') return <EntryStatus entry={state.entry} />;
  if (state.step === 'failed') return <Line tone="danger" text={errorText(state.kind, state.message)} />;
  if (state.step === 'checking') return <Line tone="quiet" text={t('checkingBeforeSave')} />;
  if (state.step === 'upToDate') return <Line tone="quiet" icon="check" text={t('upToDate')} />;
  if (state.step !== 'ready') return null;
  if (state.foundKnown) return <Line tone="warn" text={t('foundKnown')} />;
  if (state.missing === 'name') return <Line tone="warn" text={t('nameMissing')} />;
  if (state.entry) return <EntryStatus entry={state.entry} />;
  return null;
}

function Line({
  tone,
  icon = 'alert',
  text,
}: {
  tone: string;
  icon?: 'alert' | 'check' | 'clock' | 'undo';
  text: string;
}) {
  return (
    <p class={`status status-${tone}`}>
      <Icon name={icon} size={14} />
      <span>{text}</span>
    </p>
  );
}

function EntryStatus({ entry }: { entry: EntryView }) {
  switch (entry.state) {
    case 'sending':
      return null;
    case 'waiting':
      return <Line tone="quiet" icon="clock" text={waitingText(entry)} />;
    case 'saved':
      return <Line tone="good" icon="check" text={savedText(entry)} />;
    case 'partial':
      return (
        <>
          <Line tone="warn" text={t('savedPartly')} />
          <FailedParts entry={entry} />
        </>
      );
    case 'parked':
      return (
        <>
          <Line tone="danger" text={entry.undoRequested ? t('notUndone') : t('notSaved')} />
          <FailedParts entry={entry} />
        </>
      );
    case 'undoing':
      return <Line tone="quiet" icon="undo" text={t('undoing')} />;
    case 'undone':
      return entry.failed.length > 0 ? (
        <>
          <Line tone="warn" icon="undo" text={t('entryUndone')} />
          <FailedParts entry={entry} />
        </>
      ) : (
        <Line tone="quiet" icon="undo" text={t('undone')} />
      );
  }
}

function savedText({ checking, created }: EntryView): string {
  if (checking) return t('savedChecking');
  return created === false ? t('updated') : t('saved');
}

function EntryActions({ entry, crmUrl, onUndo, onRetry, onDiscard }: SaveBarProps & { entry: EntryView }) {
  const url = entry.crmUrl ?? crmUrl;
  const id = entry.id;
  if (entry.state === 'saved' || entry.state === 'undoing')
    return (
      <div class="button-row">
        <OpenInGrinfi url={url} />
        {entry.state === 'saved' && <UndoButton entry={entry} onUndo={onUndo} />}
      </div>
    );
  // No button that takes the focus: a second Enter would send what was to be collected only.
  if (entry.held)
    return (
      <div class="entry-actions">
        <button type="button" class="link-button" onClick={() => onRetry(id)}>
          {t('collectedSend')}
        </button>
        <button type="button" class="link-button link-danger" onClick={() => onDiscard(id)}>
          {t('discard')}
        </button>
      </div>
    );
  return (
    <div class="button-row">
      <button type="button" class="button button-primary" onClick={() => onRetry(id)}>
        {entry.state === 'waiting' ? t('sendNow') : t('retry')}
      </button>
      {entry.state === 'partial' && url ? (
        <a class="button" href={url} target="_blank" rel="noreferrer">
          {t('openInGrinfi')}
        </a>
      ) : (
        <button type="button" class="button" onClick={() => onDiscard(id)}>
          {t('discard')}
        </button>
      )}
    </div>
  );
}

function OpenInGrinfi({ url }: { url: string | undefined }) {
  if (!url) return null;
  return (
    <a class="button button-primary" href={url} target="_blank" rel="noreferrer">
      {t('openInGrinfi')}
      <Icon name="external" size={14} />
    </a>
  );
}

/** Counts down what is left for an undo. The number is for the eye; its every step need not be read out. */
function UndoButton({ entry, onUndo }: { entry: EntryView; onUndo: (entryId: string) => void }) {
  const now = useNow(500);
  const left = Math.ceil(((entry.undoUntil ?? 0) - now) / 1_000);
  if (left <= 0) return null;
  return (
    <button type="button" class="button" onClick={() => onUndo(entry.id)}>
      <Icon name="undo" size={14} />
      {t('undo')}
      <span aria-hidden="true" class="countdown">
        {left}
      </span>
      <span class="visually-hidden">{t('undoHint')}</span>
    </button>
  );
}
