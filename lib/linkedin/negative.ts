import type { Reading } from '../records.ts';
import { classify } from './address.ts';

/**
 * What to answer for a page that has nothing to read, whatever its address promises: sign-in walls and
 * pages that say nobody is there. Asked before any reader; undefined for every other page.
 */
export function refusalOf(_page: Document, url: URL): Reading | undefined {
  const address = classify(url);
  if (address.type === 'wall') return { outcome: 'wall' };
  if (address.type === 'notFound') return { outcome: 'notFound' };
  return undefined;
}
