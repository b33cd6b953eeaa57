import type { PersonFieldName, PersonRow } from '../records.ts';
import { accountIn, personIn, salesIn } from './address.ts';
import { createFields, type FieldBuilder } from './fields.ts';
import { hiddenMember } from './hidden-member.ts';
import * as hooks from './hooks.ts';
import { isLnId, isSnId } from './member-id.ts';
import { cleanName } from './shown-name.ts';
import { asciiDigits, clean, degreeOf, hasDigit, isShown, showsText, textOf } from './text.ts';

/** What the list's rows show: Sales Navigator's marks, and whether a place stands under the headline. */
export interface RowShape {
  sales: boolean;
  location: boolean;
  /** The headline is part of the link to the person; what follows the link is about something else. */
  inLink: boolean;
}

type Fields = FieldBuilder<PersonFieldName>;

/** A bullet and a degree, as pages set them behind a name: `• 2nd`, `· 3e et +`. */
const degreeMark = /^[•·]\s*(?=\p{Nd})/u;
/** The same in an element of its own behind the name, where some pages leave the bullet out. */
const bareDegree = /^[•·]?\s*[123](?!\p{Nd}).{0,8}$/u;

/** One row of a list of people, or undefined where the element is none. */
export function readPersonRow(row: Element, shape: RowShape): PersonRow | undefined {
  const fields = createFields<PersonFieldName>();
  const known = personLink(row);
  const link = known?.link;
  if (known) putIdentity(fields, row, known);
  else if (!looksLikePerson(row)) return undefined;
  if (shape.sales) putSalesFields(fields, row, link);
  else putLines(fields, row, link, shape);
  const name = fields.value('fullName');
  // Without a link it is a hidden member, or a row in pieces whose first text is anything.
  if (!name || (!link && !hiddenMember.has(name.toLowerCase()))) return undefined;
  return { fields: fields.fields, anonymous: link === undefined };
}

/** The row's own person comes first; mutual contacts follow, set in `strong` or under the row. */
function personLink(row: Element): KnownLink | undefined {
  const links = [...row.querySelectorAll(`${hooks.link.person}, ${hooks.link.lead}`)];
  if (row.matches(hooks.link.person)) links.unshift(row);
  // A row has several links to one person, and to take an address apart takes long.
  const known = new Map<string | null, Identity | undefined>();
  const people: KnownLink[] = [];
  for (const link of links) {
    if (link.querySelector('strong')) continue;
    const href = link.getAttribute('href');
    if (!known.has(href)) known.set(href, identityIn(href ?? ''));
    const identity = known.get(href);
    if (identity && showsText(link)) people.push({ link, href, identity });
  }
  // A link around the picture, or around what stands for one, may hold words for screen readers ("Status is offline").
  const plain = people.filter(({ link }) => !link.querySelector('img'));
  const isName = ({ link, href }: KnownLink) => href === plain[0]?.href && !holdsBlock(link);
  return plain.find(isName) ?? plain[0] ?? people.find(({ link }) => holdsBlock(link));
}

interface Identity {
  handle?: string;
  lnId?: string;
  snId?: string;
  memberId?: string;
}

/** A link to somebody, and to whom. */
interface KnownLink {
  link: Element;
  href: string | null;
  identity: Identity;
}

function identityIn(href: string): Identity | undefined {
  if (/\/sales\//i.test(href)) {
    const lead = salesIn(href);
    if (lead?.type === 'lead') return { snId: lead.snId };
    const old = /^(?:https:\/\/[^/]+)?\/sales\/(?:profile|people)\/(\d+),/.exec(href)?.[1];
    if (old) return { memberId: old };
  }
  const address = personIn(href);
  if (!address || address.alias) return undefined;
  if (address.snId) return { snId: address.snId };
  return address.handle ? { handle: address.handle } : { lnId: address.lnId ?? '' };
}

function putIdentity(fields: Fields, row: Element, { link, identity }: KnownLink): void {
  for (const [name, value] of Object.entries(identity)) fields.put(name as keyof Identity, value, 'link');
  fields.put('lnId', rowKeyId(row) ?? urnIdIn(link.getAttribute('href')), 'link');
  fields.put('snId', scrollKeyId(row), 'link');
  fields.put('memberId', memberUrn(row), 'structured');
}

/** `SearchResults<ACoA…>` around the row's button; `SearchResultssnippet_…` is something else. */
function rowKeyId(row: Element): string | undefined {
  const ids = new Set<string>();
  for (const name of hooks.sdui.keyAttributes)
    for (const element of row.querySelectorAll(`[${name}^=SearchResultsAC]`)) {
      const id = element.getAttribute(name)?.slice('SearchResults'.length) ?? '';
      if (isLnId(id)) ids.add(id);
    }
  return ids.size === 1 ? [...ids][0] : undefined;
}

/** `?miniProfileUrn=urn:li:fs_miniProfile:ACoA…` behind the person's own link. */
function urnIdIn(href: string | null): string | undefined {
  const id = /[?&]miniProfileUrn=[^&]*(ACoA[\w-]{35})(?:&|$)/.exec(href ?? '')?.[1];
  return id && isLnId(id) ? id : undefined;
}

function scrollKeyId(row: Element): string | undefined {
  const key = row.querySelector(hooks.list.scrollKey)?.getAttribute('data-scroll-into-view');
  const id = /\((ACwA[\w-]{35})[,)]/.exec(key ?? '')?.[1];
  return id && isSnId(id) ? id : undefined;
}

function memberUrn(row: Element): string | undefined {
  const holder = row.matches(hooks.list.memberUrn) ? row : row.querySelector(hooks.list.memberUrn);
  return /^urn:li:member:(\d+)$/.exec(holder?.getAttribute('data-chameleon-result-urn') ?? '')?.[1];
}

/** A row without a link is a hidden member only if it is made like the others: a picture and two texts. */
function looksLikePerson(row: Element): boolean {
  return row.querySelector(hooks.list.anonymous) !== null;
}

/** Name, then (degree), headline and place: the row's lines in their order, whatever they are made of. */
function putLines(fields: Fields, row: Element, link: Element | undefined, shape: RowShape): void {
  const lines = linesOf(row);
  const nameAt = lines.findIndex(({ element, text }) =>
    link ? link.contains(element) || element.contains(link) : !degreeIn({ element, text }),
  );
  const first = lines[nameAt];
  if (!first) return;
  const name = partsOf(first.element)[0] ?? '';
  fields.put('fullName', cleanName(name), 'heading');
  // A person without a picture has the name in its place too.
  const last = lines.findLastIndex(
    ({ element, text }) => text.includes(name) && partsOf(element)[0] === name,
  );
  const [, ...behind] = partsOf(lines[last]?.element ?? first.element);
  const rest = lines.slice(last + 1);
  const degree =
    behind.find((part) => bareDegree.test(asciiDigits(part))) ??
    rest.flatMap((line) => degreeIn(line) ?? [])[0];
  if (degree) fields.put('degree', degreeOf(degree), 'position');
  const texts = textsUnder(lines[last]?.element ?? first.element, shape.inLink && link ? link : row, lines);
  const [one, two] = texts.filter((text) => text !== '');
  if (!shape.location || two) putHeadline(fields, one ?? '');
  if (shape.location && two) fields.put('location', two, 'position');
  if (!shape.location || !one || two) return;
  // Of the two only one is there. An empty line before it says which; else it is more likely the headline.
  if (texts[0] === '') fields.put('location', one, 'position');
  else putHeadline(fields, one, false);
}

/**
 * The lines beside the name, `''` for one that is empty: headline and place. What stands further out, such as
 * mutual contacts or what the search has found, is none of them, also where the headline is missing.
 */
function textsUnder(name: Element, limit: Element, rowLines: readonly Line[]): string[] {
  for (let at = name; at !== limit && at.parentElement; at = at.parentElement) {
    const texts: string[] = [];
    for (let next = at.nextElementSibling; next; next = next.nextElementSibling) {
      if (!isBlock(next) && !holdsBlock(next)) continue;
      // Mutual contacts are named with links of their own.
      if (!isTextLine(next, limit) || next.querySelector(hooks.link.person) || !isShown(next)) continue;
      const lines = rowLines.filter(({ element }) => next.contains(element) && isTextLine(element, limit));
      const shown = lines.filter((line) => !degreeIn(line)).map(({ text }) => text);
      // A degree alone is no line of its own.
      if (lines.length === 0 || shown.length > 0) texts.push(...(shown.length > 0 ? shown : ['']));
    }
    if (texts.length > 1 || texts.some((text) => text !== '')) return texts;
  }
  return [];
}

/** The degree in a line of its own, with or without its double for screen readers (`2nd degree connection· 2nd`). */
function degreeIn({ element, text }: Line): string | undefined {
  const shown = [...element.querySelectorAll('[aria-hidden=true]')].map(textOf);
  return [...shown, text].find((part) => degreeMark.test(part));
}

/** Pages cut a long headline, and some keep an ellipsis ready behind every one. */
function putHeadline(fields: Fields, shown: string, certain = true): void {
  const whole = shown.replace(/(?:\s*(?:…|\.{3}))+$/, '');
  const isCut = /\S(?:…|\.{3})(?:\s|$)/.test(shown.slice(whole.length - 1));
  fields.put('headline', whole, 'position', certain && !isCut);
}

/** The texts of a line, each of the innermost element (or bare text) that it stands in. */
function partsOf(line: Element): string[] {
  const parts: string[] = [];
  for (let node = line.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 3) parts.push(clean(node.nodeValue));
    if (node.nodeType !== 1) continue;
    const child = node as Element;
    if (child.children.length === 0 || hasOwnText(child)) parts.push(textOf(child));
    else parts.push(...partsOf(child));
  }
  return parts.filter((part) => part !== '');
}

function isTextLine(element: Element, row: Element): boolean {
  for (let at: Element | null = element; at && at !== row; at = at.parentElement)
    if (/^(BUTTON|FIGURE|UL|OL|FORM)$/.test(at.tagName) || at.getAttribute('role') === 'button') return false;
  return true;
}

const blockTag = /^(?:P|DIV|LI|H[1-4]|SECTION)$/;

function isBlock(element: Element): boolean {
  return blockTag.test(element.tagName);
}

function holdsBlock(element: Element): boolean {
  for (let child = element.firstElementChild; child; child = child.nextElementSibling)
    if (isBlock(child) || holdsBlock(child)) return true;
  return false;
}

interface Line {
  element: Element;
  text: string;
}

/** The innermost blocks that hold text, in the order of the page. */
function linesOf(row: Element): Line[] {
  const lines: Line[] = [];
  const visit = (element: Element) => {
    if (/^(SCRIPT|STYLE|CODE|TEMPLATE|SVG|svg|BUTTON|IMG)$/.test(element.tagName)) return;
    if (!hasOwnText(element) && (holdsBlock(element) || element.querySelector('button'))) {
      for (let child = element.firstElementChild; child; child = child.nextElementSibling) visit(child);
      return;
    }
    const text = textOf(element);
    if (text && isShown(element)) lines.push({ element, text });
  };
  visit(row);
  return lines;
}

function hasOwnText(element: Element): boolean {
  for (let node = element.firstChild; node; node = node.nextSibling)
    if (node.nodeType === 3 && /\S/.test(node.nodeValue ?? '')) return true;
  return false;
}

/** Sales Navigator marks what to blank in a demo: `data-anonymize`; the frontend before it had titles. */
function putSalesFields(fields: Fields, row: Element, link: Element | undefined): void {
  const { salesRow } = hooks.list;
  const marked = (name: keyof typeof salesRow) => row.querySelector(salesRow[name]);
  if (marked('name')) {
    fields.put('fullName', cleanName(textOf(marked('name'))), 'structured');
    fields.put('position', textOf(marked('title')), 'structured');
    const company = marked('company');
    fields.put('companyName', textOf(company), 'structured');
    fields.put('companyId', accountIn(company?.closest('a')?.getAttribute('href')), 'link');
    fields.put('location', textOf(marked('location')), 'structured');
    const degree = [...row.querySelectorAll('[aria-hidden=true]')]
      .map(textOf)
      .find((text) => degreeMark.test(text));
    if (degree) fields.put('degree', degreeOf(degree), 'position');
    return;
  }
  putOldSalesFields(fields, row, link);
}

function putOldSalesFields(fields: Fields, row: Element, link: Element | undefined): void {
  fields.put('fullName', cleanName(link?.getAttribute('title') ?? textOf(link)), 'heading');
  fields.put('degree', degreeOf(textOf(row.querySelector('abbr'))), 'position');
  fields.put('companyName', textOf(row.querySelector(hooks.list.oldSalesCompany)), 'position');
  const lines = [...row.querySelectorAll('p')].map((line) => textOf(line)).filter((line) => line !== '');
  const tenure = lines.findIndex((line) => hasDigit(line));
  // Position, time in it, place: only where all three stand there can they be told apart.
  if (tenure !== 1 || lines.length < 3) return;
  fields.put('position', lines[0], 'position');
  fields.put('location', lines[2], 'position');
}
