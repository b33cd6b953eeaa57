import * as z from 'zod/mini';
import { catalogKinds } from '../catalog-kind.ts';
import type { RecordCounts } from '../workspace.ts';
import { id } from './shapes.ts';

/** Lists, tags, stages and custom fields themselves. */

const kind = z.enum(catalogKinds);
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));
const look = {
  /** Of a tag. */
  color: z.optional(z.string().check(z.regex(/^#[0-9a-f]{6}$/i))),
  /** Of a stage. */
  category: z.optional(z.string().check(z.minLength(1), z.maxLength(50))),
};

export const catalogChangesInputs = {
  /** Makes one, or gives the one of this name. */
  createInCatalog: z.object({ kind, name, ...look }),
  /** What is absent stays. */
  changeInCatalog: z.object({ kind, itemId: id, name: z.optional(name), ...look }),
  /** On how many records each of these is. */
  countInCatalog: z.object({ kind, ids: z.array(id).check(z.maxLength(1_000)) }),
} as const;

export interface CatalogChangesOutputs {
  createInCatalog: { id: string };
  changeInCatalog: null;
  /** By id; one that the server does not count is not there. */
  countInCatalog: { counts: Record<string, RecordCounts> };
}
