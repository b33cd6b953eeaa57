import type { recordChangesInputs } from '../../messages/record-changes.ts';
import type { HandlersOf } from '../../messages.ts';
import type { Grinfi } from '../grinfi.ts';
import {
  createBlacklistRecord,
  createDeleteRecord,
  createEditRecord,
  createEnrichRecord,
  createGetRecordState,
  createUnblacklistRecord,
} from '../record-changes.ts';

/** What is done at once with a record that Grinfi has. */
export function createRecordChanges(deps: { grinfi: Grinfi }): HandlersOf<typeof recordChangesInputs> {
  return {
    getRecordState: createGetRecordState(deps),
    editRecord: createEditRecord(deps),
    deleteRecord: createDeleteRecord(deps),
    blacklistRecord: createBlacklistRecord(deps),
    unblacklistRecord: createUnblacklistRecord(deps),
    enrichRecord: createEnrichRecord(deps),
  };
}
