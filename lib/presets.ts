import { browser } from 'wxt/browser';

/**
 * What the last save chose, offered first by the next one and used as it stands by the quick save. Ids as
 * the CRM has them; they may have gone since, so check them against the catalog before showing them.
 */
export interface Presets {
  listId?: string | undefined;
  tagIds: string[];
  /** Tags and the list that the last save was to create: by name, since they had no id then. */
  newTagNames?: string[] | undefined;
  newListName?: string | undefined;
  contactStageId?: string | undefined;
  companyStageId?: string | undefined;
}

export const presetsKey = 'presets';

/** What is stored; nothing chosen yet, or something unreadable, gives empty presets. */
export async function getPresets(): Promise<Presets> {
  return parsePresets((await browser.storage.local.get(presetsKey))[presetsKey]);
}

export function parsePresets(stored: unknown): Presets {
  return isPresets(stored) ? stored : { tagIds: [] };
}

/** By hand: the popup reads presets first of all, and a schema library would weigh more than all its screens. */
function isPresets(value: unknown): value is Presets {
  if (typeof value !== 'object' || value === null) return false;
  const { listId, tagIds, newTagNames, newListName, contactStageId, companyStageId } = value as Record<
    keyof Presets,
    unknown
  >;
  const isOptionalText = (text: unknown) => text === undefined || typeof text === 'string';
  const areTexts = (texts: unknown) =>
    Array.isArray(texts) && texts.every((text) => typeof text === 'string');
  return (
    areTexts(tagIds) &&
    (newTagNames === undefined || areTexts(newTagNames)) &&
    [listId, newListName, contactStageId, companyStageId].every(isOptionalText)
  );
}

export async function setPresets(presets: Presets): Promise<void> {
  await browser.storage.local.set({ [presetsKey]: presets });
}
