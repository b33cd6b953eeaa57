import { firstOf, has } from './find.ts';
import * as hooks from './hooks.ts';

/** Whether a page other than a profile is one of the server-driven frontend. */
export function isSduiPage(page: Document): boolean {
  return firstOf(page, 'meta', hooks.layout.sduiMeta) !== undefined || has(page, hooks.layout.sdui);
}
