import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { companyReader } from '../../lib/linkedin/company.ts';
import { readWith } from '../../lib/linkedin/read-with.ts';
import { settle } from '../../lib/linkedin/settle.ts';

/** Injected into the tab of a company, school or showcase; see `entrypoints/reader/`. */
export default defineUnlistedScript(() => settle(document, () => location.href, readWith(companyReader)));
