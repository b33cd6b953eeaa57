import * as v from 'valibot';
import type { RecordCounts } from '../workspace.ts';
import { isObject, optionalNumber } from './reply.ts';

const chunkSize = 100;

const countsSchema = v.pipe(
  v.object({ leads_count: optionalNumber, companies_count: optionalNumber }),
  v.transform((row): RecordCounts => ({ contacts: row.leads_count, companies: row.companies_count })),
);

/**
 * Counts per id. Most metrics are documented without a shape, so several are read: keyed by id as the
 * automations' are, inside `data` or not, and a list of rows with their `uuid`.
 */
const reply = v.pipe(
  v.unknown(),
  v.transform((value): [string, RecordCounts][] => {
    const inner = isObject(value) && 'data' in value ? value.data : value;
    const pairs: [unknown, unknown][] = Array.isArray(inner)
      ? inner.map((row: unknown) => [isObject(row) ? row.uuid : undefined, row])
      : Object.entries(isObject(inner) ? inner : {});
    return pairs.flatMap(([id, counts]): [string, RecordCounts][] => {
      const read = v.safeParse(countsSchema, counts);
      return typeof id === 'string' && read.success ? [[id, read.output]] : [];
    });
  }),
);

/** Asks for the counts of these ids, 100 a request; none: nothing is sent. */
export async function countEach(
  ids: readonly string[],
  ask: (uuids: string[], schema: typeof reply) => Promise<[string, RecordCounts][]>,
): Promise<ReadonlyMap<string, RecordCounts>> {
  const wanted = [...new Set(ids)].filter((id) => id !== '');
  const found = new Map<string, RecordCounts>();
  for (let start = 0; start < wanted.length; start += chunkSize)
    for (const [id, counts] of await ask(wanted.slice(start, start + chunkSize), reply))
      found.set(id, counts);
  return found;
}
