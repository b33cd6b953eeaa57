import { firstOf, has } from './find.ts';
import * as hooks from './hooks.ts';
import type { ScriptName } from './script-names.ts';

/**
 * Which script knows how this profile page is built; undefined while nothing tells. The document decides, never the
 * address: LinkedIn serves its frontends side by side, chosen per account and per page. The metas are asked first and
 * each kind of mark once: to look through all of a large page for what it does not have takes longer than to read it.
 */
export function profileScriptFor(page: Document): ScriptName | undefined {
  // One by one: taken apart, the module would come along whole.
  const layout = hooks.layout;
  const says = (selector: string) => firstOf(page, 'meta', selector);
  const shows = (selectors: string) => has(page, selectors);
  if (says(layout.mobileMeta)) return 'profile-mobile';
  if (says(layout.sduiMeta)) return 'profile-sdui';
  if (says(layout.guestMeta)) return 'profile-guest';
  if (shows(layout.sdui)) return 'profile-sdui';
  if (shows(layout.emberPage)) return 'profile-ember';
  if (shows(layout.mobile)) return 'profile-mobile';
  // What is left is a fragment of a page. The keys of the cards outlive everything else there.
  if (shows(layout.sduiKeys)) return 'profile-sdui';
  return shows(layout.ember) ? 'profile-ember' : undefined;
}
