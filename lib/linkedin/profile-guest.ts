import type { EducationEntry, ExperienceEntry, LanguageEntry, PersonFieldName } from '../records.ts';
import {
  companyIn,
  employerHandleIn,
  handleIn,
  outboundUrl,
  type PersonAddress,
  sameHandle,
} from './address.ts';
import { putCurrentJob, type ShownCompany } from './current-job.ts';
import { createFields, real } from './fields.ts';
import { findAll } from './find.ts';
import * as hooks from './hooks.ts';
import { at, jsonLd, listAt, textAt } from './json.ts';
import { memberIdOf } from './member-id.ts';
import { notReady, type PersonFields, personReading, putName } from './person.ts';
import type { TabReading } from './seen.ts';
import { cleanName } from './shown-name.ts';
import { clean, countOf, hasDigit, textOf } from './text.ts';

const guest = hooks.guest;

/**
 * A member's public page, as people see it who are not signed in: rendered by the server, so that head and
 * body always speak of the same person. Reads the pages of 2026 (no JSON-LD), of 2024 (JSON-LD) and of 2016.
 */
export function readGuestProfile(page: Document, address: PersonAddress): TabReading {
  const heading = page.querySelector(guest.name);
  const card = heading?.closest('section');
  if (!heading || !card) return notReady('name');

  const memberId = memberIdIn(card);
  const handle = ownHandle(page);
  if (!handle) return notReady('handle');
  const agreed = address.handle
    ? sameHandle(handle, address.handle)
    : address.lnId || address.snId
      ? memberId !== undefined && memberIdOf(address.lnId ?? address.snId ?? '') === memberId
      : true;
  if (!agreed) return notReady('the person in the address');

  const person = jsonLd(page, 'Person', (item) => sameHandle(handleIn(textAt(item, 'url')), handle));
  const fields = createFields<PersonFieldName>();
  fields.put('handle', handle, 'address');
  fields.put('memberId', memberId, 'link');
  putHalves(fields, page);
  putName(fields, textOf(heading), 'heading');
  fields.put('fullName', cleanName(textAt(person, 'name')), 'structured');
  putTopCard(fields, heading, card);
  const locality = textAt(person, 'address', 'addressLocality');
  // The page may say more than the data, `Lindholm, Sweden` for `Lindholm`.
  if (locality && !fields.value('location')?.includes(locality))
    fields.put('location', locality, 'structured');
  putCounts(fields, heading, card, page, person);
  fields.put('about', textOf(page.querySelector(guest.about)), 'heading');
  fields.put('website', outboundUrl(card.querySelector(guest.website)?.getAttribute('href')), 'link');
  fields.put('photoUrl', photoOf(page, person), 'structured');
  const experience = experienceOf(page);
  putCurrentJob(fields, experience, shownCompany(card), 'heading');
  if (experience.length === 0) putStructuredJob(fields, person);
  const educations = educationsOf(page);
  const languages = languagesOf(page);
  return personReading({
    address,
    handle,
    layout: 'guest',
    fields,
    experience,
    educations,
    languages,
    notices: ['publicView'],
  });
}

/** The handle that the page gives as its own; undefined if it gives none, or two. */
function ownHandle(page: Document): string | undefined {
  const [first, ...rest] = findAll(page, guest.ownAddress)
    .map((element) => handleIn(element.getAttribute('href') ?? element.getAttribute('content')))
    .filter((handle) => handle !== undefined);
  return rest.every((handle) => sameHandle(handle, first)) ? first : undefined;
}

function memberIdIn(card: Element): string | undefined {
  const urn = card.querySelector(guest.member)?.getAttribute('data-semaphore-content-urn');
  return /^urn:li:member:([1-9]\d*)$/.exec(urn ?? '')?.[1];
}

/** First and last name as the head gives them, apart. */
function putHalves(fields: PersonFields, page: Document): void {
  const half = (name: string) =>
    clean(page.querySelector(`meta[property="profile:${name}"]`)?.getAttribute('content'));
  const [first, last] = [half('first_name'), half('last_name')];
  if (!first || !last) return;
  fields.put('firstName', first, 'structured');
  fields.put('lastName', last, 'structured');
}

/** Headline and location. The sign-in dialogs inside the card have headings of their own: go up from the name. */
function putTopCard(fields: PersonFields, heading: Element, card: Element): void {
  fields.put(
    'headline',
    textOf(card.querySelector(guest.oldHeadline) ?? beside(heading, card, 'h2')),
    'heading',
  );
  fields.put('location', textOf(card.querySelector(guest.oldLocation)), 'position');
  const place = sublineTexts(heading, card).before[0];
  if (place && !isCount(place)) fields.put('location', place, 'position');
}

/** The element of this name that stands beside the heading or beside an element around it. */
function beside(heading: Element, card: Element, name: string): Element | undefined {
  for (let at: Element | null = heading; at && at !== card; at = at.parentElement) {
    const found = [...(at.parentElement?.children ?? [])].find(
      (sibling) => sibling.localName === name && sibling !== at,
    );
    if (found) return found;
  }
  return undefined;
}

/** The short texts of the line under the headline, before and after the button for contact details. */
function sublineTexts(heading: Element, card: Element): { before: string[]; after: string[] } {
  const before: string[] = [];
  const after: string[] = [];
  let list = before;
  const walk = (element: Element) => {
    for (const node of element.childNodes) {
      if (node.nodeType === 3 && clean(node.nodeValue)) list.push(clean(node.nodeValue));
      if (node.nodeType !== 1) continue;
      const child = node as Element;
      if (child.matches(guest.contactTrigger)) list = after;
      else if (!child.matches(hooks.dialog)) walk(child);
    }
  };
  const line = beside(heading, card, 'h3');
  if (line) walk(line);
  return { before, after };
}

/** `564 followers`, `500+ Kontakte`: a number and a word or two, unlike `Paris 9e, Île-de-France`. */
function isCount(text: string): boolean {
  return hasDigit(text) && !/\p{L}\s*,/u.test(text) && text.length < 40;
}

function putCounts(
  fields: PersonFields,
  heading: Element,
  card: Element,
  page: Document,
  person: unknown,
): void {
  const { before, after } = sublineTexts(heading, card);
  const counts = [...before, ...after].filter(isCount).map(countOf);
  const followers = textAt(person, 'interactionStatistic', 'userInteractionCount');
  if (counts.length === 2) {
    fields.put('followers', counts[0], 'position');
    fields.put('connections', counts[1], 'position');
  } else if (counts.length === 1 && counts[0]) {
    // Which of the two it is, only the words tell; but the head repeats the connections, as does the data.
    const description = page.querySelector(guest.description)?.getAttribute('content') ?? '';
    const tail = description.slice(-200).split('·').at(-1) ?? '';
    if (counts[0] === followers || (!counts[0].endsWith('+') && Number(counts[0]) > 500))
      fields.put('followers', counts[0], 'position');
    else if (counts[0].endsWith('+') || countOf(tail) === counts[0])
      fields.put('connections', counts[0], 'position');
  }
  fields.put('connections', countOf(textOf(card.querySelector(guest.oldConnections))), 'position');
  if (!fields.has('followers')) fields.put('followers', countOf(followers ?? ''), 'structured');
}

/** Where the person has no picture, the head names LinkedIn's own. */
function photoOf(page: Document, person: unknown): string | null | undefined {
  const image = page.querySelector('meta[property="og:image"]')?.getAttribute('content');
  return [textAt(person, 'image', 'contentUrl'), image].find((src) =>
    /^https:\/\/[\w.-]+\.licdn\.com\/(?:[^?]*profile-(?:display|framed)photo|mpr\/)/.test(src ?? ''),
  );
}

/** A school in the same place is no company. */
function shownCompany(card: Element): ShownCompany | undefined {
  const shown = card.querySelector(guest.shownJob);
  const name = real(textOf(shown));
  if (!shown || !name) return undefined;
  const href = (shown.matches('a') ? shown : shown.querySelector('a'))?.getAttribute('href');
  if (companyIn(href)?.space === 'school') return undefined;
  return { name, handle: employerHandleIn(href) };
}

function experienceOf(page: Document): ExperienceEntry[] {
  return entriesOf(page.querySelector(guest.experience)).flatMap((item) => {
    const [title, company] = headingsOf(item);
    const group = item.parentElement?.closest('li');
    const employer = real(company ?? (group ? headingsOf(group)[0] : undefined));
    if (!real(title) && !employer) return [];
    const { from, to, current } = rangeOf(item);
    const link = item.querySelector(hooks.link.company) ?? group?.querySelector(hooks.link.company);
    const handle = employerHandleIn(link?.getAttribute('href'));
    return [{ title: real(title), company: employer, companyHandle: handle, from, to, current }];
  });
}

function educationsOf(page: Document): EducationEntry[] {
  return entriesOf(page.querySelector(guest.education)).flatMap((item) => {
    const [school] = headingsOf(item);
    if (!real(school)) return [];
    const second = headings(item)[1];
    // Degree, field and grade stand in one line, told apart by nothing but their order.
    const degree = real(textOf(second?.querySelector('span') ?? second));
    const { from, to } = rangeOf(item);
    return [{ school: real(school), degree, from, to }];
  });
}

function languagesOf(page: Document): LanguageEntry[] | undefined {
  const items = entriesOf(page.querySelector(guest.languages)).flatMap((item) => {
    const [name, level] = [...item.querySelectorAll('h3, h4, p')].map(textOf).filter(Boolean);
    return real(name, 100) ? [{ name: name ?? '', level: real(level, 100) }] : [];
  });
  return items[0] && items.slice(0, 30);
}

/** The innermost items of a section's list: jobs at one employer are a list in the list. */
function entriesOf(section: Element | null): Element[] {
  return [...(section?.querySelectorAll('li') ?? [])].filter(
    (item) => !item.querySelector('li') && headings(item).length > 0,
  );
}

/** An item's headings that hold text, in order: what, then where. */
function headings(item: Element): Element[] {
  return [...item.querySelectorAll('h3, h4, h5')].filter((element) => textOf(element) !== '');
}

function headingsOf(item: Element): string[] {
  return headings(item).map(textOf);
}

/** `Jul 2021 - Present · 2 years`: an end that is open is a word instead of a second time. */
function rangeOf(item: Element): { from?: string; to?: string; current?: boolean } {
  const [start, end] = item.querySelectorAll('time');
  const from = real(textOf(start));
  if (!start || !from) return {};
  const until = real(textOf(end));
  if (until) return { from, to: until, current: false };
  let rest = '';
  for (let node = start.nextSibling; node; node = node.nextSibling)
    if (node.nodeType === 3) rest += node.nodeValue;
  const to = real(rest.replace(/\([^)]*\)/g, '').replace(/^[\s\p{Pd}~]+/u, ''));
  if (!to) return { from };
  return { from, to, current: !hasDigit(to) };
}

/** Where the page shows no jobs but its data names them. Several current ones leave open which counts. */
function putStructuredJob(fields: PersonFields, person: unknown): void {
  const jobs = listAt(person, 'worksFor').filter((job) => !at(job, 'member', 'endDate'));
  const titles = at(person, 'jobTitle');
  const title = Array.isArray(titles) ? textAt(titles, 0) : textAt(person, 'jobTitle');
  const only = jobs.length === 1 && (!Array.isArray(titles) || titles.length === 1);
  fields.put('position', title, 'structured', only);
  fields.put('companyName', textAt(jobs[0], 'name'), 'structured', only);
  fields.put('companyHandle', employerHandleIn(textAt(jobs[0], 'url')), 'structured', only);
}
