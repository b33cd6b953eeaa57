import * as v from 'valibot';
import type { PipelineStage, RecordObject } from '../crm.ts';
import type { RecordCounts } from '../workspace.ts';
import type { CallOptions, GrinfiClient } from './client.ts';
import { countEach } from './counts.ts';
import { GrinfiError } from './errors.ts';
import { fromServerObject, toServerObject } from './object-names.ts';
import { id, one, optionalText, present, rows } from './reply.ts';

const path = ['leads', 'api', 'pipeline-stages'];
const stageSchema = v.object({
  uuid: id,
  name: v.string(),
  object: optionalText,
  category: optionalText,
  order: optionalText,
});
type ServerStage = v.InferOutput<typeof stageSchema>;

/**
 * The stages for one kind of record, in the order of the pipeline.
 *
 * The reference filters with one JSON text, the vendor's client with `filter[object]`; whichever the server
 * does not know it refuses or ignores, so the second is tried where the first did not work.
 */
export async function listStages(
  client: GrinfiClient,
  object: RecordObject,
  options: CallOptions = {},
): Promise<PipelineStage[]> {
  const name = toServerObject(object);
  const asJson = { filter: JSON.stringify({ object: name }) };
  const asKeys = { 'filter[object]': name };
  for (const query of [asJson, asKeys]) {
    const call = stagesOf(client, object, query, { ...options, retry: false });
    const found = await call.catch(undefinedUnlessRefused);
    if (found !== undefined) return inOrder(found);
  }
  return inOrder((await stagesOf(client, object, asJson, options)) ?? []);
}

/** @returns `undefined` where the answer is about other kinds of record only */
async function stagesOf(
  client: GrinfiClient,
  object: RecordObject,
  query: Record<string, string>,
  options: CallOptions,
): Promise<ServerStage[] | undefined> {
  const reply = await client.get({ ...options, path, query, reply: rows(stageSchema) });
  const ours = reply.rows.filter((stage) => (fromServerObject(stage.object) ?? object) === object);
  return ours.length === 0 && reply.rows.length > 0 ? undefined : ours;
}

/** A filter that the server does not know ends in 4xx, or in 500; other faults come back with retries. */
function undefinedUnlessRefused(error: unknown): undefined {
  if (error instanceof GrinfiError && error.kind !== 'auth') return undefined;
  throw error;
}

function inOrder(stages: readonly ServerStage[]): PipelineStage[] {
  return stages.toSorted((one, other) => placeOf(one) - placeOf(other)).map(toStage);
}

function toStage({ uuid, name, category }: ServerStage): PipelineStage {
  return { id: uuid, name, ...(category ? { category } : {}) };
}

function placeOf({ order }: ServerStage): number {
  return order === undefined ? Number.MAX_SAFE_INTEGER : Number(order) || 0;
}

/** Makes a second stage of the same name if there is one: look among the stages first. */
export async function createStage(
  client: GrinfiClient,
  { object, name, category }: { object: RecordObject; name: string; category: string },
  options: CallOptions = {},
): Promise<PipelineStage> {
  const body = { object: toServerObject(object), name, category };
  return toStage(await client.post({ ...options, path, body, reply: one(stageSchema) }));
}

/** Changes the name, the category (cold, engaging, positive, negative) or both; what is absent stays. */
export async function updateStage(
  client: GrinfiClient,
  stageId: string,
  { name, category }: { name?: string | undefined; category?: string | undefined },
  options: CallOptions = {},
): Promise<void> {
  const body = present({ name, category });
  if (Object.keys(body).length === 0) return;
  await client.put({ ...options, path: [...path, stageId], body });
}

/** How many records are in each stage. The call is not in the reference, so a refusal says nothing else. */
export function countByStage(
  client: GrinfiClient,
  stageIds: readonly string[],
  options: CallOptions = {},
): Promise<ReadonlyMap<string, RecordCounts>> {
  const call = { isOptional: true, ...options, path: [...path, 'metrics'] };
  return countEach(stageIds, (uuids, reply) => client.put({ ...call, body: { uuids }, reply }));
}
