import * as v from 'valibot';
import type { FailureKind } from '../crm.ts';
import type { Enrichment } from '../workspace.ts';
import { id, recordName } from './shapes.ts';

/** What is done with a record that Grinfi has, at once and beside the form. */

/** What tells the record from others on the blacklist. */
const identity = {
  handle: v.optional(id),
  email: v.optional(id),
  domain: v.optional(id),
};
const fieldName = v.pipe(v.string(), v.regex(/^[a-zA-Z]{1,40}$/));
/** `null` empties the field. */
const fieldValue = v.nullable(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(20_000)));

export const recordChangesInputs = {
  /** Whether it is on the blacklist, and what became of its enrichments. */
  getRecordState: v.object({ ...recordName, ...identity }),
  /** Overwrites fields of the record with what the user wrote. */
  editRecord: v.object({ ...recordName, fields: v.record(fieldName, fieldValue) }),
  deleteRecord: v.object(recordName),
  blacklistRecord: v.object({ ...recordName, ...identity }),
  unblacklistRecord: v.object({ ...recordName, entryIds: v.pipe(v.array(id), v.maxLength(100)) }),
  /** Spends credits. */
  enrichRecord: v.object(recordName),
} as const;

/** What could be found out; a part that could not says why. */
export interface RecordState {
  /** Its entries on the blacklist; none: it is not there. */
  blacklistEntryIds?: string[] | undefined;
  /** Of this record among the workspace's latest, newest first. */
  enrichments: Enrichment[];
  /** Enrichments of the whole workspace. */
  enrichedThisMonth?: number | undefined;
  problems: { part: 'blacklist' | 'enrichment'; kind: FailureKind; message: string }[];
}

export interface RecordChangesOutputs {
  getRecordState: RecordState;
  editRecord: null;
  deleteRecord: null;
  blacklistRecord: null;
  unblacklistRecord: null;
  enrichRecord: null;
}
