import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import type { LimiterStore } from './limiter.ts';

const stateSchema = z.object({
  tokens: z.number(),
  updatedAt: z.number(),
  pausedUntil: z.number(),
  recent: z.catch(z.array(z.number()), []),
});

/** In memory until the browser closes, so that it costs no disk write and outlives the worker; one a workspace. */
export function sessionLimiterStore(workspaceId: string | undefined): LimiterStore {
  const storageKey = workspaceId === undefined ? 'requestLimit' : `requestLimit:${workspaceId}`;
  return {
    async load() {
      const found = await browser.storage.session.get(storageKey);
      const state = stateSchema.safeParse(found[storageKey]);
      return state.success ? state.data : undefined;
    },
    save: (state) => browser.storage.session.set({ [storageKey]: state }),
  };
}
