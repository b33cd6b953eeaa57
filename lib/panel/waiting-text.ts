import { relativeTime, t } from '../i18n.ts';
import type { EntryView } from '../outbox/entry-view.ts';

/** "Saved here, will be sent when you are back online." */
export function waitingText(entry: EntryView): string {
  if (entry.held) return t('collectedHere');
  if (entry.waitingFor === 'offline') return t('waitingOffline');
  if (entry.waitingFor === 'auth') return t('waitingKey');
  if (entry.retryAt !== undefined) return t('waitingRetry', relativeTime(entry.retryAt, Date.now()));
  return t('waiting');
}
