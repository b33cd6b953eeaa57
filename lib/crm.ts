/**
 * What Grinfi holds, in this project's words. The server's names (`list_uuid`, `lead_status_uuid`) stop in
 * `lib/grinfi/`. Times are ISO 8601 strings as the server gives them.
 */

export interface CrmList {
  id: string;
  name: string;
}

export interface Tag {
  id: string;
  name: string;
  /** `#rrggbb` */
  color?: string | undefined;
}

export interface PipelineStage {
  id: string;
  name: string;
  /** cold, engaging, positive, negative; the server may add more. */
  category?: string | undefined;
}

export interface CustomField {
  id: string;
  name: string;
  object: RecordObject;
}

export type RecordObject = 'contact' | 'company';

/** Everything the form offers to choose from. Kept in `storage.local`, refreshed behind. */
export interface Catalog {
  lists: CrmList[];
  tags: Tag[];
  contactStages: PipelineStage[];
  companyStages: PipelineStage[];
  customFields: CustomField[];
  /** ms since 1970 */
  fetchedAt: number;
}

/** A contact as the CRM has it. `fields` uses our field names and holds only what is filled. */
export interface Contact {
  id: string;
  object: 'contact';
  fields: Partial<
    Record<
      | 'handle'
      | 'lnId'
      | 'snId'
      | 'fullName'
      | 'firstName'
      | 'lastName'
      | 'headline'
      | 'position'
      | 'companyName'
      | 'location'
      | 'about'
      | 'email'
      | 'photoUrl',
      string
    >
  >;
  listId?: string | undefined;
  stageId?: string | undefined;
  tagIds: string[];
  companyId?: string | undefined;
  /** Messages and e-mails from them that nobody has read; absent where the server does not say. */
  unread?: number | undefined;
  /** The user whose contact it is; compare with `Account.userId`. */
  ownerId?: string | undefined;
  createdAt?: string | undefined;
  updatedAt?: string | undefined;
}

export interface Company {
  id: string;
  object: 'company';
  fields: Partial<
    Record<
      | 'name'
      | 'handle'
      | 'companyId'
      | 'website'
      | 'domain'
      | 'industry'
      | 'employeesRange'
      | 'headquarters'
      | 'about'
      | 'phone'
      | 'founded'
      | 'logoUrl',
      string
    >
  >;
  listIds: string[];
  stageId?: string | undefined;
  tagIds: string[];
  ownerId?: string | undefined;
  createdAt?: string | undefined;
  updatedAt?: string | undefined;
}

export type CrmRecord = Contact | Company;

/** A record read again after it was written. */
export interface ReadBack {
  record: CrmRecord;
  /**
   * What the answer speaks of, be it only to say that it is empty: fields by our names, and `tags`, `stage`, `list`.
   * Of the rest nothing is known.
   */
  told: string[];
}

/** One line of a record's history; `type` is the server's (`linkedin_message_replied`, …) and open-ended. */
export interface Activity {
  type: string;
  at: string;
  /** Absent where the server gives none. */
  id?: string | undefined;
}

export interface Note {
  id: string;
  object?: RecordObject | undefined;
  recordId?: string | undefined;
  text: string;
  createdAt?: string | undefined;
}

/** Whose key is in use. Holds no part of the key. */
export interface Account {
  userId: string;
  userName: string;
  email?: string | undefined;
  workspaceId?: string | undefined;
  workspaceName?: string | undefined;
}

/** `none`: no key yet. `refused`: the server turned the stored key down (401/403). */
export type KeyState = 'none' | 'ok' | 'refused';

/** The three states of a lookup. A failed one is never "new". */
export type LookUp =
  | { state: 'new' }
  | { state: 'known'; record: CrmRecord; lastActivity?: Activity | undefined }
  | { state: 'unchecked'; kind: FailureKind; message: string };

/** The same for one row of a list, where only the state is shown. */
export type RowLookUp =
  | { state: 'new' }
  | { state: 'known'; recordId: string }
  | { state: 'unchecked'; kind: FailureKind; message: string };

/**
 * Why something failed; each kind has one sentence for the user in `lib/error-text.ts`.
 * `auth` key missing or refused · `offline` no answer · `timeout` · `busy` 429 · `server` 5xx ·
 * `payment` 402 · `rejected` 4xx with the server's words · `malformed` an answer that is not the API's ·
 * `storage` the browser could not store · `page` the page could not be read · `internal` a fault of ours
 */
export type FailureKind =
  | 'auth'
  | 'offline'
  | 'timeout'
  | 'busy'
  | 'server'
  | 'payment'
  | 'rejected'
  | 'malformed'
  | 'storage'
  | 'page'
  | 'internal';
