import { describe, expect } from 'vitest';
import { demoOwner, makeKey } from '../fake-grinfi/seed.ts';
import type { SaveRequest } from '../lib/save-request.ts';
import { contact, contactRow, counts, landed } from './harness/crm.ts';
import {
  batchStates,
  changeBatch,
  reach,
  reachBatch,
  saveMany,
  saveRecord,
  useKey,
} from './harness/outbox.ts';
import { Capture } from './harness/screens.ts';
import { test } from './harness/test.ts';
import type { World } from './harness/world.ts';

/** What changes around the outbox while it works: network, clock, key, windows, the browser itself. */

const upsert = { path: '/leads/api/leads/upsert' };

function somebody({ crm }: World, name: string): SaveRequest {
  const list = crm.state.lists.all().find((one) => one.name === 'Warm intros');
  return {
    kind: 'person',
    pageKey: `in/${name}`,
    fields: { handle: name, firstName: name, headline: 'Sells to ports' },
    list: { id: list?.uuid ?? '' },
    tags: [],
  };
}
const crowd = (world: World, size: number) =>
  Array.from({ length: size }, (_, n) => somebody(world, `crowd-${n}`));

test('a browser without network keeps a save, and sends it by itself when the network is back', async ({
  world,
}) => {
  await world.browser.setOffline(true);
  const id = await saveRecord(world, somebody(world, 'away'));
  await reach(world, [id], ['waiting']);
  expect(world.crm.control.log({ path: '/leads/api/leads/*' })).toEqual([]);
  await world.browser.setOffline(false);
  await landed(world, 'away');
  await reach(world, [id], ['saved']);
  expect(contactRow(world, 'away').first_name).toBe('away');
});

test('a clock that jumps by a day and back neither doubles a save nor keeps it waiting', async ({
  world,
}) => {
  const before = counts(world);
  const [worker] = world.browser.context.serviceWorkers();
  if (!worker) throw new Error('There is no service worker.');
  const jump = (days: number) =>
    worker.evaluate((byDays) => {
      const { now } = Date;
      Date.now = () => now() + byDays * 86_400_000;
    }, days);
  const held = world.crm.control.hold({ ...upsert, when: 'after' });
  const id = await saveRecord(world, { ...somebody(world, 'jumped'), note: 'Met at the fair' });
  await held.reached();
  await jump(1);
  // Written, and the answer lost: the next try is set for tomorrow.
  world.crm.control.goDown();
  held.release();
  await reach(world, [id], ['waiting']);
  await jump(-1);
  world.crm.control.goUp();
  // What wakes the worker, such as another save, finds it due.
  const other = await saveRecord(world, somebody(world, 'other'));
  await reach(world, [id, other], ['saved']);
  expect(contact(world, 'jumped').notes).toEqual(['Met at the fair']);
  expect(counts(world)).toMatchObject({ leads: before.leads + 2, notes: before.notes + 1 });
});

test('two windows that save the same person in the same moment make one contact', async ({ world }) => {
  const before = counts(world);
  const address = '/in/ingrid-solvang/';
  await world.visit(address);
  const left = await world.panel();
  await left.isLookedUp('New');
  await left.choose('List', 'Warm intros');
  const right = new Capture(await world.browser.openPanelInNewWindow(`https://www.linkedin.com${address}`));
  await right.isLookedUp('New');
  await right.choose('List', 'Warm intros');
  const held = world.crm.control.hold(upsert);
  // By the form, as Enter does: the one that is slower may show the other's save by the time of its own.
  const press = ({ page }: Capture) =>
    page.locator('form.record').evaluate((form: HTMLFormElement) => form.requestSubmit());
  await Promise.all([press(left), press(right)]);
  await held.reached();
  held.release();
  await Promise.all([left.isSaved(), right.isSaved()]);
  expect(counts(world)).toEqual({ ...before, leads: before.leads + 1 });
  expect(contact(world, 'ingrid-solvang')).toMatchObject({ list: 'Warm intros' });
});

test('a key of another workspace, set amid a bulk save, gets none of it: the rest goes on with its own', async ({
  world,
}) => {
  const { control, state } = world.crm;
  const other = { teamId: 9001, userId: demoOwner.userId };
  const otherKey = makeKey(other, 'other');
  control.allowKey(otherKey, other);
  const size = 12;
  const held = control.hold(upsert);
  await saveMany(world, crowd(world, size));
  await held.reached();
  await useKey(world, otherKey);
  held.release();
  await reachBatch(world, { saved: size });
  for (let n = 0; n < size; n++) expect(contactRow(world, `crowd-${n}`).team_id).toBe(demoOwner.teamId);
  expect(state.leads.of(other.teamId)).toEqual([]);
});

describe('a thousand people', () => {
  test('that wait are all there, each once, after the browser was killed', async ({ world }) => {
    const size = 1_000;
    const before = counts(world);
    const held = world.crm.control.hold(upsert);
    const batchId = await saveMany(world, crowd(world, size));
    await held.reached();
    await world.restartBrowser();
    const isOver = (state: string) => state === 'saved' || state === 'undone';
    const afterwards = await batchStates(world, batchId);
    expect(afterwards).toHaveLength(size);
    expect(afterwards.filter(isOver)).toEqual([]);
    held.release();
    await landed(world, 'crowd-9');
    // The rest would take minutes at the rate that Grinfi allows.
    await changeBatch(world, batchId, 'cancel');
    await reachBatch(world, { waiting: 0, sending: 0 });
    const states = await batchStates(world, batchId);
    expect(states.every(isOver)).toBe(true);
    const saved = states.flatMap((state, n) => (state === 'saved' ? [`crowd-${n}`] : []));
    for (const handle of saved) contactRow(world, handle);
    expect(saved.length).toBeGreaterThanOrEqual(10);
    expect(counts(world).leads).toBe(before.leads + saved.length);
  });
});
