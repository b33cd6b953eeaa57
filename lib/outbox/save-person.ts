import type { Company, Contact } from '../crm.ts';
import { Failure } from '../failure.ts';
import { failureWords } from '../failure-words.ts';
import type { PersonSave } from '../save-request.ts';
import { type ContactWrite, contactWriteFields, type Fields, type PersonIdentity } from './crm-port.ts';
import { type Entry, employerIdentity, personIdentity, type Snapshot, snapshotOf } from './entry.ts';
import { followUpSteps } from './follow-up-steps.ts';
import {
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
  writeNote,
} from './save-steps.ts';

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

const lookUp: Perform = async ({ entry, crm }) => {
  const save = saveOf(entry);
  const found =
    (await crm.findContact(askedIdentity(entry))) ??
    (save.recordId === undefined ? undefined : await crm.getContact(save.recordId));
  const mayHaveWritten = entry.attempted.includes('write');
  const { before: earlier } = entry.progress;
  if (found && earlier === null && mayHaveWritten && isUnansweredWrite(entry, found))
    return { progress: { before: null, recordId: found.id, created: true } };
  const now = found && snapshotOf(found);
  return {
    progress: {
      before: mergeBefore(earlier, now, { fields: contactFieldsOf(save) }, mayHaveWritten),
      recordId: now?.id,
      created: false,
    },
  };
};

/** The contact was missing before our write, and now it is there as we have sent it. */
function isUnansweredWrite(entry: Entry, found: Contact): boolean {
  // Where the first look would have found it, it was made since; only else the clocks are asked.
  const wasLookedFor = Object.entries(firstIdentity(entry)).some(
    ([name, value]) => value !== undefined && isSameValue(found.fields[name as keyof PersonIdentity], value),
  );
  return isOurs(found, contactFieldsOf(saveOf(entry)), wasLookedFor ? undefined : entry.queuedAt);
}

/**
 * In a bulk save, a first look goes by one id alone: one request instead of one for each id. The others are
 * left to the write, which then touches nobody that this look did not find.
 */
function askedIdentity(entry: Entry): PersonIdentity {
  return entry.attempted.includes('write') ? personIdentity(saveOf(entry)) : firstIdentity(entry);
}

function firstIdentity(entry: Entry): PersonIdentity {
  const identity = personIdentity(saveOf(entry));
  if (entry.batchId === undefined) return identity;
  const { lnId, handle, snId } = identity;
  return lnId ? { lnId } : handle ? { handle } : { snId };
}

const write: Perform = async (context) => {
  const { entry, crm, repeated } = context;
  const { before, created } = entry.progress;
  const ids = Object.values(personIdentity(saveOf(entry))).filter(Boolean);
  const isHalfLookedUp = entry.batchId !== undefined && before === null && !created && !repeated;
  if (!isHalfLookedUp || ids.length < 2) return writeTo(context, before, created);
  const { listId, contact } = await newContact(context);
  const made = await crm.createContact(contact);
  if (made) return written(made, { created: true, listId });
  const found = await crm.findContact(personIdentity(saveOf(entry)));
  if (!found || isOurs(found, contactFieldsOf(saveOf(entry)), entry.queuedAt))
    return writeTo(context, null, created);
  const snapshot = snapshotOf(found);
  await context.keep({ before: snapshot, recordId: found.id, created: false });
  const progress = { ...entry.progress, before: snapshot, recordId: found.id, created: false };
  return writeTo({ ...context, entry: { ...entry, progress } }, snapshot, false);
};

const written = (
  contact: Contact,
  { created, listId }: { created: boolean; listId: string },
): StepResult => ({
  progress: { recordId: contact.id, created, listId },
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
  if (before && !isFoundByUpsert(before, save)) {
    // Known by another LinkedIn id than the one an upsert goes by: it might make a second contact.
    await crm.updateContact(before.id, knownContactFieldsOf(save));
    return { progress: { recordId: before.id, created: false } };
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
  return written(contact, { created: isCreated(before, created, contact), listId });
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
  if (!save.list || !save.moveToList) return {};
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
    const created = wasMissing && isOurs(company, { name }, entry.queuedAt);
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
  company: linkCompany,
  tags: setTags,
  stage: setStage,
  list: changeList,
  customFields: setCustomFields,
  note: writeNote,
  ...followUpSteps,
};
