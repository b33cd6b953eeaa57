import type { TextKey } from '../i18n.ts';
import type { Email } from '../outreach.ts';
import { inWords } from './in-words.ts';

const states: Readonly<Record<string, TextKey>> = {
  new: 'messageWaits',
  queued: 'messageWaits',
  in_progress: 'messageSending',
  failed: 'messageFailed',
};
/** What goes without saying: it was sent, or found in the mailbox. */
const plain: ReadonlySet<string> = new Set(['sent', 'sync', 'done', 'delivered']);

/** What is to be said of an e-mail's state; the server's own word for one that we do not know. */
export function emailStateText({ status }: Pick<Email, 'status'>): string | undefined {
  return status && !plain.has(status) ? inWords(states, status) : undefined;
}
