import * as v from 'valibot';
import type { Activity, Catalog, Contact, LookUp, RowLookUp } from '../crm.ts';
import { recordSchema } from '../records.ts';
import { id, nothing } from './shapes.ts';

/** What Grinfi has already. */

export const lookingUpInputs = {
  /** Is this record in Grinfi already? */
  lookUp: v.object({ record: recordSchema }),
  /** One person of a list: in Grinfi already? Answered from memory for some minutes. */
  lookUpPerson: v.object({
    pageKey: v.pipe(v.string(), v.minLength(1), v.maxLength(20_000)),
    identity: v.object({ handle: v.optional(id), lnId: v.optional(id), snId: v.optional(id) }),
  }),
  /** The same record in the workspaces that are not shown. Answered from memory for some minutes. */
  lookUpElsewhere: v.object({ record: recordSchema }),
  /** The contacts in Grinfi that belong to a company. */
  findCompanyPeople: v.object({ companyId: v.pipe(v.string(), v.minLength(1), v.maxLength(100)) }),
  /** Fetches lists, tags, stages and custom fields anew; the result also lands in the stored catalog. */
  refreshCatalog: nothing,
} as const;

export interface LookingUpOutputs {
  lookUp: LookUp;
  lookUpPerson: RowLookUp;
  lookUpElsewhere: { workspaces: { workspaceId: string; name: string; lookUp: RowLookUp }[] };
  findCompanyPeople: { people: { contact: Contact; lastActivity?: Activity | undefined }[] };
  refreshCatalog: Catalog;
}
