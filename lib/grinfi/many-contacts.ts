import type { CallOptions, GrinfiClient } from './client.ts';
import { base, contactSchema } from './contacts.ts';
import { runOnMany } from './mass-action.ts';
import { pageFrom, pageSize } from './pages.ts';
import { rows } from './reply.ts';

/** What one request does to many contacts, or tells of them. */

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
