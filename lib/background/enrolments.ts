import type { Account } from '../crm.ts';
import { listActivities } from '../grinfi/activities.ts';
import {
  cancelAllAutomations,
  cancelAutomations,
  continueAutomations,
  enrolContact,
  listAutomations,
  listEnrolmentsOf,
  switchAutomation,
} from '../grinfi/automations.ts';
import { findBlacklisted, listBlacklist } from '../grinfi/blacklist.ts';
import { type CallOptions, type GrinfiClient, until } from '../grinfi/client.ts';
import { listLinkedInMessages } from '../grinfi/linkedin-messages.ts';
import { listSenderProfiles } from '../grinfi/sender-profiles.ts';
import type { Handler, Input } from '../messages.ts';
import { type Caution, inTouchMs, isUnderWay } from '../outreach.ts';
import { allowed, forSome } from './allowed.ts';
import type { Grinfi } from './grinfi.ts';
import { otherSenderOf, repliedSince, sentSince } from './in-touch.ts';
import { createOnce } from './once.ts';

interface ListDeps {
  grinfi: Grinfi;
  account: () => Promise<Account | undefined>;
  now: () => number;
}

/** Where a contact is, where it could go, and what speaks against that. */
export function createListEnrolments({ grinfi, account, now }: ListDeps): Handler<'listEnrolments'> {
  return async (contact, left) => {
    const client = until(left, grinfi.client);
    const [enrolments, automations, cautions] = await Promise.all([
      contact.contactId === undefined ? [] : listEnrolmentsOf(client, contact.contactId),
      listAutomations(client),
      cautionsAbout(client, contact, now() - inTouchMs, await account()),
    ]);
    return { enrolments, automations, cautions };
  };
}

type Named = Input<'listEnrolments'>;
/** Each is an extra: one that cannot be found out makes us unsure, and nothing else. */
const extra: CallOptions = { retry: false, isOptional: true };

/** @param since ms since 1970: what happened earlier does not count */
async function cautionsAbout(
  client: GrinfiClient,
  contact: Named,
  since: number,
  account: Account | undefined,
): Promise<Caution[]> {
  const { contactId } = contact;
  const found = await Promise.allSettled([
    blacklisted(client, contact),
    ...(contactId === undefined
      ? []
      : [replied(client, contactId, since), otherSender(client, contactId, since, account)]),
  ]);
  return found
    .flatMap((each): Caution[] => {
      if (each.status === 'fulfilled') return each.value ? [each.value] : [];
      return [{ kind: 'unsure' }];
    })
    .filter((each, place, all) => all.findIndex(({ kind }) => kind === each.kind) === place);
}

async function blacklisted(client: GrinfiClient, contact: Named): Promise<Caution | undefined> {
  const entries = await listBlacklist(client, 'contact', extra);
  return findBlacklisted(entries, contact) && { kind: 'blacklisted' };
}

async function replied(client: GrinfiClient, contactId: string, since: number): Promise<Caution | undefined> {
  const about = { object: 'contact', recordId: contactId } as const;
  const { items } = await listActivities(client, about, { ...extra, limit: 100 });
  return repliedSince(items, since);
}

/** The sender who wrote last, when it is not one of the user's own. */
async function otherSender(
  client: GrinfiClient,
  contactId: string,
  since: number,
  account: Account | undefined,
): Promise<Caution | undefined> {
  const { items } = await listLinkedInMessages(client, contactId, { ...extra, limit: 100 });
  const sent = sentSince(items, since);
  if (sent.length === 0) return undefined;
  return otherSenderOf(sent, await listSenderProfiles(client, extra), account);
}

export function createChangeEnrolment({ grinfi }: { grinfi: Grinfi }): Handler<'changeEnrolment'> {
  const once = createOnce();
  return async (asked) => {
    await once(JSON.stringify(asked), () => change(grinfi.client, asked));
    return null;
  };
}

async function change(client: GrinfiClient, asked: Input<'changeEnrolment'>): Promise<void> {
  const { contactId } = asked;
  if (!('automationId' in asked)) {
    const act = asked.change === 'cancelAll' ? cancelAllAutomations : continueAutomations;
    return act(client, contactId);
  }
  const { automationId } = asked;
  if (asked.change === 'cancel') return cancelAutomations(client, contactId, [automationId]);
  // What the server makes of one that is under way already is not known, so it is not asked.
  const enrolments = await listEnrolmentsOf(client, contactId);
  if (enrolments.some((one) => one.automationId === automationId && isUnderWay(one))) return;
  await enrolContact(client, { contactId, automationId });
}

/** Not every user may do this; who may not is told so. */
export function createSwitchAutomation({ grinfi }: { grinfi: Grinfi }): Handler<'switchAutomation'> {
  const once = createOnce();
  return async ({ automationId, isOn }) => {
    await once(`${isOn} ${automationId}`, () =>
      allowed(switchAutomation(grinfi.client, automationId, isOn, forSome)),
    );
    return null;
  };
}
