import type { Account, Activity } from '../crm.ts';
import type { Caution, LinkedInMessage, SenderProfile } from '../outreach.ts';

/** What of a contact's history speaks against an automation. `since` in ms since 1970: earlier does not count. */

/** @param activities newest first */
export function repliedSince(activities: readonly Activity[], since: number): Caution | undefined {
  const reply = activities.find(({ type, at }) => type.endsWith('_replied') && Date.parse(at) >= since);
  return reply && { kind: 'replied', at: reply.at };
}

/** What the team has written, newest first. */
export const sentSince = (messages: readonly LinkedInMessage[], since: number): LinkedInMessage[] =>
  messages.filter(({ isFromContact, at }) => !isFromContact && Date.parse(at ?? '') >= since);

/** The sender who wrote last, when it is not one of the user's own. */
export function otherSenderOf(
  sent: readonly LinkedInMessage[],
  senders: readonly SenderProfile[],
  account: Account | undefined,
): Caution | undefined {
  for (const { senderProfileId, at } of sent) {
    const sender = senders.find(({ id }) => id === senderProfileId);
    if (sender && at && sender.userId !== account?.userId)
      return { kind: 'otherSender', name: sender.name, at };
  }
  return undefined;
}
