import type { FailureKind } from '../crm.ts';
import { GrinfiError } from './errors.ts';
import { isObject } from './reply.ts';

/** Reads the server's answers: what a body holds, what a failure means. Pure. */

/**
 * The JSON of a 2xx body; `undefined` when it is empty, which the server does wherever nothing is asked back.
 * @throws {GrinfiError} `malformed` for anything else: the sign-in page of a hotel's network also answers 200
 */
export function readBody(text: string, status: number): unknown {
  if (text.trim() === '') return undefined;
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new GrinfiError('malformed', 'The answer did not come from Grinfi.', { status });
  }
  if (isObject(body) && isObject(body.error) && !('uuid' in body)) throw failureOf(status, text, undefined);
  return body;
}

/**
 * A 2xx body that is no JSON.
 * @throws {GrinfiError} `malformed` for a web page: that is a network's sign-in, not the server
 */
export function readText(text: string, status: number): string {
  if (isMarkup(text)) throw new GrinfiError('malformed', 'The answer did not come from Grinfi.', { status });
  return text;
}

/** @param key the key used, to take it out should the server repeat it */
export function failureOf(
  status: number,
  text: string,
  retryAfterMs: number | undefined,
  key?: string,
): GrinfiError {
  const { message, fields } = wordsOf(text, key);
  const kind = kindOf(status, text);
  return new GrinfiError(kind, message ?? ownWords[kind] ?? `Grinfi answered with status ${status}.`, {
    status,
    retryAfterMs,
    serverMessage: message,
    fields,
  });
}

function kindOf(status: number, text: string): FailureKind {
  // A filter between us and the server refuses with a page of its own; the key has nothing to do with that.
  if ((status === 401 || status === 403 || status === 407) && isMarkup(text)) return 'malformed';
  if (status === 401 || status === 403) return 'auth';
  if (status === 402) return 'payment';
  if (status === 408) return 'timeout';
  if (status === 429) return 'busy';
  if (status >= 500) return 'server';
  if (status >= 300 && status < 400) return 'malformed';
  return 'rejected';
}

/** A web page: it does not come from the API. */
export function isMarkup(text: string): boolean {
  return text.trimStart().startsWith('<');
}

const ownWords: Partial<Record<FailureKind, string>> = {
  auth: 'Grinfi did not accept the API key.',
  payment: 'The Grinfi plan has no room or credits left.',
  timeout: 'Grinfi took too long to answer.',
  busy: 'Grinfi asked us to slow down.',
  server: 'Grinfi has a problem of its own.',
  malformed: 'The answer did not come from Grinfi.',
};

/**
 * The server's words. Two spellings are read: `{error: {message, data: {field: [messages]}}, message}` as
 * the reference has it, and `{message, errors: {…}}`.
 */
function wordsOf(text: string, key: string | undefined): { message?: string | undefined; fields: string[] } {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return { fields: [] };
  }
  if (!isObject(body)) return { fields: [] };
  const error = isObject(body.error) ? body.error : {};
  const data = [error.data, body.errors].find(isObject) ?? {};
  const firstOfField = Object.values(data).flat()[0];
  const found = [error.message, firstOfField, body.message, body.error].find(
    (words): words is string => typeof words === 'string' && words.trim() !== '',
  );
  const safe = key === undefined ? found : found?.replaceAll(key, '…');
  return { message: safe?.trim().slice(0, 500), fields: Object.keys(data).slice(0, 20) };
}

/**
 * `Retry-After` in ms: seconds or an HTTP date. Absent, unreadable and past values give `undefined`.
 * @param now ms since 1970
 */
export function readRetryAfter(headers: Headers, now: number): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (!value) return undefined;
  const ms = /^\d+(\.\d+)?$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isFinite(ms) && ms > 0 ? ms : undefined;
}
