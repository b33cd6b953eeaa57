import type { Handler } from '../messages.ts';
import type { Grinfi } from './grinfi.ts';

/**
 * Drops a workspace: its key and what came with it. Drafts and saves that wait stay: they are the user's work,
 * and go on when the key is back.
 */
export function createForgetKey({
  keyStore,
  workspaces,
}: Pick<Grinfi, 'keyStore' | 'workspaces'>): Handler<'forgetKey'> {
  return async ({ workspaceId }) => {
    const id = workspaceId ?? (await workspaces.active())?.id;
    if (id === undefined) await keyStore.clear();
    else await keyStore.remove(id);
    await workspaces.remove(id ?? '');
    return null;
  };
}
