import { useEffect, useRef, useState } from 'preact/hooks';
import { errorText } from '../lib/error-text.ts';
import { formatDateTime, formatNumber, relativeTime, t } from '../lib/i18n.ts';
import type { Output } from '../lib/messages.ts';
import type { EntryView } from '../lib/outbox/entry-view.ts';
import type { OutboxCalls } from '../lib/panel/outbox-calls.ts';
import { failureOf } from '../lib/send.ts';
import { AnyIcon } from './AnyIcon.tsx';

interface CollectedSectionProps {
  isCollecting: boolean;
  /** How many are collected; the list is asked for anew when it changes. */
  count: number;
  calls: Pick<OutboxCalls, 'listHeld' | 'sendHeld' | 'exportHeld' | 'importHeld'>;
  now: number;
  onSend: (entryId: string) => void;
  onDiscard: (entryId: string) => void;
}

/** What was collected and not sent: sent together or one by one, and taken out and in as a table. */
export function CollectedSection({
  isCollecting,
  count,
  calls,
  now,
  onSend,
  onDiscard,
}: CollectedSectionProps) {
  const [held, setHeld] = useState<Output<'listHeld'>>();
  const [said, setSaid] = useState<string[]>([]);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);

  async function attempt(act: () => Promise<string[]>): Promise<void> {
    if (isBusy) return;
    setIsBusy(true);
    setProblem(undefined);
    setSaid([]);
    try {
      setSaid(await act());
    } catch (error) {
      const { kind, message } = failureOf(error);
      setProblem(errorText(kind, message));
    }
    setIsBusy(false);
  }

  useEffect(() => {
    let isCurrent = true;
    calls.listHeld().then(
      (found) => isCurrent && setHeld(found),
      (error: unknown) => isCurrent && setProblem(errorText(failureOf(error).kind, failureOf(error).message)),
    );
    return () => {
      isCurrent = false;
    };
  }, [count, calls]);

  const sendAll = () =>
    attempt(async () => {
      const { sent, withoutList } = await calls.sendHeld();
      return [
        ...(sent > 0 ? [t('collectedSent', formatNumber(sent))] : []),
        ...(withoutList > 0 ? [t('collectedWithoutList', formatNumber(withoutList))] : []),
      ];
    });
  const exportAll = () =>
    attempt(async () => {
      await calls.exportHeld();
      return [];
    });
  const importFile = (file: Blob) =>
    attempt(async () => {
      const { added, leftOut } = await calls.importHeld(file);
      return [
        t('collectedAdded', formatNumber(added)),
        ...(leftOut.length > 0 ? [t('collectedLeftOut', leftOut.map(formatNumber).join(', '))] : []),
      ];
    });

  const total = held?.total ?? count;
  const entries = held?.entries ?? [];
  return (
    <section class="collected" aria-label={t('collectedCount', formatNumber(total))}>
      {(isCollecting || total > 0) && <h2>{t('collectedCount', formatNumber(total))}</h2>}
      {total === 0 && <p class="muted">{isCollecting ? t('collectedNone') : t('collectedOff')}</p>}
      <div class="button-row">
        {total > 0 && (
          <button
            type="button"
            class="button button-primary"
            aria-disabled={isBusy}
            onClick={() => void sendAll()}
          >
            {t('collectedSendAll')}
          </button>
        )}
        {total > 0 && (
          <button type="button" class="button" aria-disabled={isBusy} onClick={() => void exportAll()}>
            {t('exportCsv')}
          </button>
        )}
        <ImportButton isBusy={isBusy} onFile={(file) => void importFile(file)} />
      </div>
      <div aria-live="polite">
        {said.map((line) => (
          <p key={line} class="status status-quiet">
            <AnyIcon name="check" size={14} />
            <span>{line}</span>
          </p>
        ))}
      </div>
      {problem && (
        <p class="status status-danger" role="alert">
          <AnyIcon name="alert" size={14} />
          <span>{problem}</span>
        </p>
      )}
      {total > 0 && (
        <ul class="entries">
          {entries.map((entry) => (
            <HeldRow key={entry.id} {...{ entry, now, onSend, onDiscard }} />
          ))}
        </ul>
      )}
      {total > entries.length && entries.length > 0 && (
        <p class="muted">{t('collectedMore', formatNumber(total - entries.length))}</p>
      )}
    </section>
  );
}

function ImportButton({ isBusy, onFile }: { isBusy: boolean; onFile: (file: Blob) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class="button"
        aria-disabled={isBusy}
        onClick={() => !isBusy && input.current?.click()}
      >
        {t('importCsv')}
      </button>
      <input
        ref={input}
        type="file"
        accept=".csv,text/csv"
        hidden
        aria-label={t('importCsv')}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          // Or the same file, corrected, would be no change.
          currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}

type HeldRowProps = Pick<CollectedSectionProps, 'now' | 'onSend' | 'onDiscard'> & { entry: EntryView };

function HeldRow({ entry, now, onSend, onDiscard }: HeldRowProps) {
  return (
    <li class="entry entry-quiet">
      <AnyIcon name={entry.kind === 'person' ? 'person' : 'building'} size={14} />
      <div class="entry-text">
        <span class="entry-title">
          <bdi>{entry.title}</bdi>
        </span>
        <time
          class="entry-state"
          dateTime={new Date(entry.queuedAt).toISOString()}
          title={formatDateTime(entry.queuedAt)}
        >
          {relativeTime(entry.queuedAt, now)}
        </time>
        <span class="entry-actions">
          <button
            type="button"
            class="link-button"
            aria-label={`${t('collectedSend')}: ${entry.title}`}
            onClick={() => onSend(entry.id)}
          >
            {t('collectedSend')}
          </button>
          <button
            type="button"
            class="link-button link-danger"
            aria-label={`${t('discard')}: ${entry.title}`}
            onClick={() => onDiscard(entry.id)}
          >
            {t('discard')}
          </button>
        </span>
      </div>
    </li>
  );
}
