import * as v from 'valibot';
import { type Draft, emptyDraft } from '../drafts.ts';
import { errorText } from '../error-text.ts';
import { type TextKey, t } from '../i18n.ts';
import type { Handler } from '../messages.ts';
import { buildNewForm } from '../panel/new-form.ts';
import { draftPartOf } from '../panel/recipe-parts.ts';
import { toSaveRequest } from '../panel/save-of-form.ts';
import type { Presets } from '../presets.ts';
import type { Recipe } from '../recipes.ts';
import type { LinkedInRecord, Reading } from '../records.ts';
import { type SaveRequest, saveRequestSchema } from '../save-request.ts';
import { failureOf } from '../send.ts';
import type { QuickGuard } from './quick-guard.ts';

export interface QuickSaveDeps {
  readPage: Handler<'readPage'>;
  saveRecord: Handler<'saveRecord'>;
  getPresets: () => Promise<Presets>;
  /** Of the workspace that is shown. */
  recipeAt?: (place: number) => Promise<Recipe | undefined>;
  /** Nobody sees a warning before the press, so that what speaks against an automation keeps it away. */
  isClear?: QuickGuard;
  /** It is stored; that it has landed is told later, and with it what was not done. */
  onStored: (entryId: string, notDone?: string) => void;
  /** The user collects first and sends later. */
  isCollecting?: () => Promise<boolean>;
  /** It is stored, and stays here: nothing will land that could be told. */
  onCollected?: () => Promise<void>;
  /** Minimum-data mode: the fields that are sent beyond who it is. */
  getMinimum?: () => Promise<readonly string[] | undefined>;
  /** The only place to say that it did not work: no screen of ours need be open. */
  showProblem: (sentence: string) => Promise<void>;
}

/**
 * Saves what is open in the tab at once: the fields that were read for certain, with the last used list, tags
 * and stage. A known record keeps its own list and stage, since the user did not see them; those that a recipe
 * names were chosen.
 *
 * @returns saves the page in this tab; with `place`, counted from 1, as the recipe there says
 */
export function createQuickSave(deps: QuickSaveDeps): (tabId: number, place?: number) => Promise<void> {
  return async (tabId, place) => {
    try {
      const recipe = place ? await deps.recipeAt?.(place) : undefined;
      if (place && !recipe) {
        await deps.showProblem(t('badgeNoRecipe', String(place)));
        return;
      }
      const reading = await deps.readPage({ tabId });
      if (reading.outcome !== 'record') {
        await deps.showProblem(t(whyNot[reading.outcome] ?? 'badgeNotARecord'));
        return;
      }
      const { wanted, notDone } = await guarded(reading.record, recipe, deps.isClear);
      const save = quickRequest(reading.record, await deps.getPresets(), await deps.getMinimum?.(), wanted);
      if (!save) {
        await deps.showProblem(t('badgeNoList'));
        return;
      }
      const isCollecting = await deps.isCollecting?.();
      const { entry } = await deps.saveRecord({ save });
      if (!isCollecting) deps.onStored(entry.id, notDone);
      else if (notDone) await deps.showProblem(notDone);
      else await deps.onCollected?.();
    } catch (error) {
      const { kind, message } = failureOf(error);
      await deps.showProblem(errorText(kind, message));
    }
  };
}

/** The recipe, without its automation where something speaks against that, and then the words for it. */
async function guarded(
  record: LinkedInRecord,
  recipe: Recipe | undefined,
  isClear: QuickGuard | undefined,
): Promise<{ wanted: Recipe | undefined; notDone?: string }> {
  const automation = recipe?.automation;
  if (!automation || record.kind !== 'person' || (await isClear?.(record, automation.id)))
    return { wanted: recipe };
  return { wanted: { ...recipe, automation: undefined }, notDone: t('badgeNotEnrolled', automation.name) };
}

const whyNot: Partial<Record<Reading['outcome'], TextKey>> = { wall: 'badgeWall', notReady: 'badgeNotReady' };

/** `undefined` when a list has to be chosen first: a contact cannot be without one. */
export function quickRequest(
  record: LinkedInRecord,
  presets: Presets,
  minimum?: readonly string[],
  recipe?: Recipe,
): SaveRequest | undefined {
  const { contactStageId, companyStageId } = presets;
  const formOf = (draft: Draft) =>
    buildNewForm({ record, draft, presets, catalog: undefined, lookUp: undefined, minimum });
  const plain = formOf(emptyDraft);
  const form = recipe ? formOf({ ...emptyDraft, ...draftPartOf(recipe, plain) }) : plain;
  const stageId = form.stageId ?? (record.kind === 'person' ? contactStageId : companyStageId);
  // There is no former job to note: the lookup has not been asked.
  const request = toSaveRequest({ ...form, stageId }, () => '');
  const isPreset = !form.isChosen.stage;
  return request && v.parse(saveRequestSchema, { ...request, ...(isPreset && { presetsOnlyForNew: true }) });
}
