import * as v from 'valibot';
import type { Contact } from '../crm.ts';
import { failureWords } from '../failure-words.ts';
import type { CallOptions, GrinfiClient } from './client.ts';
import { GrinfiError, unlessGone } from './errors.ts';
import { runOnMany } from './mass-action.ts';
import { pageFrom, pageSize } from './pages.ts';
import { emptying, id, ids, one, optionalNumber, optionalText, present, rows } from './reply.ts';
import { handleOf, isContradicted, type PersonIdentity, sharesAnId } from './same-person.ts';

export type { PersonIdentity } from './same-person.ts';

const base = ['leads', 'api', 'leads'];

const leadSchema = v.object({
  uuid: id,
  list_uuid: optionalText,
  pipeline_stage_uuid: optionalText,
  company_uuid: optionalText,
  user_id: optionalText,
  name: optionalText,
  first_name: optionalText,
  last_name: optionalText,
  company_name: optionalText,
  position: optionalText,
  headline: optionalText,
  about: optionalText,
  avatar_url: optionalText,
  ln_id: optionalText,
  sn_id: optionalText,
  linkedin: optionalText,
  work_email: optionalText,
  personal_email: optionalText,
  raw_address: optionalText,
  location: v.fallback(
    v.optional(v.nullable(v.array(v.object({ address_string: optionalText })))),
    undefined,
  ),
  tags: ids,
  unread_counts: v.fallback(v.optional(v.array(v.object({ count: optionalNumber }))), undefined),
  created_at: optionalText,
  updated_at: optionalText,
});

/** A contact as the server writes it, in our words. */
export const contactSchema = v.pipe(leadSchema, v.transform(toContact));
const contactReply = one(contactSchema);

function toContact(lead: v.InferOutput<typeof leadSchema>): Contact {
  return {
    id: lead.uuid,
    object: 'contact',
    fields: present({
      handle: lead.linkedin && handleOf(lead.linkedin),
      lnId: lead.ln_id,
      snId: lead.sn_id,
      fullName: lead.name,
      firstName: lead.first_name,
      lastName: lead.last_name,
      headline: lead.headline,
      position: lead.position,
      companyName: lead.company_name,
      location: lead.raw_address ?? lead.location?.[0]?.address_string,
      about: lead.about,
      email: lead.work_email ?? lead.personal_email,
      photoUrl: lead.avatar_url,
    }),
    listId: lead.list_uuid,
    stageId: lead.pipeline_stage_uuid,
    tagIds: lead.tags,
    companyId: lead.company_uuid,
    unread: lead.unread_counts?.reduce((sum, { count = 0 }) => sum + count, 0),
    ownerId: lead.user_id,
    createdAt: lead.created_at,
    updatedAt: lead.updated_at,
  };
}

/** What can be written of a contact. Whatever is absent stays as it is in the CRM. */
export interface ContactFields {
  handle?: string | undefined;
  lnId?: string | undefined;
  snId?: string | undefined;
  firstName?: string | undefined;
  lastName?: string | undefined;
  headline?: string | undefined;
  position?: string | undefined;
  companyName?: string | undefined;
  /** Of the company, without `www.` */
  domain?: string | undefined;
  location?: string | undefined;
  about?: string | undefined;
  email?: string | undefined;
}

/** Also takes values away: `null` clears what undo found blank before the save. */
export type ContactChanges = { [K in keyof ContactFields]: ContactFields[K] | null };

const nullableFields = new Set(['ln_id', 'sn_id', 'linkedin', 'headline', 'position', 'raw_address']);

function toLead(fields: ContactChanges) {
  return present({
    linkedin: fields.handle,
    ln_id: fields.lnId,
    sn_id: fields.snId,
    first_name: fields.firstName,
    last_name: fields.lastName,
    headline: fields.headline,
    position: fields.position,
    company_name: fields.companyName,
    domain: fields.domain,
    raw_address: fields.location,
    about: fields.about,
  });
}

/**
 * The contact that is this person, or `undefined` where Grinfi has none: one request for a known one, one
 * for each id of a new one.
 *
 * Source: API notes, sequence (a). Tried are the member id, the Sales Navigator id and the handle, never
 * a name. Safe to repeat. With `isLikelyNew`, all ids are asked for at once: no more requests for a new one, and
 * one wait in place of several.
 * @throws {GrinfiError} `rejected` when Grinfi gives another person for one of the ids and the right one for
 * none: a save would overwrite that one
 */
export async function findContact(
  client: GrinfiClient,
  identity: PersonIdentity,
  options: CallOptions & { isLikelyNew?: boolean | undefined } = {},
): Promise<Contact | undefined> {
  let doubt: GrinfiError | undefined;
  const { isLikelyNew, ...call } = options;
  const ask = (linkedInId: string) => lookUpOne(client, { linkedin_id: linkedInId }, call);
  const ways = waysToAsk(identity).map(({ linkedInId, askedBy }) => {
    const asked = isLikelyNew ? ask(linkedInId) : undefined;
    // It is looked at in its turn, or not at all.
    asked?.catch(() => undefined);
    return { askedBy, answer: () => asked ?? ask(linkedInId) };
  });
  for (const { askedBy, answer } of ways) {
    try {
      const found = await answer();
      if (found === undefined) continue;
      if (!isContradicted(found.fields, identity, askedBy)) return found;
      doubt = new GrinfiError('rejected', failureWords.otherPersonFound);
    } catch (error) {
      // An id of a form that the server does not take leaves the others to ask by, but nothing is "new" then.
      if (!(error instanceof GrinfiError) || error.kind !== 'rejected') throw error;
      doubt ??= error;
    }
  }
  if (doubt !== undefined) throw doubt;
  return undefined;
}

async function lookUpOne(client: GrinfiClient, body: Record<string, string>, options: CallOptions) {
  return unlessGone(
    client.post({
      retry: true,
      ...options,
      path: [...base, 'lookup-one'],
      body,
      reply: contactReply,
    }),
  );
}

/**
 * What to ask for, best first. The bare handle is the documented form, and the address is reported to miss
 * where the handle hits; only where the handle would pass for an id the address is needed.
 */
function waysToAsk({ lnId, snId, handle }: PersonIdentity) {
  const isLikeAnId = handle !== undefined && /^(\d+|AC[a-z]AA.*)$/i.test(handle);
  const asked = isLikeAnId ? `https://www.linkedin.com/in/${encodeURIComponent(handle)}` : handle;
  const ways = [
    { linkedInId: lnId, askedBy: 'id' as const },
    { linkedInId: snId, askedBy: 'id' as const },
    { linkedInId: asked, askedBy: 'handle' as const },
  ];
  return ways.flatMap(({ linkedInId, askedBy }) => (linkedInId ? [{ linkedInId, askedBy }] : []));
}

export interface UpsertContact {
  /** At least one of `lnId`, `handle` and `snId`. */
  fields: ContactFields;
  /** Where a new contact goes; required by the server also for a known one. */
  listId: string;
  /** Custom field *name* → value. */
  customFields?: Readonly<Record<string, string>> | undefined;
  /** Moves a known contact into `listId`; default false. */
  moveToList?: boolean | undefined;
  /**
   * True when a lookup has just found nothing. The server goes on to compare e-mail, and name with company,
   * so an upsert could still overwrite a namesake; this makes sure that it does not.
   */
  isNew?: boolean | undefined;
}

/**
 * Creates the contact, or updates the one that is the same person.
 *
 * Source: API notes, sequence (b) and "Duplicates". Sending it twice leaves one contact, so it may be
 * repeated. One request; a few more where `isNew` meets a lookalike.
 * @throws {GrinfiError} `rejected` where `isNew` meets another person
 */
export async function upsertContact(
  client: GrinfiClient,
  contact: UpsertContact,
  options: CallOptions = {},
): Promise<Contact> {
  if (!contact.isNew) return sendUpsert(client, contact, true, options);
  try {
    const saved = await sendUpsert(client, contact, false, options);
    if (isContradicted(saved.fields, contact.fields, 'handle')) throw otherPerson();
    // The server may answer with the contact it took this one for, and leave that one as it was.
    if (sharesAnId(saved.fields, contact.fields)) return saved;
  } catch (error) {
    if (!(error instanceof GrinfiError) || error.status !== 422) throw error;
    const lookalike = await findLookalike(client, contact.fields, options);
    if (lookalike === undefined) throw error;
    if (isContradicted(lookalike.fields, contact.fields, 'handle')) throw otherPerson();
  }
  return sendUpsert(client, contact, true, options);
}

/**
 * Creates the contact and touches no other. One request. Whether the contact of the answer is new is for the
 * caller to tell, by its age: for a known one, the server may refuse or show it.
 *
 * Source: API notes, sequence (b), with `update_if_exists: false`.
 * @returns `isRefused` for a 422, which may mean a duplicate; `contact` where the answer is about this person
 */
export async function createContact(
  client: GrinfiClient,
  contact: UpsertContact,
  options: CallOptions = {},
): Promise<{ contact?: Contact | undefined; isRefused: boolean }> {
  const { path, body } = upsertRequest(contact, false);
  try {
    const saved = await client.post({ ...options, path, body, reply: v.optional(contactReply) });
    const isThisPerson =
      saved !== undefined &&
      sharesAnId(saved.fields, contact.fields) &&
      !isContradicted(saved.fields, contact.fields, 'handle');
    return { contact: isThisPerson ? saved : undefined, isRefused: false };
  } catch (error) {
    if (error instanceof GrinfiError && error.status === 422 && !isAboutAnother(error.field))
      return { isRefused: true };
    throw error;
  }
}

/** What the server named has nothing to do with who the person is: no duplicate. */
const isAboutAnother = (field: string | undefined) =>
  field !== undefined &&
  ['list', 'customFields', 'headline', 'position', 'location', 'about', 'domain'].includes(field);

function upsertRequest({ fields, listId, customFields, moveToList }: UpsertContact, updateIfExists: boolean) {
  const linkedInId = fields.lnId ?? fields.handle ?? fields.snId;
  if (linkedInId === undefined) throw new GrinfiError('rejected', failureWords.noLinkedInId);
  const body = present({
    lead: { linkedin_id: linkedInId, ...toLead(fields), ...present({ email: fields.email }) },
    list_uuid: listId,
    custom_fields: customFields && Object.keys(customFields).length > 0 ? customFields : undefined,
    update_if_exists: updateIfExists,
    move_to_list: moveToList,
  });
  return { path: [...base, 'upsert'], body };
}

async function sendUpsert(
  client: GrinfiClient,
  contact: UpsertContact,
  updateIfExists: boolean,
  options: CallOptions,
): Promise<Contact> {
  const { path, body } = upsertRequest(contact, updateIfExists);
  const saved = await client.post({ ...options, path, body, reply: v.optional(contactReply) });
  // A 2xx may be empty; the contact is there all the same.
  const found = saved ?? (await findContact(client, contact.fields, options));
  if (found === undefined)
    throw new GrinfiError('malformed', 'Grinfi did not say which contact it saved.', { status: 200 });
  return found;
}

function otherPerson(): GrinfiError {
  return new GrinfiError('rejected', failureWords.otherPersonMet);
}

/** The contact that the server takes this one for. */
async function findLookalike(
  client: GrinfiClient,
  { email, firstName, lastName, companyName, ...ids }: ContactFields,
  options: CallOptions,
): Promise<Contact | undefined> {
  // It may be this very contact: saved a moment ago, and the answer lost.
  const saved = await findContact(client, ids, options);
  if (saved !== undefined) return saved;
  const byEmail = email && (await lookUpOne(client, { email }, options));
  if (byEmail) return byEmail;
  const name = [firstName, lastName].filter(Boolean).join(' ');
  if (!name || !companyName) return undefined;
  return lookUpOne(client, { name, company_name: companyName }, options);
}

/** @returns `undefined` where there is no such contact (any more) */
export async function getContact(
  client: GrinfiClient,
  contactId: string,
  options: CallOptions = {},
): Promise<Contact | undefined> {
  return unlessGone(client.get({ ...options, path: [...base, contactId], reply: contactReply }));
}

/**
 * Overwrites the given fields. Stage, tags, list and custom fields have calls of their own: the server drops
 * them here without a word.
 *
 * The e-mail goes out under both names, since the documented one is reported not to save.
 */
export async function updateContact(
  client: GrinfiClient,
  contactId: string,
  fields: ContactChanges,
  options: CallOptions = {},
): Promise<void> {
  const { email } = fields;
  // No address is "empty" under the documented name.
  const emails = email === null ? { work_email: null } : present({ email, work_email: email });
  const body = { ...emptying(toLead(fields), nullableFields), ...emails };
  if (Object.keys(body).length === 0) return;
  await client.put({ ...options, path: [...base, contactId], body });
}

/** Queues the deletion. One that is gone already is no error, so it may be repeated. */
export async function deleteContact(
  client: GrinfiClient,
  contactId: string,
  options: CallOptions = {},
): Promise<void> {
  await unlessGone(client.delete({ ...options, path: [...base, contactId] }));
}

type Many = readonly string[];

function massAction(
  client: GrinfiClient,
  type: string,
  contactIds: Many,
  payload: Record<string, unknown>,
  options: CallOptions | undefined,
): Promise<void> {
  return runOnMany(client, { path: [...base, 'mass-action'], type, ids: contactIds, payload }, options);
}

/** One request for each tag and 500 contacts. All of these run as jobs and may be repeated. */
export async function addTagsToContacts(
  client: GrinfiClient,
  contactIds: Many,
  tagIds: Many,
  options?: CallOptions,
): Promise<void> {
  for (const tagId of new Set(tagIds))
    await massAction(client, 'contact_add_tags', contactIds, { tag_uuid: tagId }, options);
}

export async function removeTagsFromContacts(
  client: GrinfiClient,
  contactIds: Many,
  tagIds: Many,
  options?: CallOptions,
): Promise<void> {
  for (const tagId of new Set(tagIds))
    await massAction(client, 'contact_remove_tags', contactIds, { tag_uuid: tagId }, options);
}

/** One request for all tags, but it takes away every other tag: for contacts that have none, or for undo. */
export function replaceTagsOfContacts(
  client: GrinfiClient,
  contactIds: Many,
  tagIds: Many,
  options?: CallOptions,
): Promise<void> {
  const payload = { tag_uuids: [...new Set(tagIds)] };
  return massAction(client, 'contact_replace_tags', contactIds, payload, options);
}

export function changeStageOfContacts(
  client: GrinfiClient,
  contactIds: Many,
  stageId: string,
  options?: CallOptions,
): Promise<void> {
  const payload = { pipeline_stage_uuid: stageId };
  return massAction(client, 'contact_change_pipeline_stage', contactIds, payload, options);
}

export function changeListOfContacts(
  client: GrinfiClient,
  contactIds: Many,
  listId: string,
  options?: CallOptions,
): Promise<void> {
  return massAction(client, 'contact_change_list', contactIds, { list_uuid: listId }, options);
}

/** Deletes many; those that are gone already are passed over by the server. */
export function deleteContacts(client: GrinfiClient, contactIds: Many, options?: CallOptions): Promise<void> {
  return massAction(client, 'contact_delete', contactIds, {}, options);
}

/**
 * The ids of a part of a list's contacts.
 *
 * Source: reference, `searchContacts`, and API notes for the key `list_uuid`. Rows of other lists, should the
 * filter be dropped, are left out; then the total is not told, as it counts everybody.
 */
export async function listContactIds(
  client: GrinfiClient,
  listId: string,
  { offset = 0, ...options }: CallOptions & { offset?: number | undefined } = {},
): Promise<{ contactIds: string[]; nextOffset?: number | undefined; total?: number | undefined }> {
  const paging = { limit: pageSize, offset, order_field: 'created_at', order_type: 'asc' };
  const body = { filter: { list_uuid: listId }, ...paging, disable_aggregation: true };
  const reply = rows(contactSchema);
  const found = await client.post({ retry: true, ...options, path: [...base, 'search'], body, reply });
  const { items, total, ...rest } = pageFrom(found, offset, pageSize);
  const ours = items.filter((contact) => contact.listId === listId);
  const contactIds = ours.map((contact) => contact.id);
  return { ...rest, contactIds, ...(ours.length === items.length && { total }) };
}
