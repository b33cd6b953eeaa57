import { browser } from 'wxt/browser';
import type { FollowUp } from './follow-up.ts';
import type { Choice } from './save-request.ts';
import { getWorkspaces } from './workspaces.ts';

/** A named set of what a save does beside writing the fields, chosen with one click. */
export interface Recipe extends FollowUp {
  id: string;
  name: string;
  list?: Choice | undefined;
  tags: Choice[];
  contactStageId?: string | undefined;
  companyStageId?: string | undefined;
  /** Custom field id → value */
  customFields: Record<string, string>;
  /** With placeholders, such as `{firstName}`. */
  note?: string | undefined;
}

const storageKey = 'recipes';
type Stored = Record<string, Recipe[]>;

/** Those of the workspace that is shown; lists, tags and automations mean nothing in another. */
export async function getRecipes(): Promise<Recipe[]> {
  const { activeId = '' } = await getWorkspaces();
  return (await readAll())[activeId] ?? [];
}

/** The one at this place, counted from 1, as it was stored: the save that is made with it is checked anyway. */
export async function recipeAt(place: number): Promise<Recipe | undefined> {
  const { activeId = '' } = await getWorkspaces();
  const stored = (await browser.storage.local.get(storageKey))[storageKey] as { of?: Stored } | undefined;
  return stored?.of?.[activeId]?.[place - 1];
}

export async function setRecipes(recipes: readonly Recipe[]): Promise<void> {
  const { activeId = '' } = await getWorkspaces();
  await browser.storage.local.set({
    [storageKey]: { version: 1, of: { ...(await readAll()), [activeId]: [...recipes] } },
  });
}

/** Calls back on every change, until the returned function is called. */
export function watchRecipes(onChange: (recipes: Recipe[]) => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && (storageKey in changes || 'workspaces' in changes))
      void getRecipes().then(onChange);
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

async function readAll(): Promise<Stored> {
  const stored: unknown = (await browser.storage.local.get(storageKey))[storageKey];
  if (!isObject(stored) || stored['version'] !== 1 || !isObject(stored['of'])) return {};
  return Object.fromEntries(
    Object.entries(stored['of']).map(([id, recipes]) => [
      id,
      Array.isArray(recipes) ? recipes.filter(isRecipe) : [],
    ]),
  );
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
type Check = (value: unknown) => boolean;
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const shaped =
  (checks: Record<string, Check>): Check =>
  (value) =>
    isObject(value) && Object.entries(checks).every(([name, check]) => check(value[name]));
const isChoice: Check = (value) => isObject(value) && (isText(value['id']) || isText(value['name']));

const named = { id: isText, name: isText };
const isShaped = shaped({
  ...named,
  list: optional(isChoice),
  tags: (tags) => Array.isArray(tags) && tags.every(isChoice),
  contactStageId: optional(isText),
  companyStageId: optional(isText),
  customFields: (fields) => isObject(fields) && Object.values(fields).every(isText),
  note: optional(isText),
  automation: optional(shaped(named)),
  task: optional(
    shaped({
      type: isText,
      text: isText,
      senderProfileId: isText,
      senderName: isText,
      inDays: Number.isInteger,
    }),
  ),
} satisfies Record<keyof Recipe, Check>);

const isRecipe = (value: unknown): value is Recipe => isShaped(value);

/** What a note or a task may say of the person or company: `{firstName}`. */
export const placeholders = ['firstName', 'lastName', 'position', 'companyName', 'name'] as const;

/** Fills the placeholders; one without a value goes, with the space that it leaves. */
export function fillIn(template: string, values: Readonly<Record<string, string | undefined>>): string {
  return template
    .replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
      (placeholders as readonly string[]).includes(name) ? (values[name]?.trim() ?? '') : whole,
    )
    .replaceAll(/[ \t]{2,}/g, ' ')
    .replaceAll(/[ \t]+([,.;:!?])/g, '$1')
    .trim();
}
