import * as z from 'zod/mini';
import type { Activity, Catalog, Contact, LookUp, RowLookUp } from '../crm.ts';
import { recordSchema } from '../records.ts';
import { id, nothing } from './shapes.ts';

/** What Grinfi has already. */

export const lookingUpInputs = {
  /** Is this record in Grinfi already? */
  lookUp: z.object({ record: recordSchema }),
  /** One person of a list: in Grinfi already? Answered from memory for some minutes. */
  lookUpPerson: z.object({
    pageKey: z.string().check(z.minLength(1), z.maxLength(20_000)),
    identity: z.object({ handle: z.optional(id), lnId: z.optional(id), snId: z.optional(id) }),
  }),
  /** The same record in the workspaces that are not shown. Answered from memory for some minutes. */
  lookUpElsewhere: z.object({ record: recordSchema }),
  /** The contacts in Grinfi that belong to a company. */
  findCompanyPeople: z.object({ companyId: z.string().check(z.minLength(1), z.maxLength(100)) }),
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
