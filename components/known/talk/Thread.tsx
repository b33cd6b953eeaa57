import type { ComponentChildren } from 'preact';
import { Fragment } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { errorText } from '../../../lib/error-text.ts';
import { t } from '../../../lib/i18n.ts';
import { dayText } from '../../../lib/panel/day-text.ts';
import { byDay } from '../../../lib/panel/thread.ts';
import type { RecordPart } from '../../../lib/panel/use-record-part.ts';
import { Icon } from '../../Icon.tsx';
import { Problem } from '../Problem.tsx';

interface ThreadProps<T> {
  part: RecordPart<T>;
  /** Shown where there is nothing. */
  empty: string;
  now: number;
  /** Draws one; `before` is the one above it on the same day. */
  children: (item: T, before: T | undefined) => ComponentChildren;
}

/** What was written, the newest at the bottom and in sight, with a line for each day. */
export function Thread<T extends { id: string; at?: string | undefined }>(props: ThreadProps<T>) {
  const { part, empty, now, children } = props;
  const { items, isLoading, problem, earlierProblem } = part;
  const section = useRef<HTMLElement>(null);
  const newest = items?.[0]?.id;
  useLayoutEffect(() => {
    const scrolled = section.current?.closest('.panel-main');
    if (newest !== undefined && scrolled) scrolled.scrollTop = scrolled.scrollHeight;
  }, [newest]);

  return (
    <section ref={section} class="thread" aria-busy={isLoading} aria-label={t('tabMessages')}>
      <div class="thread-tools">
        {part.hasEarlier && !earlierProblem && (
          <button
            type="button"
            class="link-button"
            aria-disabled={part.isLoadingEarlier}
            onClick={part.showEarlier}
          >
            {part.isLoadingEarlier ? t('loading') : t('showEarlier')}
          </button>
        )}
        {items && (
          <button
            type="button"
            class={isLoading ? 'icon-button icon-busy' : 'icon-button'}
            title={t('messagesRefresh')}
            aria-label={t('messagesRefresh')}
            onClick={part.reload}
          >
            <Icon name="refresh" size={14} />
          </button>
        )}
      </div>
      {earlierProblem && (
        <Problem text={errorText(earlierProblem.kind, earlierProblem.message)} onRetry={part.showEarlier} />
      )}
      {!items && isLoading && <Loading />}
      {items?.length === 0 && !part.hasEarlier && <p class="muted thread-empty">{empty}</p>}
      {byDay(items ?? []).map(({ day, items: ofDay }) => (
        <Fragment key={day ?? 'none'}>
          {day !== undefined && <h2 class="thread-day">{dayText(day, now)}</h2>}
          <ol class="bubbles">
            {ofDay.map((item, place) => (
              <Fragment key={item.id}>{children(item, ofDay[place - 1])}</Fragment>
            ))}
          </ol>
        </Fragment>
      ))}
      {problem && <Problem text={errorText(problem.kind, problem.message)} onRetry={part.reload} />}
    </section>
  );
}

function Loading() {
  return (
    <div role="status" class="bubbles">
      <span class="visually-hidden">{t('loading')}</span>
      <span class="skeleton bubble-skeleton" />
      <span class="skeleton bubble-skeleton bubble-skeleton-ours" />
      <span class="skeleton bubble-skeleton" />
    </div>
  );
}
