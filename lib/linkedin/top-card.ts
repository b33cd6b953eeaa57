import type { Mark } from '../records.ts';
import { decoded } from './address.ts';
import * as hooks from './hooks.ts';
import { follows, linesOf } from './lines.ts';
import { countOf, degreeOf, isShown, textOf } from './text.ts';

/** What stands around the name at the top of a profile, in every frontend of a signed-in member. */
export interface TopCard {
  headline?: string;
  /** False where the headline was found by its place under the name alone. */
  certain: boolean;
  location?: string;
  degree?: string;
  /** The row with the place and the contact link; counts stand in it or after it. */
  row?: Element;
}

const aboutOneNumber = /^\P{Nd}{0,24}\p{Nd}[\p{Nd}.,'’٬\s]*[KM]?\+?\P{Nd}{0,32}$/u;
const dot = /^[·•∙]$/;
/** Degree (`· 2nd`, `2.`) or pronouns (`She/Her`), which stand beside the name. */
const besideName = /^(?:[·•(]|\p{Nd}\P{Nd}{0,8}$|\p{L}+(?:\s?\/\s?\p{L}+)+$)/u;

/**
 * Reads headline, place and degree by their position between the name and the contact link: no class and
 * no word tells them apart in every build and language, their order does.
 */
export function readTopCard(card: Element, heading: Element): TopCard {
  const row = contactRow(card, heading);
  const found = row ? betweenNameAndRow(heading, row.element) : underName(card, heading);
  const degree = degreeIn(found.nameBlock, heading);
  return {
    certain: row !== undefined,
    ...(found.headline && { headline: textOf(found.headline) }),
    ...(row && locationIn(row, found.headline)),
    ...(degree && { degree }),
    ...(row && { row: row.element }),
  };
}

interface Row {
  element: Element;
  /** The contact link, or the dot before it where a build has no link. */
  anchor: Element;
}

/** The row `Place · Contact info`: around the contact link, or around the dot where the link leads nowhere. */
function contactRow(card: Element, heading: Element): Row | undefined {
  const anchor =
    [...card.querySelectorAll(hooks.link.contactInfo)].find((link) => textOf(link)) ??
    linesOf(card).find(
      (line) => dot.test(line.text) && follows(line.element, heading) && hasNeighbours(line.element),
    )?.element;
  if (!anchor) return undefined;
  const plain = (element: Element) => textOf(element).replace(/^[·•∙]\s*/, '');
  let element: Element = anchor;
  while (element.parentElement && plain(element.parentElement) === plain(anchor))
    element = element.parentElement;
  const parent = element.parentElement;
  if (parent && parent !== card && !parent.contains(heading)) element = parent;
  return { element, anchor };
}

function hasNeighbours(element: Element): boolean {
  return textOf(element.previousElementSibling) !== '' && textOf(element.nextElementSibling) !== '';
}

function locationIn({ element, anchor }: Row, headline: Element | undefined): { location?: string } {
  for (const child of element.children) {
    if (child.contains(anchor)) break;
    const text = textOf(child);
    if (text && !dot.test(text) && isPlain(child) && child.tagName !== 'A') return { location: text };
  }
  // Pages of 2018 and 2019 keep the place under the headline and the contact link elsewhere.
  const next = headline?.nextElementSibling;
  return next?.tagName === 'H3' && textOf(next) ? { location: textOf(next) } : {};
}

interface Found {
  nameBlock: Element;
  headline?: Element;
}

/** The first text after the block with the name: beside it, or else one level deeper. */
function betweenNameAndRow(heading: Element, row: Element): Found {
  let parent: Element | null = row.parentElement;
  while (parent && !parent.contains(heading)) parent = parent.parentElement;
  let end: Element | undefined = row;
  let outer: Element | undefined;
  while (parent && parent !== heading) {
    const nameBlock: Element | undefined = [...parent.children].find((child) => child.contains(heading));
    if (!nameBlock) break;
    outer ??= nameBlock;
    const until = end;
    const headline = after(nameBlock).find(
      (next) =>
        (until ? follows(until, next) : !isBesideName(next)) &&
        textOf(next) &&
        isPlain(next) &&
        !/^[UO]L$/.test(next.tagName),
    );
    if (headline) return { nameBlock, headline };
    end = undefined;
    parent = nameBlock;
  }
  return { nameBlock: outer ?? heading.parentElement ?? heading };
}

function isBesideName(element: Element): boolean {
  return besideName.test(textOf(element.querySelector('[aria-hidden=true]') ?? element));
}

/** The elements after one, among its siblings. */
function after(element: Element): Element[] {
  const siblings = [...(element.parentElement?.children ?? [])];
  return siblings.slice(siblings.indexOf(element) + 1);
}

/** Without a contact row: the first text under the name that is neither a degree nor pronouns. */
function underName(card: Element, heading: Element): Found {
  for (let block: Element = heading; block !== card && block.parentElement; block = block.parentElement) {
    const headline = after(block).find(
      (next) => textOf(next).length > 20 && isPlain(next) && linesOf(next).length <= 1,
    );
    if (headline) return { nameBlock: block, headline };
  }
  return { nameBlock: heading.parentElement ?? heading };
}

function isPlain(element: Element): boolean {
  return !element.matches('button, [role=button]') && !element.querySelector('button, [role=button], img');
}

/**
 * The degree of connection beside the name. Two variants are in the document and a wrapper hides the wrong
 * one; where the browser cannot tell, the one without the wrapper is the one shown.
 */
function degreeIn(nameBlock: Element, heading: Element): string | undefined {
  const shown = linesOf(nameBlock)
    .filter(({ text, element }) => text.length <= 16 && follows(element, heading) && isShown(element))
    .flatMap(({ text, element }) => {
      const degree = degreeOf(text);
      return degree ? [{ degree, depth: depthOf(element) }] : [];
    })
    .sort((a, b) => a.depth - b.depth);
  const [first, second] = shown;
  if (!first) return undefined;
  if (shown.every(({ degree }) => degree === first.degree)) return first.degree;
  return second && second.depth > first.depth ? first.degree : undefined;
}

function depthOf(element: Element): number {
  let depth = 0;
  for (let at: Element | null = element; at; at = at.parentElement) depth++;
  return depth;
}

/**
 * Connections and followers in the top card: a count that links to the member's connections, or a short
 * line that is one number with words around it. Connections are shown up to 500, so a larger number without
 * a link is followers.
 */
export function readCounts(
  card: Element,
  { row, location }: TopCard,
): { connections?: string; followers?: string } {
  const counts: { connections?: string; followers?: string } = {};
  for (const { text, element } of linesOf(card)) {
    // Above the row stand names, and names have numbers too ("3M · Academy 42").
    if (!row || text === location || !(row.contains(element) || follows(element, row))) continue;
    if (!aboutOneNumber.test(text)) continue;
    // The names of mutual connections are set apart; where anchors nest, theirs is inside the line.
    if (/\p{L}/u.test(textOf(element.querySelector('strong')))) continue;
    const anchor = element.closest('a') ?? element.querySelector('a[href]');
    const href = decoded(anchor?.getAttribute('href') ?? '');
    const isMutual = /connectionOf/i.test(href) && /network=\[?"F"\]?(?:&|$)/i.test(href);
    const isLinked = /connectionOf|network/i.test(href);
    const holder = element.closest('a, li, [role=button]');
    if (!isLinked && holder && card.contains(holder) && holder.querySelector('img, figure, svg, strong'))
      continue;
    const value = countOf(text);
    // Links elsewhere are adverts, analytics and the like.
    if (!value || isMutual || (href && !isLinked && !/followers/.test(href))) continue;
    const connections = isLinked || value.endsWith('+') || Number(value) <= 500;
    counts[connections ? 'connections' : 'followers'] ??= value;
  }
  return counts;
}

/** The member's own picture stands before the name; those after it are of mutual connections. */
export function photoIn(card: Element, heading: Element): string | undefined {
  for (const image of card.querySelectorAll(hooks.photo)) {
    const source = image.getAttribute('src') ?? '';
    if (follows(heading, image) && source.startsWith('https://')) return source;
  }
  return undefined;
}

/** The icons beside name and picture that LinkedIn gives to some members; those behind are of other people. */
export function marksIn(card: Element, row: Element | undefined): Mark[] {
  const found = new Set<Mark>();
  for (const icon of card.querySelectorAll('svg')) {
    const name = icon.getAttribute('data-test-icon') ?? icon.id;
    const mark = hooks.marks.find(([pattern]) => pattern.test(name))?.[1];
    if (mark && (!row || follows(row, icon))) found.add(mark);
  }
  return [...found];
}

/** Followers in the head of an activity card: a line under its heading that is a count; below come posts. */
export function followersIn(card: Element | null | undefined): string | undefined {
  const lines = card ? linesOf(card, 'ul, ol, [role=list], [role=listitem]', 3) : [];
  const counted = lines.slice(1).find(({ text }) => aboutOneNumber.test(text) && !text.includes('·'));
  return counted && countOf(counted.text);
}
