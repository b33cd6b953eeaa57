import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { forgetAnchor, loadAnchors, type StoredAnchor } from '../canary/anchor-store.ts';
import { pathOf, picksOn } from '../canary/picks.ts';
import type { Anchors } from '../canary/tab-scripts.ts';
import { missingFieldsOf, missingFieldsOfList, pageKindOf } from '../linkedin/expected-fields.ts';
import type { Handler } from '../messages.ts';
import { type LinkedInRecord, linkedInUrl, type ReadField, type Reading } from '../records.ts';
import { runInTab } from './run-in-tab.ts';

const longestFollowMs = 3_000;
const followed = v.object({
  url: linkedInUrl,
  texts: v.record(v.string(), v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(500)))),
});

/**
 * Reads the page, names the fields that it should have and that could not be read, and reads those where the
 * user has pointed at them before. What the readers read is never touched; once they read a field again, its
 * anchor is dropped. A value from an anchor waits for the user's word, except on the page pointed at.
 */
export function createMendReading(deps: {
  readPage: Handler<'readPage'>;
  onError: (error: unknown) => void;
}): Handler<'readPage'> {
  return async ({ tabId }) => {
    const before = await addressOf(tabId);
    const reading = await deps.readPage({ tabId });
    if (reading.outcome === 'list') return withMissingRows(reading);
    if (reading.outcome !== 'record') return reading;
    const { record } = reading;
    try {
      const mended = before === undefined ? record : await mend(record, tabId, before);
      return { ...reading, record: withMissing(mended) };
    } catch (error) {
      // The reading itself is good; that an old anchor could not be followed must not cost the user it.
      deps.onError(error);
      return { ...reading, record: withMissing(record) };
    }
  };
}

async function addressOf(tabId: number): Promise<string | undefined> {
  const { url } = await browser.tabs.get(tabId).catch(() => ({ url: undefined }));
  return url !== undefined && URL.canParse(url) ? url : undefined;
}

function withMissing<R extends LinkedInRecord>(record: R): R {
  const missing = missingFieldsOf(record);
  return missing.length > 0 ? { ...record, missing } : record;
}

function withMissingRows(reading: Extract<Reading, { outcome: 'list' }>): Reading {
  const missing = missingFieldsOfList(reading.list);
  return missing.length > 0 ? { ...reading, list: { ...reading.list, missing } } : reading;
}

async function mend(record: LinkedInRecord, tabId: number, before: string): Promise<LinkedInRecord> {
  const page = pageKindOf(record);
  const own = (await loadAnchors()).filter((one) => one.page === page && one.layout === record.layout);
  const healed = own.filter(({ field }) => Object.hasOwn(record.fields, field));
  if (healed.length > 0 && !record.notices.includes('subPage')) await forgetAnchor(...healed);
  const missing = missingFieldsOf(record);
  const wanted = own.filter(({ field }) => missing.includes(field));
  if (wanted.length === 0) return record;
  const found = await follow(wanted, tabId, before);
  const pointed = Object.keys(found);
  if (pointed.length === 0) return record;
  // The record is of the kind that the anchors were made on, so their fields are fields of it.
  return { ...record, fields: { ...found, ...record.fields }, pointed } as LinkedInRecord;
}

async function follow(
  anchors: readonly StoredAnchor[],
  tabId: number,
  before: string,
): Promise<Record<string, ReadField>> {
  const given: Anchors = Object.fromEntries(anchors.map(({ field, anchor }) => [field, anchor]));
  const { url, texts } = await runInTab(tabId, '/anchor-reader.js', {
    given,
    reply: followed,
    limitMs: longestFollowMs,
  });
  // The tab has moved on since the reading: what stands there now is about somebody else.
  if (pathOf(url) !== pathOf(before)) return {};
  const picks = await picksOn(url);
  const fields: Record<string, ReadField> = {};
  for (const { field } of anchors) {
    const pointed = picks.get(field);
    const value = texts[field] ?? pointed;
    if (value) fields[field] = { value, from: 'position', certain: value === pointed };
  }
  return fields;
}
