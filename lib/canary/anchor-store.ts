import type { Layout, PageKind } from '../records.ts';
import { getStored, setStored } from '../stored.ts';
import type { Anchor } from './anchor.ts';

/** A place that the user has pointed at, read from then on where the readers miss the field. */
export interface StoredAnchor {
  page: PageKind;
  layout: Layout;
  field: string;
  anchor: Anchor;
  /** Version of the hooks that missed the field. */
  hooks: string;
  /** ms since 1970 */
  pointedAt: number;
}

export const maxAnchors = 40;

/** Which field of which kind of page: there is one anchor for each. */
export type AnchorKey = Pick<StoredAnchor, 'page' | 'layout' | 'field'>;

export function isSameField(one: AnchorKey, other: AnchorKey): boolean {
  return one.page === other.page && one.layout === other.layout && one.field === other.field;
}

export async function loadAnchors(): Promise<StoredAnchor[]> {
  return (await getStored('anchors')) ?? [];
}

/** Newest first; it takes the place of the one for the same field, and of the oldest when there are many. */
export async function keepAnchor(anchor: StoredAnchor): Promise<void> {
  const others = (await loadAnchors()).filter((other) => !isSameField(other, anchor));
  await setStored('anchors', [anchor, ...others].slice(0, maxAnchors));
}

export async function forgetAnchor(...forgotten: AnchorKey[]): Promise<void> {
  const anchors = await loadAnchors();
  const left = anchors.filter((anchor) => !forgotten.some((key) => isSameField(key, anchor)));
  if (left.length < anchors.length) await setStored('anchors', left.length > 0 ? left : undefined);
}
