import type { Reading } from '../records.ts';
import { classify } from './address.ts';
import { firstOf, has } from './find.ts';
import { hiddenMember } from './hidden-member.ts';
import * as hooks from './hooks.ts';
import type { TabReading } from './seen.ts';
import { clean, textOf } from './text.ts';

const negative = hooks.negative;

/**
 * What to answer for an address that has nothing to read: walls, missing members and companies, which LinkedIn
 * leads away to a name of its own, and members hidden from the viewer. Undefined for every other address.
 */
export function refusalOfAddress(url: URL): Reading | undefined {
  const address = classify(url);
  if (address.type === 'wall') return { outcome: 'wall' };
  if (address.type === 'notFound') return { outcome: 'notFound' };
  if ('handle' in address && address.handle?.toLowerCase() === 'unavailable') return { outcome: 'notFound' };
  if (/^\/search\/results\/people\/headless(\/|$)/.test(url.pathname)) return { outcome: 'anonymous' };
  return undefined;
}

/**
 * The same for a page, whatever its address promises: walls that ask to sign in or to prove oneself human, the
 * guest home, pages that say nobody is there. Asked before any reader.
 * @param isPerson the page should show one member, who may be hidden from the viewer
 */
export function refusalOf(page: Document, isPerson: boolean): Reading | undefined {
  // Looked up by tag where possible: most pages have none of these, and to look through all of a large page for
  // each would take longer than all the rest.
  const pageKey = firstOf(page, 'meta', hooks.layout.pageKey)?.getAttribute('content') ?? '';
  if (negative.wallKey.test(pageKey) || asksForPassword(page, pageKey)) return { outcome: 'wall' };
  if (negative.missingKey.test(pageKey)) return { outcome: 'notFound' };
  return isPerson && isHiddenMember(page) ? { outcome: 'anonymous' } : undefined;
}

/**
 * Whether the page says that nobody is there. Asked of pages on which nobody was found: to look through a whole
 * page takes time, and one that shows a person does not say so.
 */
export function saysMissing(page: Document): boolean {
  return has(page, negative.missing);
}

/** Whether the name that was read is what stands in place of a name. */
export function isHidden(reading: TabReading): boolean {
  if (reading.outcome !== 'record' || reading.record.kind !== 'person') return false;
  return hiddenMember.has(reading.record.fields.fullName?.value.toLowerCase() ?? '');
}

/** Public pages ask in a dialog beside what they show; a wall has nothing else. */
function asksForPassword(page: Document, pageKey: string): boolean {
  const field = pageKey === '' ? firstOf(page, 'input', negative.password) : undefined;
  return field !== undefined && !field.closest(hooks.dialog);
}

/** "LinkedIn Member" in place of a name, in the heading and, as far as it is set, in the title. */
function isHiddenMember(page: Document): boolean {
  const found = firstOf(page, 'h1', 'main h1') ?? firstOf(page, 'h2', 'main h2');
  const heading = textOf(found).toLowerCase();
  return (
    hiddenMember.has(heading) && (page.title === '' || clean(page.title).toLowerCase().includes(heading))
  );
}
