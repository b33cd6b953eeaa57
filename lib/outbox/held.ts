import { requestRetry } from './advance.ts';
import type { Entry } from './entry.ts';

/**
 * Saves that are collected first and sent when the user says so. They lie on a shelf of their own, which the
 * drain does not look at, so they keep for as long as it takes: without a key, and through restarts.
 */

/** What a collected save takes on when it is sent at last. */
export interface ReleaseGiven {
  /** For people that were collected without a list: there was no key yet, so no list could be chosen. */
  listId?: string | undefined;
  workspaceId?: string | undefined;
  workspaceName?: string | undefined;
}

/** Lets it go into the queue; `undefined` where Grinfi would ask for a list that nobody has chosen. */
export function release(
  entry: Entry,
  { listId, workspaceId, workspaceName }: ReleaseGiven,
): Entry | undefined {
  const { save } = entry;
  const isListMissing = save.kind === 'person' && !save.list && save.recordId === undefined;
  if (isListMissing && listId === undefined) return undefined;
  const isForHere = entry.workspaceId === undefined;
  return requestRetry({
    ...entry,
    ...(isListMissing && listId !== undefined && { save: { ...save, list: { id: listId } } }),
    ...(isForHere && workspaceId && { workspaceId }),
    ...(isForHere && workspaceName && { workspaceName }),
  });
}
