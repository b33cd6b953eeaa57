import { browser } from 'wxt/browser';
import { Failure } from './failure.ts';
import { type Handlers, type Input, inputs, type MessageName, type Output, type Reply } from './messages.ts';

interface Envelope {
  name: MessageName;
  input: unknown;
}

/**
 * Sends a message to the service worker and gives its answer.
 * @throws {Failure} with the kind that the worker named, or `internal` where it gave no answer
 */
export async function send<N extends MessageName>(name: N, input: Input<N>): Promise<Output<N>> {
  let reply: Reply<N> | undefined;
  try {
    reply = await browser.runtime.sendMessage({ name, input } satisfies Envelope);
  } catch (cause) {
    throw new Failure('internal', 'The extension did not answer.', { cause });
  }
  if (reply?.ok) return reply.value;
  throw new Failure(reply?.kind ?? 'internal', reply?.message ?? 'The extension did not answer.');
}

/**
 * Answers messages from our own pages. Anything else (a tab, another extension, a malformed message) gets
 * no answer from us.
 */
export function handleMessages(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender) => {
    const fromOurPage =
      sender.id === browser.runtime.id &&
      sender.url?.startsWith(browser.runtime.getURL('/' as never)) === true;
    if (!fromOurPage || !isEnvelope(message)) return undefined;
    return answer(handlers, message);
  });
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
): Promise<Reply<N>> {
  const input = inputs[message.name].safeParse(message.input);
  if (!input.success)
    return { ok: false, kind: 'internal', message: `${message.name}: the input is not valid` };
  try {
    const handler = handlers[message.name] as (input: unknown) => Promise<Output<N>>;
    return { ok: true, value: await handler(input.data) };
  } catch (error) {
    if (error instanceof Failure) return { ok: false, kind: error.kind, message: error.message };
    return { ok: false, kind: 'internal', message: error instanceof Error ? error.message : String(error) };
  }
}
