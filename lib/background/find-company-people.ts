import type { Contact } from '../crm.ts';
import { until } from '../grinfi/client.ts';
import { getCompanyPeople } from '../grinfi/companies.ts';
import type { Handler } from '../messages.ts';
import type { Grinfi } from './grinfi.ts';
import { lastActivityOf } from './look-up.ts';

/** One request each, so only for those likely to be looked at. */
const mostActivities = 8;

/** The contacts from a company, those touched last first, the first few with what happened last. */
export function createFindCompanyPeople({ grinfi }: { grinfi: Grinfi }): Handler<'findCompanyPeople'> {
  return async ({ companyId }, left) => {
    const contacts = await getCompanyPeople(until(left, grinfi.client), companyId);
    const client = until(left, grinfi.backgroundClient);
    const sorted = contacts.toSorted((one, other) => lastTouch(other) - lastTouch(one));
    const people = sorted.map(async (contact, place) => {
      const lastActivity = place < mostActivities ? await lastActivityOf(client, contact.id) : undefined;
      return { contact, ...(lastActivity && { lastActivity }) };
    });
    return { people: await Promise.all(people) };
  };
}

function lastTouch({ updatedAt }: Contact): number {
  return updatedAt === undefined ? 0 : Date.parse(updatedAt) || 0;
}
