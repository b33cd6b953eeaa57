import { formatNumber, plural, t } from '../lib/i18n.ts';
import type { EntryView } from '../lib/outbox/entry-view.ts';
import { Icon } from './Icon.tsx';

interface OutboxStripProps {
  outbox: readonly EntryView[];
  /** Saves that were collected and not sent. */
  heldCount: number;
  /** Where there is no record to save, the way to what was saved before stays open. */
  isAlwaysShown: boolean;
  /** Of a save on its way of this page, the page itself tells. */
  pageKey?: string | undefined;
  onOpen: () => void;
}

/** The way into the outbox, with what waits and what failed; quiet when nothing does. */
export function OutboxStrip({ outbox, heldCount, isAlwaysShown, pageKey, onOpen }: OutboxStripProps) {
  const failed = outbox.filter((entry) => entry.state === 'parked' || entry.state === 'partial').length;
  const waiting = outbox.filter(
    (entry) =>
      (entry.state === 'waiting' && !entry.held) || (entry.state === 'sending' && entry.pageKey !== pageKey),
  ).length;
  if (outbox.length + heldCount === 0 && !isAlwaysShown) return null;
  return (
    <button type="button" class="outbox-strip" onClick={onOpen}>
      <Icon name="inbox" size={14} />
      {failed > 0 && <span class="strip-failed">{plural('outboxFailed', failed)}</span>}
      {waiting > 0 && <span class="strip-waiting">{plural('outboxWaiting', waiting)}</span>}
      {heldCount > 0 && <span class="strip-waiting">{t('collectedCount', formatNumber(heldCount))}</span>}
      {failed + waiting + heldCount === 0 && (
        <span>{outbox.length > 0 ? t('recentSaves') : t('outbox')}</span>
      )}
      <Icon name="chevron" size={14} />
    </button>
  );
}
