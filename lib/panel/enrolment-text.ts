import { inWords } from './in-words.ts';

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
