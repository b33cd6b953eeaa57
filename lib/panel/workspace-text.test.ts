import { beforeEach, expect, it } from 'vitest';
import { useTexts } from '../testing/fake-texts.ts';
import {
  browserStateText,
  eventText,
  importKindText,
  importShare,
  importStateText,
  progressText,
} from './workspace-text.ts';

beforeEach(() => useTexts());

it('has words for what it knows, and makes the server’s own readable', () => {
  expect(importStateText('completed')).toBe('Done');
  expect(importStateText('beaming_up')).toBe('Beaming up');
  expect(importKindText('sn_leads_saved_search')).toBe('Sales Navigator search');
  expect(importKindText('carrier_pigeon')).toBe('Carrier pigeon');
  expect(browserStateText('toString')).toBe('ToString');
  expect(eventText('contact_replied_email')).toBe('Contact replied email');
});

it('counts what an import made of its records', () => {
  expect(progressText({})).toBe('Saved: 0');
  expect(progressText({ saved: 1200, duplicates: 0, blacklisted: 3, queued: 5 })).toBe(
    'Saved: 1,200 · On the blacklist: 3 · Waiting: 5',
  );
  expect(importShare({ saved: 3, failed: 1, queued: 6 })).toEqual({ done: 4, all: 10 });
  expect(importShare({ saved: 3 })).toBeUndefined();
  expect(importShare({ queued: 0 })).toBeUndefined();
});
