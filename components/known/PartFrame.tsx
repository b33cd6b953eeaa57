import type { ComponentChildren } from 'preact';
import { errorText } from '../../lib/error-text.ts';
import { t } from '../../lib/i18n.ts';
import type { Page } from '../../lib/outreach.ts';
import type { RecordPart } from '../../lib/panel/use-record-part.ts';
import { Problem } from './Problem.tsx';

interface PartFrameProps<T, P extends Page<T>> {
  part: RecordPart<T, P>;
  /** Shown where there is nothing. */
  empty: string;
  earlierLabel: string;
  children: ComponentChildren;
}

/** What every list of a known record has: loading, failed with a retry, empty, and more of it. */
export function PartFrame<T, P extends Page<T>>({
  part,
  empty,
  earlierLabel,
  children,
}: PartFrameProps<T, P>) {
  const { items, isLoading, problem, earlierProblem } = part;
  return (
    <div class="part" aria-busy={isLoading}>
      {problem && <Problem text={errorText(problem.kind, problem.message)} onRetry={part.reload} />}
      {!items && isLoading && <Loading />}
      {items?.length === 0 && !part.hasEarlier && <p class="muted">{empty}</p>}
      {children}
      {earlierProblem && (
        <Problem text={errorText(earlierProblem.kind, earlierProblem.message)} onRetry={part.showEarlier} />
      )}
      {part.hasEarlier && !earlierProblem && (
        <button
          type="button"
          class="button part-more"
          aria-disabled={part.isLoadingEarlier}
          onClick={part.showEarlier}
        >
          {part.isLoadingEarlier ? t('loading') : earlierLabel}
        </button>
      )}
    </div>
  );
}

function Loading() {
  return (
    <div role="status">
      <span class="visually-hidden">{t('loading')}</span>
      <span class="skeleton skeleton-line" />
      <span class="skeleton skeleton-line" />
      <span class="skeleton skeleton-line skeleton-short" />
    </div>
  );
}
