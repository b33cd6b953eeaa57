import type { LanguageEntry } from '../records.ts';
import { real } from './fields.ts';
import { linesOf } from './lines.ts';

/** More than anybody speaks. */
const most = 30;
const longest = 100;

/** A member's languages and how well they are spoken, in the page's own words: one or two lines each. */
export function languagesIn(section: Element | null | undefined): LanguageEntry[] | undefined {
  const languages: LanguageEntry[] = [];
  let last: Element | null = null;
  for (const { text, element } of section ? linesOf(section, 'h1, h2, a', most * 2) : []) {
    const holder = element.closest('li') ?? element.parentElement;
    const before = languages.at(-1);
    if (holder === last && before) before.level ??= real(text, longest);
    else {
      const name = real(text, longest);
      if (name && languages.length < most) languages.push({ name });
      last = holder;
    }
  }
  return languages[0] && languages;
}
