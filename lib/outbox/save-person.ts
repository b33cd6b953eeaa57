import type { Company, Contact } from '../crm.ts';
import { Failure } from '../failure.ts';
import { failureWords } from '../failure-words.ts';
import type { PersonSave } from '../save-request.ts';
import { type ContactWrite, contactWriteFields, type Fields, type PersonIdentity } from './crm-port.ts';
import {
  type Entry,
  employerIdentity,
  type Progress,
  personIdentity,
  type Snapshot,
  type Step,
  snapshotOf,
} from './entry.ts';
import { followUpSteps } from './follow-up-steps.ts';
import {
  earliestWrite,
  holdsAll,
  isOlderThanItsWrite,
  isOurs,
  isSameValue,
  mergeBefore,
  type Perform,
  pick,
  recordIdOf,
  resolveList,
  type StepContext,
  type StepResult,
  setCustomFields,
  setStage,
  setTags,
  timeOf,
  writeNote,
} from './save-steps.ts';
import { rewrite, verifyWith, whereMade } from './verify.ts';

/** The steps of saving a person; see `save-steps.ts` for the order. */

const saveOf = (entry: Entry): PersonSave => {
  if (entry.save.kind !== 'person') throw new Failure('internal', 'This entry is not a person.');
  return entry.save;
};

/** What of the save goes into the contact itself. */
export const contactFieldsOf = (save: PersonSave): Fields => pick(save.fields, contactWriteFields);

/** Of these, what goes into a contact that was there before. */
export function knownContactFieldsOf(save: PersonSave): Fields {
  const kept = contactWriteFields.filter((name) => !save.onlyForNew?.includes(name));
  return pick(save.fields, kept);
}

const lookUp: Perform = async ({ entry, crm, crowd, isOfAnother }) => {
  const save = saveOf(entry);
  const mayHaveWritten = entry.attempted.includes('write');
  if (!mayHaveWritten && isCreatedFirst({ entry, crm, crowd }))
    return { progress: { before: undefined, recordId: undefined, created: undefined, begunAt: crm.now() } };
  const isLikelyNew = save.recordId === undefined && entry.batchId === undefined && !mayHaveWritten;
  const found =
    (await crm.findContact(personIdentity(save), { isLikelyNew })) ??
    (save.recordId === undefined ? undefined : await crm.getContact(save.recordId));
  if (entry.batchId !== undefined) crowd.tell(found !== undefined);
  const begunAt = mayHaveWritten ? entry.progress.begunAt : crm.now();
  const { before: earlier } = entry.progress;
  const sent = contactFieldsOf(save);
  if (found && earlier === undefined && mayHaveWritten) {
    const isAnothers = await isOfAnother(found.id);
    return { progress: { begunAt, ...standingOf(found, entry, { isRefused: isAnothers }) } };
  }
  // Missing at the first look, it was made since.
  if (found && earlier === null && mayHaveWritten && isOurs(found, sent, undefined))
    return { progress: { begunAt, before: null, recordId: found.id, created: true } };
  const now = found && snapshotOf(found);
  return {
    progress: {
      begunAt,
      before: mergeBefore(earlier, now, { fields: sent }, mayHaveWritten),
      recordId: now?.id,
      created: false,
    },
  };
};

/**
 * In a bulk save, a new person costs one request: created at once, and looked up only where the answer shows
 * somebody who was there. Told apart by the age of the contact, so the CRM's clock must be known.
 */
function isCreatedFirst({ entry, crm, crowd }: Pick<StepContext, 'entry' | 'crm' | 'crowd'>): boolean {
  const { list, recordId } = saveOf(entry);
  // A known one stays in its list, so there may be none to create it in.
  const canCreate = entry.batchId !== undefined && list !== undefined;
  return canCreate && recordId === undefined && crm.now() !== undefined && !crowd.isMostlyKnown();
}

/**
 * Whose contact this is that was there after our creation, which touches nobody: made by us, known before, or
 * not to be told. Only what we certainly made is ever deleted, and only what we certainly did not make is
 * remembered as it is now.
 */
function standingOf(
  found: Contact,
  entry: Entry,
  { isRefused }: { isRefused: boolean },
): Pick<Progress, 'before' | 'recordId' | 'created'> {
  const known = { before: snapshotOf(found), recordId: found.id, created: false };
  if (isRefused || !holdsAll(found, contactFieldsOf(saveOf(entry)))) return known;
  if (isMadeSince(found, entry)) return { before: null, recordId: found.id, created: true };
  if ((timeOf(found.updatedAt) ?? Number.NaN) < earliestWrite(entry)) return known;
  return { before: undefined, recordId: found.id, created: false };
}

const write: Perform = async (context) => {
  const { before, recordId, created } = context.entry.progress;
  const isNotLookedUp = before === undefined && recordId === undefined;
  return isNotLookedUp ? createFirst(context) : writeTo(context, before, created);
};

const createFirst: Perform = async (context) => {
  const { entry, crm, crowd, isOfAnother } = context;
  const { listId, contact } = await newContact(context);
  const { contact: answered, isRefused } = await crm.createContact(contact);
  const isMade = answered && isMadeSince(answered, entry) && !hasOtherWords(answered, contact.fields);
  if (isMade && !(await isOfAnother(answered.id))) {
    crowd.tell(false);
    return written(answered, { before: null, created: true, listId });
  }
  const found = answered ?? (await crm.findContact(personIdentity(saveOf(entry))));
  crowd.tell(found !== undefined);
  if (!found) return writeTo(context, null, false);
  const isKnown = isRefused || (await isOfAnother(found.id));
  const standing = standingOf(found, entry, { isRefused: isKnown });
  await context.keep(standing);
  const progress = { ...entry.progress, ...standing };
  return writeTo({ ...context, entry: { ...entry, progress } }, standing.before, standing.created);
};

/** Since our first write, and bare as a new one is. */
const isMadeSince = ({ createdAt, tagIds }: Contact, entry: Entry): boolean =>
  (timeOf(createdAt) ?? Number.NaN) >= earliestWrite(entry) && tagIds.length === 0;

/** Made a moment before ours, by somebody else. Ids and addresses are no words: servers write them their own way. */
const hasOtherWords = ({ fields }: Contact, sent: Fields) =>
  (['firstName', 'lastName', 'headline'] as const).some(
    (name) => fields[name] && !isSameValue(fields[name], sent[name]),
  );

const written = (
  contact: Contact,
  progress: Pick<Progress, 'before' | 'created' | 'listId'>,
  wasThere = false,
): StepResult => ({
  progress: {
    recordId: contact.id,
    // One whose creation got no answer may have been moved since.
    ...(progress.created && { made: { ...whereMade(contact), ...(wasThere && { listIds: [] }) } }),
    ...progress,
  },
  alsoDone: ['list', 'customFields'],
});

async function newContact(context: StepContext): Promise<{ listId: string; contact: ContactWrite }> {
  const save = saveOf(context.entry);
  const listId = await listFor(context);
  const fields = { ...pick(upsertIdentity(save) as Fields, contactWriteFields), ...contactFieldsOf(save) };
  const contact = { fields, listId, moveToList: false, customFields: save.customFields ?? {}, isNew: true };
  return { listId, contact };
}

async function writeTo(
  context: StepContext,
  before: Snapshot | null | undefined,
  created: boolean | undefined,
): Promise<StepResult> {
  const { entry, crm } = context;
  const save = saveOf(entry);
  const knownId = before === undefined ? entry.progress.recordId : before?.id;
  if (knownId !== undefined && !(before && isFoundByUpsert(before, save))) {
    // Known by another LinkedIn id than the one an upsert goes by: it might make a second contact.
    await crm.updateContact(knownId, knownContactFieldsOf(save));
    return { progress: { recordId: knownId, created: false } };
  }
  const listId = await listFor(context);
  const contact = await crm.upsertContact({
    fields: {
      ...pick(upsertIdentity(save) as Fields, contactWriteFields),
      ...(before ? knownContactFieldsOf(save) : contactFieldsOf(save)),
    },
    listId,
    moveToList: save.moveToList === true,
    customFields: save.customFields ?? {},
    isNew: before === null && created !== true,
  });
  return written(contact, { created: isCreated(before, created, contact), listId }, created);
}

/** Only what certainly was not there before counts as made by us: the undo deletes it. */
function isCreated(before: Snapshot | null | undefined, earlier: boolean | undefined, contact: Contact) {
  return earlier === true || (before === null && !isOlderThanItsWrite(contact));
}

function isFoundByUpsert(before: Snapshot, save: PersonSave): boolean {
  const ids = upsertIdentity(save);
  const first = (['lnId', 'handle', 'snId'] as const).find((name) => ids[name] !== undefined);
  return first !== undefined && isSameValue(before.fields[first], ids[first]);
}

/** The ids among the fields to write; only where there is none of them, the ones that the page gives. */
function upsertIdentity(save: PersonSave): PersonIdentity {
  const { handle, lnId, snId } = save.fields;
  return handle || lnId || snId ? { handle, lnId, snId } : personIdentity(save);
}

async function listFor(context: StepContext): Promise<string> {
  const save = saveOf(context.entry);
  const present = context.entry.progress.before?.listIds[0];
  // A known contact stays in its list unless told otherwise; then no list is made for nothing either.
  if (present !== undefined && (!save.moveToList || !save.list)) return present;
  if (!save.list) throw new Failure('rejected', failureWords.noList);
  return resolveList(context, save.list);
}

/** Only where the write did not bring it along. */
const changeList: Perform = async (context) => {
  const { entry, crm } = context;
  const save = saveOf(entry);
  if (!save.list || !(save.moveToList || entry.progress.unkept?.list)) return {};
  const listId = await resolveList(context, save.list);
  await crm.changeContactList(recordIdOf(entry), listId);
  return { progress: { listId } };
};

const linkCompany: Perform = async ({ entry, crm, keep }) => {
  const save = saveOf(entry);
  const identity = employerIdentity(save);
  const name = save.fields.companyName;
  if (!name || (!identity.handle && !identity.companyId))
    throw new Failure('page', failureWords.employerUnclear);
  const wasMissing = entry.progress.companyMissing === true;
  let company = await crm.findCompany(identity);
  // Without a handle it can be told by its name alone until its number is written.
  if (!company && wasMissing) company = await unfinishedCompany(await crm.findCompanyByName(name));
  if (company) {
    const created = wasMissing && isOurs(company, { name }, earliestWrite(entry));
    if (created) await writeNumber(company);
    return { progress: { company: { recordId: company.id, created } } };
  }
  await keep({ companyMissing: true });
  const made = await crm.createCompany({ name, ...(identity.handle && { handle: identity.handle }) }, []);
  await keep({ company: { recordId: made.id, created: true } });
  await writeNumber(made);
  return { progress: { company: { recordId: made.id, created: true } } };

  async function writeNumber({ id, fields }: Company): Promise<void> {
    const { companyId } = identity;
    if (companyId && fields.companyId === undefined) await crm.updateCompany(id, { companyId });
  }
};

/** A company that has its name alone: what a create leaves until its number is written. */
export const unfinishedCompany = (company: Company | undefined) =>
  company?.fields.companyId === undefined && company?.fields.handle === undefined ? company : undefined;

export const personSteps = {
  lookUp,
  write,
  details: ({ entry, crm }) => rewrite(crm.updateContact, entry, contactFieldsOf(saveOf(entry))),
  company: linkCompany,
  tags: setTags,
  stage: setStage,
  list: changeList,
  customFields: setCustomFields,
  note: writeNote,
  ...followUpSteps,
  verify: verifyWith((entry) => {
    const save = saveOf(entry);
    return entry.progress.before ? knownContactFieldsOf(save) : contactFieldsOf(save);
  }),
} satisfies Partial<Record<Step, Perform>>;
