import { isSnId } from './member-id.ts';
import { clean } from './text.ts';

/** How sure it is that the content is about the one in the address. */
export type Agreement = 'proven' | 'unproven' | 'refuted';

/**
 * Sales Navigator keeps the old content for a while after the address changed, and its pages hardly repeat
 * their own id. Proof is the id beside the name in the page's data or in a link of the card, or the name in
 * the title; a title that names somebody else refutes it, and one that names nobody leaves it open.
 */
export function agreementOf(page: Document, name: string, isKnown: boolean): Agreement {
  if (isKnown) return 'proven';
  const title = clean(page.title)
    .replace(/^\(\d+\+?\)\s*/, '')
    .toLowerCase();
  if (/^(?:linkedin|(?:linkedin\s)?sales navigator)?$/.test(title)) return 'unproven';
  return title.includes(name.toLowerCase()) ? 'proven' : 'refuted';
}

/** The Sales Navigator ids in the links of a card. */
export function snIdsIn(card: Element): string[] {
  return [...card.querySelectorAll('a[href*="/sales/lead/"], a[href*="/sales/people/"]')]
    .map((link) => /\/sales\/(?:lead|people)\/([^,/?]+)/.exec(link.getAttribute('href') ?? '')?.[1] ?? '')
    .filter(isSnId);
}

/** The whole of a text that the page cuts, with a button behind the cut: it stands in the title. */
export function wholeText(element: Element | null | undefined, shown: string): string {
  const whole = clean(element?.getAttribute('title'));
  const [start = ''] = shown.split(/…|\.{3}/);
  return whole.startsWith(start.trim()) ? whole || shown : shown;
}
