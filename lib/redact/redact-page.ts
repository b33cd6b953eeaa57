import { createDisguise, type Disguise } from './disguise.ts';
import { structuralWords } from './vocabulary.ts';

/** Content that no reader looks at. */
const emptied =
  /^(SCRIPT|STYLE|NOSCRIPT|TEMPLATE|IFRAME|OBJECT|EMBED|TEXTAREA|CANVAS|VIDEO|AUDIO|PATH|path)$/;
const voids = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
/** Attributes whose value is structure and never about a person. */
const kept = new Set([
  'role',
  'type',
  'dir',
  'rel',
  'lang',
  'name',
  'property',
  'itemprop',
  'itemtype',
  'hidden',
  'tabindex',
  'aria-hidden',
  'aria-expanded',
  'data-sdui-screen',
  'data-view-name',
  'data-anonymize',
  'data-sn-view-name',
  'data-testid',
  'data-test-id',
  'data-section',
  'data-tracking-control-name',
]);
const dropped = /^(on|style$|srcset$|sizes$|d$|nonce$|integrity$|value$|placeholder$|viewbox$|fill$)/i;
/** Attributes that hold words for people. */
const spoken = /^(alt|title|aria-label|aria-description|content|data-delayed-url-text)$/;

/**
 * A copy of the page to attach to a report: elements, their order, attribute names, roles and hooks stay;
 * every text, name, number, id and address is replaced. Read off the page node by node, so that nothing is
 * cloned (a cloned picture would be fetched) and nothing changes.
 *
 * @param salt something random; the same salt gives the same replacements
 */
export function redactPage(page: Document, url: URL, salt: string): { html: string; url: string } {
  const disguise = createDisguise(salt, structuralWords);
  const html = `<!doctype html>\n${outerOf(page.documentElement, disguise)}\n`;
  const address = new URL(url.origin + disguise.value(url.pathname));
  return { html, url: address.href };
}

function outerOf(element: Element, disguise: Disguise): string {
  const tag = element.tagName.toLowerCase();
  const attributes = [...element.attributes].map((attribute) => attributeOf(attribute, disguise)).join('');
  if (voids.test(tag)) return `<${tag}${attributes}>`;
  return `<${tag}${attributes}>${innerOf(element, disguise)}</${tag}>`;
}

function innerOf(element: Element, disguise: Disguise): string {
  if (isJson(element)) return escapeText(redactJson(element.textContent ?? '', disguise), element);
  if (emptied.test(element.tagName)) return '';
  let inner = '';
  for (const node of element.childNodes) {
    if (node.nodeType === 3) inner += escapeText(disguise.text(node.nodeValue ?? ''), element);
    else if (node.nodeType === 1) inner += outerOf(node as Element, disguise);
  }
  return inner;
}

/** JSON-LD, and the payloads that the older frontend puts into hidden `code` elements. */
function isJson(element: Element): boolean {
  return element.matches('script[type="application/ld+json"], code[id^=bpr-guid]');
}

function redactJson(text: string, disguise: Disguise): string {
  try {
    return JSON.stringify(JSON.parse(text), (key, value: unknown) => {
      if (typeof value === 'number') return Number(disguise.text(String(Math.trunc(value))).slice(0, 15));
      if (typeof value !== 'string') return value;
      return key.startsWith('$') || key.startsWith('@') || /urn:|https?:/.test(value)
        ? disguise.value(value)
        : disguise.text(value);
    });
  } catch {
    return '';
  }
}

/** `<meta>` whose content says which page this is, and nothing of whom. */
const pageMarks = /^(pageKey|como-pk|treeID|isGuest)$/;

function attributeOf({ name, value, ownerElement }: Attr, disguise: Disguise): string {
  if (name === 'content' && pageMarks.test(ownerElement?.getAttribute('name') ?? ''))
    return ` content="${escapeAttribute(value)}"`;
  if (dropped.test(name)) return /^style$/i.test(name) ? hiddenStyle(value) : '';
  return ` ${name}="${escapeAttribute(redactAttribute(name, value, disguise))}"`;
}

/** Of inline styles, only what hides an element matters to a reader. */
function hiddenStyle(value: string): string {
  if (/display:\s*none/i.test(value)) return ' style="display:none"';
  return /visibility:\s*hidden/i.test(value) ? ' style="visibility:hidden"' : '';
}

function redactAttribute(name: string, value: string, disguise: Disguise): string {
  if (kept.has(name)) return value;
  if (name === 'class') return value.replace(/\d{3,}/g, (digits) => disguise.text(digits));
  if (/^data:/i.test(value)) return 'data:,';
  if (spoken.test(name) && !/^https?:|urn:|^d_|^p_/.test(value)) return disguise.text(value);
  return disguise.value(value);
}

function escapeText(text: string, parent: Element): string {
  if (parent.tagName === 'SCRIPT') return text.replace(/</g, '\\u003c');
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function escapeAttribute(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
