import { memberIdOf } from '../../lib/linkedin/member-id.ts';
import { countKey, tidy } from './compare.ts';

/**
 * Everything that a page says, for the question whether a value that nobody asked for was on it: its
 * address, texts, attributes and embedded data.
 */
export interface Evidence {
  shows(field: string, value: string): boolean;
}

const counts = new Set(['connections', 'followers', 'memberId', 'companyId', 'degree', 'founded']);

export function evidenceOf(page: Document, url: string): Evidence {
  let texts: { raw: string; plain: string } | undefined;
  let numbers: Set<string> | undefined;
  const both = () => {
    if (!texts) {
      const raw = collect(page, url);
      texts = { raw, plain: tidy(raw).toLowerCase() };
    }
    return texts;
  };
  const all = () => both().plain;
  const isNumber = (value: string) => {
    numbers ??= numbersIn(all());
    return numbers.has(value.replace('+', ''));
  };
  return {
    shows(field, value) {
      if (field === 'memberId' && idsIn(both().raw).has(value)) return true;
      if (field === 'employeesRange') return value.split('-').every((part) => isNumber(countKey(part)));
      if (counts.has(field)) return isNumber(countKey(value));
      // A link's address may gain a closing slash on the way.
      const plain = tidy(value)
        .toLowerCase()
        .replace(/(?<=^https?:.*)\/$/, '');
      return all().includes(plain) || all().includes(encodeURIComponent(plain).toLowerCase());
    },
  };
}

function collect(page: Document, url: string): string {
  const parts = [decodeSafely(url), page.documentElement.textContent ?? ''];
  for (const element of page.querySelectorAll('*')) {
    for (const attribute of element.attributes) parts.push(attribute.value, decodeSafely(attribute.value));
    const data = element.localName === 'code' || element.getAttribute('type')?.includes('json');
    if (data) {
      const once = unescapeJson(element.textContent ?? '');
      parts.push(once, unescapeJson(once)); // JSON within JSON
    }
    if (element.childElementCount > 0 && element.localName !== 'html') continue;
    parts.push(element.textContent ?? '');
  }
  // Paragraphs that a reader joins with a space or nothing in between.
  parts.push(page.body ? spaced(page.body) : '');
  return parts.join('\n');
}

/** The page's text with a space between neighbours, since `<p>a</p><p>b</p>` says "a b" and not "ab". */
function spaced(element: Element): string {
  const texts: string[] = [];
  const visit = (node: Node) => {
    if (node.nodeType === 3 && node.nodeValue?.trim()) texts.push(node.nodeValue.trim());
    for (const child of node.childNodes) visit(child);
  };
  visit(element);
  return texts.join(' ');
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

function unescapeJson(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\n/g, ' ')
    .replace(/\\(["\\/])/g, '$1');
}

/** Every number on the page without its separators; rounded ones also in full (`3M` → `3000000`). */
function numbersIn(text: string): Set<string> {
  const found = new Set<string>();
  for (const [run] of text.matchAll(/\d+(?:[.,'’\u00a0\u202f ]\d{2,3})*/g)) found.add(run.replace(/\D/g, ''));
  for (const [run] of text.matchAll(/\d+/g)) found.add(run);
  for (const [run] of text.matchAll(/\d+(?:[.,]\d+)?\s?[kmb]\b/g)) found.add(countKey(run));
  if (found.has('10000')) found.add('10001'); // "10K+ employees" is the range from 10,001
  return found;
}

/** The member numbers inside the profile ids on the page; the ids are case-sensitive. */
function idsIn(text: string): Set<string> {
  const ids = new Set<string>();
  for (const [id] of text.matchAll(/AC[ow]A[\w-]{35}/g)) {
    const number = memberIdOf(id);
    if (number) ids.add(number);
  }
  return ids;
}
