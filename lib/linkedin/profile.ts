import { classify } from './address.ts';
import { has } from './find.ts';
import * as hooks from './hooks.ts';
import type { PageReader } from './page-reader.ts';
import { readEmberProfile } from './profile-ember.ts';
import { readGuestProfile } from './profile-guest.ts';
import { readMobileProfile } from './profile-mobile.ts';
import { readSduiProfile } from './profile-sdui.ts';

/**
 * A member's profile and its sub-pages, `/in/<handle>/…`. The document decides how it is read, never the
 * address: LinkedIn serves its frontends side by side, chosen per account and per page.
 */
export const profileReader: PageReader = {
  kind: 'profile',
  matches: (url) => classify(url).type === 'person',
  read(page, url) {
    const read = frontendOf(page);
    return read ? read(page, url) : { outcome: 'notReady', page: 'profile', missing: ['content'] };
  },
};

/**
 * How the page is read. The head is asked first and each kind of mark once: to look through all of a large
 * page for what it does not have takes longer than to read it.
 */
function frontendOf(page: Document): PageReader['read'] | undefined {
  // One by one: taken apart, the module would come along whole.
  const layout = hooks.layout;
  const sdui = hooks.sdui;
  const metas = [...page.getElementsByTagName('meta')];
  const says = (selector: string) => metas.some((meta) => meta.matches(selector));
  const shows = (selectors: string) => has(page, selectors);
  if (says(layout.mobile)) return readMobileProfile;
  if (says(layout.sdui)) return readSduiProfile;
  if (shows(layout.mobile)) return readMobileProfile;
  // The keys of the cards outlive everything else, also in a fragment of a page.
  const keys = sdui.keyAttributes.map((name) => `[${name}*="${sdui.cardKeyParts[0]}"]`);
  if (shows([layout.sdui, ...keys].join(','))) return readSduiProfile;
  if (says(layout.guest)) return readGuestProfile;
  return shows(layout.ember) ? readEmberProfile : undefined;
}
