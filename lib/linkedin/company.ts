import { classify } from './address.ts';
import type { PageReader } from './page-reader.ts';

/** A company's, school's or showcase's page. */
export const companyReader: PageReader = {
  kind: 'company',
  samples: ['https://www.linkedin.com/company/acme-example/'],
  matches: (url) => classify(url).type === 'company',
  read: () => ({ outcome: 'notReady', page: 'company', missing: ['company'] }),
};
