import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { LimiterStore } from './limiter.ts';

const stateSchema = v.object({
  tokens: v.number(),
  updatedAt: v.number(),
  pausedUntil: v.number(),
  recent: v.fallback(v.array(v.number()), []),
});

/** In memory until the browser closes, so that it costs no disk write and outlives the worker; one a workspace. */
export function sessionLimiterStore(workspaceId: string | undefined): LimiterStore {
  const storageKey = workspaceId === undefined ? 'requestLimit' : `requestLimit:${workspaceId}`;
  return {
    async load() {
      const found = await browser.storage.session.get(storageKey);
      const state = v.safeParse(stateSchema, found[storageKey]);
      return state.success ? state.output : undefined;
    },
    save: (state) => browser.storage.session.set({ [storageKey]: state }),
  };
}
