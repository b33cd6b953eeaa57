import type { Account, Catalog } from '../../crm.ts';
import type { savingInputs } from '../../messages/saving.ts';
import type { HandlersOf } from '../../messages.ts';
import type { Batches } from '../../outbox/batches.ts';
import type { Drain } from '../../outbox/drain.ts';
import type { Outbox } from '../../outbox/outbox.ts';
import type { Presets } from '../../presets.ts';
import { createDiscardEntry, createRetryEntry, createUndoSave } from '../change-entry.ts';
import {
  createExportHeld,
  createImportHeld,
  createListHeld,
  createSendHeld,
  releaseGiven,
} from '../collected.ts';
import { createBatchRows, createChangeBatch, createSaveMany } from '../save-many.ts';
import { createSaveRecord } from '../save-record.ts';
import { createClearHistory, createListHistory } from '../sent-history.ts';

interface Deps {
  outbox: Outbox;
  batches: Batches;
  drain: Drain;
  now: () => number;
  account: () => Promise<Account | undefined>;
  catalog: () => Promise<Catalog | undefined>;
  presets: () => Promise<Presets>;
  isCollecting: () => Promise<boolean>;
  ensureAlarm: () => Promise<void>;
}

/** The outbox: what goes in, what waits there, what was sent. */
export function createSaving(deps: Deps): HandlersOf<typeof savingInputs> {
  const { account } = deps;
  const onEntry = {
    ...deps,
    workspaceId: async () => (await account())?.workspaceId,
    workspaceName: async () => (await account())?.workspaceName,
  };
  return {
    saveRecord: createSaveRecord(onEntry),
    saveMany: createSaveMany(onEntry),
    changeBatch: createChangeBatch(onEntry),
    batchRows: createBatchRows(deps),
    undoSave: createUndoSave(onEntry),
    retryEntry: createRetryEntry({ ...onEntry, releaseGiven: () => releaseGiven(deps) }),
    discardEntry: createDiscardEntry(deps),
    listHistory: createListHistory(deps),
    clearHistory: createClearHistory(deps),
    listHeld: createListHeld(deps),
    sendHeld: createSendHeld(deps),
    exportHeld: createExportHeld(deps),
    importHeld: createImportHeld(deps),
  };
}
