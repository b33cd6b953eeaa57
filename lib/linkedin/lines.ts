import { shownNodes, textOf } from './text.ts';

/** One line of text on a page, and the element that it stands in. */
export interface Line {
  text: string;
  element: Element;
}

/**
 * The lines of text in an element, in reading order. Which tags a build uses for them (`p`, `span`, `div`)
 * changes from build to build, so a line is whatever element holds text of its own. Buttons are left out,
 * and so is all that `skip` selects; `most` ends the reading early, for cards that hold whole posts.
 */
export function linesOf(root: Element, skip = '', most = Number.POSITIVE_INFINITY): Line[] {
  const lines: Line[] = [];
  const visit = (element: Element) => {
    for (const node of shownNodes(element)) {
      if (lines.length >= most) return;
      if (typeof node === 'string' || node.tagName === 'BUTTON' || (skip && node.matches(skip))) continue;
      if (isLine(node) && !(skip && node.querySelector(skip))) {
        const text = textOf(node);
        if (text) lines.push({ text, element: node });
      } else visit(node);
    }
  };
  visit(root);
  return lines;
}

function isLine(element: Element): boolean {
  if (/^(?:P|H[1-6])$/.test(element.tagName)) return true;
  for (let node = element.firstChild; node; node = node.nextSibling)
    if (node.nodeType === 3 && /\S/.test(node.nodeValue ?? '')) return true;
  return false;
}

/** Whether `later` comes after `earlier` in the document and is not inside it. */
export function follows(later: Element, earlier: Element): boolean {
  const relation = earlier.compareDocumentPosition(later);
  return (relation & 4) !== 0 && (relation & 16) === 0;
}

/** The highest ancestor below `limit` that holds none of the `others`: the row or card that the element is in. */
export function rowOf(element: Element, limit: Element, others: readonly Element[]): Element {
  let row = element;
  while (
    row.parentElement &&
    row.parentElement !== limit &&
    !others.some((o) => row.parentElement?.contains(o))
  )
    row = row.parentElement;
  return row;
}

/** The elements that lie in no other of them; they come in the order of the page. */
export function outermost(elements: Iterable<Element>): Element[] {
  const outer: Element[] = [];
  for (const element of elements) if (!outer.at(-1)?.contains(element)) outer.push(element);
  return outer;
}
