import { emptyDraft } from '../drafts.ts';
import { errorText } from '../error-text.ts';
import { Failure } from '../failure.ts';
import { type TextKey, t } from '../i18n.ts';
import type { Handler } from '../messages.ts';
import { buildForm } from '../panel/form.ts';
import { toSaveRequest } from '../panel/save-of-form.ts';
import type { Presets } from '../presets.ts';
import type { LinkedInRecord, Reading } from '../records.ts';
import { type SaveRequest, saveRequestSchema } from '../save-request.ts';

export interface QuickSaveDeps {
  readPage: Handler<'readPage'>;
  saveRecord: Handler<'saveRecord'>;
  getPresets: () => Promise<Presets>;
  /** It is stored; that it has landed is told later. */
  onStored: (entryId: string) => void;
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
 * and stage. A known record keeps its own list and stage, since the user did not see them.
 */
export function createQuickSave(deps: QuickSaveDeps): (tabId: number) => Promise<void> {
  return async (tabId) => {
    try {
      const reading = await deps.readPage({ tabId });
      if (reading.outcome !== 'record') {
        await deps.showProblem(t(whyNot[reading.outcome]));
        return;
      }
      const save = quickRequest(reading.record, await deps.getPresets(), await deps.getMinimum?.());
      if (!save) {
        await deps.showProblem(t('badgeNoList'));
        return;
      }
      const isCollecting = await deps.isCollecting?.();
      const { entryId } = await deps.saveRecord({ save });
      if (isCollecting) await deps.onCollected?.();
      else deps.onStored(entryId);
    } catch (error) {
      const failure = error instanceof Failure ? error : new Failure('internal', String(error));
      await deps.showProblem(errorText(failure.kind, failure.message));
    }
  };
}

const whyNot: Record<Exclude<Reading['outcome'], 'record'>, TextKey> = {
  list: 'badgeNotARecord',
  wall: 'badgeWall',
  notFound: 'badgeNotARecord',
  anonymous: 'badgeNotARecord',
  unsupported: 'badgeNotARecord',
  notReady: 'badgeNotReady',
};

/** `undefined` when a list has to be chosen first: a contact cannot be without one. */
export function quickRequest(
  record: LinkedInRecord,
  presets: Presets,
  minimum?: readonly string[],
): SaveRequest | undefined {
  const { contactStageId, companyStageId } = presets;
  const form = buildForm({
    record,
    draft: emptyDraft,
    presets,
    catalog: undefined,
    lookUp: undefined,
    minimum,
  });
  const stageId = record.kind === 'person' ? contactStageId : companyStageId;
  // There is no former job to note: the lookup has not been asked.
  const request = toSaveRequest({ ...form, stageId }, () => '');
  return request && saveRequestSchema.parse({ ...request, presetsOnlyForNew: true });
}
