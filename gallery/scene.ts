import type { ComponentChildren } from 'preact';
import type { Density } from '../lib/density.ts';

/** One screen or component in one state, as the gallery and its test show it. */
export interface Scene {
  /** What is shown, in the words of whoever looks for it: `Panel`, `Outbox` */
  group: string;
  /** The state it is in. */
  state: string;
  /** Page styles that it stands in: those of the popup and panel, or of the settings. */
  page: 'panel' | 'options';
  show: () => ComponentChildren;
  /** Before it is shown: what is stored. */
  prepare?: () => Promise<void>;
  /** What the user has done by then; `drawn` waits until that is shown. */
  act?: (root: HTMLElement, drawn: () => Promise<unknown>) => void | Promise<void>;
  /** It stands on a page whose heading is elsewhere. */
  isPart?: true;
  /** Comfortable where nothing is said. */
  density?: Density;
  /** The least width that it is made for; 320 px where nothing is said. */
  minWidth?: number;
}

/** Names a scene in an address. */
export const sceneName = ({ group, state }: Pick<Scene, 'group' | 'state'>) => `${group} / ${state}`;

const files = import.meta.glob<{ scenes: readonly Scene[] }>('../components/**/*.scenes.tsx', {
  eager: true,
});

/** Every scene there is: those in the `*.scenes.tsx` files beside the components. */
export const scenes: readonly Scene[] = Object.values(files).flatMap((file) => file.scenes);
