import type { Activity, CrmRecord, LookUp } from '../crm.ts';
import { Failure } from '../failure.ts';
import { failureWords } from '../failure-words.ts';
import { getLastActivity } from '../grinfi/activities.ts';
import { type GrinfiClient, until } from '../grinfi/client.ts';
import type { CompanyIdentity } from '../grinfi/companies.ts';
import { findCompanies } from '../grinfi/companies.ts';
import { findContact, type PersonIdentity } from '../grinfi/contacts.ts';
import type { Handler } from '../messages.ts';
import type { LinkedInRecord, ReadField } from '../records.ts';
import { failureOf } from '../send.ts';
import type { Grinfi } from './grinfi.ts';

const lookUpTimeoutMs = 10_000;
const activityLimitMs = 2_500;

/** Never rejects: "could not check" is an answer of its own, and never passes for "new". */
export function createLookUp({ grinfi }: { grinfi: Grinfi }): Handler<'lookUp'> {
  return async ({ record }, left) => {
    try {
      return await lookUp(until(left, grinfi.client), record);
    } catch (error) {
      return { state: 'unchecked', ...failureOf(error) };
    }
  };
}

async function lookUp(client: GrinfiClient, record: LinkedInRecord): Promise<LookUp> {
  const known = await find(client, record);
  if (known === undefined) return { state: 'new' };
  const lastActivity = known.object === 'contact' ? await lastActivityOf(client, known.id) : undefined;
  return { state: 'known', record: known, ...(lastActivity && { lastActivity }) };
}

async function find(client: GrinfiClient, record: LinkedInRecord): Promise<CrmRecord | undefined> {
  const identity = identityOf(record);
  if (Object.keys(identity).length === 0) throw new Failure('page', failureWords.noLinkedInId);
  const options = { timeoutMs: lookUpTimeoutMs };
  if (record.kind === 'person') return findContact(client, identity, options);
  return (await findCompanies(client, [identity], options))[0];
}

/** Only ids that were read for certain: an uncertain one could find somebody else. */
export function identityOf(record: LinkedInRecord): PersonIdentity & CompanyIdentity {
  const { fields } = record;
  const names = record.kind === 'person' ? ['lnId', 'snId', 'handle'] : ['companyId', 'handle', 'domain'];
  const certain = names.flatMap((name) => {
    const field = (fields as Record<string, ReadField | undefined>)[name];
    return field?.certain ? [[name, field.value]] : [];
  });
  return Object.fromEntries(certain);
}

/** An extra: it neither makes a known record unknown nor keeps it waiting for long. */
export async function lastActivityOf(client: GrinfiClient, contactId: string): Promise<Activity | undefined> {
  try {
    // Not a timeout of the request: waiting for our own rate limit counts as well.
    const signal = AbortSignal.timeout(activityLimitMs);
    return await getLastActivity(client, contactId, { signal, retry: false, isOptional: true });
  } catch {
    return undefined;
  }
}
