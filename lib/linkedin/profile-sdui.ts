import type { Notice, PersonFieldName } from '../records.ts';
import { handleIn, handleOf, type PersonAddress, personIn, sameHandle } from './address.ts';
import { overlayOf } from './contact-overlay.ts';
import { createFields } from './fields.ts';
import { findAll, inOrder } from './find.ts';
import * as hooks from './hooks.ts';
import { languagesIn } from './languages.ts';
import { outermost, rowOf } from './lines.ts';
import { isLnId, isSameMember } from './member-id.ts';
import { notReady, personReading, putName } from './person.ts';
import type { TabReading } from './seen.ts';
import { seenIn } from './seen-entries.ts';
import { textOf } from './text.ts';
import { followersIn, marksIn, photoIn, readCounts, readTopCard } from './top-card.ts';

const sdui = hooks.sdui;
const link = hooks.link;

/** One card of the page by its key: `…card.ref<id><Name>`. Some cards bear the handle in the id's place. */
interface Card {
  owner: string;
  name: string;
  element: Element;
}

/**
 * A member's page in the server-driven frontend of 2025 and later. Its classes are hashes that change with
 * every build; the keys of the cards, ids of icons and addresses in links stay, and so does the order.
 */
export function readSduiProfile(page: Document, address: PersonAddress): TabReading {
  const cards = cardsOf(page);
  const topCard = cards.find((card) => isTopCard(card) && isAbout(card, cards, address));
  if (topCard) return readWhole(page, address, cards, topCard);
  // An overlay lies over the profile, whose top card may still be coming.
  if (/^(?:details?|recent-activity)$/.test(address.tail[0] ?? '')) return readSubPage(page, address, cards);
  return notReady('top card');
}

/** The most keyed elements that are looked at; a whole profile has some forty. */
const maxKeys = 1_000;

/**
 * The cards of the page. The card of jobs has a key like the others or one of its own, which is looked for only where
 * it is missing: each look through a large page takes a millisecond.
 */
function cardsOf(page: Document): Card[] {
  const elements = findAll(page, keyed(sdui.cardKeyPart, '*='));
  const cards = cardsIn(elements);
  if (cards.some(isExperience)) return cards;
  return cardsIn(inOrder([...elements, ...findAll(page, keyed(sdui.jobsKeyPart, '*='))]));
}

function isTopCard({ name }: Card): boolean {
  return name === 'Topcard';
}

function isExperience({ name }: Card): boolean {
  return name.startsWith('Experience');
}

/** Every card once: where two elements nest with one key, the outer. */
function cardsIn(elements: readonly Element[]): Card[] {
  const cards: Card[] = [];
  for (const element of elements.slice(0, maxKeys)) {
    const found = sdui.keyAttributes.flatMap((name) => ownerAndName(element.getAttribute(name) ?? ''))[0];
    if (
      found &&
      !cards.some(
        (card) => card.owner === found.owner && card.name === found.name && card.element.contains(element),
      )
    )
      cards.push({ ...found, element });
  }
  return cards;
}

/** Builds write keys in one attribute or in the other. */
function keyed(part: string, how: '*=' | '^='): string {
  return sdui.keyAttributes.map((name) => `[${name}${how}"${part}"]`).join(',');
}

const item = keyed(sdui.item, '^=');

function ownerAndName(key: string): { owner: string; name: string }[] {
  const { id, name } = sdui.cardKey.exec(key)?.groups ?? {};
  if (id && name) return [{ owner: id, name }];
  const [, handle, activity, experience, other] = sdui.cardKeyByHandle.exec(key) ?? [];
  const owner = handleIn(`/in/${handle ?? other}`);
  const card = activity ?? experience;
  return owner && card ? [{ owner, name: card }] : [];
}

/** Whether a top card is that of the person in the address: by its id, or by the handle in its own links. */
function isAbout(card: Card, cards: readonly Card[], address: PersonAddress): boolean {
  if (address.lnId) return card.owner === address.lnId;
  if (address.snId) return isSameMember(card.owner, address.snId);
  if (address.alias) return isOwn(card.element);
  const handles = handlesIn(card.element);
  if (handles.length > 0) return handles.some((handle) => sameHandle(handle, address.handle));
  // No link of its own (a creator with the contact link gone): the keys beside it name the handle.
  const isOnly = cards.every((other) => !isTopCard(other) || other.owner === card.owner);
  return isOnly && cards.some(({ name, owner }) => name === 'Activity' && sameHandle(owner, address.handle));
}

function isOwn(card: Element): boolean {
  return card.querySelector(link.editIntro) !== null;
}

/** The handles that a card's links give to its own person: links to sub-pages, around the name, to invite. */
function handlesIn(card: Element): string[] {
  const handles = [...card.querySelectorAll(link.person)].flatMap((anchor) => {
    const found = personIn(anchor.getAttribute('href'));
    if (!found?.handle) return [];
    return found.tail.length > 0 || anchor.querySelector('h1, h2') || anchor.closest('h1, h2')
      ? [found.handle]
      : [];
  });
  for (const anchor of card.querySelectorAll(link.invite)) {
    const name = /vanityName=([^&]+)/.exec(anchor.getAttribute('href') ?? '')?.[1];
    const handle = handleIn(`/in/${name}`);
    if (handle) handles.push(handle);
  }
  return handles;
}

function readWhole(
  page: Document,
  address: PersonAddress,
  cards: readonly Card[],
  topCard: Card,
): TabReading {
  const card = topCard.element;
  const heading = card.querySelector('a h1, a h2') ?? card.querySelector('h1, h2, [role=heading]');
  if (!heading || !textOf(heading)) return notReady('name');
  const handle = handleOf(address, handlesIn(card));
  const mine = (name: RegExp) =>
    cards.find((c) => name.test(c.name) && (c.owner === topCard.owner || sameHandle(c.owner, handle)))
      ?.element;

  const fields = createFields<PersonFieldName>();
  const notices: Notice[] = isOwn(card) ? ['ownProfile'] : [];
  putName(fields, textOf(heading), 'heading');
  const top = readTopCard(card, heading);
  fields.put('headline', top.headline, 'position', top.certain);
  fields.put('location', top.location, 'position');
  fields.put('degree', notices.includes('ownProfile') ? undefined : top.degree, 'position');
  fields.put('photoUrl', photoIn(card, heading), 'position');
  fields.put('about', aboutIn(mine(/^About$/)), 'position');

  const activityFollowers = followersIn(mine(/^Activity$/));
  const counts = readCounts(card, top);
  fields.put('connections', counts.connections, 'position');
  fields.put('followers', activityFollowers ?? counts.followers, 'position');

  const experienceCard = mine(/^Experience/);
  if (!experienceCard) notices.push('experienceNotLoaded');
  const company = chip(card, sdui.companyChip);
  const educationCard = mine(/^Education/);
  const school = chip(card, sdui.schoolChip);
  const seen = {
    ...(experienceCard && { experience: seenIn(itemsOf(experienceCard)) }),
    ...(educationCard && { educations: seenIn(itemsOf(educationCard)) }),
    ...(company && { shown: { name: company, sure: true } }),
    hasOverlay: overlayOf(page, handle, hooks.contactOverlay.sdui) !== undefined,
  };

  for (const anchor of card.querySelectorAll(sdui.message)) {
    const id = /fsd_profile(?:%3A|:)([\w-]{39})/i.exec(anchor.getAttribute('href') ?? '')?.[1];
    if (id && isLnId(id)) fields.put('lnId', id, 'link');
  }
  return personReading({
    address,
    handle,
    lnId: topCard.owner,
    layout: 'sdui',
    fields,
    educations: !educationCard && school ? [{ school }] : undefined,
    languages: languagesIn(mine(/^Language/)),
    marks: marksIn(card, top.row),
    notices,
    seen,
  });
}

/** The name on a chip of the top card: the button with the given icon. */
function chip(card: Element, icon: string): string | undefined {
  for (const found of card.querySelectorAll(icon)) {
    const button = found.closest('[role=button], button');
    if (button && card.contains(button) && textOf(button)) return textOf(button);
  }
  return undefined;
}

function aboutIn(card: Element | undefined): string | undefined {
  const box = card?.querySelector(sdui.text);
  if (!box) return undefined;
  const copy = box.cloneNode(true) as Element;
  for (const button of copy.querySelectorAll(`${sdui.textButton}, button`)) button.remove();
  return textOf(copy);
}

/** The entries of a card: by their keys, or else by their logos, one each. */
function itemsOf(card: Element): Element[] {
  const items = [...card.querySelectorAll(item)];
  if (items.length > 0) return outermost(items);
  const logos = [...card.querySelectorAll(`${sdui.companyChip}, ${sdui.schoolChip}`)];
  const headings = [...card.querySelectorAll('h1, h2')];
  return logos.map((logo) => rowOf(logo, card, [...headings, ...logos.filter((other) => other !== logo)]));
}

/**
 * A sub-page such as `/details/experience/`: it has no top card, so the links to the
 * member's other sub-pages say whose it is.
 */
function readSubPage(page: Document, address: PersonAddress, cards: readonly Card[]): TabReading {
  const fields = createFields<PersonFieldName>();
  const screen = page.querySelector(sdui.profileScreen) ?? page.querySelector('main');
  const ofJobs = address.tail[0] === 'details' && address.tail[1] === 'experience';
  const experienceCard = cards.find(isExperience)?.element;
  const area = (ofJobs && experienceCard) || screen;
  const handles = area ? handlesIn(area) : [];
  const ids = area ? idsIn(area, cards) : [];
  const agrees = address.lnId
    ? ids.includes(address.lnId)
    : handles.length > 0 && handles.every((handle) => sameHandle(handle, address.handle));
  if (!area || !agrees) return notReady('top card');
  // Without a key that says so, a list of logos is anything, such as the page left behind.
  const isList = experienceCard || area.querySelector(item) || area.matches(sdui.detailsScreen);
  const experience = ofJobs && isList ? seenIn(itemsOf(area)) : undefined;
  if (ofJobs && !experience?.length) return notReady('experience');
  const handle = handleOf(address, handles);
  const lnId = ids.length === 1 ? ids[0] : undefined;
  const seen = { experience, hasOverlay: overlayOf(page, handle, hooks.contactOverlay.sdui) !== undefined };
  return personReading({ address, handle, lnId, layout: 'sdui', fields, notices: ['subPage'], seen });
}

/** The different member ids in the keys of an area and in its links to the member's sub-pages. */
function idsIn(area: Element, cards: readonly Card[]): string[] {
  const keys = cards.filter(
    ({ element, owner }) => isLnId(owner) && (area.contains(element) || element === area),
  );
  const links = [...area.querySelectorAll(link.person)].flatMap((anchor) => {
    const href = anchor.getAttribute('href') ?? '';
    return /(?:profileId=|profileUrn=[^&]*(?:%3A|:))(ACoA[\w-]{35})/.exec(href)?.[1] ?? [];
  });
  return [...new Set([...keys.map(({ owner }) => owner), ...links])];
}
