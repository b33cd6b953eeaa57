import type { Reading } from '../records.ts';
import { type Address, classify } from './address.ts';
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
  const pageKey = page.querySelector(hooks.layout.pageKey)?.getAttribute('content') ?? '';
  if (address.type === 'wall' || negative.wallKey.test(pageKey) || asksForPassword(page, pageKey))
    return { outcome: 'wall' };
  if (address.type === 'notFound' || isUnavailable(address) || negative.missingKey.test(pageKey))
    return { outcome: 'notFound' };
  if (page.querySelector(negative.missing)) return { outcome: 'notFound' };
  if (isHeadless(url) || (address.type === 'person' && isHiddenMember(page))) return { outcome: 'anonymous' };
  return undefined;
}

/** Public pages ask in a dialog beside what they show; a wall has nothing else. */
function asksForPassword(page: Document, pageKey: string): boolean {
  const field = pageKey === '' ? page.querySelector(negative.password) : null;
  return field !== null && !field.closest(hooks.guest.dialog);
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
  const heading = textOf(page.querySelector('main h1') ?? page.querySelector('main h2')).toLowerCase();
  return (
    hiddenMember.has(heading) && (page.title === '' || clean(page.title).toLowerCase().includes(heading))
  );
}
