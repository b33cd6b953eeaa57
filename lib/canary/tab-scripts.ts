import type { Anchor } from './anchor.ts';

/** What the worker hands to the scripts that it injects into a tab, and what they give back. */

/** Texts that the picker shows, in the user's language. */
export interface PickTexts {
  instruction: string;
  keys: string;
  /** Where there is no text that could be the field. */
  nothing: string;
  direction: 'ltr' | 'rtl';
}

/** The most that an anchor may hold; the worker takes no more. */
export const maxWays = 8;
export const maxSteps = 24;

export interface Picked {
  text: string;
  anchor: Anchor;
  /** Address of the page when it was pointed at. */
  url: string;
}

/** Field → where it stands. */
export type Anchors = Record<string, Anchor>;

export interface Followed {
  url: string;
  /** Field → what stands there; `null` where its anchor led nowhere. */
  texts: Record<string, string | null>;
}

/** A script that takes something finds it under its own file name. */
export type TabScript = '/picker.js' | '/anchor-reader.js' | '/redactor.js';

/**
 * A name of the extension's own world in the tab, which the page cannot see, as are those of what scripts are
 * given.
 */
export const cancelName = '__cancel';

type World = Record<string, unknown>;

/**
 * What was handed over. It stays until the page goes: where the script is injected twice at once, both may be given
 * theirs before the first of them runs, so the second one's is what both find.
 */
export function givenTo<T>(script: TabScript): T | undefined {
  return (globalThis as unknown as World)[script] as T | undefined;
}

/** Lets the worker cancel what a script waits for; an earlier one still waiting is cancelled now. */
export function offerCancel(cancel: () => void): () => void {
  const world = globalThis as unknown as World;
  const earlier = world[cancelName];
  if (typeof earlier === 'function') earlier();
  world[cancelName] = cancel;
  return () => {
    if (world[cancelName] === cancel) delete world[cancelName];
  };
}
