import { type LinkedPart, linkedParts, webAddress } from './linked-parts.ts';

/**
 * An e-mail as text. What others send is never put into the page as markup: it is taken apart in a document of
 * its own, which runs no script and loads nothing, and of that the words and the addresses of links are kept.
 */
export interface EmailWords {
  words: LinkedPart[];
  /** What it answers to, as mail programs put it below. */
  quoted: LinkedPart[];
  /** It has pictures, which would tell the sender that it was read. */
  hasPictures: boolean;
}

/** More is never read, and would hold up the panel. */
const longest = 400_000;

const left = new Set(['SCRIPT', 'STYLE', 'TITLE', 'TEMPLATE', 'NOSCRIPT', 'OBJECT', 'IFRAME', 'SVG', 'HEAD']);
const blocks = new Set([
  ...['ADDRESS', 'ARTICLE', 'BLOCKQUOTE', 'CENTER', 'DIV', 'DL', 'DT', 'DD', 'FOOTER', 'HEADER', 'HR', 'LI'],
  ...['OL', 'PRE', 'SECTION', 'TABLE', 'TR', 'UL'],
]);
/** Blocks with an empty line around them. */
const paragraphs = new Set(['P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6']);

export function emailWords(html: string): EmailWords {
  const source = html.slice(0, longest);
  if (!/<[a-z!/]/i.test(source) && !/&#?\w+;/.test(source))
    return { words: linkedParts(source.trim()), quoted: [], hasPictures: false };
  const page = new DOMParser().parseFromString(source, 'text/html');
  const words = new Words();
  const quoted = new Words();
  const seen = { hasPictures: false };
  take(page.body, words, quoted, seen);
  return { words: words.parts(), quoted: quoted.parts(), ...seen };
}

function take(node: Node, into: Words, quoted: Words, seen: { hasPictures: boolean }): void {
  for (const child of node.childNodes) {
    if (child.nodeType === 3) into.text(child.nodeValue ?? '');
    if (!isElement(child)) continue;
    const name = child.tagName.toUpperCase();
    if (left.has(name) || isHidden(child)) continue;
    const target = name === 'BLOCKQUOTE' || child.matches('.gmail_quote') ? quoted : into;
    if (name === 'BR') target.line();
    if (name === 'TD' || name === 'TH') target.text(' ');
    if (name === 'IMG') {
      seen.hasPictures = true;
      target.text(child.getAttribute('alt') ?? '');
    }
    const lines = paragraphs.has(name) ? 2 : blocks.has(name) ? 1 : 0;
    target.lines(lines);
    if (name === 'LI') target.text('• ');
    const href = name === 'A' ? webAddress(child.getAttribute('href')?.trim() ?? '') : undefined;
    if (href) target.link(plain(child.textContent ?? ''), href);
    else take(child, target, quoted, seen);
    target.lines(lines);
  }
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

/** Such as the line that mail programs show in their list, or what a filter is to find. */
function isHidden(element: Element): boolean {
  return element.hasAttribute('hidden') || /display\s*:\s*none/i.test(element.getAttribute('style') ?? '');
}

const plain = (text: string) => text.replaceAll(/[\s\u00a0]+/g, ' ');

/** Puts words in lines, with at most one empty line between two. */
class Words {
  readonly #parts: LinkedPart[] = [];
  /** Line ends that stand before the next word, if one comes. */
  #lines = 0;

  text(raw: string): void {
    const text = plain(raw);
    const isFirst = this.#parts.length === 0 || this.#lines > 0;
    this.#add(isFirst ? text.trimStart() : text);
  }

  link(text: string, href: string): void {
    if (text.trim()) this.#add({ text: text.trim(), href });
  }

  line(): void {
    this.#lines = Math.min(this.#lines + 1, 2);
  }

  lines(atLeast: number): void {
    this.#lines = Math.max(this.#lines, atLeast);
  }

  #add(part: LinkedPart): void {
    if (part === '') return;
    if (this.#lines > 0 && this.#parts.length > 0) this.#parts.push('\n'.repeat(this.#lines));
    this.#lines = 0;
    this.#parts.push(part);
  }

  parts(): LinkedPart[] {
    const joined: LinkedPart[] = [];
    for (const part of this.#parts) {
      const last = joined.at(-1);
      if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part;
      else joined.push(part);
    }
    const all = joined.flatMap((part) => (typeof part === 'string' ? linkedParts(part) : [part]));
    const last = all.at(-1);
    if (typeof last === 'string') all[all.length - 1] = last.trimEnd();
    return all.filter((part) => part !== '');
  }
}
