import type { Reading } from '../records.ts';
import { refusalOf } from './negative.ts';
import type { PageReader } from './page-reader.ts';

/** Reads the document as it stands, once. Pure: the page stays as it was. */
export type ReadPage = (page: Document, url: URL) => Reading;

/** Reads pages with the given readers; pages that refuse to be read are refused first, whatever their address. */
export function readWith(...readers: readonly PageReader[]): ReadPage {
  return (page, url) => {
    const refusal = refusalOf(page, url);
    if (refusal) return refusal;
    const reader = readers.find((candidate) => candidate.matches(url));
    return reader ? reader.read(page, url) : { outcome: 'unsupported' };
  };
}
