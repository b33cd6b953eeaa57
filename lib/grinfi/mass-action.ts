import type { CallOptions, GrinfiClient } from './client.ts';

const chunkSize = 500;

export interface MassAction {
  path: readonly string[];
  type: string;
  /** None: nothing is sent. A filter without ids could be taken for "all". */
  ids: readonly string[];
  payload: Record<string, unknown>;
}

/**
 * One action on many records, in chunks that the server is known to take. `all` and `excludeIds` repeat the
 * default, as the vendor's own client does, so that a server which expects them cannot read anything else.
 */
export async function runOnMany(
  client: GrinfiClient,
  { path, type, ids, payload }: MassAction,
  options: CallOptions = {},
): Promise<void> {
  const all = [...new Set(ids)].filter((id) => id !== '');
  for (let start = 0; start < all.length; start += chunkSize) {
    const filter = { all: false, ids: all.slice(start, start + chunkSize), excludeIds: [] };
    await client.put({ ...options, path, body: { type, filter, payload } });
  }
}
