import { randomUUID } from 'node:crypto';
import type { CompanyRow, LeadRow, NoteRow, StageRow } from './rows.ts';
import type { SenderRow, TaskRow } from './rows-outreach.ts';
import type { FakeState, KeyOwner } from './state.ts';

/**
 * Whole rows from a few fields, for the seed, the resources and tests alike. A field that is not given is
 * what the server has for a record it knows nothing more of.
 */
export class Maker {
  readonly #state: FakeState;
  readonly #now: () => number;

  constructor(state: FakeState, now: () => number) {
    this.#state = state;
    this.#now = now;
  }

  /** The server's way to write a time. */
  stamp(ageMs = 0): string {
    return new Date(this.#now() - ageMs).toISOString();
  }

  dates() {
    const stamp = this.stamp();
    return { created_at: stamp, updated_at: stamp };
  }

  list(owner: KeyOwner, name: string, uuid: string = randomUUID()) {
    return this.#state.lists.insert({ uuid, team_id: owner.teamId, name, ...this.dates() });
  }

  tag(owner: KeyOwner, name: string, color: string | null = null, uuid: string = randomUUID()) {
    return this.#state.tags.insert({ uuid, team_id: owner.teamId, name, color, ...this.dates() });
  }

  stage(
    owner: KeyOwner,
    stage: Pick<StageRow, 'name' | 'object' | 'category'> & Partial<StageRow>,
  ): StageRow {
    const team_id = owner.teamId;
    const others = this.#state.stages.of(team_id).filter((one) => one.object === stage.object);
    return this.#state.stages.insert({
      uuid: randomUUID(),
      team_id,
      type: 'custom',
      order: others.length + 1,
      ...stage,
    });
  }

  customField(owner: KeyOwner, object: 'lead' | 'company', name: string, uuid: string = randomUUID()) {
    const { teamId: team_id, userId: user_id } = owner;
    const order = this.#state.customFields.of(team_id).filter((one) => one.object === object).length + 1;
    return this.#state.customFields.insert({ uuid, team_id, user_id, name, object, order });
  }

  /** Needs a list; lands in the contact stage of type `new`. */
  lead(owner: KeyOwner, fields: Partial<LeadRow> & { list_uuid: string }): LeadRow {
    const name = [fields.first_name, fields.last_name].filter(Boolean).join(' ');
    return this.#state.leads.insert({
      ...blankLead,
      uuid: randomUUID(),
      team_id: owner.teamId,
      user_id: owner.userId,
      name: name || null,
      pipeline_stage_uuid: this.#firstStage(owner.teamId),
      tags: [],
      unread_counts: [],
      ...this.dates(),
      ...fields,
    });
  }

  company(owner: KeyOwner, fields: Partial<CompanyRow> & { name: string }): CompanyRow {
    return this.#state.companies.insert({
      ...blankCompany,
      uuid: randomUUID(),
      team_id: owner.teamId,
      user_id: owner.userId,
      lists: [],
      tags: [],
      ...this.dates(),
      ...fields,
    });
  }

  note(owner: KeyOwner, note: Pick<NoteRow, 'object' | 'object_uuid' | 'note'> & Partial<NoteRow>): NoteRow {
    const { teamId: team_id, userId: user_id } = owner;
    return this.#state.notes.insert({ uuid: randomUUID(), team_id, user_id, ...this.dates(), ...note });
  }

  activity(
    owner: KeyOwner,
    on: { object_type: 'lead' | 'company'; object_uuid: string },
    type: string,
    payload: Record<string, unknown> = {},
    ageMs = 0,
  ) {
    const created_at = this.stamp(ageMs);
    const { object_type, object_uuid } = on;
    const row = {
      uuid: randomUUID(),
      team_id: owner.teamId,
      object_type,
      object_uuid,
      type,
      payload,
      created_at,
    };
    return this.#state.activities.insert(row);
  }

  sender(owner: KeyOwner, fields: Partial<SenderRow> = {}): SenderRow {
    const { teamId: team_id, userId: user_id } = owner;
    return this.#state.senders.insert({
      ...blankSender,
      uuid: randomUUID(),
      team_id,
      user_id,
      assignee_user_id: user_id,
      ...this.dates(),
      ...fields,
    });
  }

  /** Manual, under way, due now. */
  task(
    owner: KeyOwner,
    fields: Partial<TaskRow> & Pick<TaskRow, 'lead_uuid' | 'sender_profile_uuid'>,
  ): TaskRow {
    const { teamId: team_id, userId: user_id } = owner;
    return this.#state.tasks.insert({
      ...blankTask,
      uuid: randomUUID(),
      team_id,
      user_id,
      assigned_to: user_id,
      schedule_at: this.stamp(),
      ...this.dates(),
      ...fields,
    });
  }

  #firstStage(teamId: number): string {
    const stages = this.#state.stages.of(teamId).filter((stage) => stage.object === 'lead');
    return (stages.find((stage) => stage.type === 'new') ?? stages[0])?.uuid ?? '';
  }
}

const blankLead = {
  ln_member_id: null,
  sender_profile_uuid: null,
  data_source_uuid: null,
  company_uuid: null,
  name: null,
  first_name: null,
  last_name: null,
  company_name: null,
  company_ln_id: null,
  position: null,
  headline: null,
  about: null,
  avatar_url: null,
  ln_id: null,
  sn_id: null,
  linkedin: null,
  facebook: null,
  twitter: null,
  work_email: null,
  personal_email: null,
  work_phone_number: null,
  personal_phone_number: null,
  connections_number: null,
  followers_number: null,
  primary_language: null,
  supported_languages: null,
  has_open_profile: null,
  has_verified_profile: null,
  has_premium: null,
  experience: null,
  posts: null,
  educations: null,
  skills: null,
  raw_address: null,
  location: null,
  status: 'ok',
  linkedin_status: 'active',
  email_status: null,
  last_automation_approve_at: null,
};

const blankCompany = {
  data_source_uuid: null,
  lead_status_uuid: null,
  domain: null,
  website: null,
  ln_id: null,
  linkedin: null,
  facebook: null,
  twitter: null,
  phone: null,
  hq_raw_address: null,
  hq_location: null,
  logo_url: null,
  industry: null,
  employees_range: null,
  year_established: null,
  about: null,
  status: 'ok',
  last_enrich_at: null,
};

const blankSender = {
  linkedin_browser_id: null,
  linkedin_account_uuid: null,
  mailbox_uuid: null,
  first_name: 'Sandor',
  last_name: 'Example',
  label: null,
  avatar_url: null,
  schedule: {
    timezone: 'Europe/Berlin',
    use_lead_timezone: false,
    timeblocks: [1, 2, 3, 4, 5].map((dow) => ({ dow, min: 540, max: 1080 })),
  },
  smart_limits_enabled: true,
  status: 'enabled' as const,
  hold_tasks_till: null,
  last_automation_server_id: null,
  notification_emails: null,
};

const blankTask = {
  company_uuid: null,
  mailbox_uuid: null,
  flow_uuid: null,
  type: 'linkedin_send_message',
  automation: 'manual' as const,
  automation_error_code: null,
  status: 'in_progress' as const,
  payload: null,
  attempts: 0,
  error_msg: null,
  note: null,
  timezone: 'UTC',
  executed_at: null,
};
