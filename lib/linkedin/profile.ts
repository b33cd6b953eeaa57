import { classify } from './address.ts';
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
  samples: [
    'https://www.linkedin.com/in/ada-example/',
    'https://de.linkedin.com/in/ada-example/en',
    'https://www.linkedin.com/in/ada-example/details/experience/',
    'https://www.linkedin.com/in/ada-example/overlay/contact-info/',
    'https://www.linkedin.com/in/ada-example/recent-activity/all/',
    'https://www.linkedin.com/mwlite/profile/in/ada-example',
    'https://www.linkedin.com/pub/ada-example/1a/2b/3c',
    'https://www.linkedin.com/in/me/',
  ],
  matches: (url) => classify(url).type === 'person',
  read(page, url) {
    const shows = (selector: string) => page.querySelector(selector) !== null;
    const layout = hooks.layout;
    if (shows(layout.mobile)) return readMobileProfile(page, url);
    // The keys of the cards outlive everything else, also in a fragment of a page.
    if (
      shows(layout.sdui) ||
      hooks.sdui.keyAttributes.some((name) => shows(`[${name}*="${hooks.sdui.cardKeyParts[0]}"]`))
    )
      return readSduiProfile(page, url);
    if (shows(layout.guest)) return readGuestProfile(page, url);
    if (shows(layout.ember)) return readEmberProfile(page, url);
    return { outcome: 'notReady', page: 'profile', missing: ['content'] };
  },
};
