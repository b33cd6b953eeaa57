import { ApiError } from '../errors.ts';
import { applyFilter, bracketFilter, type Filter, jsonFilter } from '../filters.ts';
import type { StageRow } from '../rows.ts';
import { bodyOf, type Quirks, type Resource } from '../world.ts';

/** Reads the required `filter` in the form that is understood; two are reported. */
export function requiredFilter(query: URLSearchParams, form: Quirks['jsonFilter']): Filter {
  const json = form === 'brackets' ? undefined : jsonFilter(query);
  const brackets = form === 'json' ? {} : bracketFilter(query);
  const filter = json ?? brackets;
  if (Object.keys(filter).length === 0) throw ApiError.invalid('filter', 'The filter field is required.');
  return filter;
}

/** Pipeline stages; contacts and companies have each their own. */
export const pipelineStages: Resource = (app, { state, make, quirks }) => {
  const find = (teamId: number, uuid: string) => {
    const found = state.stages.get(teamId, uuid);
    if (!found) throw ApiError.notFound();
    return found;
  };

  app.get('/leads/api/pipeline-stages', (c) => {
    const filter = requiredFilter(new URL(c.req.url).searchParams, quirks.jsonFilter);
    if (filter.object === undefined) throw ApiError.invalid('filter.object', 'The object field is required.');
    const found = applyFilter(
      state.stages.of(c.get('caller').teamId),
      filter,
      ['object', 'type'],
      (stage) => [stage.name],
    );
    return c.json({ data: found.sort((a, b) => a.order - b.order) });
  });

  app.post('/leads/api/pipeline-stages', (c) => {
    const { name, object, category, order } = bodyOf<StageRow>(c);
    const stage = { name, object, category, ...(order === undefined ? {} : { order }) };
    return c.json(make.stage(c.get('caller'), stage), 201);
  });

  // Known from a client of the vendor's alone; the shape is the one of the tags.
  app.put('/leads/api/pipeline-stages/metrics', (c) => {
    const { teamId } = c.get('caller');
    const { uuids } = bodyOf<{ uuids: string[] }>(c);
    const count = (uuid: string) => ({
      leads_count: state.leads.of(teamId).filter((lead) => lead.pipeline_stage_uuid === uuid).length,
      companies_count: state.companies.of(teamId).filter((one) => one.lead_status_uuid === uuid).length,
    });
    return c.json(Object.fromEntries(uuids.map((uuid) => [uuid, count(uuid)])));
  });

  app.put('/leads/api/pipeline-stages/:uuid', (c) => {
    const stage = find(c.get('caller').teamId, c.req.param('uuid'));
    const { name, category, order } = { ...stage, ...bodyOf<Partial<StageRow>>(c) };
    return c.json(state.stages.update(stage, { name, category, order }));
  });

  // Records in a deleted stage fall back to the first one; the reference says only that custom stages go.
  app.delete('/leads/api/pipeline-stages/:uuid', (c) => {
    const stage = find(c.get('caller').teamId, c.req.param('uuid'));
    if (stage.type !== 'custom') throw ApiError.invalid('uuid', 'Only custom stages can be deleted.');
    state.stages.remove(stage.uuid);
    const first = state.stages
      .of(stage.team_id)
      .find((one) => one.object === stage.object && one.type === 'new');
    for (const lead of state.leads.of(stage.team_id)) {
      if (lead.pipeline_stage_uuid !== stage.uuid) continue;
      state.leads.update(lead, { pipeline_stage_uuid: first?.uuid ?? '' });
    }
    for (const company of state.companies.of(stage.team_id)) {
      if (company.lead_status_uuid !== stage.uuid) continue;
      state.companies.update(company, { lead_status_uuid: first?.uuid ?? null });
    }
    return c.body(null, 204);
  });
};
