import { ApiError } from '../errors.ts';
import { envelope, pageOf, readPage } from '../paging.ts';
import type { NoteRow } from '../rows.ts';
import { bodyOf, type Resource } from '../world.ts';
import { recordExists } from './custom-fields.ts';

/** Notes. The list has no filter: those of all records come, oldest first unless asked otherwise. */
export const notes: Resource = (app, world) => {
  const { state, make, quirks } = world;
  const find = (teamId: number, uuid: string) => {
    const found = state.notes.get(teamId, uuid);
    if (!found) throw ApiError.notFound();
    return found;
  };

  app.get('/leads/api/notes', (c) => {
    const page = pageOf(state.notes.of(c.get('caller').teamId), readPage(c.req.query(), 'asc'));
    return c.json(envelope(page, quirks.envelope === 'full' ? 'full' : 'data'));
  });

  app.post('/leads/api/notes', (c) => {
    const caller = c.get('caller');
    const { object, object_uuid, note } = bodyOf<NoteRow>(c);
    if (!recordExists(world, caller.teamId, object, object_uuid)) {
      throw ApiError.invalid('object_uuid', 'The selected object uuid is invalid.');
    }
    return c.json(make.note(caller, { object, object_uuid, note }), 201);
  });

  app.get('/leads/api/notes/:uuid', (c) => c.json(find(c.get('caller').teamId, c.req.param('uuid'))));

  app.put('/leads/api/notes/:uuid', (c) => {
    const row = find(c.get('caller').teamId, c.req.param('uuid'));
    const { note } = bodyOf<NoteRow>(c);
    return c.json(state.notes.update(row, { note, updated_at: make.stamp() }));
  });

  app.delete('/leads/api/notes/:uuid', (c) => {
    state.notes.remove(find(c.get('caller').teamId, c.req.param('uuid')).uuid);
    return c.body(null, 204);
  });
};
