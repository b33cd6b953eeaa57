import { plural, t } from '../lib/i18n.ts';
import type { EntryView } from '../lib/outbox/entry-view.ts';
import { Icon } from './Icon.tsx';

interface OutboxStripProps {
  outbox: readonly EntryView[];
  onOpen: () => void;
}

/** The way into the outbox, with what waits and what failed; quiet when nothing does. */
export function OutboxStrip({ outbox, onOpen }: OutboxStripProps) {
  const failed = outbox.filter((entry) => entry.state === 'parked' || entry.state === 'partial').length;
  const waiting = outbox.filter((entry) => entry.state === 'waiting' || entry.state === 'sending').length;
  if (outbox.length === 0) return null;
  return (
    <button type="button" class="outbox-strip" onClick={onOpen}>
      <Icon name="inbox" size={14} />
      {failed > 0 && <span class="strip-failed">{plural('outboxFailed', failed)}</span>}
      {waiting > 0 && <span class="strip-waiting">{plural('outboxWaiting', waiting)}</span>}
      {failed + waiting === 0 && <span>{t('recentSaves')}</span>}
      <Icon name="chevron" size={14} />
    </button>
  );
}
