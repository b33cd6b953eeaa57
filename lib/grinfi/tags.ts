import * as v from 'valibot';
import type { Tag } from '../crm.ts';
import type { RecordCounts } from '../workspace.ts';
import type { CallOptions, GrinfiClient } from './client.ts';
import { countEach } from './counts.ts';
import { listAll } from './pages.ts';
import { id, one, optionalText, present, rows } from './reply.ts';

const path = ['leads', 'api', 'tags'];
const tagSchema = v.pipe(
  v.object({ uuid: id, name: v.string(), color: optionalText }),
  v.transform(({ uuid, name, color }): Tag => {
    // It becomes a style, so nothing but a colour gets through.
    const isColor = color !== undefined && /^#[0-9a-f]{6}$/i.test(color);
    return { id: uuid, name, ...(isColor ? { color } : {}) };
  }),
);

/** The page size of the endpoints that have pages. */
const usualPage = 20;

/** The reference knows no pages here, so they are asked for only where the answer looks like one. */
export async function listTags(client: GrinfiClient, options: CallOptions = {}): Promise<Tag[]> {
  const reply = await client.get({ ...options, path, reply: rows(tagSchema) });
  const isPage = reply.received === usualPage || reply.hasMore || (reply.total ?? 0) > reply.received;
  return isPage ? listAll(client, { ...options, path }, tagSchema) : reply.rows;
}

/** Makes a second tag of the same name if there is one: look among the tags first. */
export function createTag(
  client: GrinfiClient,
  { name, color }: { name: string; color?: string | undefined },
  options: CallOptions = {},
): Promise<Tag> {
  return client.post({ ...options, path, body: present({ name, color }), reply: one(tagSchema) });
}

/** Changes the name, the colour (`#rrggbb`) or both; what is absent stays. */
export async function updateTag(
  client: GrinfiClient,
  tagId: string,
  { name, color }: { name?: string | undefined; color?: string | undefined },
  options: CallOptions = {},
): Promise<void> {
  const body = present({ name, color });
  if (Object.keys(body).length === 0) return;
  await client.put({ ...options, path: [...path, tagId], body });
}

/** How many contacts and companies carry each tag. */
export function countByTag(
  client: GrinfiClient,
  tagIds: readonly string[],
  options: CallOptions = {},
): Promise<ReadonlyMap<string, RecordCounts>> {
  const metrics = ['leads_count', 'companies_count'];
  return countEach(tagIds, (uuids, reply) =>
    client.post({ retry: true, ...options, path: [...path, 'metrics'], body: { uuids, metrics }, reply }),
  );
}
