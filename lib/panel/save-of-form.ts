import type { CrmRecord } from '../crm.ts';
import type { PersonFieldName } from '../records.ts';
import type { SaveRequest } from '../save-request.ts';
import type { FormModel } from './form.ts';
import { goesWith, identityFields, sentFields } from './form-fields.ts';

/** What a press of Save asks for, and of which values. */

function isListChanged(model: FormModel, known: CrmRecord): boolean {
  if (known.object === 'company' || !model.list) return false;
  return !('id' in model.list && model.list.id === known.listId);
}

/** Whether a press of Save would change anything of a record that Grinfi has. */
export function writesSomething(model: FormModel, known: CrmRecord): boolean {
  return (
    model.changes.some((change) => change.ticked) ||
    model.tags.length > 0 ||
    model.removedTagIds.length > 0 ||
    stageToWrite(model) !== undefined ||
    isListChanged(model, known) ||
    model.note.trim() !== '' ||
    model.withCompany ||
    model.jobChange?.stop === true ||
    model.followUp !== undefined ||
    Object.values(model.customFields).some((value) => value.trim() !== '')
  );
}

function stageToWrite(model: FormModel): string | undefined {
  return model.stageId === model.known?.stageId ? undefined : model.stageId || undefined;
}

/**
 * Every field and value of the page that a press of Save would send: ticked changes for a known record, what is
 * certain or confirmed for a new one.
 */
export function valuesToWrite(model: FormModel): Record<string, string> {
  const ticked = new Set(model.changes.filter((change) => change.ticked).map((change) => change.field));
  if (ticked.has('firstName') || ticked.has('lastName')) ticked.add('fullName');
  if (ticked.has('website')) ticked.add('domain');
  if (ticked.has('companyName') || model.withCompany)
    for (const id of ['companyHandle', 'companyId']) ticked.add(id);
  const values: Record<string, string> = {};
  for (const name of sentFields[model.kind]) {
    const field = model.fields[name];
    const isWanted = model.known
      ? ticked.has(name) || (identityFields.has(name) && field?.certain)
      : field?.certain || field?.confirmed || field?.isWrittenAnyway;
    // The employer's own fields are part of saving it as a company, which is a tick of its own.
    const isHeldBack = field?.isHeldBack && !(model.withCompany && goesWith[name] === 'companyName');
    if (isWanted && !isHeldBack && field?.value.trim()) values[name] = field.value.trim();
  }
  return dropStale(model, values);
}

/** An employer or a website typed by hand no longer goes with the ids and the domain read from the page. */
function dropStale(model: FormModel, values: Record<string, string>): Record<string, string> {
  const stale = new Set<string>();
  if (model.kind === 'person' && model.fields['companyName']?.edited) {
    stale.add('companyHandle');
    stale.add('companyId');
  }
  if (model.kind === 'company' && model.fields['website']?.edited) stale.add('domain');
  return Object.fromEntries(Object.entries(values).filter(([name]) => !stale.has(name)));
}

/** The line kept as a note after a job change; the words come from the language file. */
export type FormerJobNote = (job: { position: string | undefined; company: string }) => string;

/** What a press of Save asks for, or `undefined` while something needed is missing. */
export function toSaveRequest(model: FormModel, formerJobNote: FormerJobNote): SaveRequest | undefined {
  if (model.isListMissing || !model.title.trim()) return undefined;
  const note = noteToWrite(model, formerJobNote);
  const stageId = stageToWrite(model);
  const customFields = Object.entries(model.customFields).filter(([, value]) => value.trim() !== '');
  const common = {
    pageKey: model.pageKey,
    tags: model.tags,
    ...(model.removedTagIds.length > 0 ? { removeTagIds: model.removedTagIds } : {}),
    ...(model.list && !(model.known?.object === 'company') ? { list: model.list } : {}),
    ...(stageId ? { stageId } : {}),
    // The outbox looks up once more and may find the record that was not found here, or not looked for.
    ...(!model.known && stageId && !model.isChosen.stage ? { presetsOnlyForNew: true } : {}),
    ...(note ? { note } : {}),
    ...(customFields.length > 0 ? { customFields: Object.fromEntries(customFields) } : {}),
    // Of a known record only changes are written, which mostly leaves out the name.
    ...(model.known ? { recordId: model.known.id, title: model.title.trim().slice(0, 200) } : {}),
  };
  if (model.kind === 'company') return { ...common, kind: 'company', fields: valuesToWrite(model) };
  const fields = valuesToWrite(model);
  const onlyForNew = Object.keys(fields).filter(
    (name) => model.fields[name]?.isWrittenAnyway && !model.fields[name]?.confirmed,
  ) as PersonFieldName[];
  // Where it could not be checked, a list chosen by hand counts for a contact that turns out to be known, too.
  const { task, automation } = model.followUp ?? {};
  const isMoved = model.known ? isListChanged(model, model.known) : !model.isLookedUp && model.isChosen.list;
  return {
    ...common,
    kind: 'person',
    fields,
    ...(onlyForNew.length > 0 ? { onlyForNew } : {}),
    ...(isMoved && model.list ? { moveToList: true } : {}),
    ...(model.withCompany && model.canSaveCompany ? { withCompany: true } : {}),
    ...(model.jobChange?.stop ? { cancelAutomations: true } : {}),
    ...(task ? { task } : {}),
    ...(automation ? { enrolIn: automation.id } : {}),
  };
}

function noteToWrite(model: FormModel, formerJobNote: FormerJobNote): string {
  const { known, jobChange } = model;
  const employerTicked = model.changes.some((change) => change.field === 'companyName' && change.ticked);
  const former =
    jobChange?.keepFormer && employerTicked && known?.object === 'contact'
      ? formerJobNote({ position: known.fields.position, company: jobChange.from })
      : '';
  return [model.note.trim(), former].filter(Boolean).join('\n\n');
}
