import * as v from 'valibot';
import type { Contact } from '../crm.ts';
import { failureWords } from '../failure-words.ts';
import type { CallOptions, GrinfiClient } from './client.ts';
import { base, type ContactFields, contactReply, findContact, lookUpOne, toLead } from './contacts.ts';
import { GrinfiError } from './errors.ts';
import { present } from './reply.ts';
import { isContradicted, sharesAnId } from './same-person.ts';

/** Writing somebody who may or may not be there: in one request, and never over somebody else. */

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
