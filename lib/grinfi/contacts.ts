import * as v from 'valibot';
import type { Contact } from '../crm.ts';
import { failureWords } from '../failure-words.ts';
import type { CallOptions, GrinfiClient } from './client.ts';
import { GrinfiError, unlessGone } from './errors.ts';
import { emptying, id, ids, one, optionalNumber, optionalText, present } from './reply.ts';
import { handleOf, isContradicted, type PersonIdentity } from './same-person.ts';

export type { PersonIdentity } from './same-person.ts';

/** Path of all that is about contacts. */
export const base = ['leads', 'api', 'leads'];

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
export const contactReply = one(contactSchema);

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

/** As the server calls them. */
export function toLead(fields: ContactChanges) {
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

/** One request; `undefined` where there is nobody. */
export async function lookUpOne(client: GrinfiClient, body: Record<string, string>, options: CallOptions) {
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
