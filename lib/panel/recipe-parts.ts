import type { Catalog } from '../crm.ts';
import type { Draft } from '../drafts.ts';
import { t } from '../i18n.ts';
import { fillIn, type Recipe } from '../recipes.ts';
import type { Choice } from '../save-request.ts';
import type { FormModel } from './form.ts';
import { nameOf } from './options-search.ts';

/** What pressing a recipe's button puts into the form; the user's own note stays before the recipe's. */
export function draftPartOf(recipe: Recipe, form: FormModel): Partial<Draft> {
  const stageId = form.kind === 'person' ? recipe.contactStageId : recipe.companyStageId;
  const note = noteOf(recipe, form);
  return {
    ...(recipe.list && form.kind === 'person' && { list: recipe.list }),
    ...(recipe.tags.length > 0 && { tags: merged(form.tags, recipe.tags) }),
    ...(stageId && { stageId }),
    ...(note && {
      note: form.note.includes(note) ? form.note : [form.note.trim(), note].filter(Boolean).join('\n\n'),
    }),
    ...(Object.keys(recipe.customFields).length > 0 && {
      customFields: { ...form.customFields, ...recipe.customFields },
    }),
  };
}

/** The recipe's note with what is known of this person or company. */
export function noteOf({ note }: Recipe, form: FormModel): string {
  if (!note) return '';
  const known: Readonly<Record<string, string | undefined>> = form.known?.fields ?? {};
  const value = (name: string) => form.fields[name]?.value || known[name];
  return fillIn(note, {
    firstName: value('firstName') ?? form.title.split(' ')[0],
    lastName: value('lastName'),
    position: value('position'),
    companyName: form.kind === 'company' ? form.title : value('companyName'),
    name: form.title,
  });
}

const keyOf = (choice: Choice) => ('id' in choice ? `id ${choice.id}` : `name ${choice.name.toLowerCase()}`);

function merged(present: readonly Choice[], more: readonly Choice[]): Choice[] {
  const known = new Set(present.map(keyOf));
  return [...present, ...more.filter((choice) => !known.has(keyOf(choice)))];
}

/** The form as it stands, to be done again with one click. The note becomes a template. */
export function recipeFrom(form: FormModel, given: { id: string; name: string }): Recipe {
  const stage = form.kind === 'person' ? 'contactStageId' : 'companyStageId';
  const customFields = Object.entries(form.customFields).filter(([, value]) => value.trim() !== '');
  return {
    ...given,
    ...(form.list && form.kind === 'person' && { list: form.list }),
    tags: [...form.tags],
    ...(form.stageId && { [stage]: form.stageId }),
    customFields: Object.fromEntries(customFields),
    ...(form.note.trim() && { note: asTemplate(form) }),
  };
}

/** Puts placeholders where the note names this very person or company. */
function asTemplate({ note, fields, kind, title }: FormModel): string {
  const names: [string, string | undefined][] = [
    ['name', title],
    ['companyName', kind === 'person' ? fields['companyName']?.value : undefined],
    ['firstName', fields['firstName']?.value],
    ['lastName', fields['lastName']?.value],
  ];
  return names.reduce(
    (text, [name, value]) => (value && value.length > 2 ? text.replaceAll(value, `{${name}}`) : text),
    note.trim(),
  );
}

/** All that it will do, in one line: `List Warm intros · Stage New · 2 tags · note`. */
export function previewOf(recipe: Recipe, kind: FormModel['kind'], catalog: Catalog | undefined): string {
  const stages = kind === 'person' ? catalog?.contactStages : catalog?.companyStages;
  const stageId = kind === 'person' ? recipe.contactStageId : recipe.companyStageId;
  const parts = [
    recipe.list && kind === 'person' && `${t('list')} ${nameOf(recipe.list, catalog?.lists ?? [])}`,
    stageId && `${t('stage')} ${nameOf({ id: stageId }, stages ?? [])}`,
    recipe.tags.length > 0 && recipe.tags.map((tag) => nameOf(tag, catalog?.tags ?? [])).join(', '),
    ...Object.entries(recipe.customFields).map(
      ([id, value]) => `${nameOf({ id }, catalog?.customFields ?? [])}: ${value}`,
    ),
    recipe.note && t('note'),
  ];
  return parts.filter((part): part is string => Boolean(part)).join(' · ');
}
