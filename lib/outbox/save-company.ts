import type { Company } from '../crm.ts';
import { Failure } from '../failure.ts';
import { failureWords } from '../failure-words.ts';
import type { CompanySave } from '../save-request.ts';
import { type CompanyIdentity, companyCreateFields, companyWriteFields, type Fields } from './crm-port.ts';
import { companyIdentity, type Entry, snapshotOf } from './entry.ts';
import { faultOf } from './failures.ts';
import {
  earliestWrite,
  isOurs,
  isSameValue,
  keepsItsOwn,
  mergeBefore,
  type Perform,
  pick,
  recordIdOf,
  resolveList,
  type StepContext,
  setCustomFields,
  setStage,
  setTags,
  stageOf,
  writeNote,
} from './save-steps.ts';
import { rewrite, verifyWith, whereMade } from './verify.ts';

/** The steps of saving a company. The CRM has no upsert for one, so it is looked up, then made or updated. */

const saveOf = (entry: Entry): CompanySave => {
  if (entry.save.kind !== 'company') throw new Failure('internal', 'This entry is not a company.');
  return entry.save;
};

export const companyFieldsOf = (save: CompanySave): Fields => pick(save.fields, companyWriteFields);

/** Its page's address is enough to find it again, so a new one gets that even when the user unticked it. */
function createFieldsOf(save: CompanySave): Fields {
  const { handle } = companyIdentity(save);
  return { ...(handle && { handle }), ...pick(save.fields, companyCreateFields) };
}

const lookUp: Perform = async ({ entry, crm }) => {
  const save = saveOf(entry);
  const mayHaveWritten = entry.attempted.includes('write');
  const { before: earlier } = entry.progress;
  const isRepeat = earlier === null && mayHaveWritten;
  const identity = companyIdentity(save);
  const found =
    (await crm.findCompany(identity)) ??
    (save.recordId === undefined ? undefined : await crm.getCompany(save.recordId)) ??
    // Made without a handle, and the answer was lost: only the name is left to find it by.
    (isRepeat && !identity.handle && save.fields.name
      ? await crm.findCompanyByName(save.fields.name)
      : undefined);
  // Known by what was missing at the first look, it was made since; by its name alone, it may be older.
  const madeAfter = isKnownBy(found, identity) ? undefined : earliestWrite(entry);
  if (found && isRepeat && isOurs(found, createFieldsOf(save), madeAfter))
    return { progress: { before: null, recordId: found.id, created: true, made: whereMade(found) } };
  const begunAt = mayHaveWritten ? entry.progress.begunAt : crm.now();
  const now = found && snapshotOf(found);
  return {
    progress: {
      begunAt,
      before: mergeBefore(
        earlier,
        now,
        { fields: companyFieldsOf(save), stageId: save.stageId },
        mayHaveWritten,
      ),
      recordId: now?.id,
      created: false,
    },
  };
};

const isKnownBy = (company: Company | undefined, identity: CompanyIdentity) =>
  (['handle', 'companyId'] as const).some(
    (name) => identity[name] !== undefined && isSameValue(company?.fields[name], identity[name]),
  );

const write: Perform = async (context) => {
  const { entry, crm } = context;
  const save = saveOf(entry);
  const { before, created, recordId } = entry.progress;
  if (created && recordId !== undefined) return { alsoDone: ['list'] };
  if (before) {
    const alsoDone = await update(context, before.id, companyFieldsOf(save));
    return { progress: { recordId: before.id, created: false }, alsoDone: ['details', ...alsoDone] };
  }
  const fields = createFieldsOf(save);
  if (!fields.name) throw new Failure('rejected', failureWords.noCompanyName);
  const listIds = save.list ? [await resolveList(context, save.list)] : [];
  const company = await crm.createCompany(fields, listIds);
  return {
    progress: { recordId: company.id, created: true, made: whereMade(company), listId: listIds[0] },
    alsoDone: ['list'],
  };
};

/** What a company cannot be created with. */
const details: Perform = async (context) => {
  const save = saveOf(context.entry);
  if (context.entry.progress.unkept?.details)
    return rewrite(context.crm.updateCompany, context.entry, companyFieldsOf(save));
  const { companyId } = companyIdentity(save);
  const rest = { ...(companyId && { companyId }), ...pick(save.fields, ['phone', 'about', 'companyId']) };
  return { alsoDone: await update(context, recordIdOf(context.entry), rest) };
};

/**
 * Writes fields and stage in one request. When that is refused, the fields go alone and the stage is left to
 * its own step, so that a stage that was deleted does not keep the company away.
 */
async function update(
  { entry, crm, fresh }: StepContext,
  companyId: string,
  fields: Fields,
): Promise<'stage'[]> {
  const stageId = stageOf(entry);
  const isThere = fresh.has('lookUp') && entry.progress.before?.stageId === stageId;
  const stage = isThere ? undefined : stageId;
  const hasFields = Object.keys(fields).length > 0;
  if (!hasFields && stage === undefined) return stageId === undefined ? [] : ['stage'];
  try {
    await crm.updateCompany(companyId, fields, stage);
    return stageId === undefined ? [] : ['stage'];
  } catch (error) {
    if (stage === undefined || faultOf(error).kind !== 'rejected') throw error;
    if (hasFields) await crm.updateCompany(companyId, fields);
    return [];
  }
}

/** Only for a known company; a new one is created in its list. */
const list: Perform = async ({ entry, crm }) => {
  const { list: choice } = saveOf(entry);
  if (keepsItsOwn(entry)) return {};
  const listId = choice && ('id' in choice ? choice.id : (await crm.findList(choice.name))?.id);
  if (listId !== undefined && entry.progress.before?.listIds.includes(listId)) return {};
  throw new Failure('rejected', failureWords.knownCompanyList);
};

export const companySteps = {
  lookUp,
  write,
  details,
  tags: setTags,
  stage: setStage,
  list,
  customFields: setCustomFields,
  note: writeNote,
  verify: verifyWith((entry) => companyFieldsOf(saveOf(entry))),
};
