import type { CompanyFieldName, CompanyRecord } from '../records.ts';
import { type CompanyAddress, companyIn, companyUrl, outboundUrl } from './address.ts';
import { factsOf } from './company-facts.ts';
import { addressOfTabs, isSameCompany } from './company-identity.ts';
import { employeesRangeFrom, employeesRangeOf } from './company-size.ts';
import { createFields, type FieldBuilder } from './fields.ts';
import * as hooks from './hooks.ts';
import { at, payloadItems, textAt } from './json.ts';
import { isSduiPage } from './sdui-page.ts';
import { clean, countOf, hasDigit, textOf } from './text.ts';
import { putWebsite } from './website.ts';

type Fields = FieldBuilder<CompanyFieldName>;

/**
 * A company's, school's or showcase's page for a signed-in member: the top card, the list of the About tab
 * where it is open, and the page's own data where that is about the same company (after a move inside
 * LinkedIn it is still about the one before). Gives the record, or the name of what it missed.
 */
export function readSignedInCompany(page: Document, address: CompanyAddress): CompanyRecord | string {
  const isEmber = !isSduiPage(page);
  const heading = headingOf(page, isEmber);
  const main = heading?.closest('main, [role=main]');
  if (!heading || !main || !textOf(heading)) return 'name';
  const own = addressOfTabs(main);
  if (!own) return 'handle';
  const card = heading.closest('section') ?? main;
  const data = dataOf(page, own);
  const linkIds = idsIn(card);
  const ids = [idOf(data), ...linkIds].filter((id) => id !== undefined);
  if (!isSameCompany(address, own, ids)) return 'the company in the address';

  const fields = createFields<CompanyFieldName>();
  fields.put('name', textOf(heading), 'heading');
  fields.put('handle', own.handle, 'address');
  fields.put('companyId', address.companyId ?? own.companyId, 'address');
  fields.put('companyId', idOf(data), 'structured');
  // A company with subsidiaries links to the people of all; its own number comes first.
  fields.put('companyId', linkIds[0], 'link', linkIds.length === 1);
  fields.put('tagline', textOf(taglineOf(heading, card)), 'position');
  if (!fields.has('tagline')) fields.put('tagline', textAt(data, 'tagline'), 'structured');
  putInfoLine(fields, heading, card);
  const list = factListOf(main);
  if (list) putFacts(fields, list);
  putData(fields, data);
  if (!fields.has('about')) fields.put('about', textOf(overviewTextOf(main, card)), 'position');
  putWebsite(fields, buttonUrlOf(card), 'position', false);
  fields.put('logoUrl', logoOf(card, heading), 'position');

  const key = own.handle ?? own.companyId ?? '';
  const moreOnAbout = !list && aboutOnly.some((name) => !fields.has(name));
  return {
    kind: 'company',
    pageUrl: companyUrl(own.space, key),
    layout: isEmber ? 'ember' : 'sdui',
    fields: fields.fields,
    notices: [
      ...(isEmber ? [] : (['bestEffort'] as const)),
      ...(moreOnAbout ? (['aboutTabHasMore'] as const) : []),
    ],
  };
}

/** Fields that the About tab shows and the others mostly do not. */
const aboutOnly = ['website', 'employeesRange', 'founded', 'about'] as const;

/** The frontend of 2025 moves names between headings: there it is the one that the title opens with. */
function headingOf(page: Document, isEmber: boolean): Element | undefined {
  const first = page.querySelector('main h1, [role=main] h1');
  if (isEmber || first) return first ?? undefined;
  const title = clean(page.title).replace(/^\(\d+\+?\)\s*/, '');
  return [...page.querySelectorAll('main h2, main h3')].find((element) => {
    const text = textOf(element);
    return text.length > 1 && title.startsWith(text);
  });
}

/** The item of the page's data that is about this company. */
function dataOf(page: Document, own: CompanyAddress): unknown {
  const { handle } = own;
  if (!handle) return undefined;
  const items = payloadItems(page, hooks.ember.payload, JSON.stringify(handle).slice(1, -1));
  return items
    .filter((item) => textAt(item, 'universalName')?.toLowerCase() === handle.toLowerCase())
    .sort((one, other) => sizeOf(other) - sizeOf(one))[0];
}

/** The same company may be there in full and as a card. */
function sizeOf(item: unknown): number {
  return typeof item === 'object' && item !== null ? Object.keys(item).length : 0;
}

function idOf(data: unknown): string | undefined {
  return /^urn:li:\w*company:([1-9]\d*)$/.exec(textAt(data, 'entityUrn') ?? '')?.[1];
}

/** The numbers in the card's link to the people who work here. */
function idsIn(card: Element): string[] {
  const href = card.querySelector(hooks.link.employees)?.getAttribute('href');
  const query = new URLSearchParams(href?.split('?')[1]);
  return (query.get('currentCompany') ?? query.get('facetCurrentCompany') ?? '').match(/\d+/g) ?? [];
}

/** Stands beside the heading, or beside the box that holds heading and logo. */
function taglineOf(heading: Element, card: Element): Element | undefined {
  let around: Element | null = heading.parentElement;
  for (let level = 0; level < 3 && around && around !== card; level++, around = around.parentElement) {
    const found = [...around.children].find((element) => element.localName === 'p');
    if (found) return found;
  }
  return undefined;
}

/**
 * The line under the name: industry, then headquarters, followers and employees, which stand in a box of
 * their own on most builds. Any may be missing.
 */
function putInfoLine(fields: Fields, heading: Element, card: Element): void {
  const line = [...(heading.parentElement?.children ?? [])].find(
    (element) => element !== heading && /^(?:div|ul)$/.test(element.localName) && textOf(element) !== '',
  );
  const items = line ? itemsOf(line) : [];
  const places: typeof items = [];
  for (const item of items) {
    const size = employeesRangeOf(item.text);
    if (item.element.matches(hooks.link.employees) || size) {
      fields.put('employeesRange', size, 'position');
    } else if (isCount(item.text)) {
      // The last count is the followers; a school's alumni stand before them, with a plus.
      if (!item.text.includes('+')) replace(fields, countOf(item.text));
    } else places.push(item);
  }
  const link = card.querySelector(hooks.link.employees);
  fields.put('employeesRange', employeesRangeOf(textOf(link)), 'link');
  const boxed = places.filter((item) => item.boxed);
  const free = places.filter((item) => !item.boxed);
  const isBoxedLine = items.some((item) => item.boxed);
  if (isBoxedLine) {
    fields.put('industry', free[0]?.text, 'position');
    fields.put('headquarters', boxed[0]?.text, 'position', boxed.length === 1);
  } else if (free.length >= 2) {
    fields.put('industry', free[0]?.text, 'position');
    fields.put('headquarters', free[1]?.text, 'position');
  } else if (free[0]) {
    // Only the class tells which of the two a single one is.
    const isPlace = free[0].element.matches(hooks.ember.headquarters);
    const isIndustry = free[0].element.matches(hooks.ember.industry);
    if (isPlace) fields.put('headquarters', free[0].text, 'position');
    else if (isIndustry) fields.put('industry', free[0].text, 'position');
  }
}

function replace(fields: Fields, followers: string | undefined): void {
  if (followers) fields.fields.followers = { value: followers, from: 'position', certain: true };
}

function itemsOf(line: Element): { element: Element; text: string; boxed: boolean }[] {
  return [...line.children].flatMap((child) => {
    const isBox = child.localName === 'div' && child.children.length > 0;
    return (isBox ? [...child.children] : [child])
      .map((element) => ({ element, text: textOf(element), boxed: isBox }))
      .filter(({ text }) => text !== '');
  });
}

/** A number with a word or two, unlike a place that has a number (`Paris 9e, Île-de-France`). */
function isCount(text: string): boolean {
  return hasDigit(text) && !/\p{L}\s*,/u.test(text) && text.length < 40;
}

/** The About tab's list; the cards of other companies have links for labels. */
function factListOf(main: Element): Element | undefined {
  return [...main.querySelectorAll('dl')].find((list) => {
    if (list.querySelector('dt a') || !list.querySelector('dt')) return false;
    const facts = factsOf(list);
    return facts.website ?? facts.employeesRange ?? facts.founded ?? facts.phone;
  });
}

function putFacts(fields: Fields, list: Element): void {
  const facts = factsOf(list);
  putWebsite(fields, facts.website, 'position');
  fields.put('phone', facts.phone, 'position');
  // The list states the size; the top card rounds it.
  fields.put('employeesRange', facts.employeesRange, 'position');
  fields.put('industry', facts.industry, 'position');
  fields.put('founded', facts.founded, 'position');
  if (!fields.has('headquarters')) fields.put('headquarters', facts.headquarters, 'position');
  const section = list.closest('section') ?? list.parentElement;
  fields.put('about', textOf(section?.querySelector('p')), 'position');
}

function putData(fields: Fields, data: unknown): void {
  if (!data) return;
  putWebsite(fields, textAt(data, 'websiteUrl') ?? textAt(data, 'companyPageUrl'), 'structured');
  const size = at(data, 'employeeCountRange') ?? at(data, 'staffCountRange');
  const end = (name: string) => (textAt(size, name) ? Number(textAt(size, name)) : undefined);
  fields.put('employeesRange', employeesRangeFrom(end('start'), end('end')), 'structured');
  fields.put('about', textAt(data, 'description'), 'structured');
  fields.put('phone', textAt(data, 'phone', 'number'), 'structured');
  fields.put('founded', textAt(data, 'foundedOn', 'year'), 'structured');
  if (fields.has('headquarters')) return;
  const place = at(data, 'headquarter', 'address') ?? at(data, 'headquarter');
  const parts = [textAt(place, 'city'), textAt(place, 'geographicArea')].filter(Boolean);
  fields.put('headquarters', parts.join(', '), 'structured');
}

/** The Overview tab cuts the text and links to the About tab for the rest. */
function overviewTextOf(main: Element, card: Element): Element | null | undefined {
  const link = [...main.querySelectorAll('a[href*="/about"]')].find(
    (anchor) => !card.contains(anchor) && !anchor.closest('nav') && companyIn(anchor.getAttribute('href')),
  );
  return link?.closest('section, .artdeco-card')?.querySelector('p');
}

/** The card's button to a page outside: mostly the website, but a company may choose another. */
function buttonUrlOf(card: Element): string | undefined {
  return [...card.querySelectorAll('a[href^=http]')]
    .map((anchor) => anchor.getAttribute('href') ?? '')
    .find((href) => outboundUrl(href));
}

/** The logo stands before the name; later ones belong to other companies. */
function logoOf(card: Element, heading: Element): string | undefined {
  const image = card.querySelector('img[src*=company-logo]');
  const src = image?.getAttribute('src') ?? '';
  const before = image && image.compareDocumentPosition(heading) & 4;
  return before && hooks.logo.test(src) ? src : undefined;
}
