import { ApiError } from '../errors.ts';
import { applyFilter, type Filter } from '../filters.ts';
import { envelope, pageOf, readPage } from '../paging.ts';
import type { ActivityRow } from '../rows.ts';
import { bodyOf, type Resource } from '../world.ts';
import { recordExists } from './custom-fields.ts';
import { requiredFilter } from './pipeline-stages.ts';

const filterKeys = ['type', 'lead_uuid', 'company_uuid', 'created_at', 'object'];

/** Rows with the columns under which the filter knows them. */
function filterable(row: ActivityRow) {
  const of = (type: ActivityRow['object_type']) => (row.object_type === type ? row.object_uuid : null);
  return { ...row, lead_uuid: of('lead'), company_uuid: of('company'), object: row.object_type };
}

/** The event history of records. */
export const activities: Resource = (app, world) => {
  const { state, make, quirks } = world;

  app.get('/leads/api/activities', (c) => {
    const query = new URL(c.req.url).searchParams;
    const filter: Filter = requiredFilter(query, quirks.jsonFilter);
    const object = query.get('object');
    const rows = state.activities.of(c.get('caller').teamId).map(filterable);
    const found = applyFilter(rows, object === null ? filter : { object, ...filter }, filterKeys, (row) => [
      row.type,
    ]);
    const plain = found.map(({ lead_uuid: _l, company_uuid: _c, object: _o, ...row }) => row);
    const page = pageOf(plain, readPage(c.req.query(), 'asc'));
    return c.json(envelope(page, quirks.envelope === 'full' ? 'full' : 'data'));
  });

  app.post('/leads/api/activities', (c) => {
    const { object_uuid, object_type, type, payload } = bodyOf<ActivityRow>(c);
    const caller = c.get('caller');
    if (!recordExists(world, caller.teamId, object_type, object_uuid)) {
      throw ApiError.invalid('object_uuid', 'The selected object uuid is invalid.');
    }
    return c.json(make.activity(caller, { object_type, object_uuid }, type, payload ?? {}), 201);
  });
};
