import type { Notice, PersonFieldName, Reading } from '../records.ts';
import { classify, decoded, handleIn, handleOf, linkAddress, sameHandle } from './address.ts';
import { putContactInfo } from './contact-info.ts';
import { putCurrentJob, type ShownCompany } from './current-job.ts';
import { readEducations, readExperience } from './entries.ts';
import { createFields } from './fields.ts';
import { findAll, findFirst } from './find.ts';
import * as hooks from './hooks.ts';
import { payloadItems, textAt } from './json.ts';
import { linesOf, outermost } from './lines.ts';
import { isLnId } from './member-id.ts';
import { cleanName } from './name.ts';
import { notReady, type PersonAddress, type PersonFields, personReading, putName } from './person.ts';
import { countOf, hasText, textOf } from './text.ts';
import { followersIn, photoIn, readCounts, readTopCard } from './top-card.ts';

const ember = hooks.emberProfile;
const link = hooks.link;

/**
 * A member's page in the Ember frontend: profiles of 2018 to 2025, recent activity and details pages to this
 * day. Ids of sections and addresses in links carry it; classes help only on pages before 2022.
 */
export function readEmberProfile(page: Document, url: URL): Reading {
  const address = classify(url);
  if (address.type !== 'person') return { outcome: 'unsupported' };
  const area = page.querySelector('main, [role=main]') ?? page.querySelector(ember.outlet) ?? page.body;
  const card = topCardIn(area);
  if (card) return readWhole(page, area, address, card);
  if (address.tail[0] === 'details') return readDetails(page, area, address);
  if (address.tail.includes('recent-activity')) return readActivity(page, address);
  return notReady('top card');
}

/** What the page's embedded data says of the member in the address; of the first page loaded, so never of another. */
interface Payload {
  lnId?: string | undefined;
  firstName?: string | undefined;
  lastName?: string | undefined;
  headline?: string | undefined;
}

function payloadOf(page: Document, handle: string | undefined): Payload | undefined {
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
function topCardIn(area: Element): Element | undefined {
  for (const anchor of findAll(area, `${link.contactInfo}, ${link.editIntro}`)) {
    const card = anchor.closest('section');
    if (card && nameIn(card)) return card;
  }
  return undefined;
}

/** The name's element: the heading, or in 2020 the first item of the list before the headline. */
function nameIn(card: Element): Element | null {
  return card.querySelector('h1') ?? card.querySelector(ember.nameOf2020);
}

/** Handles in the links to the member's own sub-pages; other people are linked without one. */
function handlesIn(area: Element): string[] {
  return [...area.querySelectorAll(link.person)].flatMap((anchor) => {
    const found = linkAddress(anchor.getAttribute('href'));
    return found.type === 'person' && found.handle && found.tail.length > 0 ? [found.handle] : [];
  });
}

/** The one member id that the links of the given handle agree on. */
function idIn(area: Element, handle: string | undefined): string | undefined {
  const ids = new Set<string>();
  for (const anchor of area.querySelectorAll('a[href*=ACoA]')) {
    const href = decoded(anchor.getAttribute('href') ?? '');
    const id = /ACoA[\w-]{35}(?![\w-])/.exec(href)?.[0];
    const isOwn = sameHandle(handleIn(href), handle) && handlesIn(anchor.parentElement ?? anchor).length > 0;
    if (id && isLnId(id) && (isOwn || /connectionOf/i.test(href))) ids.add(id);
  }
  return ids.size === 1 ? [...ids][0] : undefined;
}

function readWhole(page: Document, area: Element, address: PersonAddress, card: Element): Reading {
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
  putPayloadName(fields, payload, textOf(heading));
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
  const experience = experienceSection && readExperience(itemsOf(experienceSection));
  if (!experienceSection) notices.push('experienceNotLoaded');
  const educationSection = section(area, ember.education);
  const educations = educationSection && readEducations(itemsOf(educationSection));
  putCurrentJob(fields, experience ?? [], shownCompany(card, experience), 'position');
  putContactInfo(fields, page, handle);
  return personReading({ address, handle, lnId, layout: 'ember', fields, experience, educations, notices });
}

/** First and last name as LinkedIn stores them, if they are those of the name shown. */
function putPayloadName(fields: PersonFields, payload: Payload | undefined, shown: string): void {
  const { firstName = '', lastName = '' } = payload ?? {};
  const name = cleanName(shown).toLowerCase();
  const [first, last] = [firstName.toLowerCase(), lastName.toLowerCase()];
  // Some languages put the family name first.
  const agrees = name.startsWith(first) ? name.includes(last) : name.startsWith(last) && name.endsWith(first);
  if (!agrees) return;
  fields.put('firstName', firstName, 'structured');
  fields.put('lastName', lastName, 'structured');
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
function shownCompany(
  card: Element,
  experience: readonly { company?: string | undefined }[] = [],
): ShownCompany | undefined {
  const linked = textOf(card.querySelector(ember.companyChip));
  if (linked) return { name: linked.replace(/\s*\.{3}$/, '') };
  const items = [...card.querySelectorAll('li > button')].filter((button) => button.querySelector('img'));
  const name = textOf(items[0]);
  const isEmployer = experience.some(({ company }) => company === name);
  return name && (items.length === 2 || isEmployer) ? { name } : undefined;
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

/**
 * A details page: a list alone. Its items' ids bear the member's id, which the embedded data ties to the
 * handle; otherwise the links to other sub-pages say whose it is.
 */
function readDetails(page: Document, area: Element, address: PersonAddress): Reading {
  const listed = /ACoA[\w-]{35}/.exec(area.querySelector(ember.detailsItem)?.id ?? '')?.[0];
  const handles = handlesIn(area);
  const handle = handleOf(address, handles);
  const payload = payloadOf(page, handle);
  const lnId = listed ?? idIn(area, handle);
  const agrees =
    (lnId !== undefined && (lnId === payload?.lnId || lnId === address.lnId)) ||
    (handles.length > 0 && handles.every((other) => sameHandle(other, address.handle)));
  if (!agrees) return notReady('list');
  const isExperience = address.tail[1] === 'experience';
  const items = outermost([...area.querySelectorAll(ember.experienceItem)]);
  const experience = isExperience ? readExperience(items) : undefined;
  if (isExperience && !experience?.length) return notReady('experience');
  const fields = createFields<PersonFieldName>();
  if (payload && payload.lnId === lnId) putPayload(fields, payload);
  putCurrentJob(fields, experience ?? [], undefined, 'position');
  putContactInfo(fields, page, handle);
  return personReading({ address, handle, lnId, layout: 'ember', fields, experience, notices: ['subPage'] });
}

function putPayload(fields: PersonFields, payload: Payload): void {
  const { firstName, lastName } = payload;
  fields.put('firstName', firstName, 'structured');
  fields.put('lastName', lastName, 'structured');
  fields.put('fullName', [firstName, lastName].filter(Boolean).join(' '), 'structured');
  fields.put('headline', payload.headline, 'structured');
}

/** Recent activity: a small card beside the posts, around a link to the profile. */
function readActivity(page: Document, address: PersonAddress): Reading {
  for (const anchor of page.body.querySelectorAll(link.person)) {
    if (anchor.closest('header, nav')) continue;
    const found = linkAddress(anchor.getAttribute('href'));
    if (found.type !== 'person' || !sameHandle(found.handle, address.handle)) continue;
    const card = anchor.closest(ember.activityCard);
    const name = card?.querySelector('h3, h2, h1');
    if (!card || !name || !textOf(name)) continue;
    const fields = createFields<PersonFieldName>();
    putName(fields, textOf(name), 'heading');
    const headline = name.nextElementSibling;
    fields.put('headline', headline ? textOf(headline) : undefined, 'position');
    fields.put('photoUrl', photoIn(card, name), 'position');
    const counted = linesOf(card).find(
      ({ text, element }) => !headline?.contains(element) && /^[\p{Nd}.,\s]+\+?$/u.test(text),
    );
    fields.put('followers', counted && countOf(counted.text), 'position');
    return personReading({ address, layout: 'ember', fields, notices: ['subPage'] });
  }
  return notReady('profile card');
}
