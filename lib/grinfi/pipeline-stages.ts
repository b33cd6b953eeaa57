import * as z from 'zod/mini';
import type { PipelineStage, RecordObject } from '../crm.ts';
import type { CallOptions, GrinfiClient } from './client.ts';
import { GrinfiError } from './errors.ts';
import { fromServerObject, toServerObject } from './object-names.ts';
import { id, optionalText, rows } from './reply.ts';

const path = ['leads', 'api', 'pipeline-stages'];
const stageSchema = z.object({
  uuid: id,
  name: z.string(),
  object: optionalText,
  category: optionalText,
  order: optionalText,
});
type ServerStage = z.infer<typeof stageSchema>;

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
  return stages
    .toSorted((one, other) => placeOf(one) - placeOf(other))
    .map(({ uuid, name, category }) => ({ id: uuid, name, ...(category ? { category } : {}) }));
}

function placeOf({ order }: ServerStage): number {
  return order === undefined ? Number.MAX_SAFE_INTEGER : Number(order) || 0;
}
