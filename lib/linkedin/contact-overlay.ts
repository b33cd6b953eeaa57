import { handleIn, sameHandle } from './address.ts';
import { findAll } from './find.ts';
import * as hooks from './hooks.ts';

/** The open contact overlay, as far as its link to a profile is the one of the given handle. */
export function overlayOf(page: Document, handle: string | undefined): Element | undefined {
  return findAll(page, hooks.contactOverlay).find((candidate) =>
    [...candidate.querySelectorAll(hooks.link.person)].some((link) =>
      sameHandle(handleIn(link.getAttribute('href')), handle),
    ),
  );
}
