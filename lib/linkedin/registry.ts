import { companyReader } from './company.ts';
import type { PageReader } from './page-reader.ts';
import { peopleListReader } from './people-list.ts';
import { profileReader } from './profile.ts';
import { readWith } from './read-with.ts';
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

/** Reads the document as it stands, once, with every reader. */
export const readPage = readWith(...readers);
