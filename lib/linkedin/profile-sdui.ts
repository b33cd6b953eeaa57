import type { Reading } from '../records.ts';

/** A member's page in the server-driven frontend. */
export function readSduiProfile(_page: Document, _url: URL): Reading {
  return { outcome: 'notReady', page: 'profile', missing: ['top card'] };
}
