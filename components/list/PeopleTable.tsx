import { useMemo, useRef, useState } from 'preact/hooks';
import { errorText } from '../../lib/error-text.ts';
import { formatNumber, t } from '../../lib/i18n.ts';
import type { BatchRow } from '../../lib/outbox/batch-view.ts';
import { entryLooks } from '../../lib/panel/entry-looks.ts';
import type { ListRow } from '../../lib/panel/list-rows.ts';
import { type ListActions, type ListState, type RowState, shownRows } from '../../lib/panel/people-list.ts';
import { failedText } from '../../lib/panel/result-table.ts';
import { AnyIcon } from '../AnyIcon.tsx';
import { LookUpChip } from '../LookUpChip.tsx';

interface PeopleTableProps {
  state: ListState;
  actions: ListActions;
  hasKey: boolean;
}

/** A filter is of use when not all rows are in sight. */
const filterFrom = 12;

/** Everybody on the page with a tick, the state in Grinfi, and what became of the save. */
export function PeopleTable({ state, actions, hasKey }: PeopleTableProps) {
  const { rows, filter, ticked, lookUps, batchRows, isChecking } = state;
  const shown = useMemo(() => shownRows({ rows, filter }), [rows, filter]);
  const canSave = shown.filter((row) => row.canSave);
  const isUnasked = rows.some(({ key, canSave }) => canSave && !lookUps.has(key) && !batchRows.has(key));
  const [active, setActive] = useState<string>();
  const current = canSave.some(({ key }) => key === active) ? active : canSave[0]?.key;
  const listElement = useRef<HTMLUListElement>(null);

  function move(event: KeyboardEvent) {
    const boxes = [...(listElement.current?.querySelectorAll<HTMLInputElement>('input') ?? [])];
    const place = boxes.indexOf(event.target as HTMLInputElement);
    const places: Record<string, number> = {
      ArrowDown: place + 1,
      ArrowUp: place - 1,
      Home: 0,
      End: boxes.length - 1,
    };
    const next = places[event.key];
    if (place === -1 || next === undefined) return;
    event.preventDefault();
    boxes[Math.min(Math.max(next, 0), boxes.length - 1)]?.focus();
  }

  return (
    <section class="people-table" aria-label={t('peopleOnPage')}>
      <header class="people-head">
        <h1>
          {t('peopleOnPage')} <span class="count">{formatNumber(rows.length)}</span>
        </h1>
        {rows.length > 0 && (
          <span class="people-tools">
            <button type="button" class="link-button" onClick={() => actions.tickOnly('all')}>
              {t('tickAll')}
            </button>
            <button type="button" class="link-button" onClick={() => actions.tickOnly('new')}>
              {t('tickNew')}
            </button>
            <button type="button" class="link-button" onClick={() => actions.tickOnly('none')}>
              {t('tickNone')}
            </button>
          </span>
        )}
      </header>
      {rows.length > filterFrom && (
        <div class="input-box">
          <AnyIcon name="search" size={14} />
          <input
            type="search"
            value={filter}
            placeholder={t('peopleFilter')}
            aria-label={t('peopleFilter')}
            onInput={(event) => actions.filter(event.currentTarget.value)}
          />
        </div>
      )}
      {shown.length === 0 && <p class="muted">{t(rows.length === 0 ? 'peopleNobody' : 'noOptions')}</p>}
      <ul ref={listElement} class="people-rows" onKeyDown={move}>
        {shown.map((row) => (
          <Row
            key={row.key}
            row={row}
            isTicked={ticked.has(row.key)}
            isActive={row.key === current}
            lookUp={hasKey ? lookUps.get(row.key) : undefined}
            saved={batchRows.get(row.key)}
            onTick={(isTicked) => actions.tick([row.key], isTicked)}
            onFocus={() => setActive(row.key)}
          />
        ))}
      </ul>
      {hasKey && isUnasked && !isChecking && (
        <button type="button" class="link-button" onClick={actions.checkAll}>
          {t('checkAllPeople')}
        </button>
      )}
    </section>
  );
}

interface RowProps {
  row: ListRow;
  isTicked: boolean;
  isActive: boolean;
  lookUp: RowState | undefined;
  saved: BatchRow | undefined;
  onTick: (isTicked: boolean) => void;
  onFocus: () => void;
}

function Row({ row, isTicked, isActive, lookUp, saved, onTick, onFocus }: RowProps) {
  const text = (
    <span class="people-text">
      <bdi class="people-name">{row.name || t('peopleHidden')}</bdi>
      {row.headline && <bdi class="people-line">{row.headline}</bdi>}
      {row.detail && <bdi class="people-line">{row.detail}</bdi>}
      {saved && saved.failed.length > 0 && <span class="people-reason">{failedText(saved)}</span>}
    </span>
  );
  if (!row.canSave)
    return (
      <li class="people-row people-row-hidden">
        <AnyIcon name="eyeOff" size={14} />
        {text}
        <span class="chip chip-quiet">{t('peopleNotSavable')}</span>
      </li>
    );
  return (
    <li class="people-row">
      <label>
        <input
          type="checkbox"
          checked={isTicked}
          tabIndex={isActive ? 0 : -1}
          onFocus={onFocus}
          onChange={(event) => onTick(event.currentTarget.checked)}
        />
        {text}
      </label>
      {saved ? <SavedChip saved={saved} /> : lookUp && <StateChip lookUp={lookUp} />}
    </li>
  );
}

function StateChip({ lookUp }: { lookUp: RowState }) {
  if (lookUp.state === 'known') return <span class="chip chip-known">{t('stateKnown')}</span>;
  if (lookUp.state === 'unchecked')
    return (
      <span class="chip chip-warn" title={errorText(lookUp.kind, lookUp.message)}>
        {t('stateUnchecked')}
      </span>
    );
  return <LookUpChip lookUp={lookUp} />;
}

function SavedChip({ saved }: { saved: BatchRow }) {
  const { icon, tone, label } = entryLooks[saved.state];
  const content = (
    <>
      <AnyIcon name={icon} size={12} />
      {t(label)}
    </>
  );
  if (!saved.crmUrl || saved.state !== 'saved')
    return <span class={`people-state status-${tone}`}>{content}</span>;
  return (
    <a
      class={`people-state status-${tone}`}
      href={saved.crmUrl}
      target="_blank"
      rel="noreferrer"
      title={t('openInGrinfi')}
    >
      {content}
    </a>
  );
}
