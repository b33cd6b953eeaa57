import type { Reading } from '../records.ts';

/** A member's page in the Ember frontend (2018 to 2025, and some pages to this day). */
export function readEmberProfile(_page: Document, _url: URL): Reading {
  return { outcome: 'notReady', page: 'profile', missing: ['top card'] };
}
