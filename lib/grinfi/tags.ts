import * as z from 'zod/mini';
import type { Tag } from '../crm.ts';
import type { CallOptions, GrinfiClient } from './client.ts';
import { listAll } from './pages.ts';
import { id, one, optionalText, present } from './reply.ts';

const path = ['leads', 'api', 'tags'];
const tagSchema = z.pipe(
  z.object({ uuid: id, name: z.string(), color: optionalText }),
  z.transform(({ uuid, name, color }): Tag => {
    // It becomes a style, so nothing but a colour gets through.
    const isColor = color !== undefined && /^#[0-9a-f]{6}$/i.test(color);
    return { id: uuid, name, ...(isColor ? { color } : {}) };
  }),
);

export function listTags(client: GrinfiClient, options: CallOptions = {}): Promise<Tag[]> {
  return listAll(client, { ...options, path }, tagSchema);
}

/** Makes a second tag of the same name if there is one: look among the tags first. */
export function createTag(
  client: GrinfiClient,
  { name, color }: { name: string; color?: string | undefined },
  options: CallOptions = {},
): Promise<Tag> {
  return client.post({ ...options, path, body: present({ name, color }), reply: one(tagSchema) });
}
