import * as z from 'zod/mini';
import type { Tag } from '../crm.ts';
import type { CallOptions, GrinfiClient } from './client.ts';
import { listAll } from './pages.ts';
import { id, one, optionalText, present, rows } from './reply.ts';

const path = ['leads', 'api', 'tags'];
const tagSchema = z.pipe(
  z.object({ uuid: id, name: z.string(), color: optionalText }),
  z.transform(({ uuid, name, color }): Tag => {
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
