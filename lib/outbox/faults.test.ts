import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SaveRequest } from '../save-request.ts';
import { ModelCrm } from '../testing/model-crm.ts';
import {
  type Happening,
  newWorld,
  startWorker,
  type TestWorker,
  type World,
} from '../testing/outbox-worker.ts';

/**
 * Random clicks, undos, faults and deaths of the worker. Afterwards the CRM is held against the clicks alone:
 * each that was not undone has landed once, and nothing else is there.
 */

interface Click {
  act: 'click';
  person: number;
  note: boolean;
  tag: number;
  withCompany: boolean;
  isDouble: boolean;
}
type Act = Click | { act: 'undoLast' } | { act: 'drain' };

const happenings: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 12, arbitrary: fc.constant<Happening>('ok') },
  { weight: 1, arbitrary: fc.constantFrom<Happening>('killBefore', 'killAfter') },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('offline', 'timeout', 'busy', 'server', 'malformed', 'auth')
      .map((fails) => ({ fails }) as Happening),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('offline', 'timeout', 'malformed', 'server')
      .map((answerLost) => ({ answerLost }) as Happening),
  },
);

const acts: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant('click' as const),
      person: fc.integer({ min: 0, max: 2 }),
      note: fc.boolean(),
      tag: fc.integer({ min: 0, max: 2 }),
      withCompany: fc.boolean(),
      isDouble: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.constant<Act>({ act: 'undoLast' }) },
  { weight: 2, arbitrary: fc.constant<Act>({ act: 'drain' }) },
);

const handles = ['ada-example', 'bob-example', 'eve-example'];

function requestOf({ person, note, tag, withCompany }: Click, version: number): SaveRequest {
  const handle = handles[person] ?? '';
  return {
    kind: 'person',
    pageKey: `in/${handle}`,
    fields: { handle, headline: `version ${version}`, companyName: 'Acme', companyHandle: 'acme' },
    list: { name: 'Spring' },
    tags: tag === 0 ? [] : [{ name: `Tag ${tag}` }],
    ...(note && { note: `note ${version}` }),
    withCompany,
  };
}

/** A click that was answered, and what became of it in the user's eyes. */
interface Answered {
  id: string;
  save: SaveRequest & { kind: 'person' };
  isUndone: boolean;
}

async function play(script: Act[], schedule: Happening[]): Promise<{ crm: ModelCrm; answered: Answered[] }> {
  globalThis.indexedDB = new IDBFactory();
  const world = newWorld();
  const crm = new ModelCrm(world.clock.now);
  const remaining = [...schedule];
  const start = () =>
    startWorker(world, crm, (crossing) => {
      const next = remaining.shift() ?? 'ok';
      // A database that answers "offline" does not exist; it is killed, or it works.
      return crossing === 'db' && typeof next === 'object' ? 'ok' : next;
    });
  let worker = start();
  const answered: Answered[] = [];
  const alive = async (): Promise<TestWorker> => {
    if (worker.isDead) {
      await worker.close();
      worker = start();
      // Whatever starts the worker, it drains first of all.
      void worker.drain.drain();
    }
    return worker;
  };

  const newKey = () => {
    world.keyState = 'ok';
  };
  for (const [version, act] of script.entries()) {
    await turn(world, await alive(), act, version, answered);
    if (isRefused(world) && version % 2 === 0) newKey();
  }
  newKey();
  for (let round = 0; ; round++) {
    await (await alive()).settle();
    if (isRefused(world)) newKey();
    else if (!worker.isDead) break;
    if (round > 500) throw new Error('It does not come to rest.');
  }
  for (const item of answered) {
    const { state } = await worker.entry(item.id);
    expect(state).toBe(item.isUndone ? 'undone' : 'saved');
  }
  await worker.close();
  return { crm, answered };
}

const isRefused = ({ keyState }: World) => keyState === 'refused';

async function turn(
  world: World,
  worker: TestWorker,
  act: Act,
  version: number,
  answered: Answered[],
): Promise<void> {
  world.clock.at += 5_000;
  if (act.act === 'drain') {
    await worker.settle();
  } else if (act.act === 'click') {
    const save = requestOf(act, version);
    let id = await worker.click(save);
    if (act.isDouble && id) expect(await worker.click(save)).toBe(worker.isDead ? undefined : id);
    // Never answered: it may be stored or not. Seeing nothing happen, the user clicks again.
    if (id === undefined) {
      const next = startWorker(world, new ModelCrm());
      id = await next.click(save);
      await next.close();
    }
    if (id && save.kind === 'person') answered.push({ id, save, isUndone: false });
    if (!worker.isDead) void worker.drain.drain();
  } else {
    const last = answered.findLast(({ isUndone }) => !isUndone);
    const isLastOfPage =
      last &&
      !answered.some(
        (other) =>
          other !== last && other.save.pageKey === last.save.pageKey && isAfter(answered, other, last),
      );
    if (!last || !isLastOfPage) return;
    const quiet = startWorker(world, new ModelCrm());
    await quiet.undo(last.id);
    last.isUndone = (await quiet.entry(last.id)).undo !== undefined;
    await quiet.close();
  }
}

const isAfter = (all: Answered[], one: Answered, other: Answered) => all.indexOf(one) > all.indexOf(other);

function check(crm: ModelCrm, answered: Answered[]): void {
  const standing = answered.filter(({ isUndone }) => !isUndone);
  for (const handle of handles) {
    const saves = standing.filter(({ save }) => save.fields.handle === handle).map(({ save }) => save);
    const found = crm.contactsWithHandle(handle);
    expect({ handle, count: found.length }).toEqual({ handle, count: saves.length > 0 ? 1 : 0 });
    const [contact] = found;
    if (!contact) continue;
    expect(contact.fields.headline).toBe(saves.at(-1)?.fields.headline);
    const tags = saves.flatMap((save) => save.tags.map((tag) => ('name' in tag ? tag.name : tag.id)));
    expect(crm.tagNamesOf(contact).toSorted()).toEqual([...new Set(tags)].toSorted());
    const notes = saves.map((save) => save.note).filter((note) => note !== undefined);
    expect(crm.notesOf(contact.id)).toEqual(notes);
  }
  const notes = standing.filter(({ save }) => save.note !== undefined);
  expect(crm.notes.size).toBe(notes.length);
  const names = (items: Iterable<{ name: string }>) => [...items].map(({ name }) => name);
  expect(new Set(names(crm.tags.values())).size).toBe(crm.tags.size);
  expect(crm.lists.size).toBeLessThanOrEqual(1);
  const needsCompany = standing.some(({ save }) => save.withCompany);
  const companies = crm.companiesWithHandle('acme').length;
  expect(companies).toBeLessThanOrEqual(1);
  if (needsCompany) expect(companies).toBe(1);
  if (!answered.some(({ save }) => save.withCompany)) expect(companies).toBe(0);
}

const seed = 20_260_302;

it(`leaves CRM and outbox in agreement after any schedule of faults (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(acts, { minLength: 1, maxLength: 8 }),
      fc.array(happenings, { minLength: 0, maxLength: 120 }),
      async (script, schedule) => {
        const { crm, answered } = await play(script, schedule);
        check(crm, answered);
      },
    ),
    { seed, numRuns: 200 },
  );
}, 120_000);
