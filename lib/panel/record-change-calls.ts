import type { CrmRecord } from '../crm.ts';
import type { RecordState } from '../messages/record-changes.ts';
import type { Page } from '../outreach.ts';
import type { Send } from '../send.ts';
import type { Enrichment } from '../workspace.ts';
import type { PartAsked } from './use-record-part.ts';

/** The items are the record's enrichments, newest first. */
export type RecordStatePage = Page<Enrichment> & Omit<RecordState, 'enrichments'>;
/** Our field name → what it should hold; `null` empties it. */
export type FieldEdits = Record<string, string | null>;

/** What is done at once with a record that Grinfi has. All reject with a `Failure`. */
export interface RecordChangeCalls {
  getState(record: CrmRecord, asked?: PartAsked): Promise<RecordStatePage>;
  edit(record: CrmRecord, fields: FieldEdits): Promise<void>;
  remove(record: CrmRecord): Promise<void>;
  blacklist(record: CrmRecord): Promise<void>;
  unblacklist(record: CrmRecord, entryIds: string[]): Promise<void>;
  enrich(record: CrmRecord): Promise<void>;
}

export function createRecordChangeCalls(send: Send): RecordChangeCalls {
  return {
    async getState(record, asked) {
      const { enrichments, ...state } = await send('getRecordState', identityOf(record), asked);
      return { items: enrichments, ...state };
    },
    edit: async (record, fields) => void (await send('editRecord', { ...nameOf(record), fields })),
    remove: async (record) => void (await send('deleteRecord', nameOf(record))),
    blacklist: async (record) => void (await send('blacklistRecord', identityOf(record))),
    unblacklist: async (record, entryIds) =>
      void (await send('unblacklistRecord', { ...nameOf(record), entryIds })),
    enrich: async (record) => void (await send('enrichRecord', nameOf(record))),
  };
}

const nameOf = ({ object, id }: CrmRecord) => ({ object, recordId: id });

function identityOf(record: CrmRecord) {
  const { handle } = record.fields;
  return record.object === 'contact'
    ? { ...nameOf(record), handle, email: record.fields.email }
    : { ...nameOf(record), handle, domain: record.fields.domain };
}
