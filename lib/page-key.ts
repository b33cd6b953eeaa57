import type { LinkedInRecord } from './records.ts';

/**
 * The key under which a page's draft and saves are kept: `in/ada-example`, `company/acme`. Made from the
 * canonical address, so that every form of a person's address shares one draft. Handles ignore case, member
 * ids (`ACoAA…`) do not.
 */
export function pageKeyOf(record: Pick<LinkedInRecord, 'pageUrl'>): string {
  const path = new URL(record.pageUrl).pathname.replace(/^\/|\/$/g, '');
  return /\/AC[ow]AA/.test(path) ? path : path.toLowerCase();
}
