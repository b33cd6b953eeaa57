import type { FailureKind } from './crm.ts';
import type { FailureWords } from './failure-words.ts';
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

/** A message of `failure-words.ts`. */
const isOwn = (words: string): words is FailureWords => /^error[A-Z]\w+$/.test(words);

/** @param words the failure's message: the name of our own text, or the server's own words */
export function errorText(kind: FailureKind, words?: string): string {
  if (words !== undefined && isOwn(words)) {
    const own = t(words);
    if (own) return own;
  }
  const sentence = t(sentences[kind] ?? 'errorInternal');
  return withServerWords.has(kind) && words ? `${sentence} ${t('serverSaid', words)}` : sentence;
}
