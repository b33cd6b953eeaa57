import type { Handler } from '../messages.ts';
import type { Drain } from '../outbox/drain.ts';
import type { Outbox } from '../outbox/outbox.ts';

export interface SaveRecordDeps {
  outbox: Outbox;
  drain: Drain;
  now: () => number;
  workspaceId: () => Promise<string | undefined>;
  workspaceName?: () => Promise<string | undefined>;
  /** The user collects first and sends later. */
  isCollecting?: () => Promise<boolean>;
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
  return async ({ save }) => {
    const isHeld = await deps.isCollecting?.();
    const entry = await deps.outbox.add(save, {
      now: deps.now(),
      workspaceId: await deps.workspaceId(),
      workspaceName: await deps.workspaceName?.(),
      isHeld,
    });
    if (isHeld) return { entryId: entry.id };
    await deps.ensureAlarm();
    void deps.drain.drain();
    return { entryId: entry.id };
  };
}
