import { credentials, particles, prefixes, suffixes } from './name-words.ts';
import { cleanName } from './shown-name.ts';
import { clean } from './text.ts';

/** A name taken apart. `certain: false`: a guess to show, not to write. */
export interface SplitName {
  firstName: string;
  lastName: string;
  certain: boolean;
}

const pictures = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u200d|\ufe0f|\u20e3/gu;
/** Scripts in which a name of two words is given name first; others are not split. */
const splittable =
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{M}'’ʼ.\-– ]+$/u;

/**
 * First and last name without titles, credentials, nicknames and emojis. Two words are certain, and so is a
 * family name that opens with a particle (`Jan van der Berg`); of three plain words nobody can tell which
 * the middle one belongs to. Undefined where there is nothing to split, or where the script has its own
 * order of names.
 */
export function splitName(fullName: string): SplitName | undefined {
  const { words, doubtful } = coreOf(fullName);
  if (words.length < 2 || !splittable.test(words.join(' '))) return undefined;
  const particle = words.findIndex((word, index) => index > 0 && particles.has(word.toLowerCase()));
  const endsInSuffix = suffixes.has(bare(words.at(-1) ?? ''));
  const plain = words.length - (endsInSuffix ? 1 : 0);
  if (plain < 2) return undefined;
  const cut = particle > 0 && particle < plain - 1 ? particle : 1;
  const certain = plain === 2 || (cut === 1 && particle === 1);
  // An initial alone (`Ada E.`) is what LinkedIn shows of a hidden family name: a name, but not a certain one.
  const hidden = /^\p{L}\.?$/u.test(words[plain - 1] ?? '');
  return {
    firstName: words.slice(0, cut).join(' '),
    lastName: words.slice(cut).join(' '),
    certain: certain && !hidden && !doubtful,
  };
}

/** The name without titles, credentials, nicknames and emojis; `''` where nothing is left. */
export function plainName(name: string): string {
  return coreOf(name).words.join(' ');
}

/** Stands for one or more pictures, which end a name or decorate it. */
const picture = '\u0000';

/** `doubtful`: a word was left out that may have been part of the name. */
function coreOf(fullName: string): { words: string[]; doubtful: boolean } {
  const plain = cleanName(fullName)
    .replace(pictures, picture)
    .replace(/[([{"“„«].*?[)\]}"”“»]/g, ' ')
    .replace(/[✔✓★☆|•]/g, picture);
  // What follows a comma or a dash set off by spaces is never the name (`Ada Example, MBA`, `… – hiring`).
  const [head = ''] = plain.split(/,|\s[-–—]\s/);
  const { words, doubtful } = beforePictures(head);
  while (words.length > 2 && isPrefix(words[0])) words.shift();
  // Written in capitals only: `Ma` and `Do` are family names, `MA` and `DO` are degrees.
  while (words.length > 2 && isCredential(words.at(-1) ?? '')) words.pop();
  if (words.length === 2 && /\.$/.test(words[0] ?? '') && isPrefix(words[0])) words.shift();
  return { words, doubtful };
}

/**
 * The words up to the picture that follows a whole name: what comes after it is a call, not a name
 * (`Ada Example ⭐I'm hiring⭐`). Only a lone word may still be a name (`Ada Mary 🌸 Example`).
 */
function beforePictures(text: string): { words: string[]; doubtful: boolean } {
  const words: string[] = [];
  const parts = text.split(picture);
  for (const [index, part] of parts.entries()) {
    const own = wordsOf(part);
    const isWhole = words.filter((word) => !isPrefix(word)).length >= 2;
    if (isWhole && own.length > 0 && !own.every(isCredential))
      return { words, doubtful: own.length === 1 && index === parts.length - 1 };
    words.push(...own);
  }
  return { words, doubtful: false };
}

function wordsOf(text: string): string[] {
  return clean(text)
    .split(' ')
    .filter((word) => /\p{L}/u.test(word));
}

function isPrefix(word = ''): boolean {
  return prefixes.has(bare(word));
}

function isCredential(word: string): boolean {
  return credentials.has(bare(word)) && (/\p{Lu}.*\p{Lu}/u.test(word) || word.includes('.'));
}

function bare(word: string): string {
  return word.replace(/[.,]/g, '').toLowerCase();
}
