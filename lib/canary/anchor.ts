import * as hooks from '../linkedin/hooks.ts';
import { clean } from '../linkedin/text.ts';
import { maxSteps, maxWays } from './tab-scripts.ts';

/**
 * Where on a page an element stands, in terms that outlive a build and hold for other people's pages of the
 * same layout: several ways to it, each from something stable (a card's key, a role, a heading, a link with
 * a known address) by position. No class, no text and nothing about a person is in it.
 */
export interface Anchor {
  /** Tag of the element, lower case. */
  tag: string;
  /** Shortest first. */
  ways: Way[];
}

/** From the `index`-th `hook` inside `scope`, `up` elements up, then down the path. */
export interface Way {
  /** A card or landmark around both, as selector; absent: the document. */
  scope?: string | undefined;
  hook: string;
  index: number;
  up: number;
  path: Step[];
}

/** To the `index`-th child with this tag. */
export interface Step {
  tag: string;
  index: number;
}

const mostAcross = 24;
const mostLevels = 8;

/** Attributes whose values LinkedIn's own code goes by. */
const namingAttributes = [
  'data-testid',
  'data-test-id',
  'data-view-name',
  'data-section',
  'data-anonymize',
  'data-sn-view-name',
  'role',
];
const landmarks = /^(?:main|header|footer|aside|h1|h2|dl)$/;
const links = [hooks.link.contactInfo, hooks.link.employees, hooks.link.invite, hooks.sdui.message];

/** The anchor of an element that the user has pointed at; undefined where nothing stable is near it. */
export function anchorOf(element: Element): Anchor | undefined {
  const scope = scopeOf(element);
  const found = [...waysDown(element, scope), ...waysAcross(element, scope)]
    .filter((way) => way.up + way.path.length <= maxSteps)
    .sort((one, other) => one.up + one.path.length - (other.up + other.path.length));
  const distinct = new Map(found.map((way) => [JSON.stringify(way), way]));
  const ways = [...distinct.values()].slice(0, maxWays);
  return ways.length > 0 ? { tag: element.localName, ways } : undefined;
}

/**
 * The element at an anchor: where most of the ways that lead to anything lead. Undefined where they lead
 * nowhere, or apart.
 */
export function followAnchor(page: Document, anchor: Anchor): Element | undefined {
  const votes = new Map<Element, number>();
  for (const way of anchor.ways) {
    const end = follow(page, way);
    if (end?.localName === anchor.tag && clean(end.textContent)) votes.set(end, (votes.get(end) ?? 0) + 1);
  }
  const [first, second] = [...votes].sort(([, one], [, other]) => other - one);
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : undefined;
}

function follow(page: Document, { scope, hook, index, up, path }: Way): Element | undefined {
  const root = scope === undefined ? page : page.querySelector(scope);
  let at: Element | null | undefined = root?.querySelectorAll(hook)[index];
  for (let level = 0; level < up; level++) at = at?.parentElement;
  for (const step of path) at = childrenOf(at, step.tag)[step.index];
  return at ?? undefined;
}

function childrenOf(element: Element | null | undefined, tag: string): Element[] {
  return [...(element?.children ?? [])].filter((child) => child.localName === tag);
}

interface Scope {
  selector: string | undefined;
  root: ParentNode;
}

/** The card around an element, or else the main part of the page, as a later reading finds it. */
function scopeOf(element: Element): Scope {
  const page = element.ownerDocument;
  for (let at = element.parentElement; at; at = at.parentElement)
    for (const selector of [cardSelector(at), mainSelector(at)]) {
      const first = selector ? page.querySelector(selector) : null;
      if (selector && first?.contains(element)) return { selector, root: first };
    }
  return { selector: undefined, root: page };
}

/** From what stands around the element, down to it. */
function waysDown(element: Element, scope: Scope): Way[] {
  const ways: Way[] = [];
  const page = element.ownerDocument;
  for (let at: Element | null = element; at; at = at.parentElement) {
    const path = pathDown(at, element);
    for (const selector of [cardSelector(at), mainSelector(at)])
      if (selector && page.querySelector(selector) === at)
        ways.push({ hook: selector, index: 0, up: 0, path });
    if (at === scope.root) break;
    for (const hook of hooksOf(at)) pushWay(ways, scope, at, { hook, up: 0, path });
  }
  return ways;
}

/** From what stands beside the element: up to where both are in, then down. */
function waysAcross(element: Element, scope: Scope): Way[] {
  const ways: Way[] = [];
  let inner = element;
  for (let level = 0; level < mostLevels; level++) {
    const outer = inner.parentElement;
    if (!outer || inner === scope.root || outer === element.ownerDocument.body) break;
    const path = pathDown(outer, element);
    for (const beside of outer.querySelectorAll(besideSelector)) {
      if (ways.length >= mostAcross) return ways;
      if (inner.contains(beside)) continue;
      const up = levelsBetween(outer, beside);
      for (const hook of hooksOf(beside)) pushWay(ways, scope, beside, { hook, up, path });
    }
    inner = outer;
  }
  return ways;
}

const besideSelector = [
  'h1',
  'h2',
  'svg[id]',
  ...links,
  ...namingAttributes.map((name) => `[${name}]`),
].join();

function pushWay(ways: Way[], scope: Scope, from: Element, way: Pick<Way, 'hook' | 'up' | 'path'>): void {
  const index = [...scope.root.querySelectorAll(way.hook)].indexOf(from);
  if (index < 0) return;
  ways.push({ ...(scope.selector !== undefined && { scope: scope.selector }), index, ...way });
}

/** The card's key without its owner, in either attribute that builds write it to. */
function cardSelector(element: Element): string | undefined {
  for (const attribute of hooks.sdui.keyAttributes) {
    const { name } = hooks.sdui.cardKey.exec(element.getAttribute(attribute) ?? '')?.groups ?? {};
    if (name)
      return hooks.sdui.keyAttributes
        .map((key) => `[${key}*="${hooks.sdui.cardKeyPart}"][${key}$="${name}"]`)
        .join();
  }
  return undefined;
}

function mainSelector(element: Element): string | undefined {
  return element.matches('main, [role=main]') ? 'main, [role=main]' : undefined;
}

/** Selectors of what stays about an element; values with numbers, ids of people or handles are none. */
function hooksOf(element: Element): string[] {
  const found: string[] = links.filter((link) => element.matches(link));
  if (landmarks.test(element.localName)) found.push(element.localName);
  for (const name of namingAttributes) {
    const value = element.getAttribute(name);
    if (value && isName(value, element)) found.push(`[${name}="${value}"]`);
  }
  // Icons are told by their id, which ends in a size; other ids by a plain word.
  if (isName(element.id.replace(/-\d$/, ''), element)) found.push(`${element.localName}#${element.id}`);
  return found;
}

function isName(value: string, { ownerDocument }: Element): boolean {
  if (!/^[a-z][a-z_:.-]{2,60}$/i.test(value) || /^ember/i.test(value)) return false;
  const handles = ownerDocument.location?.pathname.split('/').filter((part) => part.length > 2) ?? [];
  return !handles.some((handle) => value.toLowerCase().includes(handle.toLowerCase()));
}

function pathDown(from: Element, to: Element): Step[] {
  const path: Step[] = [];
  for (let at = to; at !== from && at.parentElement; at = at.parentElement) {
    const tag = at.localName;
    path.unshift({ tag, index: childrenOf(at.parentElement, tag).indexOf(at) });
  }
  return path;
}

function levelsBetween(outer: Element, inner: Element): number {
  let levels = 0;
  for (let at: Element | null = inner; at && at !== outer; at = at.parentElement) levels++;
  return levels;
}
