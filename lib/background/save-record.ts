import { crmUrlOf } from '../grinfi/links.ts';
import type { Handler } from '../messages.ts';
import type { Drain } from '../outbox/drain.ts';
import { viewOf } from '../outbox/entry.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { forgetLookUpsElsewhere } from './look-up-elsewhere.ts';
import type { WorkspaceStore } from './workspaces.ts';

export interface SaveRecordDeps {
  outbox: Outbox;
  drain: Drain;
  now: () => number;
  /** The workspace that is shown, or the one of this id. */
  workspaceId: (id?: string) => Promise<string | undefined>;
  workspaceName: (id?: string) => Promise<string | undefined>;
  workspaces: Pick<WorkspaceStore, 'list'>;
  /** The user collects first and sends later. */
  isCollecting: () => Promise<boolean>;
  /** Makes sure that the worker comes back to the outbox, whatever becomes of it now. */
  ensureAlarm: () => Promise<void>;
}

/**
 * Takes a save from a screen and puts it into the outbox.
 *
 * Does not wait for the CRM: the browser may stop the worker at any `await`, and a stored entry survives that
 * where an open request does not.
 */
export function createSaveRecord(deps: SaveRecordDeps): Handler<'saveRecord'> {
  return async ({ save, workspaceId, waitMs, insteadOf }) => {
    const [isHeld, ofWorkspace, workspaceName] = await Promise.all([
      deps.isCollecting(),
      workspaceId ?? deps.workspaceId(),
      deps.workspaceName(workspaceId),
    ]);
    const alarm = isHeld ? undefined : deps.ensureAlarm();
    // It chooses what to send as soon as this is stored, and not when the worker has heard that it is.
    const send = () => void deps.drain.drain();
    const [entry] = await Promise.all([
      deps.outbox.add(save, {
        now: deps.now(),
        workspaceId: ofWorkspace,
        workspaceName,
        isHeld,
        waitMs,
        insteadOf,
        onBegun: () => alarm?.then(send, () => undefined),
      }),
      alarm,
    ]);
    // Only a memory, and no reason to keep the answer back.
    if (!isHeld) forgetLookUpsElsewhere([save.pageKey], deps.workspaces.list).catch(() => undefined);
    return { entry: viewOf(entry, crmUrlOf) };
  };
}
