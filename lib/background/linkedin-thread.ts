import { until } from '../grinfi/client.ts';
import {
  listLinkedInMessages,
  markContactsRead,
  retryLinkedInMessage,
  sendLinkedInMessage,
} from '../grinfi/linkedin-messages.ts';
import type { Handler } from '../messages.ts';
import type { LinkedInMessage } from '../outreach.ts';
import type { Grinfi } from './grinfi.ts';
import { clockSlackMs, createOnce } from './once.ts';
import type { Earlier, SendLog } from './send-log.ts';

interface Deps {
  grinfi: Grinfi;
}

const pageSize = 30;
/** How far back an earlier try is looked for. */
const lookedThrough = 100;

export function createListMessages({ grinfi }: Deps): Handler<'listMessages'> {
  return ({ contactId, offset }, left) =>
    listLinkedInMessages(until(left, grinfi.client), contactId, { offset, limit: pageSize });
}

export function createMarkRead({ grinfi }: Deps): Handler<'markRead'> {
  const once = createOnce();
  return async ({ contactId }) => {
    await once(contactId, () => markContactsRead(grinfi.client, [contactId]));
    return null;
  };
}

/** Hands a message over to be sent, once for each draft. */
export function createSendMessage(deps: Deps & { sendLog: SendLog }): Handler<'sendMessage'> {
  const { client } = deps.grinfi;
  return async ({ draftId, ...message }) => {
    const outcome = await deps.sendLog.sendOnce({
      draftId,
      says: wordsOf(message.text),
      async look(earlier) {
        const { items } = await listLinkedInMessages(client, message.contactId, { limit: lookedThrough });
        const found = items.find((one) => isLeftOver(one, earlier));
        return found && { id: found.id, says: wordsOf(found.text) };
      },
      send: async () => (await sendLinkedInMessage(client, message))?.id,
    });
    return { outcome };
  };
}

function isLeftOver(found: LinkedInMessage, { since, said, others }: Earlier): boolean {
  const isOlder = Date.parse(found.at ?? '') < since - clockSlackMs;
  return !found.isFromContact && !isOlder && !others.has(found.id) && said.includes(wordsOf(found.text));
}

/** Spaces and line ends may come back otherwise than they went. */
function wordsOf(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** The answer to an earlier retry may be lost, so it is looked whether the message is still a failed one. */
export function createRetryMessage({ grinfi: { client } }: Deps): Handler<'retryMessage'> {
  const once = createOnce();
  return async ({ contactId, messageId }) => {
    await once(messageId, async () => {
      const { items } = await listLinkedInMessages(client, contactId, { limit: lookedThrough });
      const found = items.find(({ id }) => id === messageId);
      if (found && found.status !== 'failed') return;
      await retryLinkedInMessage(client, messageId);
    });
    return null;
  };
}
