import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { redactPage } from '../../lib/redact/redact-page.ts';

/**
 * Injected when the user asks for a redacted copy of the page: what leaves the tab is the copy alone. The
 * salt is made here and thrown away, so that nobody can turn the words back.
 */
export default defineUnlistedScript(() => redactPage(document, new URL(location.href), crypto.randomUUID()));
