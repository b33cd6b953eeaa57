/**
 * Looking for elements by lists of selectors. Browsers have a fast way for one simple selector and none for a
 * list, so each is asked by itself: on a page of 20,000 elements that is several times faster.
 */

/** The selectors of a list; commas inside brackets part nothing. */
function parts(list: string): string[] {
  return list.split(/,\s*(?![^[(]*[\])])/);
}

/**
 * The first of all elements of a tag that the selector selects. Browsers keep lists of a page's tags, so this takes
 * next to nothing where there are few, as of `meta`.
 */
export function firstOf(page: Document, tag: string, selector: string): Element | undefined {
  for (const element of page.getElementsByTagName(tag)) if (element.matches(selector)) return element;
  return undefined;
}

/** Whether the page has this meta or else, where it has not, an element that the list selects. */
export function isMarked(page: Document, meta: string, list: string): boolean {
  return firstOf(page, 'meta', meta) !== undefined || has(page, list);
}

/** Whether there is an element that the list selects. */
export function has(root: ParentNode, list: string): boolean {
  return parts(list).some((selector) => root.querySelector(selector) !== null);
}

/** The first element, in the order of the page, that the list selects. */
export function findFirst(root: ParentNode, list: string): Element | undefined {
  const found = parts(list).flatMap((selector) => root.querySelector(selector) ?? []);
  return inOrder(found)[0];
}

/** The elements that the list selects, in the order of the page. */
export function findAll(root: ParentNode, list: string): Element[] {
  const found = parts(list).map((selector) => [...root.querySelectorAll(selector)]);
  const [only, ...more] = found.filter((elements) => elements.length > 0);
  return only && more.length > 0 ? inOrder([...new Set([...only, ...more.flat()])]) : (only ?? []);
}

/** The elements in the order of the page, in place. */
export function inOrder(elements: Element[]): Element[] {
  return elements.sort((one, other) => (one.compareDocumentPosition(other) & 4 ? -1 : one === other ? 0 : 1));
}
