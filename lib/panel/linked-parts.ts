/** A piece of text, or an address in it that can be opened. */
export type LinkedPart = string | { text: string; href: string };

const address = /https?:\/\/[^\s<>"']+/gi;

/** Finds the addresses of web pages in a text. What ends a sentence or a bracket is not part of one. */
export function linkedParts(text: string): LinkedPart[] {
  const parts: LinkedPart[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    const shown = found.replace(/[.,;:!?)\]}»”]+$/, '');
    const href = webAddress(shown);
    if (!href) continue;
    if (index > end) parts.push(text.slice(end, index));
    parts.push({ text: shown, href });
    end = index + shown.length;
  }
  if (end < text.length) parts.push(text.slice(end));
  return parts;
}

/** @returns `undefined` for what a click should not open: scripts, files, other programs */
export function webAddress(value: string): string | undefined {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  return url && /^(https?|mailto):$/.test(url.protocol) ? url.href : undefined;
}
