import { randomUUID } from 'node:crypto';
import { ApiError } from '../errors.ts';
import type { KeyOwner } from '../state.ts';
import { bodyOf, type Resource, runJob, type World } from '../world.ts';
import { type MassAction, recordsOf } from './mass-action.ts';

interface Named {
  uuid: string;
  name: string | null;
}

/** Exports are jobs; their files hold ids and names. An import shows among the data sources; what it would save is not played. */
export const files: Resource = (app, world) => {
  const { state, make } = world;

  app.post('/leads/api/file-exports/leads', (c) => {
    const rows = recordsOf(state.leads.of(c.get('caller').teamId), bodyOf<MassAction>(c), 'leads');
    return c.json(startExport(world, c.get('caller'), 'contact_export_csv', c.get('body'), rows));
  });

  app.post('/leads/api/file-exports/companies', (c) => {
    const rows = recordsOf(state.companies.of(c.get('caller').teamId), bodyOf<MassAction>(c), 'companies');
    const made = startExport(world, c.get('caller'), 'account_export_csv', c.get('body'), rows);
    // The reference shows less of these.
    return c.json({ uuid: made.uuid, type: made.type, status: made.status });
  });

  app.post('/leads/api/file-exports/download', (c) => {
    const { file_name } = bodyOf<{ file_name: string }>(c);
    const found = state.fileExports
      .of(c.get('caller').teamId)
      .find((one) => one.status === 'completed' && fileNameOf(one) === file_name);
    if (!found) throw ApiError.notFound();
    return c.body(found.csv, 200, { 'content-type': 'text/csv; charset=utf-8' });
  });

  app.get('/leads/api/mass-actions/:uuid', (c) => {
    const found = state.fileExports.get(c.get('caller').teamId, c.req.param('uuid'));
    if (!found) throw ApiError.notFound();
    const { csv: _hidden, ...row } = found;
    return c.json({ ...row, ...(row.status === 'completed' ? { file_name: fileNameOf(row) } : {}) });
  });

  app.post('/leads/api/file-imports/upload-csv', (c) => {
    const form = bodyOf<Record<string, unknown>>(c);
    if (typeof form.file !== 'object') throw ApiError.invalid('file', 'The file field is required.');
    if (form.type !== 'csv_leads') throw ApiError.invalid('type', 'The selected type is invalid.');
    const row = { uuid: randomUUID(), team_id: c.get('caller').teamId, type: 'csv_leads' };
    return c.json(state.fileImports.insert({ ...row, payload: { delimiter: ',' }, status: 'not_started' }));
  });

  for (const kind of ['leads', 'companies']) {
    app.post(`/leads/api/file-imports/:uuid/import-${kind}`, (c) => {
      const { teamId } = c.get('caller');
      const found = state.fileImports.get(teamId, c.req.param('uuid') ?? '');
      if (!found) throw ApiError.notFound();
      const { columns, list_uuid } = bodyOf<{ columns: unknown[]; list_uuid?: string }>(c);
      if (columns.length === 0) throw ApiError.invalid('columns', 'The columns field is required.');
      if (list_uuid !== undefined && !state.lists.get(teamId, list_uuid)) {
        throw ApiError.invalid('list_uuid', 'The selected list uuid is invalid.');
      }
      state.fileImports.update(found, { status: 'in_progress', payload: { ...found.payload, columns } });
      state.dataSources.insert({
        ...make.common(c.get('caller')),
        type: 'csv_leads',
        status: 'in_progress',
        list_uuid: list_uuid ?? '',
        sender_profile_uuid: null,
        payload: {},
        tags: null,
        errors: [],
        counts: { queued_records: 1, saved_records: 0 },
      });
      return c.body(null, 200);
    });
  }
};

const fileNameOf = ({ uuid }: { uuid: string }) => `export-${uuid.slice(0, 8)}.csv`;

function startExport(
  world: World,
  { teamId: team_id }: KeyOwner,
  type: string,
  body: Record<string, unknown>,
  rows: Named[],
) {
  const lines = rows.map(({ uuid, name }) => `${uuid},"${(name ?? '').replaceAll('"', '""')}"`);
  const made = world.state.fileExports.insert({
    uuid: randomUUID(),
    team_id,
    type,
    filter: body.filter as Record<string, unknown>,
    status: 'queued',
    csv: ['uuid,name', ...lines].join('\n'),
  });
  const { csv: _hidden, ...answer } = made;
  runJob(world, () => world.state.fileExports.update(made, { status: 'completed' }));
  return answer;
}
