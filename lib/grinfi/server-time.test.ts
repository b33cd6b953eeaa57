import { expect, it } from 'vitest';
import { clientOn, json } from '../testing/answering.ts';
import { createServerTime } from './server-time.ts';

const noon = Date.parse('2026-03-02T12:00:00Z');
const dated = (at: number) => new Headers({ date: new Date(at).toUTCString() });

function clocks() {
  const hands = { wall: noon - 86_400_000, steady: 5_000 };
  const time = createServerTime({ wall: () => hands.wall, steady: () => hands.steady });
  const pass = (ms: number) => {
    hands.wall += ms;
    hands.steady += ms;
  };
  return { hands, time, pass };
}

it('is the last answer and what has passed since, however wrong this clock is', () => {
  const { time, pass } = clocks();
  expect(time.now()).toBeUndefined();
  time.note(dated(noon));
  pass(90_000);
  expect(time.now()).toBe(noon + 90_000);
});

it('is unknown once the clock was set, or the computer slept, until the next answer', () => {
  const { hands, time, pass } = clocks();
  time.note(dated(noon));
  hands.wall += 3_600_000;
  expect(time.now()).toBeUndefined();
  pass(1_000);
  time.note(dated(noon + 1_000));
  expect(time.now()).toBe(noon + 1_000);
});

it('keeps what it knows when an answer has no date', () => {
  const { time } = clocks();
  time.note(dated(noon));
  time.note(new Headers());
  expect(time.now()).toBe(noon);
});

it("is told by the server's answers, refusals too, and not by the sign-in page of a network", async () => {
  const { time, pass } = clocks();
  const headers = { date: new Date(noon).toUTCString() };
  const wifi = { date: new Date(noon + 9_000_000).toUTCString(), 'content-type': 'text/html' };
  const answers = [
    json({ message: 'Not found' }, 404, headers),
    new Response('<!doctype html><title>Wi-Fi</title>', { headers: wifi }),
    new Response('<!doctype html><title>Wi-Fi</title>', { status: 404, headers: wifi }),
  ];
  const { client } = clientOn(() => answers.shift() ?? json({}), { serverTime: time, retries: 0 });
  for (const _ of [1, 2, 3]) await client.post({ path: ['leads'] }).catch(() => undefined);
  pass(0);
  expect(time.now()).toBe(noon);
});

it('is told by an answer that says no more than that nothing is there', async () => {
  const { time, pass } = clocks();
  const headers = { date: new Date(noon).toUTCString() };
  const { client } = clientOn(() => new Response(null, { status: 404, headers }), { serverTime: time });
  await client.post({ path: ['leads'] }).catch(() => undefined);
  pass(0);
  expect(time.now()).toBe(noon);
});
