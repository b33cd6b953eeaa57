import type { Company, Contact, CrmList, ReadBack, RecordObject, Tag } from '../crm.ts';
import type { Enrolment, Task } from '../outreach.ts';

/**
 * All that the outbox asks of a CRM. Each call is one act on one record; `grinfi-port.ts` carries them out
 * with Grinfi's API, the tests with a model of one.
 *
 * Every call rejects with a `Failure`. Removing or deleting what is gone already is no failure.
 */
export interface CrmPort {
  /** The CRM's own clock, ms since 1970; `undefined` where it is not known. No request. */
  now(): number | undefined;
  /** The contact with one of these ids; `undefined` only when the CRM said that there is none. */
  /** `isLikelyNew`: no id is likely to find anybody, so that it saves time to ask for all at once. */
  findContact(
    person: PersonIdentity,
    options?: { isLikelyNew?: boolean | undefined },
  ): Promise<Contact | undefined>;
  getContact(contactId: string): Promise<Contact | undefined>;
  /** Creates the contact, or updates the one with this LinkedIn id. Gives it as it is afterwards. */
  upsertContact(contact: ContactWrite): Promise<Contact>;
  /** Creates the contact; one that is there already, or that the CRM takes for it, stays as it is. */
  createContact(contact: ContactWrite): Promise<Creation>;
  /** Writes these fields alone; `null` empties one. */
  updateContact(contactId: string, fields: FieldChanges): Promise<void>;
  changeContactList(contactId: string, listId: string): Promise<void>;
  /** Takes every other tag away, so only for a contact that was just created. */
  replaceContactTags(contactId: string, tagIds: string[]): Promise<void>;
  cancelAutomations(contactId: string): Promise<void>;
  cancelAutomation(contactId: string, automationId: string): Promise<void>;
  /** Not to be repeated before `enrolmentsOf` was asked. */
  enrol(contactId: string, automationId: string): Promise<void>;
  /** Those that the contact is in or was in. */
  enrolmentsOf(contactId: string): Promise<Enrolment[]>;
  /** The newest ones, of all kinds and states. */
  tasksOf(contactId: string): Promise<Task[]>;
  /** Gives its id, where the server told it. Not to be repeated before `tasksOf` was asked. */
  createTask(contactId: string, task: PlannedTask): Promise<string | undefined>;
  cancelTask(taskId: string): Promise<void>;
  /** One request for many, as are the next two; at most 500. Ids that are gone are passed over. */
  addTagToContacts(contactIds: readonly string[], tagId: string): Promise<void>;
  changeStageOfContacts(contactIds: readonly string[], stageId: string): Promise<void>;
  deleteContacts(contactIds: readonly string[]): Promise<void>;

  findCompany(company: CompanyIdentity): Promise<Company | undefined>;
  /** For a company that was created without a handle, whose answer was lost. */
  findCompanyByName(name: string): Promise<Company | undefined>;
  getCompany(companyId: string): Promise<Company | undefined>;
  /** Does not look for an existing one. Writes only the fields in `companyCreateFields`. */
  createCompany(fields: Fields, listIds: string[]): Promise<Company>;
  /** Writes these fields and this stage alone; `null` empties a field. */
  updateCompany(companyId: string, fields: FieldChanges, stageId?: string): Promise<void>;

  /** The record as it is now; `undefined` where there is none any more. */
  readBack(object: RecordObject, recordId: string): Promise<ReadBack | undefined>;
  deleteRecord(object: RecordObject, recordId: string): Promise<void>;
  /** Adding a tag that is there already changes nothing. */
  addTag(object: RecordObject, recordId: string, tagId: string): Promise<void>;
  removeTag(object: RecordObject, recordId: string, tagId: string): Promise<void>;
  changeStage(object: RecordObject, recordId: string, stageId: string): Promise<void>;
  setCustomField(object: RecordObject, recordId: string, fieldId: string, value: string): Promise<void>;

  /** Ids of the record's notes with exactly this text, of those written since `since` (ms since 1970). */
  findNotes(object: RecordObject, recordId: string, text: string, since: number): Promise<string[]>;
  /** Gives its id, where the server told it. */
  createNote(object: RecordObject, recordId: string, text: string): Promise<string | undefined>;
  deleteNote(noteId: string): Promise<void>;

  findList(name: string): Promise<CrmList | undefined>;
  createList(name: string): Promise<CrmList>;
  findTag(name: string): Promise<Tag | undefined>;
  createTag(name: string): Promise<Tag>;
}

/** What the CRM says to a creation. */
export interface Creation {
  /** The person of the answer, be it new or not; absent where the answer does not show this person. */
  contact?: Contact | undefined;
  /** It said that somebody is there: this call made nobody. */
  isRefused: boolean;
}

/** Our field names → value. */
export type Fields = Record<string, string>;
export type FieldChanges = Record<string, string | null>;

export interface PlannedTask {
  type: string;
  text: string;
  senderProfileId: string;
  /** ISO 8601 */
  dueAt: string;
}

export interface PersonIdentity {
  handle?: string | undefined;
  lnId?: string | undefined;
  snId?: string | undefined;
}

export interface CompanyIdentity {
  handle?: string | undefined;
  /** LinkedIn's number for it. */
  companyId?: string | undefined;
}

export interface ContactWrite {
  /** With at least one of `lnId`, `handle`, `snId`, by which it is matched, the first of them first. */
  fields: Fields;
  listId: string;
  moveToList: boolean;
  /** Custom field id → value. */
  customFields: Record<string, string>;
  /** The look-up found nobody: a namesake whom the CRM would take for this person must stay as it is. */
  isNew?: boolean;
}

/** Fields of a person that the CRM can write; the rest of a save's fields is for the screen. */
export const contactWriteFields = [
  'handle',
  'lnId',
  'snId',
  'firstName',
  'lastName',
  'headline',
  'position',
  'companyName',
  'location',
  'about',
  'email',
] as const;

/** Fields that a company can be created with; a following update brings the rest. */
export const companyCreateFields = [
  'name',
  'handle',
  'website',
  'domain',
  'industry',
  'employeesRange',
  'headquarters',
] as const;

export const companyWriteFields = [...companyCreateFields, 'companyId', 'about', 'phone'] as const;
