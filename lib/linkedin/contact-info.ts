import type { PersonFieldName } from '../records.ts';
import { decoded, handleIn, outboundUrl, type PersonAddress } from './address.ts';
import { overlayOf } from './contact-overlay.ts';
import { createFields } from './fields.ts';
import { findAll } from './find.ts';
import * as hooks from './hooks.ts';
import { linesOf, rowOf } from './lines.ts';
import { notReady, personReading } from './person.ts';
import type { TabReading } from './seen.ts';
import { asciiDigits } from './text.ts';

const selectors = Object.values(hooks.contactOverlay).join(', ');

/**
 * What the contact overlay shows, if the member opened it. Whose it is, its own link to the profile says: the overlay
 * stays on the page for a while.
 */
export function readContactInfo(page: Document, address: PersonAddress): TabReading {
  const first = findAll(page, selectors)
    .flatMap((overlay) => handleIn(overlay.querySelector(hooks.link.person)?.getAttribute('href')) ?? [])
    .at(0);
  const handle = address.handle ?? first;
  const overlay = overlayOf(page, handle, selectors);
  if (!overlay) return notReady('contact info');
  const fields = createFields<PersonFieldName>();
  const href = (selector: string) => overlay.querySelector(selector)?.getAttribute('href');
  fields.put('email', decoded(href(hooks.link.mail) ?? '').replace(/^mailto:|\?.*$/g, ''), 'link');
  fields.put('phone', phoneIn(overlay) ?? href(hooks.link.phone)?.replace('tel:', ''), 'position');
  for (const row of rowsOf(overlay)) {
    for (const link of row.element.querySelectorAll('a[href]')) {
      const url = outboundUrl(link.getAttribute('href'));
      if (!url) continue;
      const isTwitter = /^(?:www\.|mobile\.)?(?:twitter|x)\.com$/.test(new URL(url).hostname);
      const name = isTwitter ? 'twitter' : 'website';
      if ((isTwitter || row.kind === 'website') && !fields.has(name)) fields.put(name, url, 'link');
    }
  }
  return personReading({ address, handle, layout: 'sdui', fields, notices: ['subPage'] });
}

function phoneIn(overlay: Element): string | undefined {
  const row = rowsOf(overlay).find(({ kind }) => kind === 'phone');
  const lines = row ? linesOf(row.element).map(({ text }) => text) : [];
  return lines
    .find((text) => asciiDigits(text).replace(/\D/g, '').length >= 5)
    ?.replace(/\s*[(（]\D+[)）]$/, '');
}

/** The rows of the overlay, told by their icon (2025 and later) or by their section's name (before). */
function rowsOf(overlay: Element): { kind: string; element: Element }[] {
  const rows: { kind: string; element: Element }[] = [];
  const icons = [...overlay.querySelectorAll(hooks.contact.anyIcon)];
  for (const [kind, selector] of Object.entries(hooks.contact.rows))
    for (const found of overlay.querySelectorAll(selector)) {
      const isIcon = icons.includes(found);
      const others = icons.filter((icon) => icon !== found);
      rows.push({ kind, element: isIcon ? rowOf(found, overlay, others) : found });
    }
  return rows;
}
