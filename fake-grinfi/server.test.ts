import { describe, expect, it } from 'vitest';
import { createCaller } from './caller.ts';
import { busiestMinute } from './rate-limit.ts';
import { demoKey, demoOwner, emptySeed, makeKey } from './seed.ts';
import { createFakeGrinfi } from './server.ts';

describe('the key', () => {
  it.each([
    ['is missing', null],
    ['is unknown', makeKey(demoOwner, 'another')],
  ])('is refused with the envelope when it %s', async (_how, key) => {
    const answer = await createCaller(createFakeGrinfi(), key)('GET', '/id/api/users/current');
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual({
      error: { reason: 'auth_exception', message: 'Unauthenticated.', data: {} },
      message: 'Unauthenticated.',
      code: 401,
    });
  });

  it('carries the workspace in its payload, as the real ones do', () => {
    const payload = JSON.parse(Buffer.from(demoKey.split('.')[1] ?? '', 'base64url').toString());
    expect(payload.specific_team_id).toBe(demoOwner.teamId);
  });

  it('shows the records of its own workspace alone', async () => {
    const fake = createFakeGrinfi();
    const other = { teamId: 9, userId: demoOwner.userId };
    fake.control.allowKey('other', other);
    const call = createCaller(fake, 'other');
    const [lead] = fake.state.leads.of(demoOwner.teamId);
    expect((await call('GET', '/leads/api/tags')).body).toEqual({ data: [] });
    expect((await call('GET', `/leads/api/leads/${lead?.uuid}`)).status).toBe(404);
    expect((await call('POST', '/leads/api/leads/lookup-one', { linkedin_id: lead?.linkedin })).status).toBe(
      404,
    );
  });

  it('is refused from the moment it is revoked', async () => {
    const fake = createFakeGrinfi();
    const call = createCaller(fake);
    expect((await call('GET', '/leads/api/tags')).status).toBe(200);
    fake.control.revokeKey(demoKey);
    expect((await call('GET', '/leads/api/tags')).status).toBe(401);
  });
});

describe('a request', () => {
  it('is refused with every field that is wrong, by name', async () => {
    const fake = createFakeGrinfi();
    const answer = await createCaller(fake)('POST', '/leads/api/leads/upsert', {
      lead: { email: 'not an address' },
    });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({
      code: 422,
      message: 'The given data was invalid.',
      error: {
        reason: 'validation_error',
        data: {
          list_uuid: ['The list uuid field is required.'],
          'lead.linkedin_id': ['The lead.linkedin id field is required.'],
          'lead.email': ['The lead.email must be a valid email.'],
        },
      },
    });
    expect(fake.state.leads.size).toBe(4);
  });

  it('is not read when it is a form', async () => {
    const fake = createFakeGrinfi();
    const body = new URLSearchParams({ name: 'x' });
    const headers = { authorization: `Bearer ${demoKey}` };
    const init = { method: 'POST', headers, body };
    const response = await fake.fetch(new Request('https://leadgen.grinfi.io/leads/api/tags', init));
    expect(response.status).toBe(422);
  });

  it('is refused when its JSON is broken', async () => {
    const headers = { authorization: `Bearer ${demoKey}`, 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body: '{"name":' };
    const response = await createFakeGrinfi().fetch(
      new Request('https://leadgen.grinfi.io/leads/api/tags', init),
    );
    expect(response.status).toBe(400);
  });

  it('is logged with status and body, and of the key the end alone', async () => {
    const fake = createFakeGrinfi({ now: () => 1_000 });
    await createCaller(fake)('POST', '/leads/api/tags', { name: 'Logged' });
    const [entry] = fake.control.log({ path: '/leads/api/tags' });
    expect(entry).toMatchObject({
      at: 1_000,
      method: 'POST',
      status: 201,
      body: { name: 'Logged' },
      worked: true,
    });
    expect(entry?.key?.last4).toBe(demoKey.slice(-4));
    expect(JSON.stringify([fake.state, fake.state.log])).not.toContain(demoKey);
  });

  it('gets no permission to be read by web pages', async () => {
    const { headers } = await createCaller(createFakeGrinfi())('GET', '/leads/api/tags');
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('the limit of calls', () => {
  const setUp = (options: { perMinute?: number | false; retryAfter?: boolean } = {}) => {
    const clock = { now: 0 };
    const { retryAfter = false, perMinute } = options;
    const limit = perMinute === undefined ? {} : { perMinute };
    const fake = createFakeGrinfi({
      seed: emptySeed,
      now: () => clock.now,
      ...limit,
      quirks: { retryAfter },
    });
    return { clock, fake, call: () => createCaller(fake)('GET', '/leads/api/tags') };
  };

  it('is 300 in any minute, and a refused call does not count', async () => {
    const { clock, call, fake } = setUp();
    for (let at = 0; at < 300; at += 1) {
      clock.now = at * 100;
      expect((await call()).status).toBe(200);
    }
    clock.now = 59_999;
    expect((await call()).status).toBe(429);
    clock.now = 60_000;
    expect((await call()).status).toBe(200);
    expect((await call()).status).toBe(429);
    const taken = fake.state.log.filter((one) => one.status === 200).map((one) => one.at);
    expect(busiestMinute(taken)).toBe(300);
  });

  it('says how long to wait only when asked to', async () => {
    const silent = setUp({ perMinute: 1 });
    await silent.call();
    expect((await silent.call()).headers.get('retry-after')).toBeNull();
    const telling = setUp({ perMinute: 1, retryAfter: true });
    await telling.call();
    telling.clock.now = 20_000;
    expect((await telling.call()).headers.get('retry-after')).toBe('40');
  });

  it('can be switched off', async () => {
    const { call } = setUp({ perMinute: false });
    for (let sent = 0; sent < 301; sent += 1) expect((await call()).status).toBe(200);
  });
});

describe('strict', () => {
  it('notes a request that the document does not know', async () => {
    const fake = createFakeGrinfi({ strict: true });
    await createCaller(fake)('GET', '/leads/api/lists?q=ocean');
    expect(fake.state.violations).toEqual([
      {
        requestId: 1,
        side: 'request',
        method: 'GET',
        path: '/leads/api/lists',
        message: 'query q is not documented',
      },
    ]);
  });
});
