import { browser } from 'wxt/browser';

/**
 * What the last save chose, offered first by the next one and used as it stands by the quick save. Ids as
 * the CRM has them; they may have gone since, so check them against the catalog before showing them.
 */
export interface Presets {
  listId?: string | undefined;
  tagIds: string[];
  contactStageId?: string | undefined;
  companyStageId?: string | undefined;
}

const key = 'presets';

/** What is stored; nothing chosen yet, or something unreadable, gives empty presets. */
export async function getPresets(): Promise<Presets> {
  const stored: unknown = (await browser.storage.local.get(key))[key];
  return isPresets(stored) ? stored : { tagIds: [] };
}

/** By hand: the popup reads presets first of all, and a schema library would weigh more than all its screens. */
function isPresets(value: unknown): value is Presets {
  if (typeof value !== 'object' || value === null) return false;
  const { listId, tagIds, contactStageId, companyStageId } = value as Record<keyof Presets, unknown>;
  const isOptionalId = (id: unknown) => id === undefined || typeof id === 'string';
  return (
    Array.isArray(tagIds) &&
    tagIds.every((id) => typeof id === 'string') &&
    [listId, contactStageId, companyStageId].every(isOptionalId)
  );
}

export async function setPresets(presets: Presets): Promise<void> {
  await browser.storage.local.set({ [key]: presets });
}
