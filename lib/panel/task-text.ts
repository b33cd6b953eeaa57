import { type TextKey, t } from '../i18n.ts';
import { noteToSelf, type SenderProfile, type Task } from '../outreach.ts';
import { inWords } from './in-words.ts';

const kinds: Readonly<Record<string, TextKey>> = {
  linkedin_send_message: 'taskMessage',
  linkedin_send_connection_request: 'taskInvite',
  linkedin_send_inmail: 'taskInmail',
  linkedin_like_latest_post: 'taskLike',
  linkedin_endorse_skills: 'taskEndorse',
  linkedin_withdraw_connection_request: 'taskWithdraw',
  linkedin_visit_profile: 'taskVisit',
  email_send_message: 'taskEmail',
};
const states: Readonly<Record<string, TextKey>> = {
  closed: 'taskDone',
  canceled: 'taskCanceled',
  skipped: 'taskSkipped',
};

/** "Connection request"; the server's own words for a kind that we do not know. */
export function taskKindText(type: string): string {
  return inWords(kinds, type);
}

/** The same of one task: a visit that a user has to make is a note to self. */
export function taskTitle({ type, isManual }: Pick<Task, 'type' | 'isManual'>): string {
  return type === noteToSelf && isManual ? t('taskSelf') : taskKindText(type);
}

/** What became of a task that is not open any more. */
export function taskStateText({ status }: Pick<Task, 'status'>): string {
  return inWords(states, status);
}

/**
 * Who of the workspace can do this kind of task. Where nobody seems to have what it takes, all who are enabled:
 * what the server says of their accounts may be incomplete, and it checks by itself.
 */
export function sendersFor(type: string, senders: readonly SenderProfile[]): SenderProfile[] {
  const enabled = senders.filter(({ status }) => status !== 'disabled');
  const account = type.startsWith('email') ? 'mailboxId' : 'linkedInBrowserId';
  const able = enabled.filter((sender) => sender[account] !== undefined);
  return able.length > 0 ? able : enabled;
}
