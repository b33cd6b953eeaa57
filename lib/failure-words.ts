import type { TextKey } from './i18n.ts';

/**
 * Messages of failures that we find ourselves and that say more than their kind does: the names of their texts.
 * They cross from the service worker to the screens as they are; `error-text.ts` gives the text in the user's
 * language.
 */
export const failureWords = {
  keyEmpty: 'errorKeyEmpty',
  keyCharacters: 'errorKeyCharacters',
  otherPersonFound: 'errorOtherPersonFound',
  otherPersonMet: 'errorOtherPersonMet',
  noLinkedInId: 'errorNoLinkedInId',
  tabClosed: 'errorTabClosed',
  tabAsleep: 'errorTabAsleep',
  pageBlocked: 'errorPageBlocked',
  pageSilent: 'errorPage',
  noList: 'errorNoList',
  noDefaultList: 'errorNoDefaultList',
  noTable: 'errorNoTable',
  noCompanyName: 'errorNoCompanyName',
  employerUnclear: 'errorEmployerUnclear',
  knownCompanyList: 'errorKnownCompanyList',
  notAllowed: 'errorNotAllowed',
  gone: 'errorGone',
  goneSince: 'errorGoneSince',
  notKept: 'errorNotKept',
  nothingToBlacklist: 'errorNothingToBlacklist',
  customFieldGone: 'errorCustomFieldGone',
  otherWorkspace: 'errorOtherWorkspace',
  workspaceGone: 'errorWorkspaceGone',
  noStageBefore: 'errorNoStageBefore',
  oldValuesUnknown: 'errorOldValuesUnknown',
  customFieldsStay: 'errorCustomFieldsStay',
  automationsStay: 'errorAutomationsStay',
  companyInUse: 'errorCompanyInUse',
  undoTooLate: 'errorUndoTooLate',
  savedAgain: 'errorSavedAgain',
  fileGone: 'errorFileGone',
  entryGone: 'errorEntryGone',
  entryUnreadable: 'errorEntryUnreadable',
  storageFull: 'errorStorageFull',
  storageBlocked: 'errorStorageBlocked',
  storageTooNew: 'errorStorageTooNew',
  storageNotMigrated: 'errorStorageNotMigrated',
  keyNotMigrated: 'errorKeyNotMigrated',
  keysTooNew: 'errorKeysTooNew',
  storageBroken: 'errorStorageBroken',
} as const satisfies Record<string, TextKey>;

export type FailureWords = (typeof failureWords)[keyof typeof failureWords];
