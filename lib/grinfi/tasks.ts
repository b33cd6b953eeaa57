import * as v from 'valibot';
import type { Page, Task } from '../outreach.ts';
import type { CallOptions, GrinfiClient } from './client.ts';
import { GrinfiError, isAboutForm } from './errors.ts';
import { pageSize, readPage } from './pages.ts';
import { id, isObject, one, optionalText, present } from './reply.ts';

const path = ['flows', 'api', 'tasks'];
const taskSchema = v.pipe(
  v.object({
    uuid: id,
    lead_uuid: optionalText,
    sender_profile_uuid: optionalText,
    flow_uuid: optionalText,
    type: optionalText,
    status: optionalText,
    automation: optionalText,
    payload: v.optional(v.unknown()),
    text: optionalText,
    note: optionalText,
    error_msg: optionalText,
    schedule_at: optionalText,
    executed_at: optionalText,
    created_at: optionalText,
  }),
  v.transform((row): Task => {
    const payload = v.parse(payloadSchema, isObject(row.payload) ? row.payload : {});
    return {
      id: row.uuid,
      contactId: row.lead_uuid,
      senderProfileId: row.sender_profile_uuid,
      automationId: row.flow_uuid,
      type: row.type ?? 'unknown',
      status: row.status ?? 'unknown',
      isManual: row.automation === 'manual',
      text: payload.rendered_text ?? payload.template ?? row.text,
      note: row.note ?? payload.note,
      error: row.error_msg,
      dueAt: row.schedule_at,
      doneAt: row.executed_at,
      createdAt: row.created_at,
    };
  }),
);
const payloadSchema = v.object({ template: optionalText, rendered_text: optionalText, note: optionalText });

interface PageOptions extends CallOptions {
  offset?: number | undefined;
  limit?: number | undefined;
}

/**
 * A contact's tasks of all kinds and states, newest first.
 *
 * Source: reference, `listTasks`; the filter goes out in brackets, since flat keys are dropped and everybody's
 * come. Rows about others are left out.
 */
export async function listTasksOf(
  client: GrinfiClient,
  contactId: string,
  options: PageOptions = {},
): Promise<Page<Task>> {
  const query = { 'filter[lead_uuid]': contactId, order_field: 'created_at', order_type: 'desc' };
  return only(await tasksBy(client, query, options), (task) => task.contactId === contactId);
}

/**
 * Open tasks for users, due up to `until` (ISO 8601), the most overdue first.
 *
 * Source: reference, `listTasks`. Broad questions end in 504, so automations' own tasks are not asked for;
 * name the sender where it is known.
 */
export async function listDueTasks(
  client: GrinfiClient,
  { until, senderProfileId }: { until: string; senderProfileId?: string | undefined },
  options: PageOptions = {},
): Promise<Page<Task>> {
  const query = {
    'filter[status]': 'in_progress',
    'filter[automation]': 'manual',
    'filter[schedule_at][<=]': until,
    'filter[sender_profile_uuid]': senderProfileId,
    order_field: 'schedule_at',
    order_type: 'asc',
  };
  const isMeant = (task: Task) =>
    task.isManual &&
    task.status === 'in_progress' &&
    (task.dueAt === undefined || Date.parse(task.dueAt) <= Date.parse(until)) &&
    (senderProfileId === undefined || task.senderProfileId === senderProfileId);
  return only(await tasksBy(client, query, options), isMeant);
}

function tasksBy(
  client: GrinfiClient,
  query: Record<string, string | undefined>,
  { offset, limit = pageSize, ...call }: PageOptions,
): Promise<Page<Task>> {
  return readPage(client, { ...call, path, query }, taskSchema, { offset, limit });
}

/** A server that dropped the filter counted other things as well. */
function only(page: Page<Task>, isMeant: (task: Task) => boolean): Page<Task> {
  const items = page.items.filter(isMeant);
  return items.length === page.items.length ? page : { ...page, items, total: undefined };
}

export interface NewTask {
  contactId: string;
  senderProfileId: string;
  /** linkedin_send_message (the server's own choice where absent), linkedin_send_connection_request, … */
  type?: string | undefined;
  text: string;
  /** For the user who does it; is not sent. */
  note?: string | undefined;
  /** ISO 8601 */
  dueAt: string;
  /** Such as `Europe/Berlin`; UTC where absent. */
  timezone?: string | undefined;
}

/**
 * Plans something to be done by a user for a contact.
 *
 * Source: API notes, sequence (e). Two forms of the body are reported, so both go out in one; a server that
 * refuses the keys of the other form gets the documented one alone. Not safe to repeat after a lost answer:
 * look with `listTasksOf` first.
 * @returns `undefined` where the server took the task but did not say its id
 */
export async function createTask(
  client: GrinfiClient,
  task: NewTask,
  options: CallOptions = {},
): Promise<Task | undefined> {
  const documented = present({
    lead_uuid: task.contactId,
    sender_profile_uuid: task.senderProfileId,
    type: task.type,
    text: task.text,
    note: task.note,
    schedule_at: task.dueAt,
    timezone: task.timezone,
  });
  const other = {
    automation: 'manual',
    status: 'new',
    payload: present({ template: task.text, note: task.note }),
    filter: { all: false, ids: [task.contactId], excludeIds: [] },
  };
  const send = (body: object) => client.post({ ...options, path, body, reply: v.optional(one(taskSchema)) });
  try {
    return await send({ ...documented, ...other });
  } catch (error) {
    if (!isAboutForm(error)) throw error;
    return send(documented);
  }
}

/** Marks a manual task as done. */
export async function completeTask(
  client: GrinfiClient,
  taskId: string,
  options: CallOptions = {},
): Promise<void> {
  await client.put({ ...options, path: [...path, taskId, 'complete'] });
}

/** Takes a manual task off the list without doing it. */
export async function cancelTask(
  client: GrinfiClient,
  taskId: string,
  options: CallOptions = {},
): Promise<void> {
  await client.put({ ...options, path: [...path, taskId, 'cancel'] });
}

/**
 * Tries failed manual tasks again. Nothing is sent when there are none.
 *
 * Source: reference, `massRetryTasks`; another source names each task in a call of its own, which is tried
 * where the server does not take the first.
 */
export async function retryTasks(
  client: GrinfiClient,
  taskIds: readonly string[],
  options: CallOptions = {},
): Promise<void> {
  const uuids = [...new Set(taskIds)].filter((taskId) => taskId !== '');
  if (uuids.length === 0) return;
  try {
    await client.put({ ...options, path: [...path, 'mass-retry'], body: { uuids } });
  } catch (error) {
    const isUnknown = error instanceof GrinfiError && error.kind === 'rejected';
    if (!isUnknown) throw error;
    for (const uuid of uuids) await client.put({ ...options, path: [...path, uuid, 'retry'] });
  }
}
