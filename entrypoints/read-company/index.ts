import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { read } from '../../lib/linkedin/scripts/company.ts';
import { settle } from '../../lib/linkedin/settle.ts';

/** Injected on demand; see `lib/linkedin/script-names.ts`. Gives a reading as plain data and leaves nothing behind. */
export default defineUnlistedScript(() => settle(document, () => location.href, read));
