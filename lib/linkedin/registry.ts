import type { PageKind, Reading } from '../records.ts';
import type { ReadPage } from './on-page.ts';
import { readingSteps, type Usual } from './reading-steps.ts';
import type { ScriptName } from './script-names.ts';
import { read as account } from './scripts/account.ts';
import { read as company } from './scripts/company.ts';
import { read as companyGuest } from './scripts/company-guest.ts';
import { read as contact } from './scripts/contact.ts';
import { read as lead } from './scripts/lead.ts';
import { read as nothing } from './scripts/nothing.ts';
import { read as people } from './scripts/people.ts';
import { read as profileEmber } from './scripts/profile-ember.ts';
import { read as profileEmberPart } from './scripts/profile-ember-part.ts';
import { read as profileGuest } from './scripts/profile-guest.ts';
import { read as profileMobile } from './scripts/profile-mobile.ts';
import { read as profileSdui } from './scripts/profile-sdui.ts';

/** What each script of the built extension does once it is in a page. */
export const scripts: Readonly<Record<ScriptName, ReadPage>> = {
  'profile-sdui': profileSdui,
  'profile-ember': profileEmber,
  'profile-ember-part': profileEmberPart,
  'profile-guest': profileGuest,
  'profile-mobile': profileMobile,
  contact,
  company,
  'company-guest': companyGuest,
  people,
  lead,
  account,
  nothing,
};

/** Every kind of page that we read, with addresses that belong to it. */
export const readers: readonly { kind: PageKind; samples: readonly string[] }[] = [
  {
    kind: 'profile',
    samples: [
      'https://www.linkedin.com/in/ada-example/',
      'https://de.linkedin.com/in/ada-example/en',
      'https://www.linkedin.com/in/ada-example/details/experience/',
      'https://www.linkedin.com/in/ada-example/overlay/contact-info/',
      'https://www.linkedin.com/in/ada-example/recent-activity/all/',
      'https://www.linkedin.com/mwlite/profile/in/ada-example',
      'https://www.linkedin.com/pub/ada-example/1a/2b/3c',
      'https://www.linkedin.com/in/me/',
    ],
  },
  {
    kind: 'people-list',
    samples: [
      'https://www.linkedin.com/search/results/people/?keywords=ada',
      'https://www.linkedin.com/company/acme-example/people/',
      'https://www.linkedin.com/school/acme-example/people/',
      'https://www.linkedin.com/mynetwork/invite-connect/connections/',
      'https://www.linkedin.com/groups/123/members/',
      'https://www.linkedin.com/events/123/attendees/',
      'https://www.linkedin.com/sales/search/people?query=ada',
      'https://www.linkedin.com/sales/lists/people/123',
    ],
  },
  {
    kind: 'company',
    samples: [
      'https://www.linkedin.com/company/acme-example/',
      'https://www.linkedin.com/company/acme-example/about/',
      'https://www.linkedin.com/company/1277/',
      'https://de.linkedin.com/company/acme-example?trk=public_post',
      'https://www.linkedin.com/school/acme-example/posts/',
      'https://www.linkedin.com/showcase/acme-example/',
    ],
  },
  {
    kind: 'lead',
    samples: [
      'https://www.linkedin.com/sales/lead/ACwAAAAAEmcBCzBVep_E6Q4zWH2ix-wRNluApco,NAME_SEARCH,Tm4p',
      'https://www.linkedin.com/sales/people/ACwAAAAAEmcBCzBVep_E6Q4zWH2ix-wRNluApco,NAME_SEARCH,Tm4p?_ntb=x',
    ],
  },
  {
    kind: 'account',
    samples: [
      'https://www.linkedin.com/sales/company/1277',
      'https://www.linkedin.com/sales/company/1277/people?_ntb=x',
    ],
  },
];

/**
 * Reads the document as it stands, once, by the scripts that the worker would run in its tab.
 * @param usual which scripts to begin with
 */
export function readPage(page: Document, url: URL, usual: Usual = {}): Reading {
  const steps = readingSteps(url, usual);
  let step = steps.next();
  while (!step.done) step = steps.next(scripts[step.value](page, url));
  return step.value;
}
