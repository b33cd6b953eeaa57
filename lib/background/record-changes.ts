import { Failure } from '../failure.ts';
import { failureWords } from '../failure-words.ts';
import { addToBlacklist, findBlacklisted, listBlacklist, removeFromBlacklist } from '../grinfi/blacklist.ts';
import { type GrinfiClient, until } from '../grinfi/client.ts';
import { deleteCompany, updateCompany } from '../grinfi/companies.ts';
import { deleteContact, updateContact } from '../grinfi/contacts.ts';
import { countEnrichmentsThisMonth, enrich, listEnrichments } from '../grinfi/enrichment.ts';
import type { RecordState } from '../messages/record-changes.ts';
import type { Handler, Input } from '../messages.ts';
import { companyWriteFields, contactWriteFields } from '../outbox/crm-port.ts';
import { failureOf } from '../send.ts';
import { isEnriching } from '../workspace.ts';
import { allowed, forSome } from './allowed.ts';
import type { Grinfi } from './grinfi.ts';
import { createOnce } from './once.ts';

interface Deps {
  grinfi: Grinfi;
}

/** Never rejects: each part that could not be found out says so, and takes nothing from the others. */
export function createGetRecordState({ grinfi }: Deps): Handler<'getRecordState'> {
  return async (record, left) => {
    const client = until(left, grinfi.client);
    const [entries, queue, count] = await Promise.allSettled([
      entriesOf(client, record),
      listEnrichments(client, forSome),
      countEnrichmentsThisMonth(client, forSome),
    ]);
    const problems: RecordState['problems'] = [];
    if (entries.status === 'rejected') problems.push({ part: 'blacklist', ...failureOf(entries.reason) });
    if (queue.status === 'rejected') problems.push({ part: 'enrichment', ...failureOf(queue.reason) });
    return {
      enrichments:
        queue.status === 'fulfilled' ? queue.value.filter((one) => one.recordId === record.recordId) : [],
      ...(entries.status === 'fulfilled' && { blacklistEntryIds: entries.value }),
      // An extra: without it, there is one figure less.
      ...(count.status === 'fulfilled' && { enrichedThisMonth: count.value }),
      problems,
    };
  };
}

/** A record may be listed by its address and by its e-mail as well; taking it off means both. */
async function entriesOf(
  client: GrinfiClient,
  { object, ...record }: Input<'blacklistRecord'>,
): Promise<string[]> {
  const entries = await allowed(listBlacklist(client, object, forSome));
  return entries.filter((entry) => findBlacklisted([entry], record)).map((entry) => entry.id);
}

export function createEditRecord({ grinfi }: Deps): Handler<'editRecord'> {
  const once = createOnce();
  return async ({ object, recordId, fields }) => {
    const names: readonly string[] = object === 'contact' ? contactWriteFields : companyWriteFields;
    const unknown = Object.keys(fields).find((name) => !names.includes(name));
    if (unknown !== undefined) throw new Failure('internal', `${unknown} is no field of a ${object}.`);
    const update = object === 'contact' ? updateContact : updateCompany;
    await once(JSON.stringify([recordId, fields]), () =>
      allowed(update(grinfi.client, recordId, fields, forSome)),
    );
    return null;
  };
}

export function createDeleteRecord({ grinfi }: Deps): Handler<'deleteRecord'> {
  const once = createOnce();
  return async ({ object, recordId }) => {
    const remove = object === 'contact' ? deleteContact : deleteCompany;
    await once(recordId, () => allowed(remove(grinfi.client, recordId, forSome)));
    return null;
  };
}

/** Looks first: an earlier try may have arrived although its answer was lost. */
export function createBlacklistRecord({ grinfi }: Deps): Handler<'blacklistRecord'> {
  const once = createOnce();
  return async (record) => {
    await once(record.recordId, async () => {
      const entry = entryFor(record);
      if ((await entriesOf(grinfi.client, record)).length > 0) return;
      await allowed(addToBlacklist(grinfi.client, entry, forSome));
    });
    return null;
  };
}

/**
 * Only what is this record's own goes on the list: a name has namesakes, and a company with a page on LinkedIn
 * may name a web address that it shares with others.
 */
function entryFor({ object, handle, email, domain }: Input<'blacklistRecord'>) {
  if (object === 'contact' ? !handle && !email : !handle && !domain)
    throw new Failure('rejected', failureWords.nothingToBlacklist);
  return object === 'contact'
    ? ({ object, handle, email } as const)
    : ({ object, handle, domain: handle ? undefined : domain } as const);
}

export function createUnblacklistRecord({ grinfi }: Deps): Handler<'unblacklistRecord'> {
  return async ({ object, entryIds }) => {
    for (const id of entryIds) await allowed(removeFromBlacklist(grinfi.client, { object, id }, forSome));
    return null;
  };
}

/** What is on its way is not asked for again: each time costs. */
export function createEnrichRecord({ grinfi }: Deps): Handler<'enrichRecord'> {
  const once = createOnce();
  return async ({ object, recordId }) => {
    await once(recordId, async () => {
      const queue = await allowed(listEnrichments(grinfi.client, forSome));
      const last = queue.find((one) => one.recordId === recordId);
      if (last && isEnriching(last)) return;
      await allowed(enrich(grinfi.client, object, [recordId], forSome));
    });
    return null;
  };
}
