import type { SaveRequest } from '../save-request.ts';
import type { PlannedTask } from './crm-port.ts';
import { type Entry, titleOf, viewOf } from './entry.ts';
import type { FailedPart, SaveStep } from './entry-view.ts';
import { plannedTask } from './follow-up-steps.ts';
import { companyFieldsOf } from './save-company.ts';
import { contactFieldsOf, knownContactFieldsOf } from './save-person.ts';
import { keepsItsOwn, pick, stageOf } from './save-steps.ts';

/** How many finished saves are remembered. */
export const historyLength = 500;

/** What was sent, for the user who wants to know what left the browser. */
export interface SentSave {
  entryId: string;
  /** ms since 1970 */
  at: number;
  pageKey: string;
  kind: 'person' | 'company';
  title: string;
  /** Where it went, by the name at the time. */
  workspaceName?: string | undefined;
  outcome: 'saved' | 'partial' | 'undone' | 'discarded';
  /** True when the save made a new record. */
  created: boolean;
  recordId?: string | undefined;
  /** The parts that did not land, and why. */
  failed?: FailedPart[] | undefined;
  sent: Partial<
    Pick<SaveRequest, 'fields' | 'list' | 'tags' | 'removeTagIds' | 'stageId' | 'note' | 'customFields'> & {
      withCompany: boolean;
      cancelAutomations: boolean;
      task: PlannedTask;
      /** The automation that the contact was put into. */
      enrolIn: string;
    }
  >;
}

/** The part of the request that landed; steps that failed sent nothing that stayed. */
export function sentSave(entry: Entry, outcome: SentSave['outcome'], at: number): SentSave {
  const { save, progress, pageKey } = entry;
  const landed = (step: SaveStep) => entry.done.includes(step);
  const person = save.kind === 'person' ? save : undefined;
  // A known contact that is not moved stays in its list, though the step counts as done.
  const isListed = progress.created === true || person === undefined || person.moveToList === true;
  const task = plannedTask(entry);
  const failed = viewOf(entry, () => undefined).failed;
  return {
    entryId: entry.id,
    at,
    pageKey,
    kind: save.kind,
    title: titleOf(save),
    ...(entry.workspaceName && { workspaceName: entry.workspaceName }),
    outcome,
    created: progress.created === true,
    ...(progress.recordId && { recordId: progress.recordId }),
    ...(failed.length > 0 && { failed }),
    sent: {
      // A refused write left the browser all the same.
      ...((landed('write') || failed.some(({ step }) => step === 'write')) && {
        fields: writtenFields(entry),
      }),
      ...(landed('list') && save.list && isListed && !keepsItsOwn(entry) && { list: save.list }),
      ...(landed('tags') && save.tags.length > 0 && { tags: save.tags }),
      ...(landed('tags') && save.removeTagIds && { removeTagIds: save.removeTagIds }),
      ...(landed('stage') && stageOf(entry) && { stageId: stageOf(entry) }),
      ...(landed('note') && save.note && { note: save.note }),
      ...(landed('customFields') && save.customFields && { customFields: save.customFields }),
      ...(landed('company') && person?.withCompany && { withCompany: true }),
      ...(landed('automations') && person?.cancelAutomations && { cancelAutomations: true }),
      ...(task && landed('task') && { task }),
      // Who was in it before was not put into it.
      ...(landed('enrol') &&
        person?.enrolIn &&
        !progress.enrolment?.wasUnderWay && { enrolIn: person.enrolIn }),
    },
  };
}

/** The fields that the requests held; the others of a save are for the screen and for the lookup. */
function writtenFields({ save, progress }: Entry): Record<string, string> {
  if (save.kind === 'company') return companyFieldsOf(save);
  const fields = progress.before ? knownContactFieldsOf(save) : contactFieldsOf(save);
  return save.withCompany
    ? { ...fields, ...pick(save.fields, ['companyName', 'companyHandle', 'companyId']) }
    : fields;
}
