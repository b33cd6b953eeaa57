import { relativeTime, t } from '../i18n.ts';
import { type Enrolment, isUnderWay, type Task } from '../outreach.ts';
import { inWords } from './in-words.ts';
import { taskKindText } from './task-text.ts';
import { groupTasks } from './tasks-in-order.ts';

const states = {
  in_progress: 'enrolRunning',
  new: 'enrolRunning',
  paused: 'enrolPaused',
  finished: 'enrolFinished',
  canceled: 'taskCanceled',
  failed: 'taskFailed',
} as const;

/** Where a contact is in an automation; the server's own words for a state that we do not know. */
export function enrolmentStateText(status: string): string {
  return inWords(states, status);
}

/** What the automation does next with the contact, or did last; `undefined` where no task tells. */
export function enrolmentStepText(
  { automationId, status }: Pick<Enrolment, 'automationId' | 'status'>,
  tasks: readonly Task[],
  now: number,
): string | undefined {
  const { planned, failed, past } = groupTasks(
    tasks.filter((task) => task.automationId === automationId),
    now,
  );
  const next = isUnderWay({ status }) ? planned.find(({ dueAt }) => timeOf(dueAt)) : undefined;
  if (next)
    return t('enrolNext', taskKindText(next.type), relativeTime(Math.max(timeOf(next.dueAt), now), now));
  const done = [...past, ...failed].filter(({ status: state }) => state === 'closed' || state === 'failed');
  const [last] = done.toSorted((one, other) => timeOf(other.doneAt) - timeOf(one.doneAt));
  const at = timeOf(last?.doneAt);
  return last && at ? t('enrolLast', taskKindText(last.type), relativeTime(at, now)) : undefined;
}

/** ms since 1970; 0 for what is no time */
const timeOf = (at: string | undefined) => Date.parse(at ?? '') || 0;

const automationStates = {
  on: 'automationStateOn',
  off: 'automationStateOff',
  draft: 'automationStateDraft',
  archived: 'automationStateArchived',
} as const;

/** Whether an automation runs; the server's own words for a state that we do not know. */
export function automationStateText(status: string | undefined): string {
  return status === undefined ? '' : inWords(automationStates, status);
}
