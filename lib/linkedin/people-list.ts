import type { Layout, PersonRow } from '../records.ts';
import * as hooks from './hooks.ts';
import { outermost } from './lines.ts';
import type { ListKind } from './list-address.ts';
import { type RowShape, readPersonRow } from './people-row.ts';
import { isSduiPage } from './sdui-page.ts';
import type { TabReading } from './seen.ts';
import { isShown } from './text.ts';

/** Longest list that is handed over; LinkedIn shows 10 to 25 people a page, a scrolled list some hundreds. */
const maxRows = 2_000;
/** How many elements are looked at to find them: a row has several links, and some rows are nobody's. */
const maxElements = 10_000;

/** Which lists show a place under the headline; the others show something else there, or nothing. */
const withLocation = new Set(['search']);

/**
 * A page that lists people: people search, a company's People tab, the connections, members of a group or
 * attendees of an event, and Sales Navigator's search and lead lists. Rows that are not on the page (yet)
 * are not known, so a list says nothing about who is missing.
 */
export function readPeopleList(page: Document, kind: ListKind, url: URL): TabReading {
  const rows = rowsOf(page, kind);
  if (rows.length === 0) return { outcome: 'notReady', page: 'people-list', missing: ['people'] };
  const pageUrl = url.origin + url.pathname;
  return { outcome: 'list', list: { kind: 'people', pageUrl, layout: layoutOf(page, kind), rows } };
}

function layoutOf(page: Document, kind: ListKind): Layout {
  if (kind === 'sales') return 'sales-navigator';
  return isSduiPage(page) ? 'sdui' : 'ember';
}

function rowsOf(page: Document, kind: ListKind): PersonRow[] {
  const shape: RowShape = {
    sales: kind === 'sales',
    location: withLocation.has(kind),
    inLink: kind === 'connections',
  };
  const seen = new Set<string>();
  const rows: PersonRow[] = [];
  for (const element of rowElements(page, kind)) {
    if (rows.length >= maxRows) break;
    if (!isShown(element)) continue;
    const row = readPersonRow(element, shape);
    const key = row && identityOf(row);
    if (!row || (key && seen.has(key))) continue;
    if (key) seen.add(key);
    rows.push(row);
  }
  // A list of nothing but strangers without a link is more likely something else than people.
  return rows.some((row) => !row.anonymous) || hasKnownRows(page, kind) ? rows : [];
}

function identityOf({ fields }: PersonRow): string | undefined {
  return (fields.handle ?? fields.lnId ?? fields.snId ?? fields.memberId)?.value.toLowerCase();
}

function hasKnownRows(page: Document, kind: ListKind): boolean {
  return hooks.list[kind].some((selector) => page.querySelector(selector) !== null);
}

/** The rows by their known marks; else by where the links to people stand. */
function rowElements(page: Document, kind: ListKind): Element[] {
  for (const selector of hooks.list[kind]) {
    const outer = outermost([...page.querySelectorAll(selector)].slice(0, maxElements));
    if (outer.length > 0) return outer;
  }
  return rowsAroundLinks(page, kind === 'sales' ? hooks.link.lead : hooks.link.person);
}

/** Each person's links, widened to the largest element that holds no other person's. */
function rowsAroundLinks(page: Document, selector: string): Element[] {
  const main = page.querySelector('main, [role=main]') ?? page.body;
  // Mutual contacts, whose names are set apart, belong to the row of the person who has them.
  const links = [...(main?.querySelectorAll(selector) ?? [])]
    .filter((link) => !link.querySelector('strong'))
    .slice(0, maxElements);
  const people = links.map((link) => link.getAttribute('href')?.split(/[?#,]/)[0]);
  const rows = new Set<Element>();
  // The nearest link to somebody else, before and after: an element that holds another holds one of these.
  let before: Element | undefined;
  let end = 0;
  for (const [index, link] of links.entries()) {
    if (index > 0 && people[index] !== people[index - 1]) before = links[index - 1];
    if (end <= index) while (end < links.length && people[end] === people[index]) end++;
    rows.add(widen(link, main, [before, links[end]]));
  }
  return alike([...rows], main);
}

/**
 * The rows that lie as deep and in the same kinds of elements as the first two that do: people in the side column,
 * and whoever else is on the page, are no part of the list.
 */
function alike(rows: readonly Element[], main: Element): Element[] {
  const groups = new Map<string, Element[]>();
  for (const row of rows) {
    let place = '';
    for (let at = row.parentElement; at && at !== main; at = at.parentElement) place += `${at.localName} `;
    const group = groups.get(place);
    if (group) group.push(row);
    else groups.set(place, [row]);
  }
  const all = [...groups.values()];
  return all.find((group) => group.length > 1) ?? all[0] ?? [];
}

function widen(link: Element, main: Element, others: readonly (Element | undefined)[]): Element {
  let row = link;
  for (let parent = link.parentElement; parent && parent !== main; parent = parent.parentElement) {
    if (others.some((other) => other && parent.contains(other))) break;
    row = parent;
  }
  return row;
}
