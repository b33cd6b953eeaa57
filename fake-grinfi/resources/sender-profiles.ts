import { ApiError } from '../errors.ts';
import { applyFilter, bracketFilter } from '../filters.ts';
import { envelope, pageOf, readPage } from '../paging.ts';
import type { SenderRow } from '../rows-outreach.ts';
import type { Resource } from '../world.ts';

/** Sender profiles. They are set up in the web app; here they are read, switched on and off. */
export const senderProfiles: Resource = (app, { state, make }) => {
  const find = (teamId: number, uuid: string) => {
    const found = state.senders.get(teamId, uuid);
    if (!found) throw ApiError.notFound();
    return found;
  };

  app.get('/flows/api/sender-profiles', (c) => {
    const filter = bracketFilter(new URL(c.req.url).searchParams);
    const text = (row: SenderRow) => [row.first_name, row.last_name, row.label];
    const found = applyFilter(state.senders.of(c.get('caller').teamId), filter, ['status'], text);
    return c.json(envelope(pageOf(found, readPage(c.req.query(), 'asc')), 'full'));
  });

  app.get('/flows/api/sender-profiles/:uuid', (c) =>
    c.json(find(c.get('caller').teamId, c.req.param('uuid'))),
  );

  for (const [verb, status] of [
    ['enable', 'enabled'],
    ['disable', 'disabled'],
  ] as const) {
    app.put(`/flows/api/sender-profiles/:uuid/${verb}`, (c) => {
      const row = find(c.get('caller').teamId, c.req.param('uuid'));
      state.senders.update(row, { status, updated_at: make.stamp() });
      return c.body(null, 200);
    });
  }
};
