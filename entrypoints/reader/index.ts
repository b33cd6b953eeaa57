import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { profileReader } from '../../lib/linkedin/profile.ts';
import { readWith } from '../../lib/linkedin/read-with.ts';
import { settle } from '../../lib/linkedin/settle.ts';

/** Injected into the tab of a member's profile, on demand; gives the reading as plain data and leaves nothing behind. */
export default defineUnlistedScript(() => settle(document, () => location.href, readWith(profileReader)));
