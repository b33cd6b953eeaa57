import { demoKey } from './seed.ts';
import type { FakeGrinfi } from './server.ts';

export interface Answer {
  status: number;
  /** Parsed where it is JSON, else the text; `undefined` when empty. */
  body: unknown;
  headers: Headers;
}

export type Call = (method: string, path: string, body?: unknown) => Promise<Answer>;

/** Calls the stand-in in this process, with the demo's key unless told otherwise. */
export function createCaller(fake: Pick<FakeGrinfi, 'fetch'>, key: string | null = demoKey): Call {
  return async (method, path, body) => {
    const headers = new Headers(key === null ? {} : { authorization: `Bearer ${key}` });
    // A form sets its own content type, with the boundary.
    const isForm = body instanceof FormData;
    if (body !== undefined && !isForm) headers.set('content-type', 'application/json');
    const sent = isForm ? body : JSON.stringify(body);
    const init = body === undefined ? { method, headers } : { method, headers, body: sent };
    const response = await fake.fetch(new Request(`https://leadgen.grinfi.io${path}`, init));
    const text = await response.text();
    return { status: response.status, body: read(text), headers: response.headers };
  };
}

function read(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
