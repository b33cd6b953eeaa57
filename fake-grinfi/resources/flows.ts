import { randomUUID } from 'node:crypto';
import { ApiError } from '../errors.ts';
import { applyFilter, bracketFilter, type Filter } from '../filters.ts';
import { envelope, pageOf, readPage } from '../paging.ts';
import type { KeyOwner } from '../state.ts';
import { bodyOf, type Resource, type World } from '../world.ts';
import { knownLead, type Upsert, upsertLead } from './contact-writes.ts';

/** Puts a contact at the first step; one that is under way already stays where it is. */
export function enrol({ state, make }: World, owner: KeyOwner, flowUuid: string, leadUuid: string): void {
  const known = state.enrolments
    .of(owner.teamId)
    .find((one) => one.flow_uuid === flowUuid && one.lead_uuid === leadUuid);
  if (known?.status === 'in_progress') return;
  if (known) {
    state.enrolments.update(known, { status: 'in_progress', updated_at: make.stamp() });
    return;
  }
  const ids = { uuid: randomUUID(), team_id: owner.teamId, flow_uuid: flowUuid, lead_uuid: leadUuid };
  state.enrolments.insert({ ...ids, status: 'in_progress', ...make.dates() });
}

/** Stops a contact in these automations, or in all. */
export function cancelEnrolments({ state, make }: World, leadUuid: string, flowUuids?: string[]): void {
  for (const one of state.enrolments.all()) {
    const meant = one.lead_uuid === leadUuid && (flowUuids?.includes(one.flow_uuid) ?? true);
    if (meant && one.status === 'in_progress') {
      state.enrolments.update(one, { status: 'canceled', updated_at: make.stamp() });
    }
  }
}

/** Automations (the API says flows) and the contacts in them. */
export const flows: Resource = (app, world) => {
  const { state } = world;
  const find = (teamId: number, uuid: string) => {
    const found = state.flows.get(teamId, uuid);
    if (!found) throw ApiError.notFound();
    return found;
  };
  const findLead = (teamId: number, uuid: string) => {
    const found = state.leads.get(teamId, uuid);
    if (!found) throw ApiError.notFound();
    return found;
  };

  app.get('/flows/api/flows', (c) => {
    const filter = bracketFilter(new URL(c.req.url).searchParams);
    const rows = state.flows.of(c.get('caller').teamId);
    const found = applyFilter(rows, filter, ['status'], (flow) => [flow.name]);
    return c.json(envelope(pageOf(found, readPage(c.req.query(), 'asc')), 'full'));
  });

  app.get('/flows/api/flows/:flowUuid', (c) => c.json(find(c.get('caller').teamId, c.req.param('flowUuid'))));

  app.put('/flows/api/flows/leads/:leadUuid/cancel', (c) => {
    const { teamId } = c.get('caller');
    const lead = findLead(teamId, c.req.param('leadUuid'));
    const { flow_uuids } = bodyOf<{ flow_uuids: string[] }>(c);
    if (!flow_uuids.every((uuid) => state.flows.get(teamId, uuid))) {
      throw ApiError.invalid('flow_uuids', 'The selected flow uuids is invalid.');
    }
    cancelEnrolments(world, lead.uuid, flow_uuids);
    return c.body(null, 204);
  });

  app.put('/flows/api/flows/leads/:leadUuid/cancel-all', (c) => {
    cancelEnrolments(world, findLead(c.get('caller').teamId, c.req.param('leadUuid')).uuid);
    return c.body(null, 204);
  });

  app.delete('/flows/api/flows/leads/:leadUuid', (c) => {
    const lead = findLead(c.get('caller').teamId, c.req.param('leadUuid'));
    for (const one of state.enrolments.all())
      if (one.lead_uuid === lead.uuid) state.enrolments.remove(one.uuid);
    return c.body(null, 204);
  });

  app.post('/flows/api/flows/:flowUuid/leads/:leadUuid', (c) => {
    const caller = c.get('caller');
    const flow = find(caller.teamId, c.req.param('flowUuid'));
    enrol(world, caller, flow.uuid, findLead(caller.teamId, c.req.param('leadUuid')).uuid);
    return c.body(null, 204);
  });

  app.post('/flows/api/flows/:flowUuid/add-new-lead', (c) => {
    const caller = c.get('caller');
    const flow = find(caller.teamId, c.req.param('flowUuid'));
    const body = bodyOf<Upsert & { update_lead_if_exists?: boolean; skip_if_lead_exists?: boolean }>(c);
    const known = knownLead(world, caller, body.lead);
    if (known && body.skip_if_lead_exists) return c.json({ reason: 'skipped' });
    const stays = known && body.update_lead_if_exists === false;
    const lead = stays ? known : upsertLead(world, caller, { ...body, update_if_exists: true }).lead;
    enrol(world, caller, flow.uuid, lead.uuid);
    return c.body(null, 204);
  });

  app.put('/flows/api/flows/:flowUuid/start', (c) => {
    const flow = find(c.get('caller').teamId, c.req.param('flowUuid'));
    if (flow.status === 'archived') throw ApiError.invalid('status', 'An archived automation cannot start.');
    return c.json(state.flows.update(flow, { status: 'on', updated_at: world.make.stamp() }));
  });

  app.put('/flows/api/flows/:flowUuid/stop', (c) => {
    const flow = find(c.get('caller').teamId, c.req.param('flowUuid'));
    return c.json(state.flows.update(flow, { status: 'off', updated_at: world.make.stamp() }));
  });

  app.put('/flows/api/tasks/continue-automation', (c) => {
    const { teamId } = c.get('caller');
    const { lead_uuid } = bodyOf<{ lead_uuid: string }>(c);
    const resting = state.enrolments
      .of(teamId)
      .filter((one) => one.lead_uuid === lead_uuid && one.status === 'paused');
    if (resting.length === 0) throw ApiError.invalid('lead_uuid', 'The contact is not paused anywhere.');
    for (const one of resting)
      state.enrolments.update(one, { status: 'in_progress', updated_at: world.make.stamp() });
    return c.body(null, 200);
  });

  app.post('/flows/api/flows-leads/list', (c) => {
    const { filter } = bodyOf<{ filter?: Filter }>(c);
    const rows = state.enrolments.of(c.get('caller').teamId);
    const found = applyFilter(rows, filter ?? {}, ['flow_uuid', 'lead_uuid', 'status'], () => []);
    const page = pageOf(found, readPage(c.get('body'), 'desc'));
    return c.json(envelope(page, 'full'));
  });
};
