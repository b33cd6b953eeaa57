import { ApiError } from '../errors.ts';
import type { TagRow } from '../rows.ts';
import { bodyOf, type Resource } from '../world.ts';

/** Tags, shared by contacts and companies. The list is not paged. */
export const tags: Resource = (app, { state, make, quirks }) => {
  const find = (teamId: number, uuid: string) => {
    const found = state.tags.get(teamId, uuid);
    if (!found) throw ApiError.notFound();
    return found;
  };
  const refuseTaken = (teamId: number, name: string, but?: TagRow) => {
    if (quirks.sameTagName === 'created') return;
    const taken = state.tags
      .of(teamId)
      .some((tag) => tag !== but && tag.name.toLowerCase() === name.toLowerCase());
    if (taken) throw ApiError.invalid('name', 'The name has already been taken.');
  };

  app.get('/leads/api/tags', (c) => c.json({ data: state.tags.of(c.get('caller').teamId) }));

  app.post('/leads/api/tags', (c) => {
    const { name, color } = bodyOf<{ name: string; color?: string }>(c);
    refuseTaken(c.get('caller').teamId, name);
    return c.json(make.tag(c.get('caller'), name, color ?? null), 201);
  });

  app.post('/leads/api/tags/metrics', (c) => {
    const { teamId } = c.get('caller');
    const { uuids, metrics } = bodyOf<{ uuids: string[]; metrics: string[] }>(c);
    const holders = { leads_count: state.leads.of(teamId), companies_count: state.companies.of(teamId) };
    const count = (uuid: string) =>
      Object.fromEntries(
        Object.entries(holders)
          .filter(([metric]) => metrics.includes(metric))
          .map(([metric, rows]) => [metric, rows.filter((row) => row.tags.includes(uuid)).length]),
      );
    return c.json(Object.fromEntries(uuids.map((uuid) => [uuid, count(uuid)])));
  });

  app.put('/leads/api/tags/:uuid', (c) => {
    const tag = find(c.get('caller').teamId, c.req.param('uuid'));
    const { name, color } = bodyOf<{ name?: string; color?: string }>(c);
    if (name !== undefined) refuseTaken(tag.team_id, name, tag);
    const changes = { ...(name === undefined ? {} : { name }), ...(color === undefined ? {} : { color }) };
    return c.json(state.tags.update(tag, { ...changes, updated_at: make.stamp() }));
  });

  app.delete('/leads/api/tags/:uuid', (c) => {
    const tag = find(c.get('caller').teamId, c.req.param('uuid'));
    for (const lead of state.leads.of(tag.team_id)) {
      state.leads.update(lead, { tags: lead.tags.filter((uuid) => uuid !== tag.uuid) });
    }
    for (const company of state.companies.of(tag.team_id)) {
      state.companies.update(company, { tags: company.tags.filter((uuid) => uuid !== tag.uuid) });
    }
    state.tags.remove(tag.uuid);
    return c.body(null, 204);
  });
};
