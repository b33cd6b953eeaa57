import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Catalog } from '../lib/crm.ts';
import { errorText } from '../lib/error-text.ts';
import { crmUrlOf } from '../lib/grinfi/links.ts';
import { formatDateTime, plural, relativeTime, type TextKey, t } from '../lib/i18n.ts';
import type { SentSave } from '../lib/outbox/history.ts';
import type { OutboxCalls } from '../lib/panel/outbox-calls.ts';
import { sentLines } from '../lib/panel/sent-lines.ts';
import { failureOf } from '../lib/send.ts';
import { AnyIcon, type AnyIconName } from './AnyIcon.tsx';
import { FailedParts } from './FailedParts.tsx';
import { ScreenHead } from './ScreenHead.tsx';

interface HistoryViewProps {
  catalog: Catalog | undefined;
  calls: Pick<OutboxCalls, 'listHistory' | 'exportHistory' | 'clearHistory'>;
  now: number;
  onBack: () => void;
}

interface Shown {
  saves: SentSave[];
  total: number;
  hasMore: boolean;
}

/** The log of what was sent: fields and values of the last saves, to be searched, taken along and cleared. */
export function HistoryView({ catalog, calls, now, onBack }: HistoryViewProps) {
  const [query, setQuery] = useState('');
  const [shown, setShown] = useState<Shown>();
  const [problem, setProblem] = useState<string>();
  const [isClearing, setIsClearing] = useState(false);
  /** Counts the questions, so that a late answer to an earlier one is not shown. */
  const turn = useRef(0);

  async function attempt(act: () => Promise<void>): Promise<void> {
    try {
      setProblem(undefined);
      await act();
    } catch (error) {
      const { kind, message } = failureOf(error);
      setProblem(errorText(kind, message));
    }
  }

  function load(words: string, after?: Shown): Promise<void> {
    turn.current += 1;
    const mine = turn.current;
    return attempt(async () => {
      const next = await calls.listHistory(words, after?.saves.at(-1)?.at);
      if (mine === turn.current) setShown({ ...next, saves: [...(after?.saves ?? []), ...next.saves] });
    });
  }

  function clear(): Promise<void> {
    setIsClearing(false);
    return attempt(async () => {
      await calls.clearHistory();
      await load(query);
    });
  }

  useEffect(() => {
    void load('');
  }, []);

  const isEmpty = shown?.total === 0 && query === '';
  return (
    <section class="outbox" aria-label={t('historyTitle')}>
      <ScreenHead title={t('historyTitle')} onBack={onBack} />
      {!isEmpty && (
        <label class="input-box">
          <AnyIcon name="search" size={14} />
          <input
            type="search"
            value={query}
            placeholder={t('historySearch')}
            aria-label={t('historySearch')}
            onInput={({ currentTarget: { value } }) => {
              setQuery(value);
              void load(value);
            }}
          />
        </label>
      )}
      {problem && (
        <p class="status status-danger" role="alert">
          <AnyIcon name="alert" size={14} />
          <span>{problem}</span>
        </p>
      )}
      <div class="history-tools">
        <p class="muted" aria-live="polite">
          {shown && (isEmpty ? t('historyEmpty') : plural('historyCount', shown.total))}
        </p>
        {shown && !isEmpty && !isClearing && (
          <>
            <button
              type="button"
              class="link-button"
              onClick={() => void attempt(() => calls.exportHistory(catalog))}
            >
              {t('historyExport')}
            </button>
            <button type="button" class="link-button link-danger" onClick={() => setIsClearing(true)}>
              {t('historyClear')}
            </button>
          </>
        )}
      </div>
      {isClearing && <ConfirmClear onClear={() => void clear()} onCancel={() => setIsClearing(false)} />}
      <ul class="entries">
        {shown?.saves.map((save) => (
          <SentRow key={save.entryId} save={save} catalog={catalog} now={now} />
        ))}
      </ul>
      {shown?.hasMore && (
        <button type="button" class="button" onClick={() => void load(query, shown)}>
          {t('historyMore')}
        </button>
      )}
    </section>
  );
}

function ConfirmClear({ onClear, onCancel }: { onClear: () => void; onCancel: () => void }) {
  const yes = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => yes.current?.focus(), []);
  return (
    <div class="confirm" role="alertdialog" aria-label={t('historyClear')} aria-describedby="clear-text">
      <p id="clear-text">{t('historyClearText')}</p>
      <div class="button-row">
        <button ref={yes} type="button" class="button button-danger" onClick={onClear}>
          {t('historyClear')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t('cancel')}
        </button>
      </div>
    </div>
  );
}

function lookOf({ outcome, created }: SentSave): { icon: AnyIconName; tone: string; label: TextKey } {
  if (outcome === 'partial') return { icon: 'alert', tone: 'warn', label: 'entryPartial' };
  if (outcome === 'undone') return { icon: 'undo', tone: 'quiet', label: 'entryUndone' };
  if (outcome === 'discarded') return { icon: 'trash', tone: 'danger', label: 'outcomeDiscarded' };
  return { icon: 'check', tone: 'good', label: created ? 'outcomeCreated' : 'outcomeUpdated' };
}

function SentRow({ save, catalog, now }: { save: SentSave; catalog: Catalog | undefined; now: number }) {
  const { icon, tone, label } = lookOf(save);
  const lines = sentLines(save, catalog);
  const object = save.kind === 'person' ? 'contact' : 'company';
  const crmUrl = save.recordId && save.outcome !== 'undone' ? crmUrlOf(object, save.recordId) : undefined;
  return (
    <li class={`entry entry-${tone}`}>
      <AnyIcon name={icon} size={14} />
      <details class="entry-text">
        <summary>
          <span class="entry-title">
            <bdi>{save.title}</bdi>
          </span>
          <span class="entry-state">
            {`${t(label)} · `}
            <time dateTime={new Date(save.at).toISOString()} title={formatDateTime(save.at)}>
              {relativeTime(save.at, now)}
            </time>
          </span>
          <AnyIcon name="chevron" size={14} />
        </summary>
        {save.failed && <FailedParts entry={{ failed: save.failed }} />}
        {lines.length === 0 ? (
          <p class="muted">{t('historyNothingSent')}</p>
        ) : (
          <dl class="sent-lines">
            {lines.map(({ label: name, value }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ))}
          </dl>
        )}
        <p class="entry-actions">
          <a href={`https://www.linkedin.com/${save.pageKey}`} target="_blank" rel="noreferrer">
            {t('historyOpenLinkedIn')}
          </a>
          {crmUrl && (
            <a href={crmUrl} target="_blank" rel="noreferrer">
              {t('openInGrinfi')}
            </a>
          )}
        </p>
      </details>
    </li>
  );
}
