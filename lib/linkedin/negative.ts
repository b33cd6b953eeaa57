import type { Reading } from '../records.ts';
import { type Address, classify } from './address.ts';
import { has } from './find.ts';
import * as hooks from './hooks.ts';
import { hiddenMember } from './name-words.ts';
import { clean, textOf } from './text.ts';

const negative = hooks.negative;

/**
 * What to answer for a page that has nothing to read, whatever its address promises: walls that ask to sign
 * in or to prove oneself human, the guest home, pages that say nobody is there, and members hidden from the
 * viewer. Asked before any reader; undefined for every other page.
 */
export function refusalOf(page: Document, url: URL): Reading | undefined {
  const address = classify(url);
  // Looked up by tag where possible: most pages have none of these, and to look through all of a large page for
  // each would take longer than all the rest.
  const pageKey =
    first(page.getElementsByTagName('meta'), hooks.layout.pageKey)?.getAttribute('content') ?? '';
  if (address.type === 'wall' || negative.wallKey.test(pageKey) || asksForPassword(page, pageKey))
    return { outcome: 'wall' };
  if (address.type === 'notFound' || isUnavailable(address) || negative.missingKey.test(pageKey))
    return { outcome: 'notFound' };
  if (isHeadless(url) || (address.type === 'person' && isHiddenMember(page))) return { outcome: 'anonymous' };
  return undefined;
}

/**
 * Whether the page says that nobody is there. Asked of pages on which nobody was found: to look through a whole
 * page takes time, and one that shows a person does not say so.
 */
export function saysMissing(page: Document): boolean {
  return has(page, negative.missing);
}

/** Public pages ask in a dialog beside what they show; a wall has nothing else. */
function asksForPassword(page: Document, pageKey: string): boolean {
  const field = pageKey === '' ? first(page.getElementsByTagName('input'), negative.password) : undefined;
  return field !== undefined && !field.closest(hooks.guest.dialog);
}

function first(elements: Iterable<Element>, selector: string): Element | undefined {
  for (const element of elements) if (element.matches(selector)) return element;
  return undefined;
}

/** LinkedIn leads away from missing members and companies to this name. */
function isUnavailable(address: Address): boolean {
  return (
    (address.type === 'person' || address.type === 'company') &&
    address.handle?.toLowerCase() === 'unavailable'
  );
}

function isHeadless(url: URL): boolean {
  return /^\/search\/results\/people\/headless(\/|$)/.test(url.pathname);
}

/** "LinkedIn Member" in place of a name, in the heading and, as far as it is set, in the title. */
function isHiddenMember(page: Document): boolean {
  const found =
    first(page.getElementsByTagName('h1'), 'main h1') ?? first(page.getElementsByTagName('h2'), 'main h2');
  const heading = textOf(found).toLowerCase();
  return (
    hiddenMember.has(heading) && (page.title === '' || clean(page.title).toLowerCase().includes(heading))
  );
}
