import type { CompanyRecord, Reading } from '../records.ts';
import { type Address, classify } from './address.ts';
import { readGuestCompany } from './company-guest.ts';
import { readSignedInCompany } from './company-signed-in.ts';
import * as hooks from './hooks.ts';
import type { PageReader } from './page-reader.ts';

/**
 * A company's, school's or showcase's page on any tab but People, which is a list. Company pages are Ember to
 * this day; a frontend that nobody has seen yet is read as far as it goes and marked so.
 */
export const companyReader: PageReader = {
  kind: 'company',
  matches(url) {
    const address = classify(url);
    return address.type === 'company' && address.tail[0] !== 'people';
  },
  read(page, url) {
    const found = readCompany(page, classify(url));
    return typeof found === 'string' ? notReady(found) : { outcome: 'record', record: found };
  },
};

/** The company whose page, on whichever tab, is open; undefined while it does not agree with the address. */
export function readCompanyTopCard(page: Document, url: URL): CompanyRecord | undefined {
  const found = readCompany(page, classify(url));
  return typeof found === 'string' ? undefined : found;
}

function readCompany(page: Document, address: Address): CompanyRecord | string {
  if (address.type !== 'company') return 'company';
  return page.querySelector(hooks.guestCompany.page)
    ? readGuestCompany(page, address)
    : readSignedInCompany(page, address);
}

function notReady(missing: string): Reading {
  return { outcome: 'notReady', page: 'company', missing: [missing] };
}
