import { has } from './find.ts';
import * as hooks from './hooks.ts';
import type { ScriptName } from './script-names.ts';

/**
 * Which script knows how this profile page is built; undefined while nothing tells. The document decides, never the
 * address: LinkedIn serves its frontends side by side, chosen per account and per page. The head is asked first and
 * each kind of mark once: to look through all of a large page for what it does not have takes longer than to read it.
 */
export function profileScriptFor(page: Document): ScriptName | undefined {
  // One by one: taken apart, the module would come along whole.
  const layout = hooks.layout;
  const metas = [...page.getElementsByTagName('meta')];
  const says = (selector: string) => metas.some((meta) => meta.matches(selector));
  const shows = (selectors: string) => has(page, selectors);
  if (says(layout.mobile)) return 'profile-mobile';
  if (says(layout.sdui)) return 'profile-sdui';
  if (shows(layout.mobile)) return 'profile-mobile';
  // The keys of the cards outlive everything else, also in a fragment of a page.
  if (shows(`${layout.sdui}, ${layout.sduiKeys}`)) return 'profile-sdui';
  if (says(layout.guest)) return 'profile-guest';
  return shows(layout.ember) ? 'profile-ember' : undefined;
}
