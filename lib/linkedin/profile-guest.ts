import type { Reading } from '../records.ts';

/** A member's public page, as people see it who are not signed in. */
export function readGuestProfile(_page: Document, _url: URL): Reading {
  return { outcome: 'notReady', page: 'profile', missing: ['public profile'] };
}
