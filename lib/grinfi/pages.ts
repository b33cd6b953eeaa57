import type * as v from 'valibot';
import type { Page } from '../outreach.ts';
import type { Call, GrinfiClient } from './client.ts';
import { type Rows, rows } from './reply.ts';

/** The largest that all sources agree on. */
export const pageSize = 100;
const mostPages = 100;

/**
 * Reads a list endpoint to its end.
 *
 * The end shows in several ways, of which each endpoint knows some: `has_more`, `total`, a page that is not
 * full (by the limit that the server applied, which may be smaller than the one asked for), an empty one. A
 * server that ignores `offset` sends the same rows again; that ends it, too.
 */
export async function listAll<T extends { id: string }>(
  client: GrinfiClient,
  call: Call,
  row: v.GenericSchema<unknown, T>,
): Promise<T[]> {
  const found = new Map<string, T>();
  let offset = 0;
  for (let page = 0; page < mostPages; page += 1) {
    const query = { ...call.query, limit: pageSize, offset };
    const reply = await client.get({ ...call, query, reply: rows(row) });
    const before = found.size;
    for (const item of reply.rows) if (!found.has(item.id)) found.set(item.id, item);
    offset += reply.received;
    const isWhole = reply.total !== undefined && reply.hasMore === undefined && offset >= reply.total;
    if (isWhole || isLastPage(reply) || (reply.rows.length > 0 && found.size === before)) break;
  }
  return [...found.values()];
}

/** By what the page says of itself; `total` is for those who know how far they are. */
export function isLastPage(reply: Rows<unknown>, asked = pageSize): boolean {
  if (reply.received === 0) return true;
  if (reply.hasMore !== undefined) return !reply.hasMore;
  // More than this page are promised: a limit of the server's own may have cut it short.
  if (reply.total !== undefined && reply.total > reply.received) return false;
  return reply.received < Math.min(asked, reply.limit || asked);
}

/** Reads one page of a list endpoint, for lists that are too long to be read whole. */
export async function readPage<T>(
  client: GrinfiClient,
  call: Call,
  row: v.GenericSchema<unknown, T>,
  { offset = 0, limit = pageSize }: { offset?: number | undefined; limit?: number | undefined } = {},
): Promise<Page<T>> {
  const reply = await client.get({ ...call, query: { ...call.query, limit, offset }, reply: rows(row) });
  return pageFrom(reply, offset, limit);
}

/** @param limit what was asked for */
export function pageFrom<T>(reply: Rows<T>, offset: number, limit: number): Page<T> {
  const next = offset + reply.received;
  const isWhole = reply.total !== undefined && reply.hasMore === undefined && next >= reply.total;
  const isLast = isWhole || isLastPage(reply, limit);
  return { items: reply.rows, total: reply.total, ...(isLast ? {} : { nextOffset: next }) };
}
