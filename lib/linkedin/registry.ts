import type { Reading } from '../records.ts';
import { companyReader } from './company.ts';
import { refusalOf } from './negative.ts';
import type { PageReader } from './page-reader.ts';
import { peopleListReader } from './people-list.ts';
import { profileReader } from './profile.ts';
import { accountReader } from './sales-account.ts';
import { leadReader } from './sales-lead.ts';

/** Every kind of page that we read; a test holds that no address belongs to two of them. */
export const readers: readonly PageReader[] = [
  profileReader,
  peopleListReader,
  companyReader,
  leadReader,
  accountReader,
];

/** Reads the document as it stands, once. Pure: the page stays as it was. */
export function readPage(page: Document, url: URL): Reading {
  const refusal = refusalOf(page, url);
  if (refusal) return refusal;
  const reader = readers.find((candidate) => candidate.matches(url));
  return reader ? reader.read(page, url) : { outcome: 'unsupported' };
}
