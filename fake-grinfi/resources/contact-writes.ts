import { domainOf, findLead, handleOf, type Identity, identityOf } from '../dedupe.ts';
import { ApiError } from '../errors.ts';
import type { CompanyRow, LeadRow } from '../rows.ts';
import type { KeyOwner } from '../state.ts';
import type { World } from '../world.ts';
import { setCustomValue } from './custom-fields.ts';

/** The schema `create-lead-fields`. */
export interface LeadFields {
  linkedin_id?: string;
  first_name?: string;
  last_name?: string;
  company_name?: string;
  ln_id?: string | null;
  sn_id?: string | null;
  linkedin?: string | null;
  email?: string;
  about?: string;
  domain?: string;
  headline?: string | null;
  position?: string | null;
  raw_address?: string | null;
}

export interface Upsert {
  lead: LeadFields;
  list_uuid: string;
  custom_fields?: Record<string, unknown>;
  update_if_exists?: boolean;
  move_to_list?: boolean;
}

const plainFields = [
  'first_name',
  'last_name',
  'company_name',
  'ln_id',
  'sn_id',
  'about',
  'headline',
  'position',
  'raw_address',
] as const;

function fullName(first: string | null | undefined, last: string | null | undefined): string | undefined {
  return [first, last].filter(Boolean).join(' ') || undefined;
}

function identityOfFields(fields: LeadFields): Identity {
  const given = fields.linkedin_id ? identityOf(fields.linkedin_id) : {};
  return {
    memberId: given.memberId,
    lnId: given.lnId ?? fields.ln_id ?? undefined,
    snId: given.snId ?? fields.sn_id ?? undefined,
    handle: given.handle ?? (fields.linkedin ? handleOf(fields.linkedin) : undefined),
    email: fields.email,
    name: fullName(fields.first_name, fields.last_name),
    companyName: fields.company_name,
  };
}

/** The columns that a write changes; a field that was not sent stays as it is. */
export function columnsOf(fields: LeadFields): Partial<LeadRow> {
  const columns: Partial<LeadRow> = {};
  for (const field of plainFields) {
    const value = fields[field];
    if (value !== undefined) columns[field] = value;
  }
  if (fields.linkedin !== undefined) columns.linkedin = fields.linkedin && handleOf(fields.linkedin);
  return columns;
}

/** Ids that came as `linkedin_id` fill the columns which the write itself leaves open. */
function columnsOfIdentity({ memberId, lnId, snId, handle }: Identity): Partial<LeadRow> {
  return {
    ...(memberId ? { ln_member_id: memberId } : {}),
    ...(lnId ? { ln_id: lnId } : {}),
    ...(snId ? { sn_id: snId } : {}),
    ...(handle ? { linkedin: handle } : {}),
  };
}

/** The company a contact belongs to: by domain, else by name. How the API links them is not documented. */
function employerOf(
  { state }: World,
  teamId: number,
  name: string | null,
  domain?: string,
): CompanyRow | undefined {
  const companies = state.companies.of(teamId);
  const wanted = domainOf(domain);
  return (
    companies.find((one) => wanted !== undefined && (one.domain ?? domainOf(one.website)) === wanted) ??
    companies.find((one) => Boolean(name) && one.name.toLowerCase() === name?.toLowerCase())
  );
}

/** Changes a contact as a write asks, and what follows from it: full name, employer, time. */
export function writeLead(world: World, lead: LeadRow, columns: Partial<LeadRow>, domain?: string): LeadRow {
  const next = { ...lead, ...columns };
  const name = fullName(next.first_name, next.last_name) ?? null;
  const employer = employerOf(world, lead.team_id, next.company_name, domain);
  const company_uuid = employer?.uuid ?? (columns.company_name === undefined ? lead.company_uuid : null);
  return world.state.leads.update(lead, { ...columns, name, company_uuid, updated_at: world.make.stamp() });
}

/** Links the contacts that name a company which has just been created. */
export function linkContactsTo({ state }: World, company: CompanyRow): void {
  for (const lead of state.leads.of(company.team_id)) {
    const works =
      lead.company_uuid === null && lead.company_name?.toLowerCase() === company.name.toLowerCase();
    if (works) state.leads.update(lead, { company_uuid: company.uuid });
  }
}

/** Keys are field names; one that no field has is dropped without a word. */
function writeCustomFields(
  world: World,
  owner: KeyOwner,
  lead: LeadRow,
  values: Record<string, unknown>,
): void {
  for (const [name, value] of Object.entries(values)) {
    const field = world.state.customFields
      .of(owner.teamId)
      .find((one) => one.object === 'lead' && one.name === name);
    if (field) setCustomValue(world, owner, field, lead.uuid, value === null ? null : String(value));
  }
}

export interface Upserted {
  lead: LeadRow;
  wasKnown: boolean;
}

/** The contact that a write with these fields would meet. */
export function knownLead({ state }: World, owner: KeyOwner, fields: LeadFields): LeadRow | undefined {
  return findLead(state.leads.of(owner.teamId), identityOfFields(fields));
}

/** Creates a contact, or updates the one that counts as the same person. */
export function upsertLead(world: World, owner: KeyOwner, body: Upsert): Upserted {
  const { state, make, quirks } = world;
  if (!body.lead.linkedin_id?.trim()) {
    throw ApiError.invalid('lead.linkedin_id', 'The lead.linkedin id field is required.');
  }
  if (!state.lists.get(owner.teamId, body.list_uuid)) {
    throw ApiError.invalid('list_uuid', 'The selected list uuid is invalid.');
  }
  const identity = identityOfFields(body.lead);
  const known = findLead(state.leads.of(owner.teamId), identity);
  if (known && body.update_if_exists === false) {
    if (quirks.knownContact === 'returned') return { lead: known, wasKnown: true };
    throw ApiError.invalid('lead.linkedin_id', 'The contact already exists.');
  }
  const emailColumn = quirks.emailOnUpsert === 'work' ? 'work_email' : 'personal_email';
  const columns: Partial<LeadRow> = {
    ...columnsOfIdentity(identity),
    ...columnsOf(body.lead),
    ...(body.lead.email === undefined ? {} : { [emailColumn]: body.lead.email }),
    ...(known && body.move_to_list ? { list_uuid: body.list_uuid } : {}),
  };
  const lead = writeLead(
    world,
    known ?? make.lead(owner, { list_uuid: body.list_uuid }),
    columns,
    body.lead.domain,
  );
  writeCustomFields(world, owner, lead, body.custom_fields ?? {});
  return { lead, wasKnown: known !== undefined };
}

export function changeStage(world: World, owner: KeyOwner, lead: LeadRow, stageUuid: string): void {
  if (lead.pipeline_stage_uuid === stageUuid) return;
  const payload = { from_pipeline_stage_uuid: lead.pipeline_stage_uuid, to_pipeline_stage_uuid: stageUuid };
  world.make.activity(
    owner,
    { object_type: 'lead', object_uuid: lead.uuid },
    'pipeline_stage_changed',
    payload,
  );
  world.state.leads.update(lead, { pipeline_stage_uuid: stageUuid, updated_at: world.make.stamp() });
}

/** Removes a record and all that hangs on it. */
export function removeRecord({ state }: World, object: 'lead' | 'company', uuid: string): void {
  for (const note of state.notes.all()) if (note.object_uuid === uuid) state.notes.remove(note.uuid);
  for (const one of state.activities.all()) if (one.object_uuid === uuid) state.activities.remove(one.uuid);
  for (const one of state.customFieldValues.all()) {
    if (one.object_uuid === uuid) state.customFieldValues.remove(one.uuid);
  }
  const { enrolments, tasks, messages, conversations, emails, enrichments } = state;
  for (const table of [enrolments, tasks, messages, conversations, emails, enrichments])
    for (const one of table.all()) if (one.lead_uuid === uuid) table.remove(one.uuid);
  if (object === 'lead') {
    state.leads.remove(uuid);
    return;
  }
  for (const lead of state.leads.all()) {
    if (lead.company_uuid === uuid) state.leads.update(lead, { company_uuid: null });
  }
  state.companies.remove(uuid);
}
