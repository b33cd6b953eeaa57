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

export interface MessageRow extends Owned, Dated {
  sender_profile_uuid: string;
  linkedin_account_uuid: string;
  linkedin_conversation_uuid: string;
  lead_uuid: string;
  template_uuid: string | null;
  subject: string | null;
  text: string;
  attachments: { uuid: string }[] | null;
  type: 'inbox' | 'outbox';
  automation: 'auto' | 'manual' | 'synced';
  linkedin_type: 'connection_note' | 'message' | 'InMail';
  status: 'new' | 'in_progress' | 'done' | 'failed';
  fail_reason: string | null;
  read_at: string | null;
  sent_at: string | null;
  user_id: number;
}

export interface ConversationRow extends Owned, Dated {
  lead_uuid: string;
  linkedin_account_uuid: string;
  linkedin_messenger_type: string;
  last_activity_at: string | null;
}

export interface AttachmentRow extends Owned, Dated {
  user_id: number;
  payload: { name: string; path: string; size: string; type: string };
  body: string | null;
}

export interface EmailRow extends Owned, Dated {
  user_id: number;
  sender_profile_uuid: string;
  mailbox_uuid: string;
  email_body_uuid: string;
  flow_uuid: string | null;
  lead_uuid: string;
  status: string;
  type: 'inbox' | 'outbox';
  from_name: string;
  from_email: string;
  to_name: string;
  to_email: string;
  cc: string[];
  bcc: string[];
  subject: string;
  replied_to_uuid: string | null;
  bounced_by_uuid: string | null;
  sent_at: string | null;
}

export interface EmailBodyRow extends Owned, Dated {
  body: string;
  attachments: { uuid: string }[];
  subject: string;
}

export interface MailboxRow extends Owned, Dated {
  user_id: number;
  sender_profile_uuid: string;
  email: string;
  sender_name: string;
  provider: string;
  status: string;
  automation_daily_limit: number;
  automation_task_interval: number;
  custom_tracking_domain_uuid: string | null;
}

export interface MailboxErrorRow extends Owned {
  mailbox_uuid: string;
  error_type: string;
  message: string;
  created_at: string;
}

export interface TemplateRow extends Owned, Dated {
  template_category_uuid: string | null;
  name: string;
  subject: string | null;
  body: string | null;
  type: 'message' | 'connection_note' | 'email' | 'post_comment';
  llm_uuid: string | null;
  prompt: string | null;
  enable_validation: boolean;
  enable_fallback: boolean;
}
