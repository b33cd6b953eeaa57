import ky, { HTTPError, type KyInstance, TimeoutError } from 'ky';
import type * as z from 'zod/mini';
import { failureOf, readBody, readRetryAfter, readText } from './answer.ts';
import { GrinfiError } from './errors.ts';
import { type Limiter, longestPauseMs, type Priority } from './limiter.ts';
import { grinfiOrigin } from './origin.ts';
import type { ServerTime } from './server-time.ts';

export interface ClientDeps {
  getKey: () => Promise<string | undefined>;
  limiter: Limiter;
  fetch?: typeof globalThis.fetch | undefined;
  /** The key that is in use now was turned down (401, 403). */
  onAuthRefused?: (() => void | Promise<void>) | undefined;
  /** The key that is in use now was accepted. */
  onAuthOk?: (() => void | Promise<void>) | undefined;
  /** Who waits first for the limiter; default `interactive`. */
  priority?: Priority | undefined;
  /** How often a read is tried again after 429, 5xx or no answer; default 3. The outbox does its own: 0. */
  retries?: number | undefined;
  /** A pause asked for by the server that is longer than this ends in `busy`; default 10 s. */
  maxWaitMs?: number | undefined;
  /** Is told what time the answers say it is. */
  serverTime?: ServerTime | undefined;
}

export interface CallOptions {
  signal?: AbortSignal | undefined;
  /** Of one attempt, up to the last byte of its answer; default 20 s. */
  timeoutMs?: number | undefined;
  /** `false`: one attempt. `true`: also for a POST, where it reads only. Default: for GET. */
  retry?: boolean | undefined;
  /** A refusal here says nothing about the key: this call may be closed to it. */
  isOptional?: boolean | undefined;
}

export interface Call extends CallOptions {
  /** Segments, encoded here: `['leads', 'api', 'leads', id]`. */
  path: readonly string[];
  query?: Readonly<Record<string, string | number | undefined>> | undefined;
}

/** `isText`: the answer is no JSON but a text, such as a file, and is checked as one string. */
type WithReply<T> = { reply: z.ZodMiniType<T>; isText?: boolean | undefined };
/** `body` goes out as JSON; `form`, in its place, as `multipart/form-data`, for files. */
type WithBody = { body?: unknown; form?: FormData | undefined };

/**
 * Without `reply`, any 2xx will do, also an empty one, and gives `undefined`.
 * @throws {GrinfiError} and nothing else, except the reason of an aborted `signal`
 */
export interface GrinfiClient {
  get<T>(call: Call & WithReply<T>): Promise<T>;
  post<T>(call: Call & WithBody & WithReply<T>): Promise<T>;
  post(call: Call & WithBody): Promise<void>;
  put<T>(call: Call & WithBody & WithReply<T>): Promise<T>;
  put(call: Call & WithBody): Promise<void>;
  delete(call: Call): Promise<void>;
}

const defaultTimeoutMs = 20_000;
const firstBackoffMs = 500;
const longestBackoffMs = 8_000;
/** Where a 429 brings no Retry-After; the server's window is a minute, so short rests suffice. */
const busyPauseMs = 2_000;

type Method = 'get' | 'post' | 'put' | 'delete';
type AnyCall = Call & WithBody & Partial<WithReply<unknown>>;

/** The only place that fetches. */
export function createGrinfiClient(deps: ClientDeps): GrinfiClient {
  const send = ky.create({
    // The key must not follow a redirect, and nothing of the browser's own may go along.
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    headers: { accept: 'application/json' },
    fetch: readWhole(deps.fetch ?? ((input, init) => globalThis.fetch(input, init))),
  });
  const call = (method: Method) => (options: AnyCall) => request(deps, send, method, options);
  return {
    get: call('get') as GrinfiClient['get'],
    post: call('post') as GrinfiClient['post'],
    put: call('put') as GrinfiClient['put'],
    delete: call('delete') as GrinfiClient['delete'],
  };
}

async function request(deps: ClientDeps, send: KyInstance, method: Method, call: AnyCall): Promise<unknown> {
  let key: string | undefined;
  try {
    const response = await send(urlOf(call), {
      method,
      ...(call.body === undefined ? {} : { json: call.body }),
      ...(call.form === undefined ? {} : { body: call.form }),
      ...(call.signal === undefined ? {} : { signal: call.signal }),
      timeout: call.timeoutMs ?? defaultTimeoutMs,
      retry: retryPolicy(deps, method, call),
      hooks: {
        beforeRequest: [
          async (request) => {
            await deps.limiter.take({
              priority: deps.priority,
              signal: call.signal,
              maxWaitMs: deps.maxWaitMs ?? 10_000,
            });
            key = await deps.getKey();
            if (key === undefined) throw new GrinfiError('auth', 'No API key is set.');
            request.headers.set('authorization', `Bearer ${key}`);
          },
        ],
        afterResponse: [
          (_request, _options, response) => {
            if (response.status === 429 || response.status === 503) deps.limiter.pause(pauseOf(response));
          },
        ],
      },
    });
    const read = call.isText ? readText : readBody;
    const body = read(await response.text(), response.status);
    deps.serverTime?.note(response.headers);
    await tellKeyState(deps, key, deps.onAuthOk);
    return checkReply(call, body, response.status);
  } catch (error) {
    const failure = await failureFrom(error, call.signal, key);
    // In its own words: a network's sign-in page has another clock.
    if (error instanceof HTTPError && failure.serverMessage !== undefined)
      deps.serverTime?.note(error.response.headers);
    if (failure.kind === 'auth' && failure.status !== undefined && !call.isOptional)
      await tellKeyState(deps, key, deps.onAuthRefused);
    throw failure;
  }
}

function urlOf(call: Call): string {
  // An empty id would turn "delete this one" into "delete the collection", dots would climb out of the path.
  if (call.path.some((segment) => /^\.{0,2}$/.test(segment)))
    throw new GrinfiError('internal', 'An id in the request is empty or not an id.');
  const url = new URL(call.path.map(encodeURIComponent).join('/'), `${grinfiOrigin}/`);
  for (const [name, value] of Object.entries(call.query ?? {}))
    if (value !== undefined) url.searchParams.append(name, String(value));
  return url.href;
}

/** Reads the body inside the attempt, so that timeout and retry cover a stalled or broken one, too. */
function readWhole(fetch: typeof globalThis.fetch) {
  return async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const response = await fetch(input, init);
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400))
      throw new GrinfiError('malformed', 'The answer did not come from Grinfi.', {
        status: response.status || undefined,
      });
    const hasBody = ![204, 205].includes(response.status);
    const text = await response.text();
    return new Response(hasBody ? text : null, { status: response.status, headers: response.headers });
  };
}

function retryPolicy(deps: ClientDeps, method: Method, call: CallOptions) {
  const isRetried = call.retry ?? method === 'get';
  return {
    limit: isRetried ? (deps.retries ?? 3) : 0,
    methods: [method],
    statusCodes: [429, 500, 502, 503, 504],
    // Retry-After is the limiter's: it holds for everyone, and ky would wait for days on an unreadable one.
    afterStatusCodes: [],
    delay: (attempt: number) => Math.min(longestBackoffMs, firstBackoffMs * 2 ** (attempt - 1)),
    jitter: true,
    shouldRetry({ error }: { error: Error }) {
      if (error instanceof GrinfiError || call.signal?.aborted) return false;
      if (globalThis.navigator?.onLine === false) return false;
      // Somebody is waiting: a long rest is for them to decide.
      if (error instanceof HTTPError && pauseOf(error.response) > (deps.maxWaitMs ?? 10_000)) return false;
      return undefined;
    },
  };
}

function pauseOf(response: Response): number {
  const asked = readRetryAfter(response.headers, Date.now());
  if (asked !== undefined) return Math.min(asked, longestPauseMs);
  return response.status === 429 ? busyPauseMs : 0;
}

/** A key that was changed or forgotten meanwhile is not judged by the answer to its predecessor. */
async function tellKeyState(
  deps: ClientDeps,
  usedKey: string | undefined,
  tell: (() => void | Promise<void>) | undefined,
): Promise<void> {
  if (tell === undefined || usedKey === undefined) return;
  if ((await deps.getKey()) === usedKey) await tell();
}

function checkReply(call: AnyCall, body: unknown, status: number): unknown {
  if (call.reply === undefined) return undefined;
  const reply = call.reply.safeParse(body);
  if (reply.success) return reply.data;
  const where = reply.error.issues[0]?.path.map(String).join('.') || 'the whole';
  throw new GrinfiError('malformed', `Grinfi's answer has another shape than expected (${where}).`, {
    status,
  });
}

async function failureFrom(
  error: unknown,
  signal: AbortSignal | undefined,
  key: string | undefined,
): Promise<GrinfiError> {
  if (signal?.aborted) throw signal.reason;
  if (error instanceof GrinfiError) return error;
  if (error instanceof HTTPError) {
    const { response } = error;
    const asked = readRetryAfter(response.headers, Date.now());
    const retryAfterMs = asked ?? (pauseOf(response) || undefined);
    return failureOf(response.status, await response.text(), retryAfterMs, key);
  }
  // Its own message would carry the address and the query; `cause` stays out for the same reason.
  if (error instanceof TimeoutError) return new GrinfiError('timeout', 'Grinfi took too long to answer.');
  // Fetch says no more than "failed": no network, no name, no connection, a broken one.
  if (error instanceof TypeError || error instanceof DOMException)
    return new GrinfiError('offline', 'Grinfi could not be reached.', { cause: error });
  return new GrinfiError('internal', 'The request could not be made.', { cause: error });
}
