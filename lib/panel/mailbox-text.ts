import { relativeTime, t } from '../i18n.ts';
import type { MailboxState, SenderProfile } from '../outreach.ts';

/** A mailbox that can be written from: it belongs to somebody. */
export interface UsableMailbox extends MailboxState {
  senderProfileId: string;
}

/** Those with an owner, who is named in what they send; Grinfi wants to know both. */
export function usableMailboxes(
  mailboxes: readonly MailboxState[],
  senders: readonly SenderProfile[],
): UsableMailbox[] {
  return mailboxes.flatMap((mailbox) => {
    const senderProfileId =
      mailbox.senderProfileId ?? senders.find(({ mailboxId }) => mailboxId === mailbox.id)?.id;
    return senderProfileId === undefined ? [] : [{ ...mailbox, senderProfileId }];
  });
}

const isOn = ({ status }: MailboxState) => status === undefined || status === 'active';

/** "Marla Quillfeather <marla@example.com> · not active" */
export function mailboxName(mailbox: MailboxState): string {
  const name = mailbox.senderName ? `${mailbox.senderName} <${mailbox.address}>` : mailbox.address;
  return isOn(mailbox) ? name : `${name} · ${t('mailboxOff')}`;
}

/** What went wrong with it lately, in words. */
export function mailboxTrouble({ lastError }: MailboxState, now: number): string | undefined {
  const at = Date.parse(lastError?.at ?? '');
  if (!lastError || Number.isNaN(at)) return undefined;
  return t('mailboxProblem', relativeTime(at, now), lastError.message);
}

/** The chosen one, else the one that wrote to this contact last, else the user's own, else the only one. */
export function likelyMailbox(
  mailboxes: readonly UsableMailbox[],
  wanted: { chosenId?: string | undefined; lastId?: string | undefined; ownSenderIds: readonly string[] },
): UsableMailbox | undefined {
  const on = mailboxes.filter(isOn);
  return (
    mailboxes.find(({ id }) => id === wanted.chosenId) ??
    on.find(({ id }) => id === wanted.lastId) ??
    on.find(({ senderProfileId }) => wanted.ownSenderIds.includes(senderProfileId)) ??
    (on.length === 1 ? on[0] : undefined)
  );
}

/** "Re: The plant visit", once however often it went to and fro. */
export function replySubject(subject: string | undefined): string {
  if (!subject) return '';
  return /^re\s*:/i.test(subject) ? subject : `Re: ${subject}`;
}
