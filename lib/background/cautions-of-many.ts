import type { Account } from '../crm.ts';
import { listRepliesOfMany } from '../grinfi/activities.ts';
import { listAutomations, listEnrolmentsOfMany } from '../grinfi/automations.ts';
import { findBlacklisted, listBlacklist } from '../grinfi/blacklist.ts';
import { type CallOptions, until } from '../grinfi/client.ts';
import { listLinkedInMessagesOfMany } from '../grinfi/linkedin-messages.ts';
import { listSenderProfiles } from '../grinfi/sender-profiles.ts';
import type { Handler } from '../messages.ts';
import { inTouchMs, isUnderWay, type Page } from '../outreach.ts';
import type { Grinfi } from './grinfi.ts';
import { otherSenderOf, repliedSince, sentSince } from './in-touch.ts';

/** In one request: their ids stand in its address. */
const together = 50;
/** Four groups are some twelve requests, which is what a warning is worth. */
const mostKnown = 4 * together;
/** Each is an extra: one that cannot be found out makes us unsure, and nothing else. */
const extra: CallOptions = { retry: false, isOptional: true };

interface Deps {
  grinfi: Grinfi;
  account: () => Promise<Account | undefined>;
  now: () => number;
}

/** What speaks against putting these people into an automation, found out for all of them together. */
export function createListCautions({ grinfi, account, now }: Deps): Handler<'listCautions'> {
  return async ({ people }, left) => {
    const client = until(left, grinfi.client);
    const since = now() - inTouchMs;
    const known = people.flatMap(({ contactId }) => contactId ?? []);
    const groups = groupsOf(known.slice(0, mostKnown));
    let isUnsure = known.length > mostKnown;

    const whole = <T>(asked: Promise<T[]>): Promise<T[]> =>
      asked.catch(() => {
        isUnsure = true;
        return [];
      });
    /** @param isEnough of a part that is not the last: what is missing would not count */
    async function ofGroups<T>(
      ask: (ids: string[]) => Promise<Page<T>>,
      isEnough: (items: T[]) => boolean = () => false,
    ): Promise<T[]> {
      const pages = await whole(Promise.all(groups.map(ask)));
      if (pages.some(({ items, nextOffset }) => nextOffset !== undefined && !isEnough(items)))
        isUnsure = true;
      return pages.flatMap(({ items }) => items);
    }

    const [automations, blacklist, enrolments, replies, messages, senders, user] = await Promise.all([
      whole(listAutomations(client, extra)),
      whole(listBlacklist(client, 'contact', extra)),
      ofGroups((ids) => listEnrolmentsOfMany(client, ids, extra)),
      ofGroups((ids) => listRepliesOfMany(client, ids, since, extra)),
      ofGroups(
        (ids) => listLinkedInMessagesOfMany(client, ids, extra),
        (items) => Date.parse(items.at(-1)?.at ?? '') < since,
      ),
      known.length > 0 ? whole(listSenderProfiles(client, extra)) : [],
      account(),
    ]);
    const found = people.map(({ key, contactId, handle }) => {
      const isOurs = (one: { contactId?: string | undefined }) =>
        contactId !== undefined && one.contactId === contactId;
      const sent = sentSince(messages.filter(isOurs), since);
      return {
        key,
        running: enrolments
          .filter((one) => isOurs(one) && isUnderWay(one))
          .map(({ automationId }) => automationId),
        cautions: [
          findBlacklisted(blacklist, { handle }) && ({ kind: 'blacklisted' } as const),
          repliedSince(replies.filter(isOurs), since),
          otherSenderOf(sent, senders, user),
        ].filter((one) => one !== undefined),
      };
    });
    return {
      automations,
      found: found.filter(({ running, cautions }) => running.length + cautions.length > 0),
      isUnsure,
    };
  };
}

function groupsOf(ids: readonly string[]): string[][] {
  const count = Math.ceil(ids.length / together);
  return Array.from({ length: count }, (_, place) => ids.slice(place * together, (place + 1) * together));
}
