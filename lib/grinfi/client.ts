import * as v from 'valibot';
import { failureOf, isMarkup, readBody, readRetryAfter, readText } from './answer.ts';
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
  /** A list goes out as the same name once for each. */
  query?: Readonly<Record<string, string | number | readonly string[] | undefined>> | undefined;
}

/** `isText`: the answer is no JSON but a text, such as a file, and is checked as one string. */
type WithReply<T> = { reply: v.GenericSchema<unknown, T>; isText?: boolean | undefined };
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
const longestWaitMs = 10_000;
/** Where a 429 brings no Retry-After; the server's window is a minute, so short rests suffice. */
const busyPauseMs = 2_000;

/** What may be gone when the same is asked again. */
const passingStatuses: ReadonlySet<number | undefined> = new Set([429, 500, 502, 503, 504]);

/** `Request` writes them in capitals. */
type Method = keyof GrinfiClient;
type AnyCall = Call & WithBody & Partial<WithReply<unknown>>;
type AnyClient = Record<Method, (call: AnyCall) => Promise<unknown>>;

/** The only place that fetches. */
export function createGrinfiClient(deps: ClientDeps): GrinfiClient {
  return clientOf((method, call) => request(deps, method, call));
}

/** The client that is there when a call is made. */
export function clientFrom(find: () => Promise<GrinfiClient>): GrinfiClient {
  return clientOf(async (method, call) => ((await find()) as AnyClient)[method](call));
}

/** The same client for work that is given up when `left` aborts: from then on, nothing more is asked for. */
export function until(left: AbortSignal | undefined, client: GrinfiClient): GrinfiClient {
  if (!left) return client;
  return clientOf((method, call) => {
    const signal = call.signal ? AbortSignal.any([left, call.signal]) : left;
    return (client as AnyClient)[method]({ ...call, signal });
  });
}

function clientOf(send: (method: Method, call: AnyCall) => Promise<unknown>): GrinfiClient {
  const call = (method: Method) => (options: AnyCall) => send(method, options);
  const client: AnyClient = {
    get: call('get'),
    post: call('post'),
    put: call('put'),
    delete: call('delete'),
  };
  return client as GrinfiClient;
}

async function request(deps: ClientDeps, method: Method, call: AnyCall): Promise<unknown> {
  const url = urlOf(call);
  const isRetried = call.retry ?? method === 'get';
  let retriesLeft = isRetried ? (deps.retries ?? 3) : 0;
  let backoffMs = firstBackoffMs;
  for (;;) {
    try {
      return await attempt(deps, method, url, call);
    } catch (error) {
      call.signal?.throwIfAborted();
      if (!(error instanceof GrinfiError))
        throw new GrinfiError('internal', 'The request could not be made.', { cause: error });
      if (retriesLeft === 0 || !mayPass(deps, error)) throw error;
    }
    retriesLeft -= 1;
    await rest(Math.random() * backoffMs, call.signal);
    backoffMs = Math.min(longestBackoffMs, backoffMs * 2);
  }
}

async function attempt(deps: ClientDeps, method: Method, url: string, call: AnyCall): Promise<unknown> {
  await deps.limiter.take({
    priority: deps.priority,
    signal: call.signal,
    maxWaitMs: deps.maxWaitMs ?? longestWaitMs,
  });
  const key = await deps.getKey();
  if (key === undefined) throw new GrinfiError('auth', 'No API key is set.');
  const { status, headers, text } = await answerTo(deps, method, url, call, key);
  const pauseMs = pauseOf(status, headers);
  if (status === 429 || status === 503) deps.limiter.pause(pauseMs);
  if (status >= 400) {
    const asked = readRetryAfter(headers, Date.now());
    const failure = failureOf(status, text, asked ?? (pauseMs || undefined), key);
    // A network's sign-in page has another clock. A record that is not there is told without a word.
    if (!isMarkup(text)) deps.serverTime?.note(headers);
    if (failure.kind === 'auth' && !call.isOptional) await tellKeyState(deps, key, deps.onAuthRefused);
    throw failure;
  }
  const body = call.isText ? readText(text, status) : readBody(text, status);
  deps.serverTime?.note(headers);
  // Whoever waits for the answer does not wait for this, and gets it though the storage has no room.
  tellKeyState(deps, key, deps.onAuthOk).catch(() => undefined);
  return checkReply(call, body, status);
}

interface Answer {
  status: number;
  headers: Headers;
  text: string;
}

/** One answer, read to its last byte within the call's time. */
async function answerTo(
  deps: ClientDeps,
  method: Method,
  url: string,
  call: AnyCall,
  key: string,
): Promise<Answer> {
  call.signal?.throwIfAborted();
  const ending = new AbortController();
  const { signal } = ending;
  const leave = () => ending.abort(call.signal?.reason);
  call.signal?.addEventListener('abort', leave);
  const timer = setTimeout(
    () => ending.abort(new GrinfiError('timeout', 'Grinfi took too long to answer.')),
    call.timeoutMs ?? defaultTimeoutMs,
  );
  const isOver = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });
  try {
    return await Promise.race([isOver, fetchWhole(deps, requestOf(method, url, call, { key, signal }))]);
  } catch (error) {
    signal.throwIfAborted();
    // Fetch says no more than "failed": no network, no name, no connection, a broken one. Its own message would
    // carry the address and the query.
    if (error instanceof TypeError || error instanceof DOMException)
      throw new GrinfiError('offline', 'Grinfi could not be reached.', { cause: error });
    throw error;
  } finally {
    clearTimeout(timer);
    call.signal?.removeEventListener('abort', leave);
  }
}

function requestOf(
  method: Method,
  url: string,
  call: AnyCall,
  { key, signal }: { key: string; signal: AbortSignal },
): Request {
  const isJson = call.body !== undefined;
  return new Request(url, {
    method,
    signal,
    headers: {
      accept: 'application/json',
      authorization: `Bearer ${key}`,
      ...(isJson ? { 'content-type': 'application/json' } : {}),
    },
    body: isJson ? JSON.stringify(call.body) : (call.form ?? null),
    // The key must not follow a redirect, and nothing of the browser's own may go along.
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  });
}

async function fetchWhole(deps: ClientDeps, request: Request): Promise<Answer> {
  const response = await (deps.fetch ?? globalThis.fetch)(request);
  const { status, headers } = response;
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400))
    throw new GrinfiError('malformed', 'The answer did not come from Grinfi.', {
      status: status || undefined,
    });
  return { status, headers, text: await response.text() };
}

function mayPass(deps: ClientDeps, { kind, status, retryAfterMs = 0 }: GrinfiError): boolean {
  if (globalThis.navigator?.onLine === false) return false;
  // Somebody is waiting: a long rest is for them to decide.
  if (retryAfterMs > (deps.maxWaitMs ?? longestWaitMs)) return false;
  return kind === 'offline' || passingStatuses.has(status);
}

function rest(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', leave);
    function end(): void {
      signal?.removeEventListener('abort', leave);
      resolve();
    }
    function leave(): void {
      clearTimeout(timer);
      reject(signal?.reason);
    }
  });
}

function urlOf(call: Call): string {
  // An empty id would turn "delete this one" into "delete the collection", dots would climb out of the path.
  if (call.path.some((segment) => /^\.{0,2}$/.test(segment)))
    throw new GrinfiError('internal', 'An id in the request is empty or not an id.');
  const url = new URL(call.path.map(encodeURIComponent).join('/'), `${grinfiOrigin}/`);
  for (const [name, value] of Object.entries(call.query ?? {}))
    for (const one of [value].flat()) if (one !== undefined) url.searchParams.append(name, String(one));
  return url.href;
}

function pauseOf(status: number, headers: Headers): number {
  const asked = readRetryAfter(headers, Date.now());
  if (asked !== undefined) return Math.min(asked, longestPauseMs);
  return status === 429 ? busyPauseMs : 0;
}

/** A key that was changed or forgotten meanwhile is not judged by the answer to its predecessor. */
async function tellKeyState(
  deps: ClientDeps,
  usedKey: string,
  tell: (() => void | Promise<void>) | undefined,
): Promise<void> {
  if (tell !== undefined && (await deps.getKey()) === usedKey) await tell();
}

function checkReply(call: AnyCall, body: unknown, status: number): unknown {
  if (call.reply === undefined) return undefined;
  const reply = v.safeParse(call.reply, body);
  if (reply.success) return reply.output;
  const where = v.getDotPath(reply.issues[0]) ?? 'the whole';
  throw new GrinfiError('malformed', `Grinfi's answer has another shape than expected (${where}).`, {
    status,
  });
}
