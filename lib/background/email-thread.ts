import { htmlOfText, lettersOf, lettersOfHtml } from '../email-html.ts';
import { type GrinfiClient, until } from '../grinfi/client.ts';
import { getEmailText, listEmails, sendEmail } from '../grinfi/emails.ts';
import { listMailboxErrors, listMailboxes } from '../grinfi/mailboxes.ts';
import type { Handler } from '../messages.ts';
import type { Email, MailboxError } from '../outreach.ts';
import type { Grinfi } from './grinfi.ts';
import { clockSlackMs } from './once.ts';
import type { Earlier, SendLog } from './send-log.ts';

interface Deps {
  grinfi: Grinfi;
}

const pageSize = 20;
/** How far back an earlier try is looked for. */
const lookedThrough = 100;
/** An older trouble of a mailbox says nothing of it today, ms. */
const errorMaxAgeMs = 14 * 86_400_000;

export function createListEmails({ grinfi }: Deps): Handler<'listEmails'> {
  return ({ contactId, offset }, left) =>
    listEmails(until(left, grinfi.client), contactId, { offset, limit: pageSize });
}

export function createReadEmail({ grinfi }: Deps): Handler<'readEmail'> {
  return async ({ bodyId }, left) => ({
    text: (await getEmailText(until(left, grinfi.client), bodyId)) ?? null,
  });
}

/** All mailboxes, each with its newest trouble. That is an extra: without it they can be used all the same. */
export function createListMailboxes({ grinfi, now }: Deps & { now: () => number }): Handler<'listMailboxes'> {
  return async (_, left) => {
    const client = until(left, grinfi.client);
    const [mailboxes, errors] = await Promise.all([
      listMailboxes(client),
      listMailboxErrors(client, { retry: false, isOptional: true }).catch((): MailboxError[] => []),
    ]);
    const recent = errors.filter(({ at }) => now() - Date.parse(at ?? '') < errorMaxAgeMs);
    return {
      mailboxes: mailboxes.map((mailbox) => ({
        ...mailbox,
        lastError: recent.find(({ mailboxId }) => mailboxId === mailbox.id),
      })),
    };
  };
}

/** Sends an e-mail, once for each draft. */
export function createSendEmail(deps: Deps & { sendLog: SendLog }): Handler<'sendEmail'> {
  const { client } = deps.grinfi;
  return async ({ draftId, text, ...email }) => {
    const outcome = await deps.sendLog.sendOnce({
      draftId,
      says: saysOf(email.subject, lettersOf(text)),
      look: (earlier) => lookFor(client, email.contactId, earlier),
      send: async () => (await sendEmail(client, { ...email, html: htmlOfText(text) }))?.id,
    });
    return { outcome };
  };
}

const saysOf = (subject: string, letters: string) => `${lettersOf(subject)}\n${letters}`;

/** A mail server may add a footer, so what we wrote need only be in it. */
async function lookFor(client: GrinfiClient, contactId: string, earlier: Earlier) {
  const { items } = await listEmails(client, contactId, { limit: lookedThrough });
  for (const email of items.filter((one) => mayBeLeftOver(one, earlier))) {
    const found = email.bodyId === undefined ? undefined : await getEmailText(client, email.bodyId);
    // Without its text, the subject and the time have to do: rather none than two.
    const letters = found && lettersOfHtml(found.html);
    const says = earlier.said.find((said) => {
      const [subject, wanted = ''] = said.split('\n');
      return (
        subject === lettersOf(email.subject ?? '') && (letters === undefined || letters.includes(wanted))
      );
    });
    if (says !== undefined) return { id: email.id, says };
  }
  return undefined;
}

function mayBeLeftOver({ id, isFromContact, at }: Email, { since, others }: Earlier): boolean {
  const isOlder = Date.parse(at ?? '') < since - clockSlackMs;
  return !isFromContact && !isOlder && !others.has(id);
}
