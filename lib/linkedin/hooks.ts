/**
 * Every key, selector and address shape of LinkedIn's pages that the readers hang on, in one place: when
 * LinkedIn changes a page, this is the file to mend. None is a class name where the page offers anything
 * else, and none is a word of the interface, which people read in many languages.
 */
export const hooks = {
  /** Raise with every change, so that a report of a broken page says which hooks failed. */
  version: '2026-11-23',

  /** What tells one frontend from another. */
  layout: {
    mobile: '[data-member-urn][data-vanity-name], meta[name=pageKey][content^=p_mwlite]',
    guest: 'meta[name=pageKey][content*=public_profile], meta[name=pageKey][content*=profile-public]',
    sdui: '[data-sdui-screen], meta[name=como-t], meta[name=como-pk]',
    ember: '.ember-application, code[id^=bpr-guid], meta[name=clientPageInstanceId]',
    salesNavigator: '[data-sn-view-name], meta[name=pageKey][content*=sales]',
    pageKey: 'meta[name=pageKey]',
  },

  /** The server-driven frontend of 2025 and later. Some builds write the keys as `componentkey`, some as `id`. */
  sdui: {
    keyAttributes: ['componentkey', 'id'],
    cardKey: /^com\.linkedin\.sdui\.profile\.card\.ref(ACoA[\w-]{35})(\w+)$/,
    cardKeyPart: 'profile.card.ref',
    /** Later builds name the experience card after the handle. */
    handleKey:
      /(?:profileCardsAboveActivity(?:TopcardOnly)?|profileCardsExperienceOnly|_ExperienceTopLevelSection|ProfileVerificationTriggerRef-|profile\.card\.ref(?=.+Activity$))(?!TopcardOnly)(.+?)(?:Activity)?$/,
    handleKeyParts: ['profileCards', 'ExperienceTopLevelSection', 'ProfileVerificationTriggerRef-'],
    item: 'entity-collection-item',
    profileScreen: '[data-sdui-screen*=".profile."]',
    contactScreen: '[data-sdui-screen$=ProfileContactDetailsOverlay]',
    text: '[data-testid=expandable-text-box]',
    textButton: '[data-testid=expandable-text-button]',
    companyChip: '#company-accent-4',
    schoolChip: '#school-accent-4',
    message: 'a[href*="profileUrn=urn"]',
  },

  /** Links that mean the same in every frontend of a signed-in member. */
  link: {
    person: 'a[href*="/in/"]',
    company: 'a[href*="/company/"]',
    school: 'a[href*="/school/"]',
    contactInfo: 'a[href*="/overlay/contact-info"], a[href*="/detail/contact-info"]',
    editIntro: 'a[href*="/edit/intro"], a[href*="/edit/forms/intro"]',
    invite: 'a[href*="custom-invite/?vanityName="]',
    mail: 'a[href^="mailto:"]',
    phone: 'a[href^="tel:"]',
  },

  /** Sources of a member's own picture; other members' pictures have the same shape, so position decides. */
  photo: 'img[src*=profile-displayphoto], img[src*=profile-framedphoto]',

  ember: {
    payload: 'code[id^=bpr-guid]',
  },
} as const;
