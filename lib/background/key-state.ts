import type { KeyState } from '../crm.ts';
import { getStored, setStored } from '../stored.ts';

/** Tells the screens what the server thinks of the key; writes only what changes. */
export async function tellKeyState(state: KeyState): Promise<void> {
  if ((await getStored('keyState')) !== state) await setStored('keyState', state);
}
