import type { Choice } from '../save-request.ts';

/** One thing to choose in a combobox. */
export interface Option {
  id: string;
  name: string;
  /** `#rrggbb` of a tag, or a stage's category, for the dot before the name. */
  color?: string | undefined;
  category?: string | undefined;
}

export interface Found {
  options: Option[];
  /** How many more there are beyond those given. */
  hidden: number;
  /** True when an option is called exactly this, so that nothing of that name need be created. */
  hasExact: boolean;
}

const maxShown = 60;

/**
 * The options that go with what was typed: first those that begin with it, then those where a word does,
 * then those that hold it anywhere; case and accents do not count.
 */
export function findOptions(all: readonly Option[], typed: string): Found {
  const query = fold(typed);
  const ranked: Option[][] = [[], [], []];
  let hasExact = false;
  for (const option of all) {
    const name = fold(option.name);
    if (name === query) hasExact = true;
    const rank = rankOf(name, query);
    if (rank !== undefined) ranked[rank]?.push(option);
  }
  const found = ranked.flat();
  return { options: found.slice(0, maxShown), hidden: Math.max(0, found.length - maxShown), hasExact };
}

function rankOf(name: string, query: string): 0 | 1 | 2 | undefined {
  const at = name.indexOf(query);
  if (at < 0) return undefined;
  if (at === 0) return 0;
  return name.includes(` ${query}`) ? 1 : 2;
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/** The name to show of a choice; `…` while the catalog that has it is not there yet. */
export function nameOf(choice: Choice | undefined, options: readonly Option[]): string {
  if (!choice) return '';
  if (!('id' in choice)) return choice.name;
  return options.find((option) => option.id === choice.id)?.name ?? '…';
}
