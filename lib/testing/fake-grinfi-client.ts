import { demoKey, emptySeed } from '../../fake-grinfi/seed.ts';
import { createFakeGrinfi, type FakeGrinfiOptions } from '../../fake-grinfi/server.ts';
import { type ClientDeps, createGrinfiClient } from '../grinfi/client.ts';
import { openLimiter } from './answering.ts';

/** A client on the stand-in for Grinfi, without a network and without a rate limit of ours. */
export function fakeGrinfiClient(options: FakeGrinfiOptions = {}, deps: Partial<ClientDeps> = {}) {
  const fake = createFakeGrinfi({ seed: emptySeed, perMinute: false, strict: true, ...options });
  const fetch = fetchOf(fake);
  const client = createGrinfiClient({ getKey: async () => demoKey, limiter: openLimiter, fetch, ...deps });
  /** `POST /leads/api/leads/upsert` for each call so far. */
  const calls = () => fake.control.log().map(({ method, path }) => `${method} ${path}`);
  return { fake, client, calls };
}

export function fetchOf(fake: { fetch: (request: Request) => Promise<Response> }): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    return Promise.race([fake.fetch(request), abortOf(request.signal)]);
  };
}

/** As the network does it: who goes away gets no answer. */
function abortOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}
