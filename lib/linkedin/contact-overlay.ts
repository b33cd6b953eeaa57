import { handleIn, sameHandle } from './address.ts';
import { findAll } from './find.ts';
import * as hooks from './hooks.ts';

/**
 * The open contact overlay, as far as its link to a profile is the one of the given handle.
 * @param selectors those of the page's frontend, of `hooks.contactOverlay`
 */
export function overlayOf(
  page: Document,
  handle: string | undefined,
  selectors: string,
): Element | undefined {
  return findAll(page, selectors).find((candidate) =>
    [...candidate.querySelectorAll(hooks.link.person)].some((link) =>
      sameHandle(handleIn(link.getAttribute('href')), handle),
    ),
  );
}
