import { ApiError } from '../errors.ts';
import { envelope, pageOf, readPage } from '../paging.ts';
import type { BrowserRow } from '../rows-workspace.ts';
import type { Resource } from '../world.ts';

const shown = ({ uuid: _key, ...row }: BrowserRow) => row;

/** LinkedIn browsers in the cloud: their state is a word here. */
export const linkedinBrowsers: Resource = (app, { state, make }) => {
  app.post('/browsers/api/linkedin-browsers/list', (c) => {
    const rows = state.browsers.of(c.get('caller').teamId).map(shown);
    return c.json(envelope(pageOf(rows, readPage(c.get('body'), 'asc')), 'full'));
  });

  for (const [verb, status] of [
    ['run', 'running'],
    ['stop', 'stopped'],
  ] as const) {
    app.post(`/browsers/api/linkedin-browsers/:id/${verb}`, (c) => {
      const found = state.browsers.get(c.get('caller').teamId, c.req.param('id') ?? '');
      if (!found) throw ApiError.notFound();
      const started = verb === 'run' ? { last_start_at: make.stamp(), error_reason: null } : {};
      state.browsers.update(found, { status, ...started, updated_at: make.stamp() });
      return c.body(null, 204);
    });
  }
};
