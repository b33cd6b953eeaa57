import { getAccount } from '../grinfi/users.ts';
import type { Handler } from '../messages.ts';
import { idOfAccount } from '../workspaces.ts';
import type { Grinfi } from './grinfi.ts';
import { cleanKey } from './key-store.ts';

/**
 * Keeps a key that Grinfi accepts, and shows its workspace: one more, or the same with another key. A key that
 * is refused, or cannot be checked now, changes nothing.
 */
export function createSaveKey(deps: { grinfi: Grinfi; onSaved?: () => void }): Handler<'saveKey'> {
  const { grinfi, onSaved } = deps;
  return async ({ key: pasted, keep }) => {
    const key = cleanKey(pasted);
    const account = await getAccount(grinfi.clientWithKey(key), key);
    await grinfi.keyStore.set(key, keep, idOfAccount(account));
    await grinfi.workspaces.add(account);
    onSaved?.();
    return { account, state: 'ok' };
  };
}
