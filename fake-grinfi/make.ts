import { createHash } from 'node:crypto';
import {
  blankCompany,
  blankEmail,
  blankLead,
  blankMailbox,
  blankMessage,
  blankSender,
  blankTask,
  blankTemplate,
} from './blank-rows.ts';
import type { CompanyRow, FlowRow, LeadRow, NoteRow, StageRow } from './rows.ts';
import type {
  AttachmentRow,
  EmailBodyRow,
  EmailRow,
  MailboxRow,
  MessageRow,
  SenderRow,
  TaskRow,
  TemplateRow,
} from './rows-outreach.ts';
import type { FakeState, KeyOwner } from './state.ts';

/**
 * Whole rows from a few fields, for the seed, the resources and tests alike. A field that is not given is
 * what the server has for a record it knows nothing more of.
 */
export class Maker {
  readonly #state: FakeState;
  readonly #now: () => number;
  #made = 0;

  constructor(state: FakeState, now: () => number) {
    this.#state = state;
    this.#now = now;
  }

  /** The same in each server, one after another: two servers with the same seed hold the same. */
  newId(): string {
    this.#made += 1;
    const hex = createHash('sha256').update(String(this.#made)).digest('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  }

  /** The server's way to write a time. */
  stamp(ageMs = 0): string {
    return new Date(this.#now() - ageMs).toISOString();
  }

  dates() {
    const stamp = this.stamp();
    return { created_at: stamp, updated_at: stamp };
  }

  list(owner: KeyOwner, name: string, uuid: string = this.newId()) {
    return this.#state.lists.insert({ uuid, team_id: owner.teamId, name, ...this.dates() });
  }

  tag(owner: KeyOwner, name: string, color: string | null = null, uuid: string = this.newId()) {
    return this.#state.tags.insert({ uuid, team_id: owner.teamId, name, color, ...this.dates() });
  }

  stage(
    owner: KeyOwner,
    stage: Pick<StageRow, 'name' | 'object' | 'category'> & Partial<StageRow>,
  ): StageRow {
    const team_id = owner.teamId;
    const others = this.#state.stages.of(team_id).filter((one) => one.object === stage.object);
    return this.#state.stages.insert({
      uuid: this.newId(),
      team_id,
      type: 'custom',
      order: others.length + 1,
      ...stage,
    });
  }

  customField(owner: KeyOwner, object: 'lead' | 'company', name: string, uuid: string = this.newId()) {
    const { teamId: team_id, userId: user_id } = owner;
    const order = this.#state.customFields.of(team_id).filter((one) => one.object === object).length + 1;
    return this.#state.customFields.insert({ uuid, team_id, user_id, name, object, order });
  }

  /** Needs a list; lands in the contact stage of type `new`. */
  lead(owner: KeyOwner, fields: Partial<LeadRow> & { list_uuid: string }): LeadRow {
    const name = [fields.first_name, fields.last_name].filter(Boolean).join(' ');
    return this.#state.leads.insert({
      ...blankLead,
      uuid: this.newId(),
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
      uuid: this.newId(),
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
    return this.#state.notes.insert({ uuid: this.newId(), team_id, user_id, ...this.dates(), ...note });
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
      uuid: this.newId(),
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
      uuid: this.newId(),
      team_id,
      user_id,
      assignee_user_id: user_id,
      ...this.dates(),
      ...fields,
    });
  }

  /** An automation on workdays from 9 to 18, switched on. */
  flow(owner: KeyOwner, fields: Partial<FlowRow> & Pick<FlowRow, 'name'>): FlowRow {
    const workday = (dow: number) => ({ dow, min: 540, max: 1080 });
    return this.#state.flows.insert({
      uuid: this.newId(),
      public_uuid: null,
      team_id: owner.teamId,
      flow_workspace_uuid: null,
      flow_version_uuid: this.newId(),
      use_sender_schedule: false,
      schedule: {
        timezone: 'Europe/Berlin',
        use_lead_timezone: false,
        timeblocks: [1, 2, 3, 4, 5].map(workday),
      },
      description: null,
      priority: 2,
      status: 'on',
      is_public: true,
      user_id: owner.userId,
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
      uuid: this.newId(),
      team_id,
      user_id,
      assigned_to: user_id,
      schedule_at: this.stamp(),
      ...this.dates(),
      ...fields,
    });
  }

  /** To be sent, unless said otherwise. One from the contact counts as unread. */
  message(
    owner: KeyOwner,
    fields: Partial<MessageRow> & Pick<MessageRow, 'lead_uuid' | 'sender_profile_uuid' | 'text'>,
  ): MessageRow {
    const row = this.#state.messages.insert({ ...blankMessage, ...this.common(owner), ...fields });
    const lead = this.#state.leads.get(owner.teamId, row.lead_uuid);
    if (lead && row.type === 'inbox' && row.read_at === null) {
      const before = lead.unread_counts.find(({ category }) => category === 'linkedin')?.count ?? 0;
      const others = lead.unread_counts.filter(({ category }) => category !== 'linkedin');
      const unread_counts = [...others, { category: 'linkedin', count: before + 1 }];
      this.#state.leads.update(lead, { unread_counts });
    }
    return row;
  }

  attachment(owner: KeyOwner, file: { name: string; size: string; type: string }): AttachmentRow {
    const payload = { ...file, path: `attachments/${owner.teamId}/${file.name}` };
    return this.#state.attachments.insert({ ...this.common(owner), payload, body: null });
  }

  mailbox(
    owner: KeyOwner,
    fields: Partial<MailboxRow> & Pick<MailboxRow, 'email' | 'sender_name' | 'sender_profile_uuid'>,
  ): MailboxRow {
    return this.#state.mailboxes.insert({ ...blankMailbox, ...this.common(owner), ...fields });
  }

  /** An e-mail and its text. */
  email(
    owner: KeyOwner,
    {
      body = '',
      attachments = [],
      ...fields
    }: Partial<EmailRow> &
      Partial<Pick<EmailBodyRow, 'body' | 'attachments'>> &
      Pick<
        EmailRow,
        | 'lead_uuid'
        | 'sender_profile_uuid'
        | 'mailbox_uuid'
        | 'from_name'
        | 'from_email'
        | 'to_name'
        | 'to_email'
        | 'subject'
      >,
  ): { email: EmailRow; emailBody: EmailBodyRow } {
    const { user_id: _unused, ...common } = this.common(owner);
    const emailBody = this.#state.emailBodies.insert({
      ...common,
      body,
      attachments,
      subject: fields.subject,
    });
    const email = this.#state.emails.insert({
      ...blankEmail,
      ...this.common(owner),
      email_body_uuid: emailBody.uuid,
      sent_at: this.stamp(),
      ...fields,
    });
    return { email, emailBody };
  }

  template(owner: KeyOwner, fields: Partial<TemplateRow> & Pick<TemplateRow, 'name'>): TemplateRow {
    const { user_id: _unused, ...common } = this.common(owner);
    return this.#state.templates.insert({ ...blankTemplate, ...common, ...fields });
  }

  /** What every row has. */
  common({ teamId: team_id, userId: user_id }: KeyOwner) {
    return { uuid: this.newId(), team_id, user_id, ...this.dates() };
  }

  #firstStage(teamId: number): string {
    const stages = this.#state.stages.of(teamId).filter((stage) => stage.object === 'lead');
    return (stages.find((stage) => stage.type === 'new') ?? stages[0])?.uuid ?? '';
  }
}
