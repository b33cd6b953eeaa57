import type { Catalog } from '../crm.ts';
import type { SentSave } from '../outbox/history.ts';
import type { Choice } from '../save-request.ts';

/** What was sent, for other programs: our field names, times in ISO 8601, names beside the ids where known. */
export function historyJson(saves: readonly SentSave[], catalog: Catalog | undefined, now: number): string {
  const named = (choice: Choice, known: readonly { id: string; name: string }[] = []) => {
    const name = 'id' in choice && known.find(({ id }) => id === choice.id)?.name;
    return name ? { ...choice, name } : choice;
  };
  return JSON.stringify(
    {
      exportedAt: new Date(now).toISOString(),
      saves: saves.map(({ at, pageKey, sent, ...save }) => ({
        at: new Date(at).toISOString(),
        page: `https://www.linkedin.com/${pageKey}`,
        ...save,
        sent: {
          ...sent,
          ...(sent.list && { list: named(sent.list, catalog?.lists) }),
          ...(sent.tags && { tags: sent.tags.map((tag) => named(tag, catalog?.tags)) }),
        },
      })),
    },
    undefined,
    2,
  );
}
