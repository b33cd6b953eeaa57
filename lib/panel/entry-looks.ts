import type { IconName } from '../../components/Icon.tsx';
import type { TextKey } from '../i18n.ts';
import type { EntryState } from '../outbox/entry-view.ts';

/** How each state of a save looks and is called, in the outbox and in a list of people. */
export const entryLooks: Record<EntryState, { icon: IconName; tone: string; label: TextKey }> = {
  waiting: { icon: 'clock', tone: 'quiet', label: 'entryWaiting' },
  sending: { icon: 'refresh', tone: 'quiet', label: 'entrySending' },
  saved: { icon: 'check', tone: 'good', label: 'entrySaved' },
  partial: { icon: 'alert', tone: 'warn', label: 'entryPartial' },
  parked: { icon: 'alert', tone: 'danger', label: 'entryParked' },
  undoing: { icon: 'undo', tone: 'quiet', label: 'undoing' },
  undone: { icon: 'undo', tone: 'quiet', label: 'entryUndone' },
};
