/**
 * Replaces words and numbers by others that nobody can turn back, the same ones everywhere in one copy: what
 * belonged together (a name, its handle, the title of the page) still does afterwards.
 */
export interface Disguise {
  /** Text that people read: every word and number is replaced. */
  text(value: string): string;
  /** Attribute values: words that are part of LinkedIn's own vocabulary stay. */
  value(value: string): string;
}

const token = /AC[ow]A[\w-]{35}|\p{L}[\p{L}\p{M}]*|\p{Nd}+/gu;
/** Keys that LinkedIn glues to an id or a handle, kept; and the handle in an address, always replaced. */
const glued =
  /(profileCardsAboveActivity(?:TopcardOnly)?|profileCardsExperienceOnly|ProfileVerificationTriggerRef-|_ExperienceTopLevelSection|SearchResults(?:snippet_)?(?=AC[ow]A)|card\.ref|(?:\/(?:in|company|school|showcase)\/|vanityName=)[^/?#&]+)/;

/**
 * @param salt anything random, new for each copy and then thrown away
 * @param vocabulary lower-case words that mean something to LinkedIn's pages and nothing about a person
 */
export function createDisguise(salt: string, vocabulary: ReadonlySet<string>): Disguise {
  const replace = (part: string) => {
    if (/^AC[ow]A[\w-]{35}$/.test(part)) return otherToken(part, salt);
    return /^\p{Nd}/u.test(part) ? otherNumber(part, salt) : otherWord(part, salt);
  };
  const unlessKnown = (part: string) => (vocabulary.has(part.toLowerCase()) ? part : replace(part));
  return {
    text: (value) => value.replace(token, replace),
    value: (value) =>
      value
        .split(glued)
        .map((part, index) => {
          const handle = index % 2 === 1 && /^(\/\w+\/|vanityName=)(.*)$/s.exec(part);
          if (handle)
            return handle[1] + outsideEscapes(handle[2] ?? '', (name) => name.replace(token, replace));
          return index % 2 === 1 ? part : outsideEscapes(part, (plain) => plain.replace(token, unlessKnown));
        })
        .join(''),
  };
}

/** Percent escapes of signs stay as they are; escaped letters are replaced and escaped again. */
function outsideEscapes(value: string, change: (plain: string) => string): string {
  return value
    .split(/((?:%[0-9a-f]{2})+)/i)
    .map((part, index) => {
      if (index % 2 === 0) return change(part);
      const letters = decode(part);
      return letters && /[\p{L}\p{Nd}]/u.test(letters) ? encodeURIComponent(change(letters)) : part;
    })
    .join('');
}

function decode(escaped: string): string | undefined {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return undefined;
  }
}

/** A stream of numbers that depends on the salt and the word alone (xorshift over an FNV-1a hash). */
function numbersFor(word: string, salt: string): () => number {
  let state = 0x811c9dc5;
  for (const char of `${salt}\u0000${word}\u0000${salt}`) {
    state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 0x01000193);
  }
  state ||= 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

const vowels = 'aeiou';
const consonants = 'bcdfghklmnprstvz';
/** First and last code point of letters that may stand for one another in the other scripts. */
const scripts: readonly (readonly [number, number])[] = [
  [0x0430, 0x044f], // Cyrillic
  [0x03b1, 0x03c9], // Greek
  [0x05d0, 0x05ea], // Hebrew
  [0x0627, 0x063a], // Arabic
  [0x0905, 0x0939], // Devanagari
  [0x0e01, 0x0e2e], // Thai
  [0x3041, 0x3093], // Hiragana
  [0x30a1, 0x30f3], // Katakana
  [0x4e00, 0x5e00], // Han, the common part
  [0xac00, 0xb000], // Hangul
];

function otherWord(word: string, salt: string): string {
  const next = numbersFor(word.toLowerCase(), salt);
  return [...word.normalize('NFC')].map((char) => otherLetter(char, next())).join('');
}

function otherLetter(char: string, number: number): string {
  const lower = char.toLowerCase();
  const other = otherLower(lower, number);
  return char === lower ? other : other.toUpperCase();
}

function otherLower(char: string, number: number): string {
  const code = char.codePointAt(0) ?? 0;
  const range = scripts.find(([first, last]) => code >= first && code <= last);
  if (range) return String.fromCodePoint(range[0] + (number % (range[1] - range[0] + 1)));
  if (/\p{M}/u.test(char)) return '';
  if (code >= 0x3400 && !/\p{Script=Latin}/u.test(char))
    return String.fromCodePoint(0x4e00 + (number % 0x1000));
  const set = /[aeiouyà-æè-ïò-öø-ýāēīōū]/.test(char) ? vowels : consonants;
  return set[number % set.length] ?? 'a';
}

/**
 * A number of the same length; a year becomes another year, so that dates stay dates. A single digit says
 * nothing about anybody and often is part of a hook (`company-accent-4`) or a degree: it stays.
 */
function otherNumber(digits: string, salt: string): string {
  if (/^[0-9]$/.test(digits)) return digits;
  const next = numbersFor(digits, salt);
  if (/^(19|20)\d\d$/.test(digits)) return String(1980 + (next() % 45));
  if (!/^[0-9]+$/.test(digits)) return digits.replace(/\p{Nd}/gu, () => String(next() % 10));
  return [...digits].map((_, index) => String(index === 0 ? 1 + (next() % 9) : next() % 10)).join('');
}

/** Another profile id that decodes to the number which that member number itself is replaced by. */
function otherToken(id: string, salt: string): string {
  const bytes = atob(id.replace(/-/g, '+').replace(/_/g, '/').padEnd(40, '='));
  const next = numbersFor(id, salt);
  const read = (index: number) => bytes.charCodeAt(index);
  const member = String(read(4) * 2 ** 24 + read(5) * 2 ** 16 + read(6) * 2 ** 8 + read(7));
  const other = Number(otherNumber(member, salt)) % 2 ** 32;
  const changed = [...bytes].map((byte, index) => {
    if (index >= 4 && index < 8) return String.fromCharCode((other / 2 ** (8 * (7 - index))) & 0xff);
    return index > 8 ? String.fromCharCode(next() & 0xff) : byte;
  });
  return btoa(changed.join('')).replace(/\+/g, '-').replace(/\//g, '_').slice(0, id.length);
}
