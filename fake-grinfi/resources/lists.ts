import { ApiError } from '../errors.ts';
import { applyFilter, bracketFilter } from '../filters.ts';
import { envelope, pageOf, readPage } from '../paging.ts';
import { bodyOf, type Resource } from '../world.ts';

/** Lists of contacts and companies. Two may carry the same name. */
export const lists: Resource = (app, { state, make, quirks }) => {
  const find = (teamId: number, uuid: string) => {
    const found = state.lists.get(teamId, uuid);
    if (!found) throw ApiError.notFound();
    return found;
  };

  app.get('/leads/api/lists', (c) => {
    const filter = bracketFilter(new URL(c.req.url).searchParams);
    const found = applyFilter(state.lists.of(c.get('caller').teamId), filter, ['uuid', 'name'], (list) => [
      list.name,
    ]);
    const page = pageOf(found, readPage(c.req.query(), 'asc'));
    return c.json(envelope(page, quirks.envelope === 'full' ? 'full' : 'counted'));
  });

  app.post('/leads/api/lists', (c) => {
    const { name } = bodyOf<{ name: string }>(c);
    return c.json(make.list(c.get('caller'), name), 201);
  });

  // The answer's shape is documented nowhere; this is the one of the flow metrics.
  app.post('/leads/api/lists/metrics', (c) => {
    const leads = state.leads.of(c.get('caller').teamId);
    const count = (uuid: string) => ({ leads_count: leads.filter((lead) => lead.list_uuid === uuid).length });
    return c.json(
      Object.fromEntries(bodyOf<{ uuids: string[] }>(c).uuids.map((uuid) => [uuid, count(uuid)])),
    );
  });

  app.get('/leads/api/lists/:uuid', (c) => c.json(find(c.get('caller').teamId, c.req.param('uuid'))));

  app.put('/leads/api/lists/:uuid', (c) => {
    const list = find(c.get('caller').teamId, c.req.param('uuid'));
    const { name } = bodyOf<{ name: string }>(c);
    return c.json(state.lists.update(list, { name, updated_at: make.stamp() }));
  });

  // What becomes of the contacts of a deleted list is not documented, so one that has any is refused.
  app.delete('/leads/api/lists/:uuid', (c) => {
    const { teamId } = c.get('caller');
    const list = find(teamId, c.req.param('uuid'));
    if (state.leads.of(teamId).some((lead) => lead.list_uuid === list.uuid)) {
      throw ApiError.invalid('uuid', 'The list is not empty.');
    }
    for (const company of state.companies.of(teamId)) {
      if (!company.lists.includes(list.uuid)) continue;
      state.companies.update(company, { lists: company.lists.filter((uuid) => uuid !== list.uuid) });
    }
    state.lists.remove(list.uuid);
    return c.body(null, 204);
  });
};
