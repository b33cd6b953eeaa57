import type { RecordObject } from './crm.ts';

/**
 * The workspace itself, in this project's words: what comes in, what goes out, what is kept out. Times are
 * ISO 8601 strings as the server gives them; words such as `status` are open-ended.
 */

/** Whom Grinfi never takes in or writes to. */
export interface BlacklistEntry {
  id: string;
  object: RecordObject;
  name?: string | undefined;
  /** Of a contact. */
  companyName?: string | undefined;
  handle?: string | undefined;
  email?: string | undefined;
  domain?: string | undefined;
  createdAt?: string | undefined;
}

/** A record whose facts are being looked up, at the cost of credits. */
export interface Enrichment {
  object?: RecordObject | undefined;
  recordId?: string | undefined;
  /** queued, in_progress, completed, failed, … */
  status: string;
  error?: string | undefined;
  at?: string | undefined;
}

/** Whether its end is still to come. */
export function isEnriching({ status }: Pick<Enrichment, 'status'>): boolean {
  return ['new', 'queued', 'pending', 'in_progress', 'processing'].includes(status);
}

/** How many records a list, tag, stage or field is on; absent where the server does not say. */
export interface RecordCounts {
  contacts?: number | undefined;
  companies?: number | undefined;
}

/** An import from LinkedIn or a file. */
export interface DataSource {
  id: string;
  /** csv_leads, sn_leads_search, ln_my_network, … */
  type: string;
  /** not_started, in_progress, on_hold, completed, failed, … */
  status: string;
  listId?: string | undefined;
  senderProfileId?: string | undefined;
  /** In the server's words. */
  errors: string[];
  createdAt?: string | undefined;
}

export interface ImportProgress {
  queued?: number | undefined;
  saved?: number | undefined;
  duplicates?: number | undefined;
  blacklisted?: number | undefined;
  failed?: number | undefined;
}

/** An address that Grinfi calls when something happens. */
export interface Webhook {
  id: string;
  name: string;
  /** contact_replied_linkedin_message, … */
  event: string;
  method: string;
  url: string;
  isOn: boolean;
}

/** A browser in the cloud in which a sender profile is logged in to LinkedIn. */
export interface LinkedInBrowser {
  id: string;
  name?: string | undefined;
  senderProfileId?: string | undefined;
  /** running, stopped, idle, login_issue, … */
  status?: string | undefined;
  error?: string | undefined;
  /** Somebody has logged in to LinkedIn there. */
  isLoggedIn: boolean;
  country?: string | undefined;
  lastStartAt?: string | undefined;
}

/** A file that was handed over, or is being made. */
export interface FileJob {
  id: string;
  /** queued, in_progress, completed, failed, … */
  status: string;
  /** Of an export that is finished, where the server says it. */
  fileName?: string | undefined;
}
