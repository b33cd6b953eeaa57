import type { LanguageEntry, Notice, PersonFieldName } from '../records.ts';
import { handleOf, type PersonAddress, sameHandle } from './address.ts';
import { overlayOf } from './contact-overlay.ts';
import { areaOf, handlesIn, idIn, isPart, nameIn, payloadOf, topCardIn } from './ember-page.ts';
import { createFields } from './fields.ts';
import { findFirst } from './find.ts';
import * as hooks from './hooks.ts';
import { languagesIn } from './languages.ts';
import { linesOf } from './lines.ts';
import { notReady, type PersonFields, personReading, putName } from './person.ts';
import type { SeenCompany, TabReading } from './seen.ts';
import { seenIn } from './seen-entries.ts';
import { hasText, textOf } from './text.ts';
import { followersIn, marksIn, photoIn, readCounts, readTopCard } from './top-card.ts';

const ember = hooks.emberProfile;
const link = hooks.link;

/**
 * A member's page in the Ember frontend: profiles of 2018 to 2025, recent activity and details pages to this
 * day. Ids of sections and addresses in links carry it; classes help only on pages before 2022.
 */
export function readEmberProfile(page: Document, address: PersonAddress): TabReading {
  const area = areaOf(page);
  const card = topCardIn(area);
  if (card) return readWhole(page, area, address, card);
  return isPart(address) ? { outcome: 'otherScript', script: 'profile-ember-part' } : notReady('top card');
}

function readWhole(page: Document, area: Element, address: PersonAddress, card: Element): TabReading {
  const heading = nameIn(card);
  const handles = handlesIn(card);
  const isOwn = card.querySelector(link.editIntro) !== null;
  const handle = handleOf(address, handles);
  const payload = payloadOf(page, handle);
  const lnId = payload?.lnId ?? idIn(area, handle);
  if (!heading || !textOf(heading)) return notReady('name');
  const agrees = address.handle
    ? handles.some((found) => sameHandle(found, handle))
    : address.alias
      ? isOwn
      : lnId !== undefined && lnId === address.lnId;
  if (!agrees) return notReady('top card');

  const fields = createFields<PersonFieldName>();
  const notices: Notice[] = isOwn ? ['ownProfile'] : [];
  putName(fields, textOf(heading), 'heading');
  const top = readTopCard(card, heading);
  fields.put('headline', top.headline, 'position', top.certain);
  fields.put('headline', payload?.headline, 'structured');
  fields.put('location', top.location, 'position');
  fields.put('degree', isOwn ? undefined : top.degree, 'position');
  fields.put('photoUrl', photoIn(card, heading), 'position');
  putAbout(fields, area);

  const followers = followersIn(section(area, ember.activity));
  const counts = readCounts(card, top);
  fields.put('connections', counts.connections, 'position');
  fields.put('followers', followers ?? counts.followers, 'position');

  const experienceSection = section(area, ember.experience);
  if (!experienceSection) notices.push('experienceNotLoaded');
  const educationSection = section(area, ember.education);
  const seen = {
    experience: experienceSection && seenIn(itemsOf(experienceSection)),
    educations: educationSection && seenIn(itemsOf(educationSection)),
    shown: shownCompany(card),
    halves: payload,
    hasOverlay: overlayOf(page, handle, hooks.contactOverlay.ember) !== undefined,
  };
  return personReading({
    address,
    handle,
    lnId,
    layout: 'ember',
    fields,
    languages: languagesOf(area),
    marks: marksIn(card, top.row),
    notices,
    seen,
  });
}

/** The section with the given id, or around the (empty) element with it. */
function section(area: Element, selector: string): Element | undefined {
  return findFirst(area, selector)?.closest('section') ?? undefined;
}

/** The entries of a section: the children of its first list. */
function itemsOf(area: Element): Element[] {
  const list = [...area.querySelectorAll('ul')].find((ul) => !ul.closest('header') && hasText(ul));
  return list ? [...list.children].filter(hasText) : [];
}

/**
 * The company in the top card's list of company and school. The list is in that order; which one a single
 * item is, only a link or the jobs below can tell.
 */
function shownCompany(card: Element): SeenCompany | undefined {
  const linked = textOf(card.querySelector(ember.companyChip));
  if (linked) return { name: linked.replace(/\s*\.{3}$/, ''), sure: true };
  const items = [...card.querySelectorAll('li > button')].filter((button) => button.querySelector('img'));
  const name = textOf(items[0]);
  return name ? { name, sure: items.length === 2 } : undefined;
}

/** Before 2022 the id stands on the list, which is inside the section of several lists. */
function languagesOf(area: Element): LanguageEntry[] | undefined {
  const found = findFirst(area, ember.languages);
  return languagesIn(found?.querySelector('li') ? found : found?.closest('section'));
}

function putAbout(fields: PersonFields, area: Element): void {
  const modern = section(area, ember.about);
  const text = modern
    ? linesOf(modern).find(({ element }) => !element.closest('h1, h2, a, button'))?.text
    : textOf(area.querySelector(ember.aboutBefore2022));
  // Before 2022, a long text is cut on the page itself.
  const cut = /\s*\.{3}(?:\s[^.]{0,24})?$/;
  fields.put('about', text?.replace(cut, ''), 'position', modern !== undefined || !cut.test(text ?? ''));
}
