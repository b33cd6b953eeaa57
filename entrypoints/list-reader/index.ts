import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { peopleListReader } from '../../lib/linkedin/people-list.ts';
import { readWith } from '../../lib/linkedin/read-with.ts';
import { accountReader } from '../../lib/linkedin/sales-account.ts';
import { leadReader } from '../../lib/linkedin/sales-lead.ts';
import { settle } from '../../lib/linkedin/settle.ts';

/** Injected into the tab of a list of people or of Sales Navigator; see `entrypoints/reader/`. */
export default defineUnlistedScript(() =>
  settle(document, () => location.href, readWith(peopleListReader, accountReader, leadReader)),
);
