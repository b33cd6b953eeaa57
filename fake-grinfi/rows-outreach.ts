import type { Dated, FlowRow, Owned } from './rows.ts';

/** Rows about who writes to contacts, and what is planned and said; see `rows.ts`. */

export interface SenderRow extends Owned, Dated {
  linkedin_browser_id: number | null;
  linkedin_account_uuid: string | null;
  mailbox_uuid: string | null;
  assignee_user_id: number | null;
  first_name: string;
  last_name: string;
  label: string | null;
  avatar_url: string | null;
  schedule: FlowRow['schedule'];
  smart_limits_enabled: boolean;
  status: 'enabled' | 'disabled';
  hold_tasks_till: string | null;
  last_automation_server_id: number | null;
  notification_emails: string | null;
  user_id: number;
}

export interface TaskRow extends Owned, Dated {
  assigned_to: number;
  user_id: number;
  lead_uuid: string;
  company_uuid: string | null;
  sender_profile_uuid: string;
  mailbox_uuid: string | null;
  flow_uuid: string | null;
  type: string;
  automation: 'manual' | 'auto';
  automation_error_code: string | null;
  status: 'in_progress' | 'closed' | 'canceled' | 'failed' | 'skipped';
  payload: { template?: string | null; rendered_text?: string | null } | null;
  attempts: number;
  error_msg: string | null;
  note: string | null;
  timezone: string | null;
  schedule_at: string;
  executed_at: string | null;
}
