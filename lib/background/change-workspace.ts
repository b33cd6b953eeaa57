import type { Handler } from '../messages.ts';
import type { WorkspaceStore } from './workspaces.ts';

/** Shows another workspace in all screens. What waits in the outbox goes on in its own. */
export function createShowWorkspace(workspaces: WorkspaceStore): Handler<'showWorkspace'> {
  return async ({ workspaceId }) => {
    await workspaces.show(workspaceId);
    return null;
  };
}

/** Calls it otherwise, or makes the browser start with it. */
export function createChangeWorkspace(workspaces: WorkspaceStore): Handler<'changeWorkspace'> {
  return async ({ workspaceId, ...change }) => {
    await workspaces.change(workspaceId, change);
    return null;
  };
}

/** A new start of the browser begins with the workspace that the user chose for it. */
export async function showDefaultWorkspace(workspaces: WorkspaceStore): Promise<void> {
  const { defaultId, activeId } = await workspaces.list();
  if (defaultId !== undefined && defaultId !== activeId) await workspaces.show(defaultId);
}
