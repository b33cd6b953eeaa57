import * as v from 'valibot';
import type { CrmList } from '../crm.ts';
import type { RecordCounts } from '../workspace.ts';
import type { CallOptions, GrinfiClient } from './client.ts';
import { countEach } from './counts.ts';
import { listAll } from './pages.ts';
import { id, one } from './reply.ts';

const path = ['leads', 'api', 'lists'];
const listSchema = v.pipe(
  v.object({ uuid: id, name: v.string() }),
  v.transform(({ uuid, name }): CrmList => ({ id: uuid, name })),
);

export function listLists(client: GrinfiClient, options: CallOptions = {}): Promise<CrmList[]> {
  return listAll(client, { ...options, path }, listSchema);
}

/** Makes a second list of the same name if there is one: look among the lists first. */
export function createList(client: GrinfiClient, name: string, options: CallOptions = {}): Promise<CrmList> {
  return client.post({ ...options, path, body: { name }, reply: one(listSchema) });
}

export async function renameList(
  client: GrinfiClient,
  listId: string,
  name: string,
  options: CallOptions = {},
): Promise<void> {
  await client.put({ ...options, path: [...path, listId], body: { name } });
}

/** How many contacts are in each list; companies are not counted. */
export function countByList(
  client: GrinfiClient,
  listIds: readonly string[],
  options: CallOptions = {},
): Promise<ReadonlyMap<string, RecordCounts>> {
  return countEach(listIds, (uuids, reply) =>
    client.post({ retry: true, ...options, path: [...path, 'metrics'], body: { uuids }, reply }),
  );
}
