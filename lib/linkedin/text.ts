/** Elements whose content is not text for a reader. */
const silent = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'CODE', 'SVG', 'svg']);
/** Elements that stand on lines of their own: without a space their texts would run into each other. */
const blocks = /^(P|DIV|LI|UL|OL|BR|H[1-6]|SECTION|DT|DD|DL|TR|TD|FIGURE|HEADER|FOOTER|ARTICLE)$/;
/** The usual names of classes for text that only screen readers meet. */
const readerOnly = /(^|\s)(visually-hidden|a11y-text|sr-only)(\s|$)/;

/** Trims, collapses white space, normalises to NFC and drops direction marks. */
export function clean(text: string | null | undefined): string {
  if (!text || /^[!-~]+(?: [!-~]+)*$/.test(text)) return text ?? '';
  return text
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\u200b\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC');
}

/**
 * The text of an element as a person sees it, cleaned; `''` for none. Hidden elements, and what only screen
 * readers meet, are left out, so that nothing is read twice.
 */
export function textOf(element: Element | null | undefined): string {
  return element && !silent.has(element.tagName) ? clean(collect(element)) : '';
}

/** Whether an element has any text that `textOf` gives, without reading all of it. */
export function showsText(element: Element): boolean {
  if (silent.has(element.tagName)) return false;
  return shownNodes(element).some((node) =>
    typeof node === 'string' ? clean(node) !== '' : showsText(node),
  );
}

/** The texts inside an element one by one, as its markup parts them. */
export function textPieces(element: Element | null | undefined): string[] {
  return [...(element?.childNodes ?? [])].flatMap((node) => {
    if (node.nodeType === 3) return clean(node.nodeValue) || [];
    if (node.nodeType !== 1 || silent.has((node as Element).tagName) || isHidden(node as Element)) return [];
    return textPieces(node as Element);
  });
}

function collect(element: Element): string {
  let text = '';
  for (const node of shownNodes(element)) {
    if (typeof node === 'string') text += node;
    else text += blocks.test(node.tagName) ? ` ${collect(node)} ` : collect(node);
  }
  return text;
}

/** The texts and elements directly in an element that a person sees. */
export function shownNodes(element: Element): (string | Element)[] {
  const nodes: (string | Element)[] = [];
  const twin = twinIn(element);
  const shown = twin ? clean(twin.textContent) : '';
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 3) nodes.push(node.nodeValue ?? '');
    if (node.nodeType !== 1) continue;
    const child = node as Element;
    if (isSilent(child) || (shown && child !== twin && isDouble(child, shown))) continue;
    nodes.push(child);
  }
  return nodes;
}

/** The child with a text that is hidden from screen readers alone. */
function twinIn(element: Element): Element | undefined {
  for (let child = element.firstElementChild; child; child = child.nextElementSibling)
    if (child.getAttribute('aria-hidden') === 'true' && hasText(child)) return child;
  return undefined;
}

function isSilent(element: Element): boolean {
  return (
    silent.has(element.tagName) || isHidden(element) || readerOnly.test(element.getAttribute('class') ?? '')
  );
}

/** Whether there is any text in an element, shown or not. */
export function hasText(element: Element): boolean {
  return /\S/.test(element.textContent ?? '');
}

/** A sibling of an `aria-hidden` text that says the same to screen readers, with or without words around it. */
function isDouble(element: Element, shown: string): boolean {
  if (element.getAttribute('aria-hidden') === 'true') return false;
  const text = clean(element.textContent);
  return text === shown || (shown.length > 2 && text.includes(shown));
}

function isHidden(element: Element): boolean {
  if (element.hasAttribute('hidden')) return true;
  const style = element.getAttribute('style');
  return style !== null && /display:\s*none|visibility:\s*hidden/i.test(style);
}

/**
 * Whether the element is on the screen (or would be, scrolled to). Asks the browser where it can answer;
 * elsewhere, inline styles and `hidden` up the tree decide.
 */
export function isShown(element: Element): boolean {
  // The option's old name is the one that Chrome 120 knows.
  if (typeof element.checkVisibility === 'function')
    return element.checkVisibility({ checkVisibilityCSS: true, visibilityProperty: true });
  for (let at: Element | null = element; at; at = at.parentElement) if (isHidden(at)) return false;
  return true;
}

/** Decimal digits of any script (`٣`, `३`, `３`) as ASCII ones; the rest stays. */
export function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    let zero = code;
    while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--;
    return String(code - zero);
  });
}

const number = /\d+(?:[.,'’٬\s]\d{2,3})*(?!\d)/;
const thousands = /^\d{1,3}(?:[.,'’٬\s]\d{2,3})*[.,'’٬\s]\d{3}$/;

/**
 * The first count in a text, digits only with the `+` kept: `2.767.663` → `2767663`, `500+ Kontakte` →
 * `500+`, `12K` → `12000`. Undefined for 0, for a fraction, and for a rounded number in words that we do
 * not know (`1,2 Mio.`): a blank beats a wrong number.
 */
export function countOf(text: string): string | undefined {
  const ascii = asciiDigits(clean(text));
  const found = number.exec(ascii);
  if (!found) return undefined;
  const after = ascii.slice(found.index + found[0].length);
  const rounded = /^([.,]\d)?\s?([KM])(?![\p{L}])/u.exec(after);
  const digits = found[0].replace(/\D/g, '');
  if (rounded) {
    const value = Number(`${digits}${(rounded[1] ?? '').replace(',', '.')}`);
    return String(Math.round(value * (rounded[2] === 'K' ? 1e3 : 1e6)));
  }
  if (/^[.,]\d|^\s?(?:万|億|만|천|mil\b|mio|mln|tys|tsd|млн|тыс|lakh|crore)/i.test(after)) return undefined;
  if (digits !== found[0] && !thousands.test(found[0])) return undefined;
  if (/^0*$/.test(digits)) return undefined;
  return after.startsWith('+') ? `${digits}+` : digits;
}

/** A degree of connection as its digit: `· 2nd`, `2º`, `2. Grad` → `2`. */
export function degreeOf(text: string): string | undefined {
  return /(?:^|\D)([123])(?!\d)/.exec(asciiDigits(text))?.[1];
}

/** Whether a text holds a decimal digit of any script; an open end of a date range ("Present") has none. */
export function hasDigit(text: string): boolean {
  return /\p{Nd}/u.test(text);
}
