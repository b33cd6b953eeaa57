import type { Enrichment } from '../workspace.ts';
import { inWords } from './in-words.ts';

const states = {
  new: 'enrichQueued',
  queued: 'enrichQueued',
  pending: 'enrichQueued',
  in_progress: 'enrichRunning',
  processing: 'enrichRunning',
  completed: 'enrichDone',
  done: 'enrichDone',
  finished: 'enrichDone',
  failed: 'enrichFailed',
} as const;

/** What became of an enrichment; the server's own words for a state that we do not know. */
export function enrichmentStateText({ status }: Pick<Enrichment, 'status'>): string {
  return inWords(states, status);
}
