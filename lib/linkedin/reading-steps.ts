import type { CompanyRecord, Reading } from '../records.ts';
import { sameHandle } from './address.ts';
import { complete } from './complete.ts';
import { listKindOf } from './list-address.ts';
import { refusalOfAddress } from './negative.ts';
import { familyOf, firstScript, type PageFamily, type ScriptName } from './script-names.ts';
import type { TabReading } from './seen.ts';

/** LinkedIn may swap the page for one that is built in another way, but not for ever. */
const mostScripts = 4;

/** Which script read the last page of a family: LinkedIn chooses per account, so the next one is built alike. */
export type Usual = Partial<Record<PageFamily, ScriptName>>;

/**
 * How the page at an address is read: yields the script to run in it, takes what it gives, and returns what that
 * amounts to. The worker runs the scripts in a tab; tests and `npm run accuracy` run the same ones on documents.
 * @param usual is kept up to date, so that the first script is mostly the right one
 */
export function* readingSteps(url: URL, usual: Usual = {}): Generator<ScriptName, Reading, TabReading> {
  const refusal = refusalOfAddress(url);
  if (refusal) return refusal;
  const reading = yield* readFamily(familyOf(url), usual);
  if (reading.outcome !== 'list' || listKindOf(url) !== 'companyPeople') return reading;
  const company = companyOf(yield* readFamily('company', usual));
  return company ? { outcome: 'list', list: { ...reading.list, company } } : reading;
}

function* readFamily(family: PageFamily, usual: Usual): Generator<ScriptName, Reading, TabReading> {
  let script = usual[family] ?? firstScript[family];
  for (let count = 0; count < mostScripts; count++) {
    const found = yield script;
    if (found.outcome === 'otherScript') script = found.script;
    else {
      // Sub-pages have scripts of their own, which say nothing about the page that comes next.
      if (!script.endsWith('-part')) usual[family] = script;
      const reading = complete(found);
      const hasMore = found.outcome === 'record' && found.seen?.hasOverlay;
      return hasMore ? withContactInfo(reading, yield 'contact') : reading;
    }
  }
  return {
    outcome: 'notReady',
    page: family === 'nothing' ? 'profile' : family,
    missing: ['a page that stands still'],
  };
}

/** A record with what the contact overlay shows, as far as that is about the same person. */
function withContactInfo(reading: Reading, contact: TabReading): Reading {
  if (reading.outcome !== 'record' || reading.record.kind !== 'person') return reading;
  if (contact.outcome !== 'record' || contact.record.kind !== 'person') return reading;
  const { record } = reading;
  const { email, phone, website, twitter, handle } = contact.record.fields;
  if (!sameHandle(handle?.value, record.fields.handle?.value)) return reading;
  const more = {
    ...(email && { email }),
    ...(phone && { phone }),
    ...(website && { website }),
    ...(twitter && { twitter }),
  };
  return { outcome: 'record', record: { ...record, fields: { ...more, ...record.fields } } };
}

/** The top card above the list, where it could be read. */
function companyOf(reading: Reading): CompanyRecord | undefined {
  return reading.outcome === 'record' && reading.record.kind === 'company' ? reading.record : undefined;
}
