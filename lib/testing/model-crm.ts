import type { Company, Contact, CrmList, RecordObject, Tag } from '../crm.ts';
import { Failure } from '../failure.ts';
import {
  type CrmPort,
  companyWriteFields,
  contactWriteFields,
  type FieldChanges,
  type Fields,
} from '../outbox/crm-port.ts';
import { type Enrolment, isUnderWay, type Task } from '../outreach.ts';

interface ModelNote {
  id: string;
  object: RecordObject;
  recordId: string;
  text: string;
  at: number;
}

const allTold = [...[...contactWriteFields, ...companyWriteFields], ...['tags', 'stage', 'list']];

/** What stands between the outbox and the CRM: it may fail, lose the answer, or never come back. */
export type Line = <T>(call: string, act: () => T | Promise<T>) => Promise<T>;

/**
 * A CRM in memory, for tests of the outbox: as strict as the real one about what may be doubled (companies,
 * notes, tags and lists are created as often as one asks), and nothing in it knows of entries or steps.
 */
export class ModelCrm {
  readonly contacts = new Map<string, Contact>();
  readonly companies = new Map<string, Company>();
  readonly lists = new Map<string, CrmList>();
  readonly tags = new Map<string, Tag>();
  readonly notes = new Map<string, ModelNote>();
  readonly customValues = new Map<string, string>();
  readonly cancelled: string[] = [];
  readonly tasks = new Map<string, Task & { contactId: string }>();
  /** One for each time that a contact was put into an automation, which the real one may or may not allow. */
  readonly enrolments: (Enrolment & { contactId: string })[] = [];
  /** Every request that arrived, in order. */
  readonly calls: string[] = [];
  /** Whether a request for many is refused. */
  refuses: (call: string, ids: readonly string[]) => boolean = () => false;
  /** What a creation of somebody who is there is answered with: a refusal, or that contact. */
  knownContact: 'refused' | 'returned' = 'refused';
  /** Whether answers say what time it is, and when a record was made. */
  tellsTime = true;
  /**
   * What it takes, says yes to, and does not keep: fields, and (of one record at a time) `tags`, `stage`, `list`;
   * `newTags` are those that are added, while one that is taken away is gone.
   */
  readonly drops = new Set<string>();
  /** The same of what its answers leave out. */
  readonly hides = new Set<string>();
  /** What its answers say; by default its clock. */
  now: () => number | undefined;
  readonly #now: () => number;
  readonly #prefix: string;
  #lastId = 0;

  /** @param prefix of all ids, where two of them must not have the same */
  constructor(now: () => number = () => 0, prefix = '') {
    this.#now = now;
    this.now = () => this.#now();
    this.#prefix = prefix;
  }

  #newId(kind: string): string {
    this.#lastId += 1;
    return `${this.#prefix}${kind}-${this.#lastId}`;
  }

  #stamp(): string {
    return new Date(this.#now()).toISOString();
  }

  addContact(fields: Contact['fields'], rest: Partial<Contact> = {}): Contact {
    const at = this.#stamp();
    const id = this.#newId('contact');
    const contact: Contact = {
      stageId: 'stage-new',
      listId: 'list-old',
      tagIds: [],
      createdAt: at,
      updatedAt: at,
      ...rest,
      id,
      object: 'contact',
      fields: { ...fields },
    };
    this.contacts.set(id, contact);
    return contact;
  }

  addCompany(fields: Company['fields'], rest: Partial<Company> = {}): Company {
    const at = this.#stamp();
    const id = this.#newId('company');
    const company: Company = {
      listIds: [],
      tagIds: [],
      createdAt: at,
      updatedAt: at,
      ...rest,
      id,
      object: 'company',
      fields: { ...fields },
    };
    this.companies.set(id, company);
    return company;
  }

  contactsWithHandle(handle: string): Contact[] {
    return [...this.contacts.values()].filter(({ fields }) => fields.handle === handle);
  }

  companiesWithHandle(handle: string): Company[] {
    return [...this.companies.values()].filter(({ fields }) => fields.handle === handle);
  }

  notesOf(recordId: string): string[] {
    return [...this.notes.values()].filter((note) => note.recordId === recordId).map(({ text }) => text);
  }

  /** Texts of the tasks that are open. */
  tasksOf(contactId: string): string[] {
    return [...this.tasks.values()]
      .filter((task) => task.contactId === contactId && task.status === 'in_progress')
      .map(({ text }) => text ?? '');
  }

  /** The automations that a contact is in, each as often as it was put in. */
  automationsOf(contactId: string): string[] {
    return this.enrolments
      .filter((one) => one.contactId === contactId && isUnderWay(one))
      .map(({ automationId }) => automationId);
  }

  tagNamesOf({ tagIds }: { tagIds: string[] }): string[] {
    return tagIds.map((id) => this.tags.get(id)?.name ?? id);
  }

  /** The way to it over a given line. */
  port(line: Line): CrmPort {
    const copy = <T>(value: T): T => structuredClone(value);
    const timeless = ({ createdAt: _, updatedAt: __, ...rest }: Contact): Contact => rest;
    const shown = <T extends Contact | undefined>(contact: T): T =>
      copy(this.tellsTime || !contact ? contact : (timeless(contact) as T));
    const record = (object: RecordObject, id: string): Contact | Company => {
      const found = object === 'contact' ? this.contacts.get(id) : this.companies.get(id);
      if (!found) throw new Failure('rejected', 'No leads found to apply action');
      return found;
    };
    const keepsNewTags = () => !this.drops.has('tags') && !this.drops.has('newTags');
    const write = (target: { fields: object; updatedAt?: string | undefined }, changes: FieldChanges) => {
      const fields = target.fields as Record<string, string>;
      for (const [name, value] of Object.entries(changes)) {
        if (this.drops.has(name)) continue;
        if (value === null) delete fields[name];
        else fields[name] = value;
      }
      target.updatedAt = this.#stamp();
    };
    const findContact = (ids: Fields | { handle?: string | undefined; lnId?: string | undefined }) =>
      [...this.contacts.values()].find(
        ({ fields }) =>
          (ids.lnId !== undefined && fields.lnId === ids.lnId) ||
          (ids.handle !== undefined && fields.handle === ids.handle),
      );
    const contactsOf = (call: string, ids: readonly string[]) => {
      if (this.refuses(call, ids)) throw new Failure('rejected', 'Refused.');
      const found = ids.flatMap((id) => this.contacts.get(id) ?? []);
      if (found.length === 0) throw new Failure('rejected', 'No leads found to apply action');
      return found;
    };
    const stop = (id: string, isMeant: (automationId: string) => boolean) => {
      for (const one of this.enrolments)
        if (one.contactId === id && isUnderWay(one) && isMeant(one.automationId)) one.status = 'canceled';
    };
    const withEmail = (email: string | undefined) =>
      email === undefined
        ? undefined
        : [...this.contacts.values()].find(({ fields }) => fields.email === email);
    const on = <T>(call: string, act: () => T): Promise<T> =>
      line(call, () => {
        this.calls.push(call);
        return act();
      });
    const named = <T extends { name: string }>(items: Map<string, T>, name: string) =>
      copy([...items.values()].find((item) => item.name === name));

    return {
      now: () => this.now(),
      findContact: (person) => on('findContact', () => shown(findContact(person))),
      getContact: (id) => on('getContact', () => shown(this.contacts.get(id))),
      upsertContact: ({ fields, listId, moveToList, customFields, isNew }) =>
        on('upsertContact', () => {
          const known = findContact(fields);
          if (known && isNew) throw new Failure('rejected', 'The contact exists already.');
          // Like the real one, it goes on to compare e-mails where no LinkedIn id is known.
          const place = this.drops.has('list') ? {} : { listId };
          const contact = known ?? withEmail(fields.email) ?? this.addContact({}, place);
          write(contact, fields);
          if (known && moveToList) Object.assign(contact, place);
          for (const [id, value] of Object.entries(customFields))
            this.customValues.set(`${contact.id} ${id}`, value);
          return shown(contact);
        }),
      createContact: ({ fields, listId, customFields }) =>
        on('createContact', () => {
          const known = findContact(fields);
          if (known && this.knownContact === 'returned') return { contact: shown(known), isRefused: false };
          if (known ?? withEmail(fields.email)) return { isRefused: true };
          const contact = this.addContact({}, { listId });
          write(contact, fields);
          for (const [id, value] of Object.entries(customFields))
            this.customValues.set(`${contact.id} ${id}`, value);
          return { contact: shown(contact), isRefused: false };
        }),
      addTagToContacts: (ids, tagId) =>
        on('addTagToContacts', () => {
          for (const contact of contactsOf('addTagToContacts', ids))
            contact.tagIds = [...new Set([...contact.tagIds, tagId])];
        }),
      changeStageOfContacts: (ids, stageId) =>
        on('changeStageOfContacts', () => {
          for (const contact of contactsOf('changeStageOfContacts', ids)) contact.stageId = stageId;
        }),
      deleteContacts: (ids) =>
        on('deleteContacts', () => {
          for (const id of ids) this.contacts.delete(id);
        }),
      updateContact: (id, fields) => on('updateContact', () => write(record('contact', id), fields)),
      changeContactList: (id, listId) =>
        on('changeContactList', () => {
          const contact = record('contact', id) as Contact;
          if (!this.drops.has('list')) contact.listId = listId;
        }),
      replaceContactTags: (id, tagIds) =>
        on('replaceContactTags', () => {
          const contact = record('contact', id);
          if (keepsNewTags()) contact.tagIds = [...tagIds];
        }),
      cancelAutomations: (id) =>
        on('cancelAutomations', () => {
          this.cancelled.push(record('contact', id).id);
          stop(id, () => true);
        }),
      cancelAutomation: (id, automationId) =>
        on('cancelAutomation', () => stop(id, (one) => one === automationId)),
      enrol: (id, automationId) =>
        on('enrol', () => {
          const [contactId, startedAt] = [record('contact', id).id, this.#stamp()];
          this.enrolments.push({ contactId, automationId, status: 'in_progress', startedAt });
        }),
      enrolmentsOf: (id) =>
        on('enrolmentsOf', () => copy(this.enrolments.filter(({ contactId }) => contactId === id))),
      tasksOf: (id) =>
        on('tasksOf', () =>
          copy([...this.tasks.values()].filter(({ contactId }) => contactId === id).toReversed()),
        ),
      createTask: (id, task) =>
        on('createTask', () => {
          const made = { ...task, id: this.#newId('task'), contactId: record('contact', id).id };
          const state = { status: 'in_progress', isManual: true, createdAt: this.#stamp() };
          this.tasks.set(made.id, { ...made, ...state });
          return made.id;
        }),
      cancelTask: (id) =>
        on('cancelTask', () => {
          const task = this.tasks.get(id);
          if (task) task.status = 'canceled';
        }),
      findCompany: ({ handle, companyId }) =>
        on('findCompany', () =>
          copy(
            [...this.companies.values()].find(
              ({ fields }) =>
                (companyId !== undefined && fields.companyId === companyId) ||
                (handle !== undefined && fields.handle === handle),
            ),
          ),
        ),
      findCompanyByName: (name) =>
        on('findCompanyByName', () =>
          copy([...this.companies.values()].find(({ fields }) => fields.name === name)),
        ),
      readBack: (object, id) =>
        on('readBack', () => {
          const found = object === 'contact' ? shown(this.contacts.get(id)) : copy(this.companies.get(id));
          return found && { record: found, told: allTold.filter((name) => !this.hides.has(name)) };
        }),
      getCompany: (id) => on('getCompany', () => copy(this.companies.get(id))),
      createCompany: (fields, listIds) =>
        on('createCompany', () => {
          const kept = Object.entries(fields).filter(([name]) => !this.drops.has(name));
          const place = this.drops.has('list') ? [] : [...listIds];
          return copy(this.addCompany(Object.fromEntries(kept), { listIds: place }));
        }),
      updateCompany: (id, fields, stageId) =>
        on('updateCompany', () => {
          const company = record('company', id);
          write(company, fields);
          if (stageId !== undefined && !this.drops.has('stage')) company.stageId = stageId;
        }),
      deleteRecord: (object, id) =>
        on('deleteRecord', () => {
          (object === 'contact' ? this.contacts : this.companies).delete(id);
        }),
      addTag: (object, id, tagId) =>
        on('addTag', () => {
          const target = record(object, id);
          if (keepsNewTags()) target.tagIds = [...new Set([...target.tagIds, tagId])];
        }),
      removeTag: (object, id, tagId) =>
        on('removeTag', () => {
          const target = object === 'contact' ? this.contacts.get(id) : this.companies.get(id);
          if (target && !this.drops.has('tags')) target.tagIds = target.tagIds.filter((one) => one !== tagId);
        }),
      changeStage: (object, id, stageId) =>
        on('changeStage', () => {
          const target = record(object, id);
          if (!this.drops.has('stage')) target.stageId = stageId;
        }),
      setCustomField: (object, id, fieldId, value) =>
        on('setCustomField', () => {
          this.customValues.set(`${record(object, id).id} ${fieldId}`, value);
        }),
      findNotes: (object, recordId, text, since) =>
        on('findNotes', () =>
          [...this.notes.values()]
            .filter(
              (note) =>
                note.object === object &&
                note.recordId === recordId &&
                note.text === text &&
                note.at >= since,
            )
            .map(({ id }) => id),
        ),
      createNote: (object, recordId, text) =>
        on('createNote', () => {
          const note = { id: this.#newId('note'), object, recordId, text, at: this.#now() };
          this.notes.set(note.id, note);
          return note.id;
        }),
      deleteNote: (id) => on('deleteNote', () => void this.notes.delete(id)),
      findList: (name) => on('findList', () => named(this.lists, name)),
      createList: (name) =>
        on('createList', () => {
          const list = { id: this.#newId('list'), name };
          this.lists.set(list.id, list);
          return copy(list);
        }),
      findTag: (name) => on('findTag', () => named(this.tags, name)),
      createTag: (name) =>
        on('createTag', () => {
          const tag = { id: this.#newId('tag'), name };
          this.tags.set(tag.id, tag);
          return copy(tag);
        }),
    };
  }
}
