import { formatNumber, t } from '../i18n.ts';
import type { ImportProgress } from '../workspace.ts';
import { inWords } from './in-words.ts';

/** The workspace's things in words; the server's own words, made readable, for what we do not know. */

const importStates = {
  not_started: 'importNotStarted',
  in_progress: 'importRunning',
  on_hold: 'importOnHold',
  completed: 'importDone',
  failed: 'importFailed',
  contacts_limit_achieved: 'importNoRoom',
} as const;

const importKinds = {
  csv_leads: 'importKindCsv',
  sn_leads_search: 'importKindSalesSearch',
  sn_leads_saved_search: 'importKindSalesSearch',
  sn_leads_list: 'importKindSalesList',
  ln_leads_search: 'importKindSearch',
  ln_my_network: 'importKindNetwork',
  ln_my_messenger: 'importKindMessenger',
} as const;

const browserStates = {
  running: 'browserRunning',
  stopped: 'browserStopped',
  idle: 'browserIdle',
  login_issue: 'browserLoginIssue',
} as const;

export const importKindText = (type: string) => inWords(importKinds, type);
export const importStateText = (status: string) => inWords(importStates, status);
export const browserStateText = (status: string) => inWords(browserStates, status);
export const eventText = (event: string) => inWords({}, event);

/** Whether an import goes on by itself, so that it is worth to look again. */
export function isImportMoving({ status }: { status: string }): boolean {
  return status === 'in_progress' || status === 'not_started';
}

/** "Saved: 118 · Known already: 7"; what is none is left out. */
export function progressText({ saved, duplicates, blacklisted, failed, queued }: ImportProgress): string {
  const parts = [
    ['importSaved', saved ?? 0],
    ['importKnown', duplicates],
    ['importBlacklisted', blacklisted],
    ['importRowsFailed', failed],
    ['importWaiting', queued],
  ] as const;
  return parts
    .flatMap(([key, count], place) => (count || place === 0 ? [t(key, formatNumber(count ?? 0))] : []))
    .join(' · ');
}

/** How many records an import has dealt with, and of how many; `undefined` where that is not known. */
export function importShare(progress: ImportProgress | undefined): { done: number; all: number } | undefined {
  if (progress?.queued === undefined) return undefined;
  const { saved = 0, duplicates = 0, blacklisted = 0, failed = 0, queued } = progress;
  const done = saved + duplicates + blacklisted + failed;
  return done + queued > 0 ? { done, all: done + queued } : undefined;
}
