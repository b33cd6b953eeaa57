import type { Catalog } from '../crm.ts';
import type { Draft } from '../drafts.ts';
import type { FollowUp } from '../follow-up.ts';
import { formatLanguage, t } from '../i18n.ts';
import { fillIn, type Recipe } from '../recipes.ts';
import type { Choice } from '../save-request.ts';
import type { FormModel } from './form.ts';
import { nameOf } from './options-search.ts';
import { taskTitle } from './task-text.ts';

/** What pressing a recipe's button puts into the form; the user's own note stays before the recipe's. */
export function draftPartOf(recipe: Recipe, form: FormModel): Partial<Draft> {
  const stageId = form.kind === 'person' ? recipe.contactStageId : recipe.companyStageId;
  const note = noteOf(recipe, form);
  const followUp = form.kind === 'person' ? followUpOf(recipe, form) : undefined;
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
    ...(followUp && { followUp }),
  };
}

function followUpOf({ task: asked, automation }: Recipe, form: FormModel): FollowUp | undefined {
  const task = isWholeTask(asked) ? asked : undefined;
  if (!task && !automation) return undefined;
  return {
    ...(task && { task: { ...task, text: filledFor(task.text, form) } }),
    ...(automation && { automation }),
  };
}

/** The recipe's note with what is known of this person or company. */
export const noteOf = ({ note }: Recipe, form: FormModel): string => (note ? filledFor(note, form) : '');

function filledFor(template: string, form: FormModel): string {
  const known: Readonly<Record<string, string | undefined>> = form.known?.fields ?? {};
  const value = (name: string) => form.fields[name]?.value || known[name];
  return fillIn(template, {
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
  const { task, automation } = form.followUp ?? {};
  const customFields = Object.entries(form.customFields).filter(([, value]) => value.trim() !== '');
  return {
    ...given,
    ...(form.list && form.kind === 'person' && { list: form.list }),
    tags: [...form.tags],
    ...(form.stageId && { [stage]: form.stageId }),
    customFields: Object.fromEntries(customFields),
    ...(form.note.trim() && { note: asTemplate(form, form.note) }),
    ...(task && { task: { ...task, text: asTemplate(form, task.text) } }),
    ...(automation && { automation }),
  };
}

/** Puts placeholders where a text names this very person or company. */
function asTemplate({ fields, kind, title }: FormModel, words: string): string {
  const names: [string, string | undefined][] = [
    ['name', title],
    ['companyName', kind === 'person' ? fields['companyName']?.value : undefined],
    ['firstName', fields['firstName']?.value],
    ['lastName', fields['lastName']?.value],
  ];
  return names.reduce(
    (text, [name, value]) => (value && value.length > 2 ? text.replaceAll(value, `{${name}}`) : text),
    words.trim(),
  );
}

/**
 * All that it will do, in one line: `List Warm intros · Stage New · Fair · Note · Task in 3 days: …`.
 * @param form of the person it is for, where that is one
 */
export function previewOf(
  recipe: Recipe,
  kind: FormModel['kind'],
  catalog: Catalog | undefined,
  form?: FormModel,
): string {
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
    ...(kind === 'person' ? followUpLines(form ? (followUpOf(recipe, form) ?? {}) : recipe) : []),
  ];
  return parts.filter((part): part is string => Boolean(part)).join(' · ');
}

/** `Task in 3 days: LinkedIn message, Marla Quint: “Ask about May”` and `Automation: Warm up` */
export function followUpLines({ task, automation }: FollowUp): string[] {
  return [
    ...(task
      ? [
          t(
            'recipeTask',
            inDaysText(task.inDays),
            taskTitle({ type: task.type, isManual: true }),
            task.senderName,
            task.text,
          ),
        ]
      : []),
    ...(automation ? [`${t('automation')}: ${automation.name}`] : []),
  ];
}

/** `today`, `tomorrow`, `in 3 days` */
export const inDaysText = (days: number): string =>
  new Intl.RelativeTimeFormat(formatLanguage(), { numeric: 'auto' }).format(days, 'day');

/** A task that can be planned as it stands; so is none at all. */
export const isWholeTask = (task: FollowUp['task']): boolean =>
  task === undefined || (task.text.trim() !== '' && task.senderProfileId !== '');
