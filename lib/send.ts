import { browser } from 'wxt/browser';
import type { FailureKind } from './crm.ts';
import { Failure } from './failure.ts';
import type { Input, MessageName, Output, Reply } from './messages.ts';

/** What travels from a screen to the service worker. */
export interface Envelope {
  name: MessageName;
  input: unknown;
}

/**
 * Sends a message to the service worker and gives its answer.
 *
 * Apart from `messaging.ts`, so that a screen does not carry the schemas that only the worker checks with.
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

export type Send = typeof send;

/** Kind and words of anything thrown, as a screen shows them. */
export function failureOf(error: unknown): { kind: FailureKind; message: string } {
  if (error instanceof Failure) return { kind: error.kind, message: error.message };
  return { kind: 'internal', message: error instanceof Error ? error.message : String(error) };
}
