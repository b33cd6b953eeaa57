import type { Catalog } from '../../crm.ts';
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
import { nameOfWorkspace, type WorkspaceStore } from '../workspaces.ts';

interface Deps {
  outbox: Outbox;
  batches: Batches;
  drain: Drain;
  now: () => number;
  workspaces: WorkspaceStore;
  catalog: () => Promise<Catalog | undefined>;
  presets: () => Promise<Presets>;
  isCollecting: () => Promise<boolean>;
  ensureAlarm: () => Promise<void>;
}

/** The outbox: what goes in, what waits there, what was sent. */
export function createSaving(deps: Deps): HandlersOf<typeof savingInputs> {
  const { workspaces } = deps;
  const meant = async (id?: string) => (id === undefined ? workspaces.active() : workspaces.find(id));
  const onEntry = {
    ...deps,
    workspaceId: async (id?: string) => (await meant(id))?.id,
    workspaceName: async (id?: string) => nameOfWorkspace(await meant(id)),
    workspace: () => workspaces.active(),
  };
  return {
    saveRecord: createSaveRecord(onEntry),
    saveMany: createSaveMany(onEntry),
    changeBatch: createChangeBatch(onEntry),
    batchRows: createBatchRows(deps),
    undoSave: createUndoSave(onEntry),
    retryEntry: createRetryEntry({ ...onEntry, releaseGiven: () => releaseGiven(onEntry) }),
    discardEntry: createDiscardEntry(deps),
    listHistory: createListHistory(deps),
    clearHistory: createClearHistory(deps),
    listHeld: createListHeld(deps),
    sendHeld: createSendHeld(onEntry),
    exportHeld: createExportHeld(deps),
    importHeld: createImportHeld(onEntry),
  };
}
