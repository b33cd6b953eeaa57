import { ApiError } from '../errors.ts';
import { envelope, pageOf, readPage } from '../paging.ts';
import type { DataSourceRow } from '../rows-workspace.ts';
import { bodyOf, type Resource } from '../world.ts';

const shown = ({ counts: _hidden, ...row }: DataSourceRow) => row;

/** Imports. They never move on by themselves. */
export const dataSources: Resource = (app, { state }) => {
  app.get('/leads/api/data-sources', (c) => {
    const rows = state.dataSources.of(c.get('caller').teamId).map(shown);
    return c.json(envelope(pageOf(rows, readPage(c.req.query(), 'asc')), 'full'));
  });

  app.put('/leads/api/data-sources/metrics', (c) => {
    const { uuids } = bodyOf<{ uuids: string[] }>(c);
    const found = uuids.flatMap((uuid) => state.dataSources.get(c.get('caller').teamId, uuid) ?? []);
    return c.json(Object.fromEntries(found.map(({ uuid, counts }) => [uuid, counts])));
  });

  app.delete('/leads/api/data-sources/:uuid', (c) => {
    const found = state.dataSources.get(c.get('caller').teamId, c.req.param('uuid'));
    if (!found) throw ApiError.notFound();
    state.dataSources.remove(found.uuid);
    return c.body(null, 200);
  });
};
