import type { FailureKind } from './crm.ts';
import { type TextKey, t } from './i18n.ts';

/** What happened, and what the user can do about it: one sentence for each kind of failure. */
const sentences: Record<FailureKind, TextKey> = {
  auth: 'errorAuth',
  offline: 'errorOffline',
  timeout: 'errorTimeout',
  busy: 'errorBusy',
  server: 'errorServer',
  payment: 'errorPayment',
  rejected: 'errorRejected',
  malformed: 'errorMalformed',
  storage: 'errorStorage',
  page: 'errorPage',
  internal: 'errorInternal',
};

/** Kinds whose message is the server's own and tells more than ours. */
const withServerWords: ReadonlySet<FailureKind> = new Set(['rejected', 'payment']);

export function errorText(kind: FailureKind, serverWords?: string): string {
  const sentence = t(sentences[kind] ?? 'errorInternal');
  return withServerWords.has(kind) && serverWords ? `${sentence} ${t('serverSaid', serverWords)}` : sentence;
}
