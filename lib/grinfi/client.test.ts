import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answering, clientOn, json, openLimiter } from '../testing/answering.ts';
import { createGrinfiClient } from './client.ts';
import { GrinfiError } from './errors.ts';

const path = ['leads', 'api', 'lists'];
const reply = v.object({ name: v.string() });

async function failureOf(work: Promise<unknown>): Promise<GrinfiError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(GrinfiError);
  return error as GrinfiError;
}

beforeEach(() => {
  // Full jitter of nothing: no test waits.
  vi.spyOn(Math, 'random').mockReturnValue(0);
});

describe('a request', () => {
  it('goes to Grinfi alone, with the key and without anything of the browser', async () => {
    const { client, sent } = clientOn(() => json({ name: 'a' }));
    await client.get({
      path: ['leads', 'api', 'leads', 'a/../b?c#d'],
      query: { limit: 1, q: undefined },
      reply,
    });
    const [{ request, headers }] = sent as [(typeof sent)[0]];
    expect(request.url).toBe('https://leadgen.grinfi.io/leads/api/leads/a%2F..%2Fb%3Fc%23d?limit=1');
    expect(headers.get('authorization')).toBe('Bearer key-1');
    expect(request.credentials).toBe('omit');
    expect(request.redirect).toBe('manual');
    expect(request.cache).toBe('no-store');
  });

  it.each(['', '.', '..'])('is not sent for the id "%s", which would mean something else', async (id) => {
    const { client, sent } = clientOn(() => json({ name: 'a' }));
    expect(await failureOf(client.delete({ path: [...path, id] }))).toMatchObject({ kind: 'internal' });
    expect(sent).toHaveLength(0);
  });

  it('sends a body as JSON', async () => {
    const { client, sent } = clientOn(() => new Response(null, { status: 204 }));
    await client.put({ path, body: { a: 1 } });
    expect(sent[0]?.body).toEqual({ a: 1 });
    expect(sent[0]?.headers.get('content-type')).toBe('application/json');
  });

  it('asks the limiter first, also for every retry', async () => {
    const take = vi.fn(async () => undefined);
    const limiter = { take, pause: () => undefined };
    const { client } = clientOn((_, count) => (count < 3 ? json({}, 500) : json({ name: 'a' })), { limiter });
    await client.get({ path, reply });
    expect(take).toHaveBeenCalledTimes(3);
  });

  it('is not sent without a key', async () => {
    const { client, sent } = clientOn(() => json({}), { getKey: async () => undefined });
    expect(await failureOf(client.get({ path, reply }))).toMatchObject({ kind: 'auth', status: undefined });
    expect(sent).toHaveLength(0);
  });
});

describe('a failure', () => {
  it.each([
    [400, 'rejected'],
    [401, 'auth'],
    [402, 'payment'],
    [403, 'auth'],
    [404, 'rejected'],
    [408, 'timeout'],
    [409, 'rejected'],
    [422, 'rejected'],
    [429, 'busy'],
    [500, 'server'],
    [503, 'server'],
    [504, 'server'],
  ] as const)('with status %i is %s, with and without a body', async (status, kind) => {
    const bodies = [
      json(
        { error: { reason: 'x', message: 'Words of the server', data: {} }, message: 'Outer', code: status },
        status,
      ),
      new Response('', { status }),
      new Response('not json', { status }),
    ];
    for (const [place, body] of bodies.entries()) {
      const { client } = clientOn(() => body.clone(), { retries: 0 });
      const failure = await failureOf(client.get({ path, reply }));
      expect(failure).toMatchObject({ kind, status, isNotFound: status === 404 });
      expect(failure.serverMessage).toBe(place === 0 ? 'Words of the server' : undefined);
      expect(failure.message).not.toBe('');
    }
  });

  it('names the field and the words of the server', async () => {
    const error = { reason: 'validation_error', data: { 'lead.first_name': ['Too long.'] } };
    const { client } = clientOn(() =>
      json({ error, message: 'The given data was invalid.', code: 422 }, 422),
    );
    const failure = await failureOf(client.post({ path, body: {} }));
    expect(failure).toMatchObject({ message: 'Too long.', fields: ['lead.first_name'], field: 'firstName' });
  });

  it('holds the key nowhere, even when the server repeats it', async () => {
    const { client } = clientOn(() => json({ message: 'Bad token key-1!' }, 401));
    const failure = await failureOf(client.get({ path, reply }));
    expect(failure.message).toBe('Bad token …!');
    expect(JSON.stringify({ ...failure, cause: String(failure.cause), stack: failure.stack })).not.toContain(
      'key-1',
    );
  });

  it.each([
    ['a page of somebody else', () => new Response('<html>Sign in to the hotel</html>', { status: 200 })],
    ['half an answer', () => new Response('{"name": "a', { status: 200 })],
    ['another shape', () => json({ title: 'a' })],
    ['nothing at all', () => new Response('', { status: 200 })],
    ['no content', () => new Response(null, { status: 204 })],
    ['a redirect', () => Response.redirect('https://portal.example/login', 302)],
    ['a refusal by a filter in between', () => new Response('<html>Blocked</html>', { status: 403 })],
  ])('is malformed for %s where an answer is needed', async (_, answer) => {
    const onAuthRefused = vi.fn();
    const { client, sent } = clientOn(answer, { onAuthRefused });
    expect(await failureOf(client.get({ path, reply }))).toMatchObject({ kind: 'malformed' });
    expect(sent).toHaveLength(1);
    expect(onAuthRefused).not.toHaveBeenCalled();
  });

  it.each([
    ['an empty 200', () => new Response('', { status: 200 }), true],
    ['a 204', () => new Response(null, { status: 204 }), true],
    ['any JSON', () => json({ anything: 1 }), true],
    ['a page of somebody else', () => new Response('<html></html>', { status: 200 }), false],
    ['an error with a good status', () => json({ error: { message: 'No leads found' } }), false],
  ])('takes %s as done where no answer is needed: %s', async (_, answer, isDone) => {
    const { client } = clientOn(answer);
    const work = client.put({ path, body: {} });
    if (isDone) await expect(work).resolves.toBeUndefined();
    else expect((await failureOf(work)).kind).toMatch(/malformed|rejected/);
  });

  it('is offline when no connection comes about, and when it breaks in the middle of an answer', async () => {
    const refused = clientOn(() => Promise.reject(new TypeError('fetch failed')));
    expect(await failureOf(refused.client.get({ path, reply }))).toMatchObject({ kind: 'offline' });
    expect(refused.sent).toHaveLength(4);
    const broken = clientOn(() => {
      const body = new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode('{"na'));
          controller.error(new TypeError('terminated'));
        },
      });
      return new Response(body, { status: 200 });
    });
    expect(await failureOf(broken.client.get({ path, reply }))).toMatchObject({ kind: 'offline' });
    expect(broken.sent).toHaveLength(4);
  });
});

describe('time', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.spyOn(Math, 'random').mockReturnValue(0);
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('ends an attempt whose answer stalls, at its headers or in its body', async () => {
    const stalls = [
      () => new Promise<Response>(() => undefined),
      () => new Response(new ReadableStream({ start: (c) => c.enqueue(new TextEncoder().encode('{')) })),
    ];
    for (const answer of stalls) {
      const { client, sent } = clientOn(answer);
      const failing = failureOf(client.get({ path, reply, timeoutMs: 1_000 }));
      await vi.advanceTimersByTimeAsync(1_000);
      expect(await failing).toMatchObject({ kind: 'timeout' });
      expect(sent).toHaveLength(1);
    }
  });

  it('ends with the reason of the signal, also while waiting to try again', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(1);
    const { client, sent } = clientOn(() => json({}, 500));
    const leaving = new AbortController();
    const work = client.get({ path, reply, signal: leaving.signal }).catch((reason: unknown) => reason);
    await vi.advanceTimersByTimeAsync(100);
    leaving.abort(new Error('closed'));
    expect(await work).toMatchObject({ message: 'closed' });
    expect(sent).toHaveLength(1);
  });
});

describe('trying again', () => {
  it.each([429, 500, 502, 503, 504])('helps a read after %i', async (status) => {
    const { client, sent } = clientOn((_, count) => (count < 4 ? json({}, status) : json({ name: 'a' })));
    expect(await client.get({ path, reply })).toEqual({ name: 'a' });
    expect(sent).toHaveLength(4);
  });

  it('is not for writes, not for the outbox, and not for what will not change', async () => {
    const cases = [
      { answer: () => json({}, 500), run: 'post', deps: {} },
      { answer: () => json({}, 500), run: 'get', deps: { retries: 0 } },
      { answer: () => json({}, 422), run: 'get', deps: {} },
      { answer: () => json({}, 401), run: 'get', deps: {} },
    ] as const;
    for (const { answer, run, deps } of cases) {
      const { client, sent } = clientOn(answer, deps);
      await failureOf(client[run]({ path, reply }));
      expect(sent).toHaveLength(1);
    }
  });

  it('can be asked for where a POST only reads', async () => {
    const { client, sent } = clientOn((_, count) => (count < 2 ? json({}, 500) : json({ name: 'a' })));
    await client.post({ path, body: {}, reply, retry: true });
    expect(sent.map(({ body }) => body)).toEqual([{}, {}]);
  });

  it.each([
    ['3', 3_000, true],
    ['0.5', 500, true],
    ['Thu, 01 Jan 2099 00:00:00 GMT', 300_000, false],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 2_000, true],
    ['soon', 2_000, true],
    ['86400', 300_000, false],
  ])('makes everyone wait for a Retry-After of %s', async (header, pauseMs, isRetried) => {
    const pause = vi.fn();
    const { client, sent } = clientOn(
      (_, count) => (count === 1 ? json({}, 429, { 'retry-after': header }) : json({ name: 'a' })),
      { limiter: { ...openLimiter, pause } },
    );
    const work = client.get({ path, reply });
    if (isRetried) await work;
    else expect((await failureOf(work)).retryAfterMs).toBeGreaterThan(60_000);
    expect(pause).toHaveBeenCalledExactlyOnceWith(pauseMs);
    expect(sent).toHaveLength(isRetried ? 2 : 1);
  });
});

describe('the state of the key', () => {
  const told = () => ({ onAuthOk: vi.fn(), onAuthRefused: vi.fn() });

  it('is told after an answer', async () => {
    const good = told();
    await clientOn(() => json({ name: 'a' }), good).client.get({ path, reply });
    expect([good.onAuthOk, good.onAuthRefused].map((one) => one.mock.calls.length)).toEqual([1, 0]);
    const bad = told();
    await failureOf(clientOn(() => json({}, 401), bad).client.get({ path, reply }));
    expect([bad.onAuthOk, bad.onAuthRefused].map((one) => one.mock.calls.length)).toEqual([0, 1]);
  });

  it('is not told by a call that may be closed to the key, nor without a key', async () => {
    const callbacks = told();
    await failureOf(clientOn(() => json({}, 403), callbacks).client.get({ path, reply, isOptional: true }));
    const noKey = { ...callbacks, getKey: async () => undefined };
    await failureOf(clientOn(() => json({}), noKey).client.get({ path, reply }));
    expect(callbacks.onAuthRefused).not.toHaveBeenCalled();
  });

  it('is not told of a key that was exchanged in the meantime', async () => {
    const callbacks = told();
    let key = 'old';
    const { fetch } = answering(() => {
      key = 'new';
      return json({}, 401);
    });
    const deps = { ...callbacks, fetch, limiter: openLimiter, getKey: async () => key };
    await failureOf(createGrinfiClient(deps).get({ path, reply }));
    expect(callbacks.onAuthRefused).not.toHaveBeenCalled();
  });
});
