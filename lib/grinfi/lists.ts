import * as z from 'zod/mini';
import type { CrmList } from '../crm.ts';
import type { CallOptions, GrinfiClient } from './client.ts';
import { listAll } from './pages.ts';
import { id, one } from './reply.ts';

const path = ['leads', 'api', 'lists'];
const listSchema = z.pipe(
  z.object({ uuid: id, name: z.string() }),
  z.transform(({ uuid, name }): CrmList => ({ id: uuid, name })),
);

export function listLists(client: GrinfiClient, options: CallOptions = {}): Promise<CrmList[]> {
  return listAll(client, { ...options, path }, listSchema);
}

/** Makes a second list of the same name if there is one: look among the lists first. */
export function createList(client: GrinfiClient, name: string, options: CallOptions = {}): Promise<CrmList> {
  return client.post({ ...options, path, body: { name }, reply: one(listSchema) });
}
