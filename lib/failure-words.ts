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
} as const;
