import { browser } from 'wxt/browser';
import { until } from '../grinfi/client.ts';
import { getContact } from '../grinfi/contacts.ts';
import { listDueTasks } from '../grinfi/tasks.ts';
import type { Handler } from '../messages.ts';
import type { NamedContact } from '../outreach.ts';
import type { Grinfi } from './grinfi.ts';

/** A screenful: each person on it is asked for by name. */
const limit = 25;

/** What is to be done for anybody, the most overdue first. */
export function createListDueTasks({ grinfi }: { grinfi: Grinfi }): Handler<'listDueTasks'> {
  return ({ offset, ...wanted }, left) => listDueTasks(until(left, grinfi.client), wanted, { offset, limit });
}

const maxAgeMs = 60 * 60_000;
const keyOf = (contactId: string) => `contactName:${contactId}`;

interface Kept {
  at: number;
  contact: NamedContact;
}

/**
 * Who a contact is. Grinfi has no call that names many at once, so each is asked for by itself, after what
 * the user waits for, and remembered for an hour.
 */
export function createNameContact(deps: { grinfi: Grinfi; now: () => number }): Handler<'nameContact'> {
  const { grinfi, now } = deps;
  return async ({ contactId }, left) => {
    const key = keyOf(contactId);
    const kept = (await browser.storage.session.get(key))[key] as Kept | undefined;
    if (kept && now() - kept.at < maxAgeMs) return { contact: kept.contact };
    const found = await getContact(until(left, grinfi.backgroundClient), contactId, { isOptional: true });
    if (!found) return { contact: null };
    const { fullName, firstName, lastName, handle } = found.fields;
    const name = fullName ?? ([firstName, lastName].filter(Boolean).join(' ') || undefined);
    const contact: NamedContact = { id: contactId, name, handle };
    await browser.storage.session
      .set({ [key]: { at: now(), contact } satisfies Kept })
      .catch(() => undefined);
    return { contact };
  };
}
