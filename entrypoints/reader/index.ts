import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { settle } from '../../lib/linkedin/settle.ts';

/** Injected into the tab on demand; gives the reading as plain data and leaves nothing behind. */
export default defineUnlistedScript(() => settle(document, () => location.href));
