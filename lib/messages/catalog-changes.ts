import * as v from 'valibot';
import { catalogKinds } from '../catalog-kind.ts';
import type { RecordCounts } from '../workspace.ts';
import { id } from './shapes.ts';

/** Lists, tags, stages and custom fields themselves. */

const kind = v.picklist(catalogKinds);
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
const look = {
  /** Of a tag. */
  color: v.optional(v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i))),
  /** Of a stage. */
  category: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(50))),
};

export const catalogChangesInputs = {
  /** Makes one, or gives the one of this name. */
  createInCatalog: v.object({ kind, name, ...look }),
  /** What is absent stays. */
  changeInCatalog: v.object({ kind, itemId: id, name: v.optional(name), ...look }),
  /** On how many records each of these is. */
  countInCatalog: v.object({ kind, ids: v.pipe(v.array(id), v.maxLength(1_000)) }),
} as const;

export interface CatalogChangesOutputs {
  createInCatalog: { id: string };
  changeInCatalog: null;
  /** By id; one that the server does not count is not there. */
  countInCatalog: { counts: Record<string, RecordCounts> };
}
