import type { KeyState } from '../crm.ts';
import { getStored, setStored } from '../stored.ts';
import type { KeyStore } from './key-store.ts';

/** Tells the screens what the server thinks of the key; writes only what changes. */
export async function tellKeyState(state: KeyState): Promise<void> {
  if ((await getStored('keyState')) !== state) await setStored('keyState', state);
}

/** A key that was kept until the browser closed is gone after that, while its state was kept. */
export async function noticeLostKey(keyStore: KeyStore): Promise<void> {
  if ((await keyStore.get()) === undefined) await tellKeyState('none');
}
