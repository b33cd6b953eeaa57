import { browser } from 'wxt/browser';
import type { FailureKind } from './crm.ts';
import { Failure } from './failure.ts';
import type { Input, MessageName, Output, ReadName, Reply } from './messages.ts';

/** What travels from a screen to the service worker. */
export interface Envelope {
  name: MessageName;
  input: unknown;
}

/** `signal`: when it aborts, the worker stops asking Grinfi, too. Only for what changes nothing. */
export interface SendOptions<N extends MessageName = ReadName> {
  signal?: (N extends ReadName ? AbortSignal : never) | undefined;
}

/**
 * Sends a message to the service worker and gives its answer.
 *
 * Apart from `messaging.ts`, so that a screen does not carry the schemas that only the worker checks with.
 * @throws {Failure} with the kind that the worker named, or `internal` where it gave no answer
 * @throws the reason of an aborted `signal`
 */
export async function send<N extends MessageName>(
  name: N,
  input: Input<N>,
  { signal }: SendOptions<N> = {},
): Promise<Output<N>> {
  const envelope: Envelope = { name, input };
  const ask = async (): Promise<Reply<N> | undefined> => {
    try {
      return await (signal ? askOnLine(envelope, signal) : browser.runtime.sendMessage(envelope));
    } catch {
      signal?.throwIfAborted();
      return undefined;
    }
  };
  const reply = (await ask()) ?? (isPress(name) ? await ask() : undefined);
  if (reply?.ok) return reply.value;
  throw new Failure(reply?.kind ?? 'internal', reply?.message ?? 'The extension did not answer.');
}

/**
 * The worker may end between storing a save and saying so. Asked again, the one that starts in its place stores it, or
 * finds that it is there.
 */
const isPress = (name: MessageName) => name === 'saveRecord' || name === 'saveMany';

/**
 * Asks on a line of its own. A line that is hung up ends the work at its other end; the browser hangs up by
 * itself for a screen that closes, which could not send anything any more.
 * @returns `undefined` where the worker hung up
 */
function askOnLine<R>(envelope: Envelope, signal: AbortSignal): Promise<R | undefined> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const line = browser.runtime.connect();
    const hangUp = () => {
      line.disconnect();
      reject(signal.reason);
    };
    signal.addEventListener('abort', hangUp, { once: true });
    const end = (reply?: R) => {
      signal.removeEventListener('abort', hangUp);
      line.disconnect();
      resolve(reply);
    };
    line.onMessage.addListener(end);
    line.onDisconnect.addListener(() => end());
    line.postMessage(envelope);
  });
}

export type Send = typeof send;

/** Kind and words of anything thrown, as a screen shows them. */
export function failureOf(error: unknown): { kind: FailureKind; message: string } {
  if (error instanceof Failure) return { kind: error.kind, message: error.message };
  return { kind: 'internal', message: error instanceof Error ? error.message : String(error) };
}
