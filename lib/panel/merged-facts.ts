/**
 * Which facts were put into a template. Grinfi gives the finished text alone, so the text of the template is
 * laid over it: what stands where the template has `{{first_name}}` is the fact.
 */
export interface MergedFact {
  /** As the template names it. */
  name: string;
  /** Empty where nothing was known. */
  value: string;
}

/** A piece of the text; a fact is to be marked. */
export interface MarkedPart {
  text: string;
  isFact: boolean;
}

const placeholder = /\{\{\s*([^{}|]+?)\s*(?:\|[^{}]*)?\}\}/g;

/** @returns `undefined` where the text is not the template's, so that nothing can be told */
export function mergedFacts(template: string, text: string): MergedFact[] | undefined {
  const names = [...template.matchAll(placeholder)].map(([, name = '']) => name);
  const between = template.replaceAll(placeholder, '\u0000').split('\u0000').map(plain);
  const whole = plain(text).trim();
  const facts: MergedFact[] = [];
  const start = between[0]?.trim() ?? '';
  if (!whole.startsWith(start)) return undefined;
  let at = start.length;
  for (const [place, name] of names.entries()) {
    const isLast = place === names.length - 1;
    const literal = between[place + 1] ?? '';
    // Where a fact is empty, the spaces around it are one.
    const next = literal.trim() || (isLast ? '' : literal);
    const end = next === '' ? (isLast ? whole.length : at) : whole.indexOf(next, at);
    if (end === -1) return undefined;
    facts.push({ name, value: whole.slice(at, end).trim() });
    at = end + next.length;
  }
  return at === whole.length ? facts : undefined;
}

/** Marks the facts in a text, each at its next place from the start; also in one that a model has rewritten. */
export function markFacts(text: string, facts: readonly MergedFact[]): MarkedPart[] {
  const values = [...new Set(facts.map(({ value }) => value))].filter((value) => value.length > 1);
  const parts: MarkedPart[] = [];
  let rest = text;
  while (rest !== '') {
    const found = values
      .map((value) => ({ value, at: rest.indexOf(value) }))
      .filter(({ at }) => at !== -1)
      .toSorted((one, other) => one.at - other.at || other.value.length - one.value.length)[0];
    if (!found) break;
    if (found.at > 0) parts.push({ text: rest.slice(0, found.at), isFact: false });
    parts.push({ text: found.value, isFact: true });
    rest = rest.slice(found.at + found.value.length);
  }
  if (rest !== '') parts.push({ text: rest, isFact: false });
  return parts;
}

/** Puts facts into a short text of the same template, such as its subject; `undefined` where one is not known. */
export function fillIn(template: string, facts: readonly MergedFact[]): string | undefined {
  let isWhole = true;
  const filled = template.replaceAll(placeholder, (_, name: string) => {
    const value = facts.find((fact) => fact.name === name)?.value;
    if (!value) isWhole = false;
    return value ?? '';
  });
  return isWhole ? filled : undefined;
}

const plain = (text: string) => text.replaceAll(/\s+/g, ' ');
