import { Failure } from '../failure.ts';
import type { BatchChange } from '../outbox/batch-view.ts';
import { hasLandedNothing, isSameSave } from '../outbox/entry.ts';
import type { PersonSave, SaveRequest } from '../save-request.ts';
import { type Act, type BulkClick, type Play, requestOf, requestsOf, type Setting } from './fault-acts.ts';
import { type Answered, type CrmContents, judge, type Verdict } from './fault-judge.ts';
import { ModelCrm } from './model-crm.ts';
import { type ReachableCrm, startWorker, type TestWorker, type World } from './outbox-worker.ts';

/** Random clicks, changes of mind, faults and deaths of the worker. */

/** Where a play takes place: a CRM with two workspaces, each with Eve in it. */
export interface Stage {
  world: World;
  crm: ReachableCrm;
  workspaceIds: string[];
  settings: Setting[];
  contents(workspace: number): CrmContents;
  /** Where it can: takes the tags of single saves without keeping them, or keeps them again. */
  forget?(isOn: boolean): void;
}

export interface Outcome {
  answered: Answered[];
  deaths: number;
  verdict: Verdict;
}

/** Plays it on an empty database until nothing is left to send, then holds the CRM against the clicks. */
export async function perform({ script, schedule, isForgetful }: Play, stage: Stage): Promise<Outcome> {
  const { world, crm, workspaceIds, settings } = stage;
  const remaining = [...schedule];
  const answered: Answered[] = [];
  let deaths = 0;
  const start = () =>
    startWorker(world, crm, (crossing) => {
      const next = remaining.shift() ?? 'ok';
      // A database that answers "offline" does not exist; it is killed, or it works.
      return crossing === 'db' && typeof next === 'object' ? 'ok' : next;
    });
  let worker = start();
  const alive = async (): Promise<TestWorker> => {
    if (!worker.isDead) return worker;
    deaths += 1;
    await worker.close();
    worker = start();
    // Whatever starts the worker, it drains first of all.
    void worker.drain.drain();
    return worker;
  };
  let workspace = 0;
  const useKey = (next: number) => {
    workspace = next;
    world.workspaceId = workspaceIds[next];
    world.keyState = 'ok';
  };
  const answer = (id: string | undefined, save: SaveRequest) => {
    if (id !== undefined) answered.push({ id, save, workspace, isUndone: false });
  };

  async function carryOut(act: Act, version: string): Promise<void> {
    const present = await alive();
    const setting = settings[workspace];
    if (!setting) throw new Error('There is no such workspace.');
    switch (act.act) {
      case 'drain':
        return present.settle();
      case 'clock':
        world.clock.skewMs += act.by * 60_000;
        return;
      case 'key':
        useKey(act.workspace);
        break;
      case 'undo':
        await undo(world, answered, act.back);
        break;
      case 'retry':
        await retry(world, answered, act.back);
        break;
      case 'group':
        await changeGroup(world, answered, act.change, act.back);
        break;
      case 'bulk':
        await clickMany(world, present, requestsOf(act, version, setting), act, answer);
        break;
      case 'twoScreens': {
        const one = requestOf(act.one, `${version} left`, setting);
        const other = act.isSame ? one : requestOf(act.other, `${version} right`, setting);
        await clickOnTwoScreens(world, present, [one, other], answer);
        break;
      }
      default: {
        const save = requestOf(act, version, setting);
        answer(await click(world, present, save, act.isDouble), save);
      }
    }
    if (!worker.isDead) void worker.drain.drain();
  }

  useKey(0);
  stage.forget?.(isForgetful);
  for (const [place, act] of script.entries()) {
    world.clock.at += 2_000;
    await carryOut(act, String(place));
    if (place % 2 === 0) world.keyState = 'ok';
  }
  await bringToRest(alive, () => useKey(1 - workspace), world);
  stage.forget?.(false);
  if (await retryPartial(world, answered)) await bringToRest(alive, () => useKey(1 - workspace), world);
  await worker.close();
  const verdict = await judgeAll(stage, answered);
  // A look at the record that comes late, or after its key has gone, is given up: then a tag that was not kept may be
  // missing. That it is found where the look comes in time has tests of its own.
  const isLost = (what: string) => !(isForgetful && stage.forget && what.includes('tag of'));
  return { answered, deaths, verdict: { ...verdict, lost: verdict.lost.filter(isLost) } };
}

/** The user lets go on what was paused, and has each key in use until all that can be sent is sent. */
async function bringToRest(
  alive: () => Promise<TestWorker>,
  useOtherKey: () => void,
  world: World,
): Promise<void> {
  // Of what is not shown as paused, nothing may be left waiting for it.
  const views = await quietly(world, (quiet) => quiet.batches.views(1_000));
  for (const { id, isPaused } of views) if (isPaused) await changeBatch(world, id, 'resume');
  let quiet = 0;
  for (let round = 0; quiet < 4; round++) {
    if (round > 1_000) throw new Error('The play does not come to rest.');
    useOtherKey();
    const worker = await alive();
    await worker.settle();
    quiet = !worker.isDead && world.keyState === 'ok' ? quiet + 1 : 0;
  }
}

async function judgeAll(stage: Stage, answered: Answered[]): Promise<Verdict> {
  const { world, contents, settings, workspaceIds } = stage;
  const all: Verdict = { lost: [], doubled: [], wrong: [] };
  const seqs = new Map<string, number>();
  await quietly(world, async (quiet) => {
    for (const { id, isUndone } of answered) {
      const { state, seq } = await quiet.entry(id);
      seqs.set(id, seq);
      if (state !== (isUndone ? 'undone' : 'saved')) all.wrong.push(`${id} is ${state}`);
    }
  });
  const inOrder = answered.toSorted((a, b) => (seqs.get(a.id) ?? 0) - (seqs.get(b.id) ?? 0));
  for (const [workspace, setting] of settings.entries()) {
    const mine = inOrder.filter((one) => one.workspace === workspace);
    const verdict = judge(contents(workspace), mine, setting);
    for (const kind of ['lost', 'doubled', 'wrong'] as const)
      all[kind].push(...verdict[kind].map((one) => `${workspaceIds[workspace]}: ${one}`));
  }
  return all;
}

/** Looks and changes while the other works; sends nothing. */
async function quietly<T>(world: World, act: (worker: TestWorker) => Promise<T>): Promise<T> {
  const worker = startWorker(world, new ModelCrm());
  try {
    return await act(worker);
  } finally {
    await worker.close();
  }
}

async function click(
  world: World,
  worker: TestWorker,
  save: SaveRequest,
  isDouble: boolean,
): Promise<string | undefined> {
  const id = await worker.click(save);
  if (isDouble && id && (await worker.click(save)) !== id && !worker.isDead)
    throw new Error('A double click made two entries.');
  // Never answered: it may be stored or not. Seeing nothing happen, the user clicks again.
  return id ?? quietly(world, (quiet) => quiet.click(save));
}

async function clickMany(
  world: World,
  worker: TestWorker,
  saves: PersonSave[],
  { isDouble }: BulkClick,
  answer: (id: string | undefined, save: SaveRequest) => void,
): Promise<void> {
  let ids = await worker.clickMany(saves);
  if (isDouble && ids && `${await worker.clickMany(saves)}` !== `${ids}` && !worker.isDead)
    throw new Error('A double click made two bulk saves.');
  ids ??= (await quietly(world, (quiet) => quiet.clickMany(saves))) ?? [];
  for (const [place, save] of saves.entries()) answer(ids[place], save);
}

async function clickOnTwoScreens(
  world: World,
  worker: TestWorker,
  [one, other]: [SaveRequest, SaveRequest],
  answer: (id: string | undefined, save: SaveRequest) => void,
): Promise<void> {
  const [first, second] = await Promise.all([worker.click(one), worker.click(other)]);
  if (one === other) {
    if (first && second && first !== second) throw new Error('Two screens made two entries of one save.');
    answer(first ?? second ?? (await stored(world, one)), one);
    return;
  }
  answer(first ?? (await stored(world, one)), one);
  answer(second ?? (await stored(world, other)), other);
}

/** Of a click that got no answer: the outbox shows whether it is there; if not, the user clicks again. */
function stored(world: World, save: SaveRequest): Promise<string | undefined> {
  return quietly(world, async (quiet) => {
    const entries = await quiet.outbox.newest(1_000);
    const found = entries.find((entry) => 'save' in entry && isSameSave(entry.save, save));
    return found && 'save' in found ? found.id : quiet.click(save);
  });
}

/** The screens offer it for the last save of a page alone; `back` says of which page, the newest first. */
async function undo(world: World, answered: Answered[], back: number): Promise<void> {
  const lastOfPage = new Map(answered.map((one) => [`${one.workspace} ${one.save.pageKey}`, one]));
  const last = [...lastOfPage.values()].toReversed()[back];
  if (!last || last.isUndone) return;
  await quietly(world, async (quiet) => {
    const entry = await quiet.entry(last.id);
    if (!hasLandedNothing(entry) && (await quiet.outbox.hasLaterSave(entry))) return;
    await quiet.undo(last.id);
    last.isUndone = (await quiet.entry(last.id)).undo !== undefined;
  });
}

async function retry(world: World, answered: Answered[], back: number): Promise<void> {
  const one = answered.at(-1 - back);
  if (one) await quietly(world, (quiet) => quiet.retry(one.id));
}

/** What was not kept the user is told, and tries again. */
async function retryPartial(world: World, answered: Answered[]): Promise<boolean> {
  let isAny = false;
  await quietly(world, async (quiet) => {
    for (const { id } of answered) {
      if ((await quiet.entry(id)).state !== 'partial') continue;
      isAny = true;
      await quiet.retry(id);
    }
  });
  return isAny;
}

/** Newest first. */
function batchIdsOf(world: World, answered: Answered[]): Promise<string[]> {
  return quietly(world, async (quiet) => {
    const found = new Set<string>();
    for (const { id } of answered.toReversed()) {
      const { batchId } = await quiet.entry(id);
      if (batchId !== undefined) found.add(batchId);
    }
    return [...found];
  });
}

async function changeGroup(
  world: World,
  answered: Answered[],
  change: BatchChange,
  back: number,
): Promise<void> {
  const batchId = (await batchIdsOf(world, answered))[back];
  if (batchId === undefined) return;
  await changeBatch(world, batchId, change);
  // Whom it could still keep from being sent, or take back, the user sees in the list.
  await quietly(world, async (quiet) => {
    for (const one of answered) {
      const entry = await quiet.entry(one.id);
      if (entry.batchId === batchId) one.isUndone = entry.undo !== undefined;
    }
  });
}

/** One that is refused, such as an undo that comes too late, changes nothing. */
async function changeBatch(world: World, batchId: string, change: BatchChange): Promise<void> {
  try {
    await quietly(world, (quiet) => quiet.batches.change(batchId, change, world.clock.now()));
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== 'rejected') throw error;
  }
}
