import { GrinfiError } from '../grinfi/errors.ts';
import { getAccount } from '../grinfi/users.ts';
import type { Handler } from '../messages.ts';
import { setStored } from '../stored.ts';
import type { Grinfi } from './grinfi.ts';
import { cleanKey } from './key-store.ts';

/** Asks Grinfi whose key it is: a pasted one, which stays unknown to the rest, or the stored one. */
export function createCheckKey({ grinfi }: { grinfi: Grinfi }): Handler<'checkKey'> {
  return async ({ key: pasted }) => {
    if (pasted !== undefined) {
      const key = cleanKey(pasted);
      return { account: await getAccount(grinfi.clientWithKey(key), key) };
    }
    const id = (await grinfi.workspaces.active())?.id;
    const key = await grinfi.keyStore.get(id);
    if (key === undefined) throw new GrinfiError('auth', 'No API key is set.');
    const account = await getAccount(grinfi.interactiveClientFor(id), key);
    // It may have been forgotten or exchanged while the server was thinking.
    if ((await grinfi.keyStore.get(id)) !== key) return { account };
    if (id === undefined) await setStored('account', account);
    else await grinfi.workspaces.set(id, 'account', account);
    return { account };
  };
}
