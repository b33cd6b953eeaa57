import { isMarked } from './find.ts';
import * as hooks from './hooks.ts';

/** Whether a page other than a profile is one of the server-driven frontend. */
export function isSduiPage(page: Document): boolean {
  return isMarked(page, hooks.layout.sduiMeta, hooks.layout.sdui);
}
