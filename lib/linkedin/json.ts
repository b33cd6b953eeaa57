/** Data that a page carries: JSON-LD and embedded payloads. Whatever cannot be read as such counts as absent. */

/** The largest text that is parsed (characters); real blocks are below 300,000. */
const maxLength = 1_500_000;
/** The most blocks of one kind that are looked at. */
const maxBlocks = 60;

/** The parsed text, or undefined where it is no JSON or far too large. */
export function parseJson(text: string): unknown {
  if (text.length > maxLength) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What lies at a path of keys in parsed JSON; undefined where the path ends early. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  let found = value;
  for (const key of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = (found as Record<string | number, unknown>)[key];
  }
  return found;
}

/** The text or number at a path, as text. */
export function textAt(value: unknown, ...path: (string | number)[]): string | undefined {
  const found = at(value, ...path);
  return typeof found === 'string' ? found : typeof found === 'number' ? String(found) : undefined;
}

/** The list at a path; a single object counts as a list of one. */
export function listAt(value: unknown, ...path: (string | number)[]): unknown[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : typeof found === 'object' && found !== null ? [found] : [];
}

/** The page's first JSON-LD item of a type that the test accepts. */
export function jsonLd(page: Document, type: string, accept: (item: unknown) => boolean): unknown {
  const scripts = [...page.querySelectorAll('script[type="application/ld+json"]')].slice(0, maxBlocks);
  for (const script of scripts) {
    const root = parseJson(script.textContent);
    const items = Array.isArray(root) ? root : [root, ...listAt(root, '@graph')];
    const found = items.find((item) => at(item, '@type') === type && accept(item));
    if (found) return found;
  }
  return undefined;
}

/**
 * The items of the Ember frontend's embedded payloads that name `mark`, usually a handle in quotes. Only the
 * blocks that hold the mark are parsed: the others are large and speak of something else.
 */
export function payloadItems(page: Document, selector: string, mark: string): unknown[] {
  return [...page.querySelectorAll(selector)]
    .slice(0, maxBlocks)
    .filter((block) => block.textContent.includes(mark))
    .flatMap((block) => {
      const root = parseJson(block.textContent);
      return [at(root, 'data'), ...listAt(root, 'included')];
    });
}
