import { Failure } from '../failure.ts';
import { failureWords } from '../failure-words.ts';
import { until } from '../grinfi/client.ts';
import { listLinkedInBrowsers, switchLinkedInBrowser } from '../grinfi/linkedin-browsers.ts';
import { listMailboxErrors, listMailboxes, switchMailbox } from '../grinfi/mailboxes.ts';
import { switchSenderProfile } from '../grinfi/sender-profiles.ts';
import { listWebhooks, testWebhook, updateWebhook } from '../grinfi/webhooks.ts';
import type { Handler } from '../messages.ts';
import { allowed, forSome } from './allowed.ts';
import type { Grinfi } from './grinfi.ts';
import { createOnce } from './once.ts';

/** What runs in the workspace, and its switches. Each may be closed to some users, who are told so. */

interface Deps {
  grinfi: Grinfi;
}

export function createSwitchSenderProfile({ grinfi }: Deps): Handler<'switchSenderProfile'> {
  const once = createOnce();
  return async ({ senderProfileId, isEnabled }) => {
    await once(`${isEnabled} ${senderProfileId}`, () =>
      allowed(switchSenderProfile(grinfi.client, senderProfileId, isEnabled, forSome)),
    );
    return null;
  };
}

export function createListWebhooks({ grinfi }: Deps): Handler<'listWebhooks'> {
  return async (_, left) => ({ webhooks: await allowed(listWebhooks(until(left, grinfi.client), forSome)) });
}

export function createSwitchWebhook({ grinfi }: Deps): Handler<'switchWebhook'> {
  const once = createOnce();
  return async ({ webhookId, isOn }) => {
    await once(`${isOn} ${webhookId}`, () =>
      allowed(updateWebhook(grinfi.client, webhookId, { isOn }, forSome)),
    );
    return null;
  };
}

/** The address is taken from Grinfi and from nowhere else: nothing but what is set up there is ever called. */
export function createTestWebhook({ grinfi }: Deps): Handler<'testWebhook'> {
  return async ({ webhookId }) => {
    const all = await allowed(listWebhooks(grinfi.client, forSome));
    const webhook = all.find(({ id }) => id === webhookId);
    if (!webhook) throw new Failure('rejected', failureWords.gone);
    return { answer: await allowed(testWebhook(grinfi.client, webhook, forSome)) };
  };
}

export function createListLinkedInBrowsers({ grinfi }: Deps): Handler<'listLinkedInBrowsers'> {
  return async (_, left) => ({
    browsers: await allowed(listLinkedInBrowsers(until(left, grinfi.client), forSome)),
  });
}

export function createSwitchLinkedInBrowser({ grinfi }: Deps): Handler<'switchLinkedInBrowser'> {
  const once = createOnce();
  return async ({ browserId, isRunning }) => {
    await once(`${isRunning} ${browserId}`, () =>
      allowed(switchLinkedInBrowser(grinfi.client, browserId, isRunning, forSome)),
    );
    return null;
  };
}

/** The errors are an extra: without them the mailboxes are still there. */
export function createListMailboxStates({ grinfi }: Deps): Handler<'listMailboxStates'> {
  return async (_, left) => {
    const client = until(left, grinfi.client);
    const [mailboxes, errors] = await Promise.all([
      allowed(listMailboxes(client, forSome)),
      listMailboxErrors(client, forSome).catch(() => undefined),
    ]);
    return {
      mailboxes: mailboxes.map((mailbox) => ({
        ...mailbox,
        errors: errors?.filter(({ mailboxId }) => mailboxId === mailbox.id),
      })),
    };
  };
}

export function createSwitchMailbox({ grinfi }: Deps): Handler<'switchMailbox'> {
  const once = createOnce();
  return async ({ mailboxId, isActive }) => {
    await once(`${isActive} ${mailboxId}`, () =>
      allowed(switchMailbox(grinfi.client, mailboxId, isActive, forSome)),
    );
    return null;
  };
}
