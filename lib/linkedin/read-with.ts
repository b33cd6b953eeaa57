import type { Reading } from '../records.ts';
import { refusalOf, saysMissing } from './negative.ts';
import type { PageReader } from './page-reader.ts';

/** Reads the document as it stands, once. Pure: the page stays as it was. */
export type ReadPage = (page: Document, url: URL) => Reading;

/** Reads pages with the given readers; pages that refuse to be read are refused first, whatever their address. */
export function readWith(...readers: readonly PageReader[]): ReadPage {
  return (page, url) => {
    const refusal = refusalOf(page, url);
    if (refusal) return refusal;
    const reader = readers.find((candidate) => candidate.matches(url));
    const reading: Reading = reader?.read(page, url) ?? { outcome: 'unsupported' };
    const found = reading.outcome === 'record' || reading.outcome === 'list';
    return !found && saysMissing(page) ? { outcome: 'notFound' } : reading;
  };
}
