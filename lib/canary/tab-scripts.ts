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

export interface Followed {
  url: string;
  /** By the order of the anchors; `null` where one led nowhere. */
  texts: (string | null)[];
}

/**
 * The names under which a script finds what it was given. They are names of the extension's own world in
 * the tab, which the page cannot see.
 */
export const givenName = '__given';
export const cancelName = '__cancel';

type World = Record<string, unknown>;

/** Takes what was handed over, and leaves nothing of it behind. */
export function takeGiven<T>(): T | undefined {
  const world = globalThis as unknown as World;
  const given = world[givenName] as T | undefined;
  delete world[givenName];
  return given;
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
