import { getAccount } from '../grinfi/users.ts';
import type { Handler } from '../messages.ts';
import { getStored, setStored } from '../stored.ts';
import type { Grinfi } from './grinfi.ts';
import { tellKeyState } from './key-state.ts';
import { cleanKey } from './key-store.ts';

/**
 * Keeps a key that Grinfi accepts. One that is refused, or cannot be checked now, changes nothing: the key
 * in use stays.
 */
export function createSaveKey(deps: { grinfi: Grinfi; onSaved?: () => void }): Handler<'saveKey'> {
  const { grinfi, onSaved } = deps;
  return async ({ key: pasted, keep }) => {
    const key = cleanKey(pasted);
    const account = await getAccount(grinfi.clientWithKey(key), key);
    const former = await getStored('account');
    // Lists and tags of another workspace would be offered under ids that mean nothing here.
    const isSameWorkspace = former?.workspaceId !== undefined && former.workspaceId === account.workspaceId;
    if (!isSameWorkspace) await setStored('catalog', undefined);
    await grinfi.keyStore.set(key, keep);
    await setStored('account', account);
    await tellKeyState('ok');
    onSaved?.();
    return { account, state: 'ok' };
  };
}
