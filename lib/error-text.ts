import type { FailureKind } from './crm.ts';
import { failureWords } from './failure-words.ts';
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

/** The failures that we can name better than by their kind. */
const ownSentences: Readonly<Record<string, TextKey>> = {
  [failureWords.keyEmpty]: 'errorKeyEmpty',
  [failureWords.keyCharacters]: 'errorKeyCharacters',
  [failureWords.otherPersonFound]: 'errorOtherPersonFound',
  [failureWords.otherPersonMet]: 'errorOtherPersonMet',
  [failureWords.noLinkedInId]: 'errorNoLinkedInId',
  [failureWords.tabClosed]: 'errorTabClosed',
  [failureWords.tabAsleep]: 'errorTabAsleep',
  [failureWords.pageBlocked]: 'errorPageBlocked',
  [failureWords.noList]: 'errorNoList',
  [failureWords.noDefaultList]: 'errorNoDefaultList',
  [failureWords.noTable]: 'errorNoTable',
  [failureWords.noCompanyName]: 'errorNoCompanyName',
  [failureWords.employerUnclear]: 'errorEmployerUnclear',
  [failureWords.knownCompanyList]: 'errorKnownCompanyList',
  [failureWords.notAllowed]: 'errorNotAllowed',
  [failureWords.gone]: 'errorGone',
  [failureWords.nothingToBlacklist]: 'errorNothingToBlacklist',
  [failureWords.customFieldGone]: 'errorCustomFieldGone',
  [failureWords.otherWorkspace]: 'errorOtherWorkspace',
  [failureWords.workspaceGone]: 'errorWorkspaceGone',
  [failureWords.noStageBefore]: 'errorNoStageBefore',
  [failureWords.oldValuesUnknown]: 'errorOldValuesUnknown',
  [failureWords.customFieldsStay]: 'errorCustomFieldsStay',
  [failureWords.automationsStay]: 'errorAutomationsStay',
  [failureWords.companyInUse]: 'errorCompanyInUse',
  [failureWords.undoTooLate]: 'errorUndoTooLate',
  [failureWords.savedAgain]: 'errorSavedAgain',
  [failureWords.fileGone]: 'errorFileGone',
  [failureWords.entryGone]: 'errorEntryGone',
  [failureWords.entryUnreadable]: 'errorEntryUnreadable',
  [failureWords.storageFull]: 'errorStorageFull',
  [failureWords.storageBlocked]: 'errorStorageBlocked',
  [failureWords.storageTooNew]: 'errorStorageTooNew',
  [failureWords.storageNotMigrated]: 'errorStorageNotMigrated',
  [failureWords.keyNotMigrated]: 'errorKeyNotMigrated',
  [failureWords.keysTooNew]: 'errorKeysTooNew',
  [failureWords.storageBroken]: 'errorStorageBroken',
};

/** Kinds whose message is the server's own and tells more than ours. */
const withServerWords: ReadonlySet<FailureKind> = new Set(['rejected', 'payment']);

/** @param words the failure's message: ours, which are put in the user's language, or the server's own */
export function errorText(kind: FailureKind, words?: string): string {
  const own = words === undefined ? undefined : ownSentences[words];
  if (own !== undefined) return t(own);
  const sentence = t(sentences[kind] ?? 'errorInternal');
  return withServerWords.has(kind) && words ? `${sentence} ${t('serverSaid', words)}` : sentence;
}
