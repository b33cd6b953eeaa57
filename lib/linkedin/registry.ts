import { companyReader } from './company.ts';
import type { PageReader } from './page-reader.ts';
import { peopleListReader } from './people-list.ts';
import { profileReader } from './profile.ts';
import { readWith } from './read-with.ts';
import { accountReader } from './sales-account.ts';
import { leadReader } from './sales-lead.ts';

/** A reader with addresses that belong to it and to no other; apart, since no tab has a use for them. */
export type RegisteredReader = PageReader & { samples: readonly string[] };

/** Every kind of page that we read; a test holds that no address belongs to two of them. */
export const readers: readonly RegisteredReader[] = [
  {
    ...profileReader,
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
    ...peopleListReader,
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
    ...companyReader,
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
    ...leadReader,
    samples: [
      'https://www.linkedin.com/sales/lead/ACwAAAAAEmcBCzBVep_E6Q4zWH2ix-wRNluApco,NAME_SEARCH,Tm4p',
      'https://www.linkedin.com/sales/people/ACwAAAAAEmcBCzBVep_E6Q4zWH2ix-wRNluApco,NAME_SEARCH,Tm4p?_ntb=x',
    ],
  },
  {
    ...accountReader,
    samples: [
      'https://www.linkedin.com/sales/company/1277',
      'https://www.linkedin.com/sales/company/1277/people?_ntb=x',
    ],
  },
];

/** Reads the document as it stands, once, with every reader. */
export const readPage = readWith(...readers);
