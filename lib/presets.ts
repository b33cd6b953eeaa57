import { browser } from 'wxt/browser';
import * as z from 'zod/mini';

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

const id = z.string().check(z.minLength(1), z.maxLength(100));
const presetsSchema = z.object({
  listId: z.optional(id),
  tagIds: z.array(id),
  contactStageId: z.optional(id),
  companyStageId: z.optional(id),
});

const key = 'presets';

/** What is stored; nothing chosen yet, or something unreadable, gives empty presets. */
export async function getPresets(): Promise<Presets> {
  const found = presetsSchema.safeParse((await browser.storage.local.get(key))[key]);
  return found.success ? found.data : { tagIds: [] };
}

export async function setPresets(presets: Presets): Promise<void> {
  await browser.storage.local.set({ [key]: presets });
}
