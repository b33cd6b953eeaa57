import { type TextKey, t } from '../i18n.ts';
import type { LinkedInMessage } from '../outreach.ts';
import { inWords } from './in-words.ts';

const states: Readonly<Record<string, TextKey>> = {
  new: 'messageWaits',
  in_progress: 'messageSending',
  done: 'messageSent',
  failed: 'messageFailed',
};

/** What became of a message of ours; the server's own word for a state that we do not know. */
export function messageStateText({ status }: Pick<LinkedInMessage, 'status'>): string {
  return status ? inWords(states, status) : '';
}

/** "InMail", where a message is something else than a plain one. */
export function messageKindText({ kind }: Pick<LinkedInMessage, 'kind'>): string | undefined {
  if (kind === 'InMail') return t('messageInMail');
  return kind === 'connection_note' ? t('messageInvite') : undefined;
}
