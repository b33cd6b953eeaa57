import type { Catalog } from '../crm.ts';
import type { Handler } from '../messages.ts';
import type { SentSave } from '../outbox/history.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { sentLines } from '../panel/sent-lines.ts';

/** As many as a screen takes at a time. */
export const historyPage = 50;

interface Deps {
  outbox: Pick<Outbox, 'history' | 'clearHistory'>;
  catalog: () => Promise<Catalog | undefined>;
}

/** The log of what was sent, newest first, in portions; searched in the words that the screen shows. */
export function createListHistory({ outbox, catalog }: Deps): Handler<'listHistory'> {
  return async ({ query = '', before, all = false }) => {
    const words = folded(query).split(/\s+/).filter(Boolean);
    const names = await catalog();
    const found = (await outbox.history()).filter((save) => isFound(save, words, names));
    const rest = before === undefined ? found : found.filter(({ at }) => at < before);
    const saves = all ? rest : portion(rest);
    return { saves, total: found.length, hasMore: saves.length < rest.length };
  };
}

/** A portion ends between two moments, since the next one begins by its time. */
function portion(saves: SentSave[]): SentSave[] {
  const last = saves[historyPage - 1];
  return last ? saves.filter(({ at }, index) => index < historyPage || at === last.at) : saves;
}

function isFound(save: SentSave, words: string[], catalog: Catalog | undefined): boolean {
  if (words.length === 0) return true;
  const lines = sentLines(save, catalog).flatMap(({ label, value }) => [label, value]);
  const text = folded([save.title, save.pageKey, ...lines].join('\n'));
  return words.every((word) => text.includes(word));
}

/** Without case and accents: who looks for "noel" means "Noël", too. */
const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

export function createClearHistory({ outbox }: Pick<Deps, 'outbox'>): Handler<'clearHistory'> {
  return async () => {
    await outbox.clearHistory();
    return null;
  };
}
