import * as z from 'zod/mini';
import type { FailureKind } from '../crm.ts';
import type { Enrichment } from '../workspace.ts';
import { id, recordName } from './shapes.ts';

/** What is done with a record that Grinfi has, at once and beside the form. */

/** What tells the record from others on the blacklist. */
const identity = {
  handle: z.optional(id),
  email: z.optional(id),
  domain: z.optional(id),
};
const fieldName = z.string().check(z.regex(/^[a-zA-Z]{1,40}$/));
/** `null` empties the field. */
const fieldValue = z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(20_000)));

export const recordChangesInputs = {
  /** Whether it is on the blacklist, and what became of its enrichments. */
  getRecordState: z.object({ ...recordName, ...identity }),
  /** Overwrites fields of the record with what the user wrote. */
  editRecord: z.object({ ...recordName, fields: z.record(fieldName, fieldValue) }),
  deleteRecord: z.object(recordName),
  blacklistRecord: z.object({ ...recordName, ...identity }),
  unblacklistRecord: z.object({ ...recordName, entryIds: z.array(id).check(z.maxLength(100)) }),
  /** Spends credits. */
  enrichRecord: z.object(recordName),
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
