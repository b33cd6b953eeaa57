import type { Dated, FlowRow, Owned } from './rows.ts';

/** Rows about the workspace itself: what comes in, what goes out, what is kept out; see `rows.ts`. */

export interface LeadBlacklistRow extends Owned, Dated {
  user_id: number;
  name: string | null;
  company_name: string | null;
  linkedin: string | null;
  ln_id: string | null;
  email: string | null;
}

export interface CompanyBlacklistRow extends Owned, Dated {
  user_id: number;
  name: string | null;
  domain: string | null;
  linkedin: string | null;
  ln_id: string | null;
}

/** The reference leaves its shape open. */
export interface EnrichmentRow extends Owned, Dated {
  lead_uuid: string | null;
  company_uuid: string | null;
  status: 'queued' | 'in_progress' | 'completed' | 'failed';
  error: string | null;
}

export interface DataSourceRow extends Owned, Dated {
  sender_profile_uuid: string | null;
  list_uuid: string;
  payload: Record<string, unknown>;
  tags: string[] | null;
  type: string;
  status: string;
  errors: Record<string, unknown>[];
  user_id: number;
  /** Shown by the metrics alone. */
  counts: Record<string, number>;
}

export interface WebhookRow extends Owned, Dated {
  user_id: number;
  name: string;
  event: string;
  request_method: string;
  target_url: string;
  filters: Record<string, unknown> | null;
  status: 'on' | 'off';
}

/** `uuid` is the number as text, for the table alone; the API shows `id`. */
export interface BrowserRow extends Owned, Dated {
  id: number;
  sender_profile_uuid: string;
  linkedin_account_uuid: string | null;
  name: string;
  proxy_country_code: string | null;
  schedule: FlowRow['schedule'];
  browser_owner: string;
  status: string;
  error_reason: string | null;
  user_id: number;
  last_start_at: string | null;
}

export interface FileImportRow extends Owned {
  type: string;
  payload: Record<string, unknown>;
  status: string;
}

/** The finished record names its file; the reference does not say where that is read. */
export interface FileExportRow extends Owned {
  type: string;
  filter: Record<string, unknown>;
  status: string;
  /** Shown nowhere in the reference. */
  csv: string;
}
