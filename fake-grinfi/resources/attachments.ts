import { ApiError } from '../errors.ts';
import { envelope, pageOf, readPage } from '../paging.ts';
import { bodyOf, type Resource } from '../world.ts';

type About = { name: string; size: string; type: string };

/** Files for messages and e-mails. Their bytes are not kept. */
export const attachments: Resource = (app, { state, make, quirks }) => {
  app.get('/flows/api/attachments', (c) => {
    const page = pageOf(state.attachments.of(c.get('caller').teamId), readPage(c.req.query(), 'asc'));
    return c.json(envelope(page, 'full'));
  });

  app.post('/flows/api/attachments', (c) => {
    const form = bodyOf<Record<string, unknown>>(c);
    if (typeof form.attachment !== 'object') {
      throw ApiError.invalid('attachment', 'The attachment field is required.');
    }
    const about = quirks.attachmentPayload === 'json' ? fromJson(form.payload) : fromFields(form);
    return c.json(make.attachment(c.get('caller'), about), 201);
  });

  app.delete('/flows/api/attachments/:uuid', (c) => {
    const found = state.attachments.get(c.get('caller').teamId, c.req.param('uuid'));
    if (!found) throw ApiError.notFound();
    state.attachments.remove(found.uuid);
    return c.body(null, 204);
  });
};

function fromFields(form: Record<string, unknown>): About {
  const [name, size, type] = ['name', 'size', 'type'].map((key) => form[`payload[${key}]`]);
  if (typeof name !== 'string' || typeof size !== 'string' || typeof type !== 'string') {
    throw ApiError.invalid('payload.name', 'The payload.name field is required.');
  }
  return { name, size, type };
}

function fromJson(payload: unknown): About {
  if (typeof payload !== 'string') throw ApiError.invalid('payload', 'The payload field is required.');
  const read = JSON.parse(payload) as Record<string, unknown>;
  const fields = Object.fromEntries(Object.entries(read).map(([key, value]) => [`payload[${key}]`, value]));
  return fromFields(fields);
}
