import { describe, expect } from 'vitest';
import { demoOwner, makeKey } from '../fake-grinfi/seed.ts';
import { contact, contactRow, counts, landed } from './harness/crm.ts';
import { type Capture, enterKey } from './harness/screens.ts';
import { test } from './harness/test.ts';
import type { World } from './harness/world.ts';

const upsert = { path: '/leads/api/leads/upsert' };

/** Opens the profile and fills in the form, so that only Save is left to press. */
async function readyToSave(world: World): Promise<Capture> {
  await world.visit('/in/ingrid-solvang/');
  const popup = await world.popup();
  await popup.shows('First name', 'Ingrid');
  await popup.choose('List', 'Warm intros');
  await popup.choose('Stage', 'Approaching');
  await popup.addTag('Hiring');
  await popup.addTag('Port people', true);
  await popup.note.fill('Met at the harbour fair.');
  return popup;
}

/** All of it, and once. */
function expectAll(world: World): void {
  expect(contact(world, 'ingrid-solvang')).toEqual({
    list: 'Warm intros',
    stage: 'Approaching',
    tags: ['Hiring', 'Port people'],
    notes: ['Met at the harbour fair.'],
  });
  expect(world.crm.state.tags.all().filter(({ name }) => name === 'Port people')).toHaveLength(1);
}

/** Waits on the screen until nothing is left to do. */
const isDone = (capture: Capture) => capture.says(/^(Saved|Updated) in Grinfi$/);

describe('a key that was revoked', () => {
  test('is told, the save is kept, and a new key sends it', async ({ world }) => {
    world.crm.control.revokeKey();
    const popup = await readyToSave(world);
    await popup.says('Grinfi did not accept your API key.');
    await popup.save();
    await popup.says('will be sent when Grinfi accepts your key');
    expect(world.crm.control.log(upsert).filter(({ status }) => status === 200)).toEqual([]);

    const second = makeKey(demoOwner, 'second');
    world.crm.control.allowKey(second, demoOwner);
    await popup.page.getByRole('button', { name: 'Enter a new key' }).click();
    await enterKey(await world.browser.pageOf('options.html'), second);
    await landed(world, 'ingrid-solvang');

    await world.visit('/in/ingrid-solvang/');
    const again = await world.popup();
    await isDone(again);
    expectAll(world);
  });
});

describe('a server that is down', () => {
  test('leaves the record unchecked, keeps the save, and gets it when it is back', async ({ world }) => {
    world.crm.control.goDown();
    const popup = await readyToSave(world);
    await popup.isLookedUp('Could not check');
    await popup.save();
    await popup.says('Saved here, will be sent');
    world.crm.control.goUp();
    await isDone(popup);
    expectAll(world);
  });
});

describe('a part that fails', () => {
  test('is named alone, and lands when it is tried again', async ({ world }) => {
    const popup = await readyToSave(world);
    await popup.isLookedUp('New');
    world.crm.control.fail({ method: 'POST', path: '*/notes', fault: { kind: 'status', status: 422 } });
    await popup.save();
    await popup.says('Saved, except for:');
    expect(contact(world, 'ingrid-solvang')).toMatchObject({ list: 'Warm intros', notes: [] });
    await popup.page.getByRole('button', { name: 'Retry' }).click();
    await isDone(popup);
    expectAll(world);
  });
});

describe('what Grinfi refuses', () => {
  test.for([
    [
      422,
      { message: 'The headline is too long.', errors: { 'lead.headline': ['The headline is too long.'] } },
    ],
    [402, { message: 'Your plan has no contacts left.' }],
  ] as const)('is told with its words and kept: status %s', async ([status, body], { world }) => {
    const popup = await readyToSave(world);
    await popup.isLookedUp('New');
    const before = counts(world);
    world.crm.control.fail({ ...upsert, fault: { kind: 'status', status, body } });
    await popup.save();
    await popup.says(body.message);
    if (status === 422) await popup.says(/\(Headline\)/);
    expect(counts(world).leads).toBe(before.leads);
    await popup.page.getByRole('button', { name: 'Retry' }).click();
    await isDone(popup);
    expectAll(world);
  });
});

describe('answers that do not come from Grinfi, or ask for patience', () => {
  test('keep a save waiting, and it lands once', async ({ world }) => {
    const popup = await readyToSave(world);
    await popup.isLookedUp('New');
    const { control } = world.crm;
    control.fail({ ...upsert, fault: { kind: 'portal' } });
    control.fail({ ...upsert, fault: { kind: 'status', status: 429, headers: { 'retry-after': '1' } } });
    control.fail({ ...upsert, fault: { kind: 'status', status: 429 } });
    await popup.save();
    await isDone(popup);
    expectAll(world);
    expect(control.log(upsert)).toHaveLength(4);
  });
});

describe('a save in the middle', () => {
  test('is not lost with a popup that closes while the record is still looked up', async ({ world }) => {
    const held = world.crm.control.hold({ path: '/leads/api/leads/lookup-one' });
    const popup = await readyToSave(world);
    await popup.save();
    // It is kept by then, though nobody knows yet whether the contact is new.
    await popup.page.getByRole('button', { name: /1 waiting/ }).waitFor();
    await popup.close();
    held.release();
    await landed(world, 'ingrid-solvang');
    await isDone(await world.popup());
    expectAll(world);
  });

  test('goes on when the popup is closed', async ({ world }) => {
    const popup = await readyToSave(world);
    const held = world.crm.control.hold(upsert);
    await popup.save();
    await held.reached();
    await popup.close();
    held.release();
    await landed(world, 'ingrid-solvang');
    const again = await world.popup();
    await isDone(again);
    expectAll(world);
  });

  test.for(['before', 'after'] as const)(
    'goes on when the service worker is stopped %s Grinfi wrote the record',
    async (when, { world }) => {
      const popup = await readyToSave(world);
      await popup.isLookedUp('New');
      const before = counts(world);
      const held = world.crm.control.hold({ ...upsert, when });
      await popup.save();
      await held.reached();
      await popup.close();
      await world.browser.stopWorker();
      held.release();
      const again = await world.popup();
      await isDone(again);
      expectAll(world);
      expect(counts(world)).toMatchObject({ leads: before.leads + 1, notes: before.notes + 1 });
    },
  );

  test('goes on when the browser is killed and started again', async ({ world }) => {
    const popup = await readyToSave(world);
    const held = world.crm.control.hold({ ...upsert, when: 'after' });
    await popup.save();
    await held.reached();
    await world.restartBrowser();
    held.release();
    await world.visit('/in/ingrid-solvang/');
    const again = await world.popup();
    await isDone(again);
    expectAll(world);
  });
});

describe('undo', () => {
  test('takes a new contact out of Grinfi again', async ({ world }) => {
    const popup = await readyToSave(world);
    const before = counts(world);
    await popup.save();
    await isDone(popup);
    expect(contactRow(world, 'ingrid-solvang').first_name).toBe('Ingrid');
    await popup.page.getByRole('button', { name: /^Undo/ }).click();
    await popup.says('Undone. Nothing of it is left in Grinfi.');
    expect(counts(world).leads).toBe(before.leads);
  });
});
