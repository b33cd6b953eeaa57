import type { Reading } from '../records.ts';

/** A member's page in the small frontend for phone-like browsers. */
export function readMobileProfile(_page: Document, _url: URL): Reading {
  return { outcome: 'notReady', page: 'profile', missing: ['mobile profile'] };
}
