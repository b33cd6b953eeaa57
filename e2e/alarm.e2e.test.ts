import { expect } from 'vitest';
import { contact, landed } from './harness/crm.ts';
import { test } from './harness/test.ts';

// Takes half a minute: the browser lets no alarm ring sooner.
test('a save whose worker was stopped goes on by itself, with every screen closed', async ({ world }) => {
  await world.visit('/in/ingrid-solvang/');
  const popup = await world.popup();
  await popup.isLookedUp('New');
  await popup.choose('List', 'Warm intros');
  const held = world.crm.control.hold({ path: '/leads/api/leads/upsert' });
  await popup.save();
  await held.reached();
  await popup.close();
  await world.browser.stopWorker();
  // The call in flight never arrives, so that all depends on the next one.
  world.crm.control.goDown();
  held.release();
  await world.crm.control.until(({ log }) => log.at(-1)?.outcome === 'dropped');
  world.crm.control.goUp();
  await landed(world, 'ingrid-solvang');
  expect(contact(world, 'ingrid-solvang').list).toBe('Warm intros');
});
