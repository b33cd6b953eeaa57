import { handleIn, sameHandle } from './address.ts';
import * as hooks from './hooks.ts';

/**
 * The open contact overlay, as far as its link to a profile is the one of the given handle.
 * @param selectors those of the page's frontend, of `hooks.contactOverlay`, the surest first
 */
export function overlayOf(
  page: Document,
  handle: string | undefined,
  selectors: string,
): Element | undefined {
  const isOfHandle = (candidate: Element) =>
    [...candidate.querySelectorAll(hooks.link.person)].some((link) =>
      sameHandle(handleIn(link.getAttribute('href')), handle),
    );
  for (const selector of selectors.split(', '))
    for (const candidate of page.querySelectorAll(selector)) if (isOfHandle(candidate)) return candidate;
  return undefined;
}
