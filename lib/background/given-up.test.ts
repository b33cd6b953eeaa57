import { beforeEach, describe, expect, it, vi } from 'vitest';
import { demoKey, demoOwner, emptySeed } from '../../fake-grinfi/seed.ts';
import { createFakeGrinfi } from '../../fake-grinfi/server.ts';
import { workerClock } from '../grinfi/limiter.ts';
import type { Handlers } from '../messages.ts';
import { handleMessages } from '../messaging.ts';
import { send } from '../send.ts';
import { fetchOf } from '../testing/fake-grinfi-client.ts';
import { useLines } from '../testing/lines.ts';
import { useStorage } from '../testing/storage.ts';
import { createContactWork } from './areas/contact-work.ts';
import { createLookingUp } from './areas/looking-up.ts';
import { createGrinfi } from './grinfi.ts';

/** The worker's handlers on the stand-in, with the rate limit as it is, and a contact with many notes. */
async function world() {
  const fake = createFakeGrinfi({ seed: emptySeed, perMinute: false, strict: true });
  const grinfi = createGrinfi({ fetch: fetchOf(fake) });
  await grinfi.keyStore.set(demoKey, 'always');
  const list_uuid = fake.make.list(demoOwner, 'Prospects').uuid;
  const contactId = fake.make.lead(demoOwner, { list_uuid, first_name: 'Ada', linkedin: 'ada' }).uuid;
  for (let place = 0; place < 450; place += 1)
    fake.make.note(demoOwner, { object: 'lead', object_uuid: contactId, note: `Note ${place}` });
  const now = Date.now;
  handleMessages({
    ...createContactWork({ grinfi, account: async () => undefined, now }),
    ...createLookingUp({ grinfi, now }),
  } as Handlers);
  const calls = () => fake.control.log().map(({ path }) => path.split('/').at(-1));
  const about = { object: 'contact', recordId: contactId } as const;
  return { fake, contactId, about, calls };
}

/** Whatever still wanted to happen has happened by then. */
const aMinute = () => vi.advanceTimersByTimeAsync(60_000);

let lines: ReturnType<typeof useLines>;
beforeEach(() => {
  // Here the limit is what it is about.
  vi.mocked(workerClock.now).mockRestore();
  vi.mocked(workerClock.sleep).mockRestore();
  useStorage();
  lines = useLines();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  return () => vi.useRealTimers();
});

describe('loading that the user has moved on from', () => {
  it('is ended where it stands: the request is taken back, and no further page is asked for', async () => {
    const { fake, about, calls } = await world();
    const second = fake.control.hold({ path: '/leads/api/notes' });
    const wanted = new AbortController();
    const asked = send('listNotes', about, { signal: wanted.signal });
    await second.reached();
    wanted.abort();
    await expect(asked).rejects.toBe(wanted.signal.reason);
    expect(fake.control.log()).toMatchObject([{ left: true }]);
    second.release();
    await aMinute();
    expect(calls()).toEqual(['notes']);
  });

  it('is ended by a screen that closes, between two pages as well', async () => {
    const { fake, about, calls } = await world();
    const held = fake.control.hold({ path: '/leads/api/notes', when: 'after' });
    const asked = send('listNotes', about, { signal: new AbortController().signal });
    asked.catch(() => undefined);
    await held.reached();
    held.release();
    await fake.control.until(({ log }) => log.length === 2);
    lines.closeScreen();
    await aMinute();
    expect(calls()).toEqual(['notes', 'notes']);
  });

  it('is not tried again', async () => {
    const { fake, contactId, calls } = await world();
    fake.control.fail({ path: '/flows/api/tasks', fault: { kind: 'status', status: 503 }, times: 9 });
    const wanted = new AbortController();
    const asked = send('listTasks', { contactId }, { signal: wanted.signal });
    await fake.control.until(({ log }) => log[0]?.outcome === 'answered');
    wanted.abort();
    await expect(asked).rejects.toBe(wanted.signal.reason);
    await aMinute();
    expect(calls()).toEqual(['tasks']);
  });

  it('gives its place before the rate limit to whoever comes after', async () => {
    const { contactId, calls } = await world();
    const wanted = new AbortController();
    const given = Array.from({ length: 40 }, () =>
      send('listTasks', { contactId }, { signal: wanted.signal }).catch(() => 'given up'),
    );
    await vi.waitFor(() => expect(calls()).toHaveLength(5));
    wanted.abort();
    expect(await Promise.all(given)).toContain('given up');
    const before = calls().length;
    const next = send('listSenderProfiles', {}, { signal: new AbortController().signal });
    // The limit lets 4.8 go in a second: behind the 35 others it would take seven.
    await vi.advanceTimersByTimeAsync(1_500);
    expect(await next).toEqual({ senders: [] });
    await aMinute();
    expect(calls()).toHaveLength(before + 1);
    expect(calls().at(-1)).toBe('sender-profiles');
  });

  it('leaves alone what another screen has asked for as well', async () => {
    const { fake, contactId } = await world();
    const held = fake.control.hold({ path: '/leads/api/leads/lookup-one' });
    const asked = { pageKey: 'in/ada', identity: { handle: 'ada' } };
    const wanted = new AbortController();
    const one = send('lookUpPerson', asked, { signal: wanted.signal });
    const other = send('lookUpPerson', asked, { signal: new AbortController().signal });
    await vi.waitFor(() => expect(held.waiting).toHaveLength(2));
    wanted.abort();
    await expect(one).rejects.toBe(wanted.signal.reason);
    held.release();
    expect(await other).toEqual({ state: 'known', recordId: contactId });
  });

  it('never takes back what was to be changed, however it was asked for', async () => {
    const { fake, about } = await world();
    const before = fake.state.notes.size;
    const held = fake.control.hold({ method: 'POST', path: '/leads/api/notes' });
    const line = lines.connect();
    line.postMessage({ name: 'addNote', input: { ...about, text: 'Met in Lisbon' } });
    await held.reached();
    line.disconnect();
    held.release();
    await fake.control.until(({ notes }) => notes.size === before + 1);
    expect(fake.control.log().some(({ left }) => left)).toBe(false);
  });
});
