import type { EntryState, EntryView } from '../../lib/outbox/entry-view.ts';
import type { SaveRequest } from '../../lib/save-request.ts';
import type { World } from './world.ts';

/** The outbox as a screen of ours uses it: by messages, and by what the worker stores for screens. */

const ask = <T>({ browser }: World, name: string, input: unknown): Promise<T> => browser.ask(name, input);

export const saveRecord = async (world: World, save: SaveRequest): Promise<string> =>
  (await ask<{ entry: EntryView }>(world, 'saveRecord', { save })).entry.id;

export const undoSave = (world: World, entryId: string): Promise<null> => ask(world, 'undoSave', { entryId });

export const saveMany = async (world: World, saves: readonly SaveRequest[]): Promise<string> =>
  (await ask<{ batchId: string }>(world, 'saveMany', { saves })).batchId;

export const changeBatch = (world: World, batchId: string, change: string): Promise<null> =>
  ask(world, 'changeBatch', { batchId, change });

export const batchStates = async (world: World, batchId: string): Promise<EntryState[]> =>
  (await ask<{ rows: { state: EntryState }[] }>(world, 'batchRows', { batchId })).rows.map(
    ({ state }) => state,
  );

export const useKey = (world: World, key: string): Promise<unknown> =>
  ask(world, 'saveKey', { key, keep: 'always' });

/** Resolves when all of these are in one of the states, by what the screens are told. */
export async function reach(world: World, entryIds: readonly string[], states: EntryState[]): Promise<void> {
  const bare = await world.browser.bare();
  await bare.evaluate(
    async ({ ids, wanted }) => {
      for (;;) {
        const changed = new Promise<void>((resolve) => {
          chrome.storage.local.onChanged.addListener(({ outbox }) => outbox && resolve());
        });
        const { outbox } = await chrome.storage.local.get('outbox');
        const views = (outbox ?? []) as { id: string; state: EntryState }[];
        const there = views.filter(({ id, state }) => ids.includes(id) && wanted.includes(state));
        if (there.length === ids.length) return;
        await changed;
      }
    },
    { ids: [...entryIds], wanted: states },
  );
}

/** The same for the newest bulk save, by its numbers. */
export async function reachBatch(world: World, wanted: Record<string, number>): Promise<void> {
  const bare = await world.browser.bare();
  await bare.evaluate(async (numbers) => {
    for (;;) {
      const changed = new Promise<void>((resolve) => {
        chrome.storage.local.onChanged.addListener(({ batches }) => batches && resolve());
      });
      const { batches } = await chrome.storage.local.get('batches');
      const newest = ((batches ?? []) as Record<string, unknown>[])[0];
      if (newest && Object.entries(numbers).every(([name, value]) => newest[name] === value)) return;
      await changed;
    }
  }, wanted);
}
