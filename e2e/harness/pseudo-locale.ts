import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { builtExtension } from './browser.ts';

/**
 * Languages that nobody speaks, made from the English texts for a test and never shipped. Each text stands in
 * brackets, so that one that did not come from the language files, or is cut off, shows; it is as long as a
 * translation may get, and in letters that are taller than ours.
 */
export type PseudoLanguage = 'accented' | 'rightToLeft';

type Texts = Record<string, { message: string; description?: string }>;

const accents: Record<string, string> = {
  ...{ a: 'á', c: 'ç', d: 'đ', e: 'é', g: 'ğ', i: 'î', k: 'ķ', l: 'ļ', n: 'ñ', o: 'ö', r: 'ŕ', s: 'š' },
  ...{
    t: 'ţ',
    u: 'ü',
    w: 'ŵ',
    y: 'ý',
    z: 'ž',
    A: 'Å',
    C: 'Ç',
    E: 'Ê',
    I: 'Î',
    N: 'Ñ',
    O: 'Ø',
    S: 'Š',
    U: 'Û',
  },
};

/** For each Latin letter one that is written from right to left; which one does not matter. */
const hebrew = 'אבגדהוזחטיכלמנסעפצקרשתאבגד';

const letterIn: Record<PseudoLanguage, (letter: string) => string> = {
  accented: (letter) => accents[letter] ?? letter,
  rightToLeft: (letter) => hebrew[letter.toLowerCase().charCodeAt(0) - 97] ?? letter,
};

/** Translations of short texts are longer by more than those of long ones. */
const growth = (length: number) => (length <= 10 ? 0.6 : length <= 30 ? 0.4 : 0.3);

/** `[Šáṽé ~~~]`; what stands for a value (`$1`) and the product's name stay. */
export function pseudoText(text: string, language: PseudoLanguage): string {
  const letters = text.replaceAll(/\$\d|Grinfi Capture|Grinfi|LinkedIn|[a-z]/gi, (part) =>
    part.length === 1 ? letterIn[language](part) : part,
  );
  return `[${letters}${'~'.repeat(Math.ceil(text.length * growth(text.length)))}]`;
}

export function pseudoTexts(english: Texts, language: PseudoLanguage): Texts {
  const entries = Object.entries(english).map(([key, text]) => [
    key,
    { ...text, message: pseudoText(text.message, language) },
  ]);
  // A browser in English takes the English file, whatever language it says it is in.
  const languageCode = { message: language === 'rightToLeft' ? 'he' : 'en' };
  return { ...Object.fromEntries(entries), languageCode, extensionName: english['extensionName'] };
}

export interface PseudoBuild {
  folder: string;
  /** What the screens say in place of an English text, without its values. */
  say: (key: string) => string;
  remove: () => Promise<void>;
}

/** A copy of the built extension that speaks this language alone. */
export async function pseudoBuild(language: PseudoLanguage): Promise<PseudoBuild> {
  const folder = await mkdtemp(path.join(tmpdir(), 'grinfi-capture-pseudo-'));
  await cp(builtExtension, folder, { recursive: true });
  const file = path.join(folder, '_locales', 'en', 'messages.json');
  const texts = pseudoTexts(JSON.parse(await readFile(file, 'utf8')) as Texts, language);
  await rm(path.join(folder, '_locales'), { recursive: true });
  await cp(path.join(builtExtension, '_locales', 'en'), path.dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(texts));
  return {
    folder,
    say(key) {
      const text = texts[key]?.message;
      if (text === undefined) throw new Error(`There is no text ${key}.`);
      return text;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
