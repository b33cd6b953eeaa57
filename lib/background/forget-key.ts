import type { Handler } from '../messages.ts';
import { setStored } from '../stored.ts';
import { tellKeyState } from './key-state.ts';
import type { KeyStore } from './key-store.ts';

/** Drops the key and what came with it. Drafts and saves that wait stay: they are the user's work. */
export function createForgetKey({ keyStore }: { keyStore: KeyStore }): Handler<'forgetKey'> {
  return async () => {
    await keyStore.clear();
    await setStored('account', undefined);
    await setStored('catalog', undefined);
    await tellKeyState('none');
    return null;
  };
}
