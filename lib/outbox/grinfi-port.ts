import type { CatalogItem } from '../catalog-kind.ts';
import type { CustomField } from '../crm.ts';
import { Failure } from '../failure.ts';
import { failureWords } from '../failure-words.ts';
import {
  cancelAllAutomations,
  cancelAutomations,
  enrolContact,
  listEnrolmentsOf,
} from '../grinfi/automations.ts';
import type { GrinfiClient } from '../grinfi/client.ts';
import * as companies from '../grinfi/companies.ts';
import { createContact, upsertContact } from '../grinfi/contact-upsert.ts';
import * as contacts from '../grinfi/contacts.ts';
import { listCustomFields, setCustomFieldValue } from '../grinfi/custom-fields.ts';
import { isNoneFound } from '../grinfi/errors.ts';
import { createList, listLists } from '../grinfi/lists.ts';
import * as many from '../grinfi/many-contacts.ts';
import { createNote, deleteNote, findNotes } from '../grinfi/notes.ts';
import { readBack } from '../grinfi/read-back.ts';
import type { ServerTime } from '../grinfi/server-time.ts';
import { createTag, listTags } from '../grinfi/tags.ts';
import { cancelTask, createTask, listTasksOf } from '../grinfi/tasks.ts';
import { noteToSelf } from '../outreach.ts';
import type { CrmPort } from './crm-port.ts';

/** Notes are looked through from the newest; an answer lost days ago may lie far back in a busy team. */
const notePages = 20;
/** A contact's own are few. */
const taskCount = 100;

type OnNamed = (kind: 'list' | 'tag', item: CatalogItem) => Promise<void>;

/**
 * The outbox's CRM is Grinfi.
 * @param given.knownFields the custom fields as last fetched, which saves a request where they suffice
 * @param given.onNamed is told of the list or tag that a name stands for, found or made
 * @param given.serverTime of the same client; without it, the CRM's clock is not known
 */
export function createGrinfiPort(
  client: GrinfiClient,
  {
    knownFields,
    onNamed,
    serverTime,
  }: {
    knownFields?: (() => Promise<readonly CustomField[] | undefined>) | undefined;
    onNamed?: OnNamed | undefined;
    serverTime?: ServerTime | undefined;
  } = {},
): CrmPort {
  async function told<T extends CatalogItem | undefined>(kind: 'list' | 'tag', item: T): Promise<T> {
    if (item) await onNamed?.(kind, item);
    return item;
  }
  return {
    now: () => serverTime?.now(),
    findContact: (person, options) => contacts.findContact(client, person, options),
    getContact: (contactId) => contacts.getContact(client, contactId),
    async upsertContact({ customFields, ...contact }) {
      const byName = await namesOf(client, customFields, knownFields);
      return upsertContact(client, { ...contact, customFields: byName });
    },
    async createContact({ customFields, ...contact }) {
      const byName = await namesOf(client, customFields, knownFields);
      return createContact(client, { ...contact, customFields: byName });
    },
    updateContact: (contactId, fields) => contacts.updateContact(client, contactId, fields),
    changeContactList: (contactId, listId) => many.changeListOfContacts(client, [contactId], listId),
    replaceContactTags: (contactId, tagIds) => many.replaceTagsOfContacts(client, [contactId], tagIds),
    cancelAutomations: (contactId) => cancelAllAutomations(client, contactId),
    cancelAutomation: (contactId, automationId) =>
      orGone(cancelAutomations(client, contactId, [automationId])),
    enrol: (contactId, automationId) => enrolContact(client, { contactId, automationId }, { retry: false }),
    enrolmentsOf: (contactId) => listEnrolmentsOf(client, contactId),
    tasksOf: async (contactId) => (await listTasksOf(client, contactId, { limit: taskCount })).items,
    createTask: async (contactId, task) =>
      (
        await createTask(client, {
          ...task,
          contactId,
          // Servers differ in which of the two they show to who does it.
          note: task.type === noteToSelf ? task.text : undefined,
          timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        })
      )?.id,
    cancelTask: (taskId) => orGone(cancelTask(client, taskId)),
    addTagToContacts: (contactIds, tagId) => many.addTagsToContacts(client, contactIds, [tagId]),
    changeStageOfContacts: (contactIds, stageId) => many.changeStageOfContacts(client, contactIds, stageId),
    deleteContacts: (contactIds) => orGone(many.deleteContacts(client, contactIds)),

    findCompany: async (company) => (await companies.findCompanies(client, [company]))[0],
    findCompanyByName: (name) => companies.findCompanyByName(client, name),
    getCompany: (companyId) => companies.getCompany(client, companyId),
    async createCompany(fields, listIds) {
      const [company] = await companies.createCompanies(client, [fields], listIds);
      // It may be there all the same; the next try looks it up first.
      if (!company) throw new Failure('malformed', 'Grinfi did not say which company it made.');
      return company;
    },
    updateCompany: (companyId, fields, stageId) =>
      companies.updateCompany(client, companyId, { ...fields, ...(stageId !== undefined && { stageId }) }),

    readBack: (object, recordId) => readBack(client, object, recordId),
    deleteRecord: (object, recordId) =>
      object === 'contact'
        ? contacts.deleteContact(client, recordId)
        : companies.deleteCompany(client, recordId),
    addTag: (object, recordId, tagId) =>
      object === 'contact'
        ? many.addTagsToContacts(client, [recordId], [tagId])
        : companies.addTagsToCompanies(client, [recordId], [tagId]),
    removeTag: (object, recordId, tagId) =>
      orGone(
        object === 'contact'
          ? many.removeTagsFromContacts(client, [recordId], [tagId])
          : companies.removeTagsFromCompanies(client, [recordId], [tagId]),
      ),
    changeStage: (object, recordId, stageId) =>
      object === 'contact'
        ? many.changeStageOfContacts(client, [recordId], stageId)
        : companies.updateCompany(client, recordId, { stageId }),
    setCustomField: (object, recordId, fieldId, value) =>
      setCustomFieldValue(client, { object, recordId, fieldId, value }),

    findNotes: async (object, recordId, text, since) =>
      (await findNotes(client, { object, recordId, text }, { since, pages: notePages })).map(({ id }) => id),
    createNote: async (object, recordId, text) => (await createNote(client, { object, recordId, text }))?.id,
    deleteNote: (noteId) => deleteNote(client, noteId),

    findList: async (name) => told('list', byName(await listLists(client), name)),
    createList: async (name) => told('list', await createList(client, name)),
    findTag: async (name) => told('tag', byName(await listTags(client), name)),
    createTag: async (name) => told('tag', await createTag(client, { name })),
  };
}

async function orGone(act: Promise<void>): Promise<void> {
  try {
    await act;
  } catch (error) {
    if (!isNoneFound(error)) throw error;
  }
}

/** As a person compares names: "Hot lead " is "hot lead". */
function byName<T extends { name: string }>(items: readonly T[], name: string): T | undefined {
  const plain = (text: string) => text.trim().toLowerCase();
  return items.find((item) => item.name === name) ?? items.find((item) => plain(item.name) === plain(name));
}

/** An upsert takes custom fields by name, and drops a name that it does not know without a word. */
async function namesOf(
  client: GrinfiClient,
  values: Record<string, string>,
  knownFields?: () => Promise<readonly CustomField[] | undefined>,
): Promise<Record<string, string>> {
  const ids = Object.keys(values);
  if (ids.length === 0) return {};
  const known = (await knownFields?.()) ?? [];
  const isKnown = ids.every((id) => known.some((field) => field.id === id));
  const fields = isKnown ? known : await listCustomFields(client);
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => {
      const name = fields.find((field) => field.id === id && field.object === 'contact')?.name;
      if (name === undefined) throw new Failure('rejected', failureWords.customFieldGone);
      return [name, value];
    }),
  );
}
