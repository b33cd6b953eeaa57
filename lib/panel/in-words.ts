import { type TextKey, t } from '../i18n.ts';

/** Our text for a word of the server's; one that we do not know as it is, made readable. */
export function inWords(known: Readonly<Record<string, TextKey>>, word: string): string {
  const key = Object.hasOwn(known, word) ? known[word] : undefined;
  if (key) return t(key);
  const plain = word.replaceAll(/[_\s]+/g, ' ').trim();
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
