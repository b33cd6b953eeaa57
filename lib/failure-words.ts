/**
 * Messages of failures that we find ourselves and that say more than their kind does. They cross from the
 * service worker to the screens as they are; `error-text.ts` has each in the user's language.
 */
export const failureWords = {
  keyEmpty: 'Paste your API key first.',
  keyCharacters: 'This is not an API key: it has characters that no key has.',
  otherPersonFound: 'Grinfi has another person under this LinkedIn address.',
  otherPersonMet: 'Grinfi takes this person for another contact: same e-mail, or same name and company.',
  noLinkedInId: 'Without a LinkedIn id a record could be mistaken for another.',
  tabClosed: 'The tab was closed.',
  tabAsleep: 'The tab is asleep.',
  pageBlocked: 'The browser does not let extensions read this page.',
  pageSilent: 'The page did not answer.',
  noList: 'Grinfi keeps every contact in a list. Choose a list.',
  noDefaultList: 'This was collected without a list. Choose a default list in the settings, then send it.',
  noTable: 'This file is not a table that was exported here.',
  noCompanyName: 'A company needs a name.',
  employerUnclear: 'The page did not show which company this is, so it was not saved.',
  knownCompanyList: 'Grinfi cannot add a company that it has already to a list from here.',
  notAllowed: 'Your role in this Grinfi workspace does not allow this.',
  gone: 'Grinfi does not have this any more. Somebody may have deleted it meanwhile.',
  nothingToBlacklist:
    'Grinfi has neither a LinkedIn address nor an e-mail or website of this record. By its name alone, the blacklist would meet namesakes.',
  customFieldGone: 'Grinfi has no such custom field any more.',
  otherWorkspace: 'This save was made for another Grinfi workspace than the one the key belongs to now.',
  workspaceGone: 'This workspace is not among yours any more.',
  noStageBefore: 'It had no stage before, and Grinfi cannot take one away.',
  oldValuesUnknown: 'What Grinfi held before is not known, so it was left as saved.',
  customFieldsStay: 'Grinfi does not tell the old values of custom fields, so they stay as saved.',
  automationsStay: 'The automations that were stopped cannot be started again from here.',
  companyInUse: 'Another save uses this company, so it was kept.',
  undoTooLate: 'It is too late to undo this save.',
  savedAgain: 'This record was saved again since. Undo the later save instead.',
  fileGone: 'This file is not kept here any more.',
  entryGone: 'This save is not in the outbox any more.',
  entryUnreadable: 'This version of the extension cannot read this save. It was kept; update the extension.',
  storageFull:
    'The disk or the browser’s storage is full, so this could not be kept. Free some space, then try again.',
  storageBlocked:
    'An older version of this extension still has the outbox open. Close its windows, then try again.',
  storageTooNew: 'The outbox was written by a newer version of this extension. Update the extension.',
  storageNotMigrated:
    'The outbox could not be brought up to date. It was left as it is; update the extension.',
  keyNotMigrated:
    'Your API key could not be brought to its new place. It is still used where it is; free some space, then restart the browser.',
  keysTooNew: 'The API keys were stored by a newer version of this extension. Update the extension.',
  storageBroken: 'The browser could not open its storage. Restart the browser, then try again.',
} as const;
