import { ApiError } from '../errors.ts';
import { envelope, pageOf, readPage } from '../paging.ts';
import type { Resource } from '../world.ts';

/** The key's owner and the workspaces. */
export const user: Resource = (app, { state }) => {
  app.get('/id/api/users/current', (c) => {
    const found = state.users.get(c.get('caller').userId);
    if (!found) throw ApiError.notFound();
    return c.json(found);
  });

  // A key belongs to one workspace, so the caller reaches that one alone.
  app.get('/id/api/teams', (c) => {
    const own = [...state.teams.values()].filter((team) => team.id === c.get('caller').teamId);
    const page = pageOf(own, readPage(c.req.query(), 'asc'));
    return c.json(envelope(page, 'full'));
  });

  app.get('/id/api/teams/:id', (c) => {
    const found = state.teams.get(Number(c.req.param('id')));
    if (!found || found.id !== c.get('caller').teamId) throw ApiError.notFound();
    return c.json(found);
  });
};
