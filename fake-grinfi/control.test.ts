import { describe, expect, it } from 'vitest';
import { createCaller } from './caller.ts';
import { matches } from './control.ts';
import { DroppedConnection } from './errors.ts';
import { demoKey, demoSeed, emptySeed } from './seed.ts';
import { createFakeGrinfi } from './server.ts';

const setUp = () => {
  const fake = createFakeGrinfi({ seed: emptySeed });
  const call = createCaller(fake);
  const addTag = (name = 'Red') => call('POST', '/leads/api/tags', { name });
  return {
    fake,
    control: fake.control,
    call,
    addTag,
    tagNames: () => fake.state.tags.all().map((tag) => tag.name),
  };
};

describe('a planned fault', () => {
  it('answers with a status and its envelope, and the work is not done', async () => {
    const { control, addTag, tagNames } = setUp();
    control.fail({ fault: { kind: 'status', status: 402 } });
    const failed = await addTag();
    expect(failed.status).toBe(402);
    expect(failed.body).toMatchObject({ error: { reason: 'payment_required' }, code: 402 });
    expect(tagNames()).toEqual([]);
    expect((await addTag()).status).toBe(201);
  });

  it('can bring headers and a body of its own', async () => {
    const { control, addTag } = setUp();
    control.fail({
      fault: { kind: 'status', status: 429, headers: { 'retry-after': '7' }, body: { odd: true } },
    });
    const failed = await addTag();
    expect(failed.headers.get('retry-after')).toBe('7');
    expect(failed.body).toEqual({ odd: true });
  });

  it('can come after the work: the record is there, the answer is lost', async () => {
    const { control, addTag, tagNames } = setUp();
    control.fail({ fault: { kind: 'status', status: 504, when: 'after' } });
    control.fail({ fault: { kind: 'drop', when: 'after' } });
    expect((await addTag('Red')).status).toBe(504);
    await expect(addTag('Blue')).rejects.toThrow(DroppedConnection);
    expect(tagNames()).toEqual(['Red', 'Blue']);
    expect(control.log().map((one) => [one.outcome, one.worked])).toEqual([
      ['answered', true],
      ['dropped', true],
    ]);
  });

  it('can drop the connection before the work', async () => {
    const { control, addTag, tagNames } = setUp();
    control.fail({ fault: { kind: 'drop' } });
    await expect(addTag()).rejects.toThrow(TypeError);
    expect(tagNames()).toEqual([]);
    expect(control.log()).toMatchObject([{ outcome: 'dropped', fault: 'drop', worked: false }]);
  });

  it('can break the body or leave it out', async () => {
    const { control, addTag, tagNames } = setUp();
    control.fail({ fault: { kind: 'malformed' } });
    control.fail({ fault: { kind: 'empty' } });
    const broken = await addTag('Red');
    expect([broken.status, typeof broken.body]).toEqual([201, 'string']);
    expect(await addTag('Blue')).toMatchObject({ status: 201, body: undefined });
    expect(tagNames()).toEqual(['Red', 'Blue']);
  });

  it('can be the sign-in page of a captive portal', async () => {
    const { control, addTag, tagNames } = setUp();
    control.fail({ fault: { kind: 'portal' } });
    const answer = await addTag();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/text\/html/);
    expect(answer.body).toMatch(/Wi-Fi/);
    expect(tagNames()).toEqual([]);
  });

  it('can be slow', async () => {
    const waited: number[] = [];
    const sleep = async (ms: number) => void waited.push(ms);
    const fake = createFakeGrinfi({ seed: emptySeed, sleep });
    fake.control.fail({ fault: { kind: 'delay', ms: 5_000 } });
    expect((await createCaller(fake)('GET', '/leads/api/tags')).status).toBe(200);
    expect(waited).toEqual([5_000]);
  });

  it('meets the calls it is meant for, so many times, after so many', async () => {
    const { control, call, addTag } = setUp();
    control.fail({
      method: 'POST',
      path: '/leads/api/t*',
      times: 2,
      skip: 1,
      fault: { kind: 'status', status: 500 },
    });
    const statuses: number[] = [];
    for (const name of ['a', 'b', 'c', 'd']) {
      expect((await call('GET', '/leads/api/tags')).status).toBe(200);
      statuses.push((await addTag(name)).status);
    }
    expect(statuses).toEqual([201, 500, 500, 201]);
  });

  it('can be taken back', async () => {
    const { control, addTag } = setUp();
    control.fail({ fault: { kind: 'drop' }, times: 9 });
    control.heal();
    expect((await addTag()).status).toBe(201);
  });

  it.each([
    [{}, true],
    [{ method: 'get' }, true],
    [{ method: 'PUT' }, false],
    [{ path: '/leads/api/leads/*' }, true],
    [{ path: '/leads/api/leads' }, false],
    [{ path: '*/1.5' }, true],
    [{ path: '*/1+5' }, false],
  ])('%o is meant for GET /leads/api/leads/1.5: %s', (match, expected) => {
    expect(matches(match, 'GET', '/leads/api/leads/1.5')).toBe(expected);
  });
});

describe('a hold', () => {
  it('stops a call before its work until it is released', async () => {
    const { control, addTag, tagNames } = setUp();
    const hold = control.hold({ method: 'POST' });
    const answer = addTag();
    expect((await hold.reached()).body).toEqual({ name: 'Red' });
    expect(tagNames()).toEqual([]);
    hold.release();
    expect((await answer).status).toBe(201);
    expect((await addTag('Blue')).status).toBe(201);
  });

  it('stops a call between work and answer', async () => {
    const { control, addTag, tagNames } = setUp();
    const hold = control.hold({ when: 'after' });
    const answer = addTag();
    await hold.reached();
    expect(tagNames()).toEqual(['Red']);
    expect(hold.waiting).toHaveLength(1);
    hold.release();
    expect((await answer).status).toBe(201);
  });

  it('does the work even when the caller has gone meanwhile', async () => {
    const { fake, control, tagNames } = setUp();
    const hold = control.hold();
    const abort = new AbortController();
    const headers = { authorization: `Bearer ${demoKey}`, 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body: '{"name":"Red"}', signal: abort.signal };
    const answer = fake.fetch(new Request('https://leadgen.grinfi.io/leads/api/tags', init));
    await hold.reached();
    abort.abort();
    hold.release();
    await answer;
    expect(tagNames()).toEqual(['Red']);
  });

  it('lets a call go into nothing when the server went down meanwhile', async () => {
    const { control, addTag, tagNames } = setUp();
    const hold = control.hold();
    const answer = addTag();
    await hold.reached();
    control.goDown();
    hold.release();
    await expect(answer).rejects.toThrow(DroppedConnection);
    expect(tagNames()).toEqual([]);
  });
});

describe('the server', () => {
  it('drops every call while it is down', async () => {
    const { control, addTag } = setUp();
    control.goDown();
    await expect(addTag()).rejects.toThrow(DroppedConnection);
    control.goUp();
    expect((await addTag()).status).toBe(201);
  });

  it('can be waited for', async () => {
    const { control, addTag } = setUp();
    const seen = control.until((state) => state.tags.size === 2);
    await addTag('Red');
    await addTag('Blue');
    await seen;
    await control.until((state) => state.tags.size === 2);
  });

  it('puts work off when jobs are queued, as the real one does', async () => {
    const fake = createFakeGrinfi({ quirks: { jobs: 'queued' } });
    const [lead] = fake.state.leads.all();
    expect((await createCaller(fake)('DELETE', `/leads/api/leads/${lead?.uuid}`)).status).toBe(204);
    expect(fake.state.leads.size).toBe(4);
    fake.control.runJobs();
    expect(fake.state.leads.size).toBe(3);
  });

  it('starts anew with a reset', async () => {
    const { fake, control, addTag, tagNames } = setUp();
    await addTag('Mine');
    control.goDown();
    control.fail({ fault: { kind: 'drop' }, times: 9 });
    control.revokeKey();
    control.reset(demoSeed);
    expect(control.log()).toEqual([]);
    expect(tagNames()).not.toContain('Mine');
    expect(fake.state.leads.size).toBe(4);
    expect((await addTag('Again')).status).toBe(201);
  });
});

describe('the controls over HTTP', () => {
  const remote = () => {
    const parts = setUp();
    const control = createCaller(parts.fake, null);
    return {
      ...parts,
      post: (path: string, body?: unknown) => control('POST', `/__control/${path}`, body),
      control,
    };
  };

  it('plan faults, take them back, go down and up', async () => {
    const { post, addTag } = remote();
    await post('fail', { path: '/leads/api/tags', times: 2, fault: { kind: 'status', status: 503 } });
    expect((await addTag()).status).toBe(503);
    await post('heal');
    expect((await addTag()).status).toBe(201);
    await post('down');
    await expect(addTag()).rejects.toThrow(DroppedConnection);
    await post('up');
    expect((await addTag('Blue')).status).toBe(201);
  });

  it('hold a call, tell when it is there, and let it go', async () => {
    const { post, control, addTag } = remote();
    const { id } = (await post('hold', { method: 'POST', when: 'after' })).body as { id: number };
    const answer = addTag();
    expect((await control('GET', `/__control/hold/${id}/reached`)).body).toMatchObject({ method: 'POST' });
    expect((await control('GET', `/__control/hold/${id}`)).body).toMatchObject({
      waiting: [{ method: 'POST' }],
    });
    await post(`hold/${id}/release`);
    expect((await answer).status).toBe(201);
    expect((await control('GET', '/__control/hold/99')).status).toBe(404);
  });

  it('give and take keys, change quirks, reset', async () => {
    const { post, fake } = remote();
    await post('allow-key', { key: 'second', teamId: 1, userId: 57 });
    expect((await createCaller(fake, 'second')('GET', '/leads/api/tags')).status).toBe(200);
    await post('revoke-key', { key: 'second' });
    expect((await createCaller(fake, 'second')('GET', '/leads/api/tags')).status).toBe(401);
    await post('quirks', { contactForm: 'wrapped' });
    expect(fake.quirks.contactForm).toBe('wrapped');
    await post('reset', { seed: 'demo' });
    expect(fake.state.leads.size).toBe(4);
  });

  it('show the log, the state and the table, and the key in none of them', async () => {
    const { control, addTag } = remote();
    await addTag();
    const log = await control('GET', '/__control/log?path=/leads/api/*');
    expect(log.body).toMatchObject([{ path: '/leads/api/tags', status: 201 }]);
    const state = await control('GET', '/__control/state');
    expect(state.body).toMatchObject({ tags: [{ name: 'Red' }], keys: [{ last4: demoKey.slice(-4) }] });
    const table = await control('GET', '/__control/summary');
    expect(table.body).toMatch(/Contacts \(0\)/);
    expect(JSON.stringify([log.body, state.body])).not.toContain(demoKey);
    await control('DELETE', '/__control/log');
    expect((await control('GET', '/__control/log')).body).toEqual([]);
  });

  it('say what is wrong with a command', async () => {
    const { post } = remote();
    const answer = await post('fail', { fault: { kind: 'earthquake' } });
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([400, expect.stringMatching(/kind/)]);
  });
});
