import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect } from 'vitest';
import { contact, counts } from './harness/crm.ts';
import { reach, saveRecord } from './harness/outbox.ts';
import type { Capture } from './harness/screens.ts';
import { test } from './harness/test.ts';
import type { World } from './harness/world.ts';

/** The browser's storage fails: the user is told, and what was kept is kept. */

/** Opens the profile and fills in the form, so that only Save is left to press. */
async function readyToSave(world: World): Promise<Capture> {
  await world.visit('/in/ingrid-solvang/');
  const panel = await world.panel();
  await panel.isLookedUp('New');
  await panel.choose('List', 'Warm intros');
  return panel;
}

/** Puts a save into the outbox that cannot leave it, as Grinfi is down. */
async function keepOneWaiting(world: World): Promise<string> {
  const list = world.crm.state.lists.all().find(({ name }) => name === 'Warm intros');
  world.crm.control.goDown();
  const id = await saveRecord(world, {
    kind: 'person',
    pageKey: 'in/kept-before',
    fields: { handle: 'kept-before', firstName: 'Kept' },
    list: { id: list?.uuid ?? '' },
    tags: [],
  });
  await reach(world, [id], ['waiting']);
  return id;
}

/** Where the browser keeps the outbox: a folder, until something else stands in its place. */
async function placeOf(profile: string): Promise<string> {
  const parent = path.join(profile, 'Default', 'IndexedDB');
  const name = (await readdir(parent)).find((one) =>
    /^chrome-extension_\w+_0\.indexeddb\.leveldb$/.test(one),
  );
  if (!name) throw new Error('The browser keeps no outbox.');
  return path.join(parent, name);
}

/**
 * Leaves the extension no room to store anything; to be begun before it has stored something, as the browser asks
 * only then, and then when that is used up, how much there is.
 */
async function limitStorage({ browser }: World) {
  const { origin } = browser;
  const bare = await browser.bare();
  const session = await browser.context.newCDPSession(bare);
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 2_000_000 });
  return {
    /** With a database beside the outbox, to which the same quota applies. */
    fill: () =>
      bare.evaluate(async () => {
        const db = await new Promise<IDBDatabase>((resolve, reject) => {
          const opening = indexedDB.open('filler', 1);
          opening.onupgradeneeded = () => opening.result.createObjectStore('parts', { autoIncrement: true });
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => resolve(opening.result);
        });
        const hasRoomFor = (bytes: number) =>
          new Promise<boolean>((resolve, reject) => {
            const tx = db.transaction('parts', 'readwrite');
            tx.oncomplete = () => resolve(true);
            tx.onabort = () => (tx.error?.name === 'QuotaExceededError' ? resolve(false) : reject(tx.error));
            // Nothing that could be compressed.
            tx.objectStore('parts').add(crypto.getRandomValues(new Uint8Array(bytes)));
          });
        for (const bytes of [60_000, 4_000, 200, 1]) while (await hasRoomFor(bytes));
        db.close();
      }),
    async makeRoom() {
      await session.send('Storage.overrideQuotaForOrigin', { origin });
      await session.detach();
    },
  };
}

describe('a full disk', () => {
  test.override({ ownBrowser: true });
  test('is told at the press of Save, drops nothing, and with room again all is sent once', async ({
    world,
  }) => {
    const before = counts(world);
    const { fill, makeRoom } = await limitStorage(world);
    const panel = await readyToSave(world);
    const kept = await keepOneWaiting(world);
    await fill();
    await panel.save();
    const told =
      'The disk or the browser’s storage is full, so this could not be kept. Free some space, then try again.';
    await panel.page.locator('.save-bar').getByText(told).waitFor();
    world.crm.control.goUp();
    expect(counts(world)).toEqual(before);

    await makeRoom();
    await panel.page.getByRole('button', { name: 'Try again' }).click();
    await panel.isSaved();
    await reach(world, [kept], ['saved']);
    expect(contact(world, 'kept-before')).toMatchObject({ list: 'Warm intros' });
    expect(contact(world, 'ingrid-solvang')).toMatchObject({ list: 'Warm intros' });
    expect(counts(world)).toEqual({ ...before, leads: before.leads + 2 });
  });
});

test('a database that cannot be opened is told, and when it can be again, all that waited is sent', async ({
  world,
}) => {
  const before = counts(world);
  const kept = await keepOneWaiting(world);
  let place = '';
  await world.restartBrowser(async (profile) => {
    place = await placeOf(profile);
    await rename(place, `${place}.aside`);
    await writeFile(place, '');
  });
  world.crm.control.goUp();
  const panel = await readyToSave(world);
  const told = 'The browser could not open its storage. Restart the browser, then try again.';
  await panel.says(told);
  await panel.save();
  await panel.page.getByText(told).nth(1).waitFor();
  expect(counts(world)).toEqual(before);

  await world.restartBrowser(async () => {
    await rm(place, { recursive: true });
    await rename(`${place}.aside`, place);
  });
  await reach(world, [kept], ['saved']);
  const again = await readyToSave(world);
  await again.save();
  await again.isSaved();
  expect(contact(world, 'kept-before')).toMatchObject({ list: 'Warm intros' });
  expect(counts(world)).toEqual({ ...before, leads: before.leads + 2 });
});

test('an outbox that a newer version has written is left as it is, and the user is told', async ({
  world,
}) => {
  const before = counts(world);
  await keepOneWaiting(world);
  const bare = await world.browser.bare();
  const waiting = await bare.evaluate(
    () =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open('outbox', 99);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction('entries').objectStore('entries').getAll();
          all.onsuccess = () => {
            opening.result.close();
            resolve(all.result);
          };
        };
      }),
  );
  expect(waiting).toMatchObject([{ pageKey: 'in/kept-before' }]);
  world.crm.control.goUp();
  const panel = await readyToSave(world);
  await panel.save();
  await panel.says('The outbox was written by a newer version of this extension. Update the extension.');
  expect(counts(world)).toEqual(before);
});
