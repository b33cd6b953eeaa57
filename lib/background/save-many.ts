import { crmUrlOf } from '../grinfi/links.ts';
import type { Handler } from '../messages.ts';
import type { Batches } from '../outbox/batches.ts';
import { forgetLookUps } from './look-up-person.ts';
import type { SaveRecordDeps } from './save-record.ts';
import { storeAndSend } from './store-and-send.ts';

type Deps = SaveRecordDeps & { batches: Batches };

/** Takes the ticked people of a list and puts them all, or none, into the outbox. */
export function createSaveMany(deps: Deps): Handler<'saveMany'> {
  return async ({ saves, workspaceId: given }) => {
    const workspaceId = given ?? (await deps.workspaceId());
    await forgetLookUps(saves.map(({ pageKey }) => pageKey));
    if (await deps.isCollecting()) {
      const given = {
        now: deps.now(),
        workspaceId,
        workspaceName: await deps.workspaceName(workspaceId),
        isHeld: true,
      };
      for (const save of saves) await deps.outbox.add(save, given);
      return { batchId: null, added: saves.length };
    }
    return storeAndSend(deps, () => deps.batches.add(saves, { now: deps.now(), workspaceId }));
  };
}

/** Pauses, resumes, cancels, retries or undoes a bulk save; each holds over restarts. */
export function createChangeBatch(deps: Deps): Handler<'changeBatch'> {
  return async ({ batchId, change }) => {
    await storeAndSend(deps, () => deps.batches.change(batchId, change, deps.now()));
    return null;
  };
}

export function createBatchRows({ batches }: Pick<Deps, 'batches'>): Handler<'batchRows'> {
  return async ({ batchId }) => ({ rows: await batches.rows(batchId, crmUrlOf) });
}
