/**
 * Every key, selector and address shape of LinkedIn's pages that the readers hang on, in one place: when
 * LinkedIn changes a page, this is the file to mend. None is a class name where the page offers anything
 * else, and none is a word of the interface, which people read in many languages.
 *
 * Import it whole, `import * as hooks`: a script then carries only the groups that it reads.
 */
/** Raise with every change, so that a report of a broken page says which hooks failed. */
export const version = '2026-11-27';

/** What tells one frontend from another, by what stands in the page and by its metas. */
export const layout = {
  mobile: '[data-member-urn][data-vanity-name]',
  mobileMeta: '[name=pageKey][content^=p_mwlite]',
  guestMeta: '[name=pageKey][content*=public_profile], [name=pageKey][content*=profile-public]',
  sdui: '[data-sdui-screen]',
  sduiMeta: '[name=como-t], [name=como-pk]',
  sduiKeys: '[componentkey*="profile.card.ref"], [id*="profile.card.ref"]',
  emberPage: '.ember-application',
  ember: 'code[id^=bpr-guid], meta[name=clientPageInstanceId], [id^=ember].ember-view',
  pageKey: '[name=pageKey]',
} as const;

/** The server-driven frontend of 2025 and later. Some builds write the keys as `componentkey`, some as `id`. */
export const sdui = {
  keyAttributes: ['componentkey', 'id'],
  cardKeyPart: 'profile.card.ref',
  jobsKeyPart: 'ExperienceTopLevelSection',
  /** The owner's id, or the handle for two cards, and the card's name. */
  cardKey: /profile\.card\.ref(?<id>ACoA[\w-]{35})(?<name>\w+)$/,
  cardKeyByHandle: /profile\.card\.ref(.+)(Activity)$|(ExperienceTopLevelSection)(.+)$/,
  item: 'entity-collection-item',
  profileScreen: '[data-sdui-screen*=".profile."]',
  detailsScreen: '[data-sdui-screen*=Details], [data-sdui-screen*=Experience]',
  text: '[data-testid=expandable-text-box]',
  textButton: '[data-testid=expandable-text-button]',
  companyChip: '#company-accent-4',
  schoolChip: '#school-accent-4',
  message: 'a[href*="profileUrn=urn"]',
} as const;

/** Links that mean the same in every frontend of a signed-in member. */
export const link = {
  person: 'a[href*="/in/"]',
  company: 'a[href*="/company/"]',
  school: 'a[href*="/school/"]',
  contactInfo: 'a[href*="/overlay/contact-info"], a[href*="/detail/contact-info"]',
  editIntro: 'a[href*="/edit/intro"], a[href*="/edit/forms/intro"]',
  invite: 'a[href*="custom-invite/?vanityName="]',
  lead: 'a[href*="/sales/lead/"], a[href*="/sales/people/"], a[href*="/sales/profile/"]',
  mail: 'a[href^="mailto:"]',
  phone: 'a[href^="tel:"]',
  employees: 'a[href*="urrentCompany="]',
} as const;

/**
 * The contact overlay; each frontend opens its own. With their tags, as browsers look for those several times faster,
 * and a large page mostly has none of them.
 */
export const contactOverlay = {
  sdui: 'div[data-sdui-screen$=ProfileContactDetailsOverlay], dialog, div[role=dialog]',
  ember: 'div[role=dialog], artdeco-modal, .pv-contact-info',
} as const;

/** The rows of the contact overlay by icon (2025 and later) or section (before). */
export const contact = {
  anyIcon: 'svg[id$="-medium"], svg[id$="-small"]',
  rows: {
    phone: '#phone-handset-small, #phone-handset-medium, .ci-phone',
    website: '#link-medium, #globe-medium, .ci-websites',
    other: '#twitter-medium, #linkedin-bug-medium, .ci-twitter',
  },
} as const;

/** Sources of a member's own picture; other members' pictures have the same shape, so position decides. */
export const photo = 'img[src*=profile-displayphoto], img[src*=profile-framedphoto]';

/** Names of the icons that mark a member, in SDUI as ids and in Ember as `data-test-icon`. */
export const marks = [
  [/^verified-/, 'verified'],
  [/^linkedin-bug-premium/, 'premium'],
  [/^linkedin-bug-influencer/, 'topVoice'],
] as const;

/** A company's logo, as opposed to LinkedIn's own pictures. */
export const logo = /^https:\/\/[\w.-]+\.(?:licdn|linkedin)\.com\/[^?]*company-logo/;

/** Rows of the lists of people, newest frontend first. */
export const list = {
  search: [
    '[data-sdui-screen*=SearchResultsPeople] [role=listitem]',
    '[data-view-name=people-search-result]',
    '[data-view-name=search-entity-result-universal-template]',
    '[data-chameleon-result-urn]',
    '[data-test-search-result=PROFILE]',
  ],
  companyPeople: ['li:has([id*=org-people-profile-card])', 'li:has([class*=org-people-profile-card])'],
  connections: ['[data-view-name=connections-list]'],
  members: [],
  sales: ['[data-x-search-result=LEAD]', '#results-list > li.member'],
  /** The frontend before 2020 has nothing but the class. */
  oldSalesCompany: '.company-name',
  /** What a row of a hidden member has in place of a link. */
  anonymous:
    '[href*="/search/results/people/headless"], artdeco-entity-lockup-title, [id*=org-people-profile-card], ' +
    '[data-anonymize=person-name], [class*=entity-lockup__title], [class*=actor-name]',
  /** Ids in a row, besides those in its links. */
  memberUrn: '[data-chameleon-result-urn]',
  scrollKey: '[data-scroll-into-view]',
  /** Sales Navigator's marks in a row; there `job-title` holds the time in the job. */
  salesRow: {
    name: '[data-anonymize=person-name]',
    title: '[data-anonymize=title]',
    company: '[data-anonymize=company-name]',
    location: '[data-anonymize=location]',
  },
} as const;

/** A profile in Ember. Ids since 2022 stand on an empty element inside the section, before on the section. */
export const emberProfile = {
  outlet: '#profile-content',
  /** 2020 had no `h1`: the name is the first item of the list before the headline. */
  nameOf2020: 'ul:has(+ h2) > li',
  experience: '#experience, #experience-section',
  education: '#education, #education-section',
  about: '#about',
  aboutBefore2022: '[class*=about__summary-text], [class*=top-card-section__summary-text]',
  languages: '#languages, #languages-expandable-content',
  activity: '#content_collections, #recent_activity, [class*=recent-activity-section]',
  companyChip: 'a[href$="#experience"], [data-control-name=position_see_more]',
  detailsItem: 'li[id^=profilePagedListComponent-]',
  experienceItem: 'li[id*=-EXPERIENCE-]',
  activityCard: '#recent-activity-top-card, section, aside > *',
} as const;

export const ember = {
  payload: 'code[id^=bpr-guid]',
  /** The line under a company's name, where an item stands alone. */
  headquarters: '[class*=headquarter], [class*=location]',
  industry: '[class*=industry]',
} as const;

/** Windows that lie over a public page and ask to sign in. */
export const dialog = '[role=dialog], .modal, .contextual-sign-in-modal';

/** The public page of a member; the ids are those of the pages of 2016. */
export const guest = {
  name: 'main h1, #topcard h1',
  ownAddress: 'link[rel=canonical], meta[property="og:url"]',
  description: 'meta[property="og:description"]',
  member: '[data-semaphore-content-type=PROFILE][data-semaphore-content-urn]',
  contactTrigger: '[data-tracking-control-name*=contact-info], [data-modal*=contact-info]',
  shownJob: 'div[data-section=currentPositionsDetails] [data-test-id=top-card-link]',
  website: '[data-section=websites] a[href]',
  about: '[data-section=summary] p, section#summary p',
  experience: 'section[data-section=experience], section#experience',
  education: 'section[data-section=educationsDetails], section#education',
  languages: 'section[data-section=languages]',
  oldHeadline: 'h1#name + p',
  oldLocation: '#demographics dd > span',
  oldConnections: 'dl#demographics ~ div > strong',
} as const;

/** The public page of a company; the rest of its facts are `about-us__<name>`. */
export const guestCompany = {
  pageMeta: '[name=pageKey][content*=org_guest]',
  page: '[data-test-id^=about-us]',
  id: '[data-semaphore-content-urn^="urn:li:organization:"], [data-semaphore-content-urn^="urn:li:company:"]',
  industry: 'h2',
  subline: 'h3',
  tagline: 'h4 > span, h4 > p, h4',
  about: '[data-test-id=about-us__description]',
} as const;

/** Sales Navigator's own marks; its sections are named, and what could identify someone is marked. */
export const sales = {
  payload: 'code',
  leadCard: '[data-sn-view-name=feature-lead-top-card]',
  leadName: '[data-x--lead--name], h1[data-anonymize=person-name], [data-anonymize=person-name]',
  headline: '[data-anonymize=headline]',
  location: '[data-anonymize=location]',
  photo: 'img[data-anonymize=headshot-photo]',
  leadAbout: '[data-sn-view-name=feature-about-lead] [data-anonymize=person-blurb]',
  currentRole: '[data-sn-view-name=lead-current-role]',
  jobTitle: '[data-anonymize=job-title]',
  companyName: '[data-anonymize=company-name]',
  contact: '[data-sn-view-name=lead-contact-info]',
  phone: '[data-anonymize=phone]',
  experience: '[data-sn-view-name=feature-lead-experience]',
  education: '[data-sn-view-name=feature-lead-education]',
  school: '[data-anonymize=education-name]',
  accountCard: '[data-sn-view-name=feature-account-top-card]',
  otherAccounts: '[data-sn-view-name*=also-viewed], [data-sn-view-name*=recommend]',
  industry: '[data-anonymize=industry]',
  accountSize: '[data-anonymize=company-size]',
  accountAbout: '[data-anonymize=company-blurb]',
  website: 'a[data-control-name=visit_company_website]',
} as const;

/** Pages with nothing to read, by page key first. */
export const negative = {
  wallKey: /auth_?wall|checkpoint|guest[-_]home|(?:^|[-_])(?:uas|login|signup|cold[-_]join)(?:[-_]|$)/i,
  missingKey: /(?:^|[-_])(?:404|not[-_]?found|unavailable)/i,
  missing: 'main.not-found-404, .not-found__container, [data-sdui-screen*=NotFound]',
  password: 'main input[type=password]',
} as const;

/** The page for phone-like browsers. */
export const mobile = {
  person: '[data-member-urn][data-vanity-name]',
  handle: 'code#vanityName',
  job: 'a[data-tracking-control-name=profile-position], a[data-tracking-control-name=experience-timeline]',
  jobs: '.experience-container',
  /** Under the first of them, or the section's class where no school has a page. */
  school: 'a[data-tracking-control-name=view-education], .education-container',
  about: 'main section [role=text]',
  activity: '[data-activity-urn]',
} as const;
