import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { demoKey, demoOwner, emptySeed } from '../../fake-grinfi/seed.ts';
import { createFakeGrinfi } from '../../fake-grinfi/server.ts';
import { createGrinfiClient } from '../grinfi/client.ts';
import { createLimiter, type LimiterState } from '../grinfi/limiter.ts';
import { createServerTime } from '../grinfi/server-time.ts';
import { createBatches } from '../outbox/batches.ts';
import { createDatabase, type Database } from '../outbox/database.ts';
import { createDrain } from '../outbox/drain.ts';
import { createGrinfiPort } from '../outbox/grinfi-port.ts';
import { createOutbox } from '../outbox/outbox.ts';
import type { PersonSave } from '../save-request.ts';

/**
 * Time that goes on only when nothing else does: work costs none, and waiting costs exactly what was waited
 * for, in the order in which it ends.
 */
class QuietTime {
  at = Date.parse('2026-03-02T09:00:00Z');
  readonly now = () => this.at;
  #busy = 0;
  readonly #sleepers: { until: number; wake: () => void }[] = [];

  readonly sleep = (ms: number) =>
    new Promise<void>((wake) => {
      this.#sleepers.push({ until: this.at + ms, wake });
    });

  async work<T>(act: () => Promise<T>): Promise<T> {
    this.#busy += 1;
    try {
      return await act();
    } finally {
      this.#busy -= 1;
    }
  }

  /** Lets time pass until `work` is over. */
  async passUntil(work: Promise<void>): Promise<void> {
    let isOver = false;
    void work.finally(() => {
      isOver = true;
    });
    for (let quiet = 0; !isOver; ) {
      await new Promise((resolve) => setImmediate(resolve));
      quiet = this.#busy === 0 ? quiet + 1 : 0;
      if (quiet < 3 || this.#sleepers.length === 0) continue;
      this.#sleepers.sort((a, b) => a.until - b.until);
      const next = this.#sleepers.shift();
      this.at = Math.max(this.at, next?.until ?? this.at);
      next?.wake();
      quiet = 0;
    }
  }
}

/** How long the server takes to answer, in ms. */
export const answerMs = 800;

/** Saves many people who are all new, with two new tags and a stage, in a time of its own. */
export async function playBulk(people: number) {
  globalThis.indexedDB = new IDBFactory();
  const time = new QuietTime();
  const fake = createFakeGrinfi({ seed: emptySeed, now: time.now, strict: true });
  const list = fake.make.list(demoOwner, 'Spring');
  const stage = fake.make.stage(demoOwner, { name: 'One', object: 'lead', category: 'engaging' });
  const sentAt: number[] = [];
  let state: LimiterState | undefined;
  const limiter = createLimiter({
    clock: time,
    store: {
      load: async () => state,
      save: async (next) => {
        state = next;
      },
    },
  });
  const serverTime = createServerTime({ wall: time.now, steady: time.now });
  const client = createGrinfiClient({
    serverTime,
    getKey: async () => demoKey,
    limiter,
    retries: 0,
    priority: 'background',
    async fetch(input, init) {
      sentAt.push(time.at);
      await time.sleep(answerMs);
      return time.work(() => fake.fetch(new Request(input, init)));
    },
  });
  const real = createDatabase();
  let heldEntries = 0;
  const database: Database = { use: (act) => time.work(() => real.use(act)), close: real.close };
  const outbox = createOutbox(database);
  const takeDue: typeof outbox.takeDue = async (...given) => {
    const due = await outbox.takeDue(...given);
    heldEntries = Math.max(heldEntries, due.length);
    return due;
  };
  const errors: unknown[] = [];
  const drain = createDrain({
    outbox: { ...outbox, takeDue },
    crmFor: () => createGrinfiPort(client, { serverTime }),
    now: time.now,
    random: () => 0.5,
    access: async () => ({ to: () => 'open', openIds: [] }),
    onAuthRefused: async () => undefined,
    onIdle: async () => undefined,
    onError: (error) => errors.push(error),
    concurrency: 7,
  });
  const saves = Array.from(
    { length: people },
    (_, n): PersonSave => ({
      kind: 'person',
      pageKey: `in/person-${n}`,
      fields: {
        handle: `person-${n}`,
        lnId: `ACoAA${String(n).padStart(34, '0')}`,
        firstName: `Person ${n}`,
      },
      list: { id: list.uuid },
      tags: [{ name: 'Fair' }, { name: 'Port' }],
      stageId: stage.uuid,
    }),
  );
  await createBatches(database).add(saves, { now: time.now() });
  const began = time.at;
  await time.passUntil(drain.drain());
  const seconds = ((sentAt.at(-1) ?? began) - began) / 1_000;
  return {
    fake,
    stage,
    errors,
    /** When each request was sent, in ms. */
    sentAt,
    /** The most entries that were in memory at once. */
    heldEntries,
    /** Of the 300 requests a minute that the server allows. */
    shareOfRate: sentAt.length / 5 / seconds,
  };
}
