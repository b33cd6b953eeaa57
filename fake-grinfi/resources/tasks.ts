import { ApiError } from '../errors.ts';
import { applyFilter, bracketFilter } from '../filters.ts';
import { envelope, pageOf, readPage } from '../paging.ts';
import type { TaskRow } from '../rows-outreach.ts';
import { bodyOf, type Resource } from '../world.ts';

const filterKeys = [
  'flow_uuid',
  'status',
  'type',
  'automation',
  'lead_uuid',
  'sender_profile_uuid',
  'flow_node_id',
  'executed_at',
  'schedule_at',
];

interface NewTask {
  lead_uuid: string;
  sender_profile_uuid: string;
  type?: string;
  text: string;
  note?: string;
  schedule_at: string;
  timezone?: string;
}

/** The body's other form; see the quirk `taskBody`. */
interface OtherForm {
  automation?: unknown;
  status?: unknown;
  filter?: { ids?: unknown };
  payload?: { template?: string; note?: string };
}

/** Tasks. Only manual ones are done, cancelled and retried by users. */
export const tasks: Resource = (app, world) => {
  const { state, make, quirks } = world;
  const find = (teamId: number, uuid: string) => {
    const found = state.tasks.get(teamId, uuid);
    if (!found) throw ApiError.notFound();
    return found;
  };

  app.get('/flows/api/tasks', (c) => {
    const filter = bracketFilter(new URL(c.req.url).searchParams);
    const found = applyFilter(state.tasks.of(c.get('caller').teamId), filter, filterKeys, (row) => [
      row.note,
    ]);
    const page = pageOf(found, readPage(c.req.query(), 'asc'));
    return c.json(envelope(page, quirks.envelope === 'full' ? 'full' : 'counted'));
  });

  app.post('/flows/api/tasks', (c) => {
    const caller = c.get('caller');
    const body = bodyOf<NewTask & OtherForm>(c);
    const { text, note } = wordsOf(body);
    if (!state.leads.get(caller.teamId, body.lead_uuid)) {
      throw ApiError.invalid('lead_uuid', 'The selected lead uuid is invalid.');
    }
    if (!state.senders.get(caller.teamId, body.sender_profile_uuid)) {
      throw ApiError.invalid('sender_profile_uuid', 'The selected sender profile uuid is invalid.');
    }
    const task = make.task(caller, {
      lead_uuid: body.lead_uuid,
      sender_profile_uuid: body.sender_profile_uuid,
      type: body.type ?? 'linkedin_send_message',
      payload: { template: text },
      note: note ?? null,
      schedule_at: body.schedule_at,
      timezone: body.timezone ?? 'UTC',
    });
    return c.json(task, 201);
  });

  /** Text and note out of the form that is understood. */
  function wordsOf(body: NewTask & OtherForm): { text: string; note?: string | undefined } {
    if (quirks.taskBody === 'textOnly' && body.status !== undefined) {
      throw ApiError.invalid('status', 'The selected status is invalid.');
    }
    if (quirks.taskBody !== 'payload') return body;
    if (body.automation !== 'manual')
      throw ApiError.invalid('automation', 'The automation field is required.');
    if (!Array.isArray(body.filter?.ids)) throw ApiError.invalid('filter', 'The filter field is required.');
    if (body.payload?.template === undefined) {
      throw ApiError.invalid('payload.template', 'The payload.template field is required.');
    }
    return { text: body.payload.template, note: body.payload.note };
  }

  app.put('/flows/api/tasks/mass-retry', (c) => {
    const { teamId } = c.get('caller');
    const { uuids } = bodyOf<{ uuids: string[] }>(c);
    for (const uuid of uuids) retry(find(teamId, uuid));
    return c.body(null, 200);
  });

  app.get('/flows/api/tasks/:uuid', (c) => c.json(find(c.get('caller').teamId, c.req.param('uuid'))));

  app.put('/flows/api/tasks/:uuid/retry', (c) => {
    retry(find(c.get('caller').teamId, c.req.param('uuid')));
    return c.body(null, 200);
  });

  app.put('/flows/api/tasks/:uuid/complete', (c) => {
    change(find(c.get('caller').teamId, c.req.param('uuid')), 'closed', make.stamp());
    return c.body(null, 200);
  });

  app.put('/flows/api/tasks/:uuid/cancel', (c) => {
    change(find(c.get('caller').teamId, c.req.param('uuid')), 'canceled', null);
    return c.body(null, 200);
  });

  function retry(task: TaskRow): void {
    if (task.status !== 'failed') throw ApiError.invalid('uuids', 'Only failed tasks can be retried.');
    state.tasks.update(task, { attempts: task.attempts + 1, error_msg: null });
    change(task, 'in_progress', null);
  }

  function change(task: TaskRow, status: TaskRow['status'], executed_at: string | null): void {
    if (task.automation !== 'manual') throw ApiError.invalid('uuid', 'Only manual tasks can be changed.');
    state.tasks.update(task, { status, executed_at, updated_at: make.stamp() });
  }
};
