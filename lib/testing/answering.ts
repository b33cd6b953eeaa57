import { type ClientDeps, createGrinfiClient } from '../grinfi/client.ts';
import type { Limiter } from '../grinfi/limiter.ts';

/** A request as it left the client. */
export interface SentRequest {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: Headers;
  body: unknown;
  request: Request;
}

type Answer = Response | Promise<Response>;

/** Stands where the network is: answers by function, and keeps what was asked. */
export function answering(answer: (sent: SentRequest, count: number) => Answer) {
  const sent: SentRequest[] = [];
  const fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const text = await request.clone().text();
    sent.push({
      method: request.method,
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers: request.headers,
      body: text === '' ? undefined : JSON.parse(text),
      request,
    });
    return answer(sent.at(-1) as SentRequest, sent.length);
  };
  return { fetch: fetch as typeof globalThis.fetch, sent };
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

export const openLimiter: Limiter = { take: async () => undefined, pause: () => undefined };

/** A client on an answering function, with a key and without a rate limit. */
export function clientOn(
  answer: (sent: SentRequest, count: number) => Answer,
  deps: Partial<ClientDeps> = {},
) {
  const { fetch, sent } = answering(answer);
  const client = createGrinfiClient({ getKey: async () => 'key-1', limiter: openLimiter, fetch, ...deps });
  return { client, sent };
}
