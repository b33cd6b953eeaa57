import '../styles/list.css';
import { formatNumber, plural, t } from '../../lib/i18n.ts';
import { type BatchChange, type BatchView, isBatchUnderWay } from '../../lib/outbox/batch-view.ts';
import { useNow } from '../../lib/panel/use-now.ts';
import { Icon } from '../Icon.tsx';

interface BatchBarProps {
  batch: BatchView;
  onChange: (change: BatchChange) => void;
  onCsv: () => void;
  onDismiss?: (() => void) | undefined;
}

/** How far a bulk save is, in numbers, and what can be done with all of it. */
export function BatchBar({ batch, onChange, onCsv, onDismiss }: BatchBarProps) {
  const now = useNow(1_000);
  const { total, waiting, saved, written, failed, undone, isPaused } = batch;
  const over = saved + written + failed + undone;
  const isUnderWay = isBatchUnderWay(batch);
  /** Nothing is left of it: that is all there is to say. */
  const isGone = !isUnderWay && !isPaused && undone === total;
  const isUndoable = !isPaused && saved > 0 && !isUnderWay && (batch.undoUntil ?? 0) > now;
  const button = (change: BatchChange, text: string) => (
    <button type="button" class="link-button" onClick={() => onChange(change)}>
      {text}
    </button>
  );
  return (
    <section class="batch" aria-label={t('batch')}>
      <p class="batch-line" role="status">
        <strong>
          {isPaused
            ? t('batchPaused', formatNumber(over), formatNumber(total))
            : isUnderWay
              ? t('batchProgress', formatNumber(over), formatNumber(total))
              : isGone
                ? plural('batchUndone', undone)
                : plural('batchSaved', saved)}
        </strong>
        {isUnderWay && saved > 0 && <span>{plural('batchSaved', saved)}</span>}
        {failed > 0 && <span class="status-danger">{plural('batchFailed', failed)}</span>}
        {undone > 0 && !isGone && <span>{plural('batchUndone', undone)}</span>}
      </p>
      <progress max={total} value={over} aria-hidden="true" />
      <p class="batch-actions">
        {isPaused && waiting > 0 && button('resume', t('batchResume'))}
        {!isPaused && waiting > 0 && button('pause', t('batchPause'))}
        {waiting > 0 && button('cancel', t('batchCancel'))}
        {failed > 0 && button('retry', t('batchRetry'))}
        {isUndoable && button('undo', plural('batchUndo', saved))}
        <button type="button" class="link-button" onClick={onCsv}>
          {t('batchCsv')}
        </button>
        {onDismiss && !isUnderWay && (
          <button
            type="button"
            class="icon-button"
            aria-label={t('batchClose')}
            title={t('batchClose')}
            onClick={onDismiss}
          >
            <Icon name="close" size={14} />
          </button>
        )}
      </p>
    </section>
  );
}
