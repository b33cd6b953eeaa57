import type { CatalogKind } from '../catalog-kind.ts';
import type { Send } from '../send.ts';
import type { RecordCounts } from '../workspace.ts';
import type { PartAsked } from './use-record-part.ts';

export interface ItemLook {
  color?: string | undefined;
  category?: string | undefined;
}

/** What is done to lists, tags, stages and fields themselves. All reject with a `Failure`. */
export interface CatalogCalls {
  /** @returns the id of the new one, or of the one that has this name */
  create(kind: CatalogKind, name: string, look?: ItemLook): Promise<string>;
  change(kind: CatalogKind, itemId: string, change: ItemLook & { name?: string | undefined }): Promise<void>;
  /** By id; one that the server does not count is not there. */
  count(kind: CatalogKind, ids: string[], asked?: PartAsked): Promise<Record<string, RecordCounts>>;
}

export function createCatalogCalls(send: Send): CatalogCalls {
  return {
    create: async (kind, name, look) => (await send('createInCatalog', { kind, name, ...look })).id,
    change: async (kind, itemId, change) => void (await send('changeInCatalog', { kind, itemId, ...change })),
    count: async (kind, ids, asked) =>
      (await send('countInCatalog', { kind, ids: ids.slice(0, 1_000) }, asked)).counts,
  };
}
