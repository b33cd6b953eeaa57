/**
 * What the stand-in keeps, in the server's own names. Each row type holds the fields of the schema of the
 * same name in `openapi.yaml`; a field that the API never shows says so.
 */

export interface Owned {
  uuid: string;
  /** The workspace; a key sees the rows of its own workspace only. */
  team_id: number;
}

/** What notes, stages, custom fields and activities hang on. */
export type ObjectType = 'lead' | 'company';

export interface Dated {
  created_at: string;
  updated_at: string;
}

export interface UserRow extends Dated {
  uuid: string;
  id: number;
  first_name: string;
  last_name: string;
  email: string;
  email_status: string;
  image_url: string | null;
  timezone: string;
  config: Record<string, unknown>;
}

export interface TeamRow extends Dated {
  id: number;
  cluster_id: number;
  subscription_id: number | null;
  license_uuid: string | null;
  name: string;
  color: string | null;
  status: 'active';
  features: Record<string, number | null>;
  credits: Record<string, number | null>;
  config: { is_onboarding_completed: boolean; is_cloud_browser_disabled: boolean };
  user_id: number;
}

export interface LeadRow extends Owned, Dated {
  /** Matched on, never shown: the API has neither a read nor a write field for it. */
  ln_member_id: string | null;
  user_id: number | null;
  sender_profile_uuid: string | null;
  list_uuid: string;
  data_source_uuid: string | null;
  pipeline_stage_uuid: string;
  company_uuid: string | null;
  name: string | null;
  first_name: string | null;
  last_name: string | null;
  company_name: string | null;
  company_ln_id: string | null;
  position: string | null;
  headline: string | null;
  about: string | null;
  avatar_url: string | null;
  ln_id: string | null;
  sn_id: string | null;
  linkedin: string | null;
  facebook: string | null;
  twitter: string | null;
  work_email: string | null;
  personal_email: string | null;
  work_phone_number: string | null;
  personal_phone_number: string | null;
  connections_number: number | null;
  followers_number: number | null;
  primary_language: string | null;
  supported_languages: string[] | null;
  has_open_profile: number | null;
  has_verified_profile: number | null;
  has_premium: number | null;
  experience: { title?: string; company?: string; start_date?: string; end_date?: string }[] | null;
  posts: { content?: string; date?: string }[] | null;
  educations: { school?: string; degree?: string; start_year?: string; end_year?: string }[] | null;
  skills: string[] | null;
  raw_address: string | null;
  location: { address_string?: string }[] | null;
  tags: string[];
  status: string;
  linkedin_status: string;
  email_status: string | null;
  unread_counts: { category: string; count: number }[];
  last_automation_approve_at: string | null;
}

export interface CompanyRow extends Owned, Dated {
  user_id: number | null;
  data_source_uuid: string | null;
  lead_status_uuid: string | null;
  name: string;
  domain: string | null;
  website: string | null;
  ln_id: number | null;
  linkedin: string | null;
  facebook: string | null;
  twitter: string | null;
  phone: string | null;
  hq_raw_address: string | null;
  hq_location: Record<string, unknown>[] | null;
  logo_url: string | null;
  industry: string | null;
  employees_range: string | null;
  year_established: number | null;
  about: string | null;
  lists: string[];
  tags: string[];
  status: string;
  last_enrich_at: string | null;
}

export interface ListRow extends Owned, Dated {
  name: string;
}

export interface TagRow extends Owned, Dated {
  name: string;
  color: string | null;
}

export interface StageRow extends Owned {
  name: string;
  object: ObjectType;
  type: 'custom' | 'new' | 'approaching' | 'engaging' | 'replied';
  category: 'cold' | 'engaging' | 'positive' | 'negative';
  order: number;
}

export interface CustomFieldRow extends Owned {
  user_id: number;
  name: string;
  object: ObjectType;
  order: number;
}

export interface CustomFieldValueRow extends Owned, Dated {
  custom_field_uuid: string;
  object_type: ObjectType;
  object_uuid: string;
  value: string | null;
}

export interface NoteRow extends Owned, Dated {
  user_id: number;
  object: ObjectType;
  object_uuid: string;
  note: string;
}

export interface ActivityRow extends Owned {
  object_type: ObjectType;
  object_uuid: string;
  type: string;
  payload: Record<string, unknown>;
  created_at: string;
}

export interface FlowRow extends Owned, Dated {
  public_uuid: string | null;
  name: string;
  flow_workspace_uuid: string | null;
  flow_version_uuid: string;
  use_sender_schedule: boolean;
  schedule: {
    timezone: string;
    use_lead_timezone: boolean;
    timeblocks: { dow: number; min: number; max: number }[];
  };
  description: string | null;
  priority: number;
  status: 'on' | 'off' | 'draft' | 'archived';
  is_public: boolean;
  user_id: number;
}

/** A contact in an automation. The reference leaves its shape open. */
export interface EnrolmentRow extends Owned, Dated {
  flow_uuid: string;
  lead_uuid: string;
  status: 'in_progress' | 'paused' | 'canceled' | 'finished' | 'failed';
}
