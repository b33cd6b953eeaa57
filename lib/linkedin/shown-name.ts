import { clean } from './text.ts';

const pronouns = /\s*[([]\s*\p{L}+\s*\/\s*\p{L}+(?:\s*\/\s*\p{L}+)*\s*[)\]]\s*$/u;

/** The name as shown, without the pronouns that some pages put behind it: `Ada Example (she/her)`. */
export function cleanName(shown: string | null | undefined): string {
  return clean(clean(shown).replace(pronouns, ''));
}
