import { classify } from './address.ts';

/** The scripts that read pages, in the built extension. */
export type ReaderFile = '/reader.js' | '/company-reader.js' | '/list-reader.js';

/**
 * Which script reads the page at an address: one for each family of pages, so that a tab loads what it needs
 * and no more. Addresses that nobody reads go to the last: it still tells a wall from a page of no interest.
 */
export function readerFileFor(url: URL): ReaderFile {
  const address = classify(url);
  if (address.type === 'person') return '/reader.js';
  if (address.type === 'company' && address.tail[0] !== 'people') return '/company-reader.js';
  return '/list-reader.js';
}
