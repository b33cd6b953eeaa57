import * as v from 'valibot';
import type { Automation, Enrolment, Page } from '../outreach.ts';
import type { CallOptions, GrinfiClient } from './client.ts';
import { runOnMany } from './mass-action.ts';
import { isLastPage, listAll, pageSize } from './pages.ts';
import { id, isObject, optionalText, rows } from './reply.ts';
import { optionalSchedule } from './schedule.ts';

const path = ['flows', 'api', 'flows'];
const automationSchema = v.pipe(
  v.object({
    uuid: id,
    name: v.string(),
    status: optionalText,
    description: optionalText,
    schedule: optionalSchedule,
  }),
  v.transform(
    ({ uuid, ...row }): Automation => ({
      id: uuid,
      name: row.name,
      status: row.status,
      description: row.description,
      schedule: row.schedule,
    }),
  ),
);

/**
 * All of the workspace, or those with this status (`on`, `off`, `draft`, `archived`).
 *
 * Source: reference, `listFlows`. Rows with another status are left out, should the filter be dropped.
 */
export async function listAutomations(
  client: GrinfiClient,
  { status, ...options }: CallOptions & { status?: string | undefined } = {},
): Promise<Automation[]> {
  const query = { 'filter[status]': status };
  const found = await listAll(client, { ...options, path, query }, automationSchema);
  return found.filter((one) => status === undefined || one.status === status);
}

const enrolmentSchema = v.object({
  lead_uuid: optionalText,
  flow_uuid: optionalText,
  flow: v.optional(v.unknown()),
  status: optionalText,
  error_msg: optionalText,
  created_at: optionalText,
  updated_at: optionalText,
});

/**
 * The automations that a contact is in or was in, at most 100.
 *
 * Source: reference, `listFlowLeads`, which leaves the rows' shape open: those without an automation, or
 * about another contact, are left out. Any other filter key would answer 500.
 */
export async function listEnrolmentsOf(
  client: GrinfiClient,
  contactId: string,
  options: CallOptions = {},
): Promise<Enrolment[]> {
  const reply = await askForEnrolments(client, [contactId], options);
  return reply.rows
    .filter((row) => (row.lead_uuid ?? contactId) === contactId)
    .flatMap((row) => toEnrolment(row) ?? []);
}

/**
 * The same for up to some fifty contacts, the newest 100 of theirs all together.
 * @returns with `nextOffset` where there are more
 */
export async function listEnrolmentsOfMany(
  client: GrinfiClient,
  contactIds: readonly string[],
  options: CallOptions = {},
): Promise<Page<Enrolment & { contactId: string }>> {
  const reply = await askForEnrolments(client, contactIds, options);
  const items = reply.rows.flatMap((row) => {
    const enrolment = toEnrolment(row);
    const contactId = row.lead_uuid;
    return enrolment && contactId && contactIds.includes(contactId) ? [{ ...enrolment, contactId }] : [];
  });
  return { items, ...(isLastPage(reply) ? {} : { nextOffset: reply.received }) };
}

function askForEnrolments(client: GrinfiClient, contactIds: readonly string[], options: CallOptions) {
  return client.post({
    retry: true,
    ...options,
    path: ['flows', 'api', 'flows-leads', 'list'],
    body: { filter: { lead_uuid: contactIds }, limit: pageSize, offset: 0 },
    reply: rows(enrolmentSchema, []),
  });
}

function toEnrolment(row: v.InferOutput<typeof enrolmentSchema>): Enrolment | undefined {
  const inside = isObject(row.flow) && typeof row.flow.uuid === 'string' ? row.flow.uuid : undefined;
  const automationId = row.flow_uuid ?? inside;
  if (automationId === undefined) return undefined;
  return {
    automationId,
    status: row.status ?? 'unknown',
    error: row.error_msg,
    startedAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/**
 * Puts a contact at the first step. What the server makes of one that is under way already is in no source,
 * so look with `listEnrolmentsOf` first.
 */
export async function enrolContact(
  client: GrinfiClient,
  { contactId, automationId }: { contactId: string; automationId: string },
  options: CallOptions = {},
): Promise<void> {
  await client.post({ ...options, path: [...path, automationId, 'leads', contactId] });
}

/** The same for many, as a job; one request for 500. */
export function enrolContacts(
  client: GrinfiClient,
  contactIds: readonly string[],
  automationId: string,
  options?: CallOptions,
): Promise<void> {
  return runOnMany(
    client,
    {
      path: ['leads', 'api', 'leads', 'mass-action'],
      type: 'contact_add_to_flow',
      ids: contactIds,
      payload: { flow_uuid: automationId },
    },
    options,
  );
}

/** Stops these automations for the contact. May be repeated; none named: nothing is sent. */
export async function cancelAutomations(
  client: GrinfiClient,
  contactId: string,
  automationIds: readonly string[],
  options: CallOptions = {},
): Promise<void> {
  if (automationIds.length === 0) return;
  const body = { flow_uuids: [...new Set(automationIds)] };
  await client.put({ ...options, path: [...path, 'leads', contactId, 'cancel'], body });
}

/** Stops every automation the contact is in. May be repeated. */
export async function cancelAllAutomations(
  client: GrinfiClient,
  contactId: string,
  options: CallOptions = {},
): Promise<void> {
  await client.put({ ...options, path: [...path, 'leads', contactId, 'cancel-all'] });
}

/**
 * Lets a contact that rests go on, in all its automations: the server takes no automation here.
 * @throws {GrinfiError} `rejected` where none rests
 */
export async function continueAutomations(
  client: GrinfiClient,
  contactId: string,
  options: CallOptions = {},
): Promise<void> {
  const body = { lead_uuid: contactId };
  await client.put({ ...options, path: ['flows', 'api', 'tasks', 'continue-automation'], body });
}

/**
 * Starts an automation, or stops it: contacts under way then finish their step. For everybody in it, so only
 * after a question. May be repeated.
 * @throws {GrinfiError} `rejected` where it cannot start, for one when it is archived
 */
export async function switchAutomation(
  client: GrinfiClient,
  automationId: string,
  isOn: boolean,
  options: CallOptions = {},
): Promise<void> {
  await client.put({ ...options, path: [...path, automationId, isOn ? 'start' : 'stop'] });
}
