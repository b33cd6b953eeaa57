import { decoded, handleIn, type PersonAddress, personIn, sameHandle } from './address.ts';
import * as hooks from './hooks.ts';
import { payloadItems, textAt } from './json.ts';
import { isLnId } from './member-id.ts';

const link = hooks.link;

/** Where the content is, on a profile and its sub-pages in the Ember frontend. */
export function areaOf(page: Document): Element {
  return (
    page.querySelector('main, [role=main]') ?? page.querySelector(hooks.emberProfile.outlet) ?? page.body
  );
}

/** Whether the address is that of a sub-page which may have no top card. */
export function isPart({ tail }: PersonAddress): boolean {
  return tail[0] === 'details' || tail.includes('recent-activity');
}

/** What the page's embedded data says of the member in the address; of the first page loaded, so never of another. */
export interface Payload {
  lnId?: string | undefined;
  firstName?: string | undefined;
  lastName?: string | undefined;
  headline?: string | undefined;
}

export function payloadOf(page: Document, handle: string | undefined): Payload | undefined {
  const found: Payload = {};
  for (const item of handle ? payloadItems(page, hooks.ember.payload, handle) : []) {
    const lnId = /^urn:li:fsd?_(?:mini)?[pP]rofile:(.+)$/.exec(textAt(item, 'entityUrn') ?? '')?.[1];
    if (!lnId || !isLnId(lnId) || !sameHandle(handleIn(`/in/${textAt(item, 'publicIdentifier')}`), handle))
      continue;
    found.lnId ??= lnId;
    found.firstName ??= textAt(item, 'firstName');
    found.lastName ??= textAt(item, 'lastName');
    found.headline ??= textAt(item, 'headline');
  }
  return found.lnId ? found : undefined;
}

/** The card around the link to the contact overlay, or on the viewer's own page around the link to edit it. */
export function topCardIn(area: Element): Element | undefined {
  // Each selector alone, and only as long as there is no card: most pages have the first of them.
  for (const selector of `${link.contactInfo}, ${link.editIntro}`.split(', '))
    for (const anchor of area.querySelectorAll(selector)) {
      const card = anchor.closest('section');
      if (card && nameIn(card)) return card;
    }
  return undefined;
}

/** The name's element: the heading, or in 2020 the first item of the list before the headline. */
export function nameIn(card: Element): Element | null {
  return card.querySelector('h1') ?? card.querySelector(hooks.emberProfile.nameOf2020);
}

/** Handles in the links to the member's own sub-pages; other people are linked without one. */
export function handlesIn(area: Element): string[] {
  return [...area.querySelectorAll(link.person)].flatMap((anchor) => {
    const found = personIn(anchor.getAttribute('href'));
    return found?.handle && found.tail.length > 0 ? [found.handle] : [];
  });
}

/** The one member id that the links of the given handle agree on. */
export function idIn(area: Element, handle: string | undefined): string | undefined {
  const ids = new Set<string>();
  for (const anchor of area.querySelectorAll('a[href*=ACoA]')) {
    const href = decoded(anchor.getAttribute('href') ?? '');
    const id = /ACoA[\w-]{35}(?![\w-])/.exec(href)?.[0];
    const isOwn = sameHandle(handleIn(href), handle) && handlesIn(anchor.parentElement ?? anchor).length > 0;
    if (id && isLnId(id) && (isOwn || /connectionOf/i.test(href))) ids.add(id);
  }
  return ids.size === 1 ? [...ids][0] : undefined;
}
