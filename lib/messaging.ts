import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { type Handlers, inputs, type MessageName, type Output, type Reply } from './messages.ts';
import { type Envelope, failureOf } from './send.ts';

/**
 * Answers messages from our own pages. Anything else (a tab, another extension, a malformed message) gets
 * no answer from us. What is asked on a line is given up when that is hung up; see `send`.
 */
export function handleMessages(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, reply) => {
    if (!isOurPage(sender) || !isEnvelope(message)) return false;
    void answer(handlers, message).then(reply);
    // Keeps the way back open until the answer is there; Chrome takes no promise in its place.
    return true;
  });
  browser.runtime.onConnect.addListener((line) => {
    if (!isOurPage(line.sender)) return;
    const left = new AbortController();
    line.onDisconnect.addListener(() => left.abort());
    line.onMessage.addListener(async (message: unknown) => {
      const reply = isEnvelope(message) && (await answer(handlers, message, left.signal));
      if (reply && !left.signal.aborted) line.postMessage(reply);
    });
  });
}

function isOurPage(sender: { id?: string; url?: string } | undefined): boolean {
  return (
    sender?.id === browser.runtime.id && sender.url?.startsWith(browser.runtime.getURL('/' as never)) === true
  );
}

function isEnvelope(message: unknown): message is Envelope {
  return (
    typeof message === 'object' &&
    message !== null &&
    'name' in message &&
    typeof message.name === 'string' &&
    Object.hasOwn(inputs, message.name)
  );
}

async function answer<N extends MessageName>(
  handlers: Handlers,
  message: Envelope & { name: N },
  ...left: [left?: AbortSignal]
): Promise<Reply<N>> {
  const input = v.safeParse(inputs[message.name], message.input);
  if (!input.success)
    return { ok: false, kind: 'internal', message: `${message.name}: the input is not valid` };
  try {
    const handler = handlers[message.name] as (input: unknown, left?: AbortSignal) => Promise<Output<N>>;
    return { ok: true, value: await handler(input.output, ...left) };
  } catch (error) {
    return { ok: false, ...failureOf(error) };
  }
}
