import { ApiError } from '../errors.ts';
import { envelope, pageOf, readPage } from '../paging.ts';
import type { WebhookRow } from '../rows-workspace.ts';
import { bodyOf, type Resource } from '../world.ts';

/** Webhooks. No address is ever called. */
export const webhooks: Resource = (app, { state, make }) => {
  const find = (teamId: number, uuid: string) => {
    const found = state.webhooks.get(teamId, uuid);
    if (!found) throw ApiError.notFound();
    return found;
  };

  app.get('/integrations/api/webhooks', (c) =>
    c.json(envelope(pageOf(state.webhooks.of(c.get('caller').teamId), readPage({}, 'asc')), 'full')),
  );

  app.post('/integrations/api/webhooks', (c) => {
    const { name, event, request_method, target_url, status = 'on' } = bodyOf<WebhookRow>(c);
    // Marked optional in the reference, wanted in fact by another source.
    if (!request_method) throw ApiError.invalid('request_method', 'The request method field is required.');
    const row = { name, event, request_method, target_url, filters: null, status };
    return c.json(state.webhooks.insert({ ...make.common(c.get('caller')), ...row }), 201);
  });

  app.post('/integrations/api/webhooks/test', (c) => {
    const { uuid, target_url } = bodyOf<{ uuid: string; target_url: string }>(c);
    find(c.get('caller').teamId, uuid);
    return c.text(`Accepted by ${new URL(target_url).host}`);
  });

  app.put('/integrations/api/webhooks/:uuid', (c) => {
    const row = find(c.get('caller').teamId, c.req.param('uuid'));
    const { name, target_url, status } = { ...row, ...bodyOf<Partial<WebhookRow>>(c) };
    return c.json(state.webhooks.update(row, { name, target_url, status, updated_at: make.stamp() }));
  });

  app.delete('/integrations/api/webhooks/:uuid', (c) => {
    state.webhooks.remove(find(c.get('caller').teamId, c.req.param('uuid')).uuid);
    return c.body(null, 204);
  });
};
