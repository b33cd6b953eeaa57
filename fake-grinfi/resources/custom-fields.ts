import { randomUUID } from 'node:crypto';
import { ApiError } from '../errors.ts';
import { envelope, pageOf, readPage } from '../paging.ts';
import type { CustomFieldRow, CustomFieldValueRow, ObjectType } from '../rows.ts';
import type { KeyOwner } from '../state.ts';
import { bodyOf, type Resource, type World } from '../world.ts';

const mostPerObject = 100;

export function recordExists({ state }: World, teamId: number, object: ObjectType, uuid: string): boolean {
  const table = object === 'lead' ? state.leads : state.companies;
  return table.get(teamId, uuid) !== undefined;
}

/** Writes one value; there is never more than one per field and record. */
export function setCustomValue(
  { state, make }: World,
  owner: KeyOwner,
  field: CustomFieldRow,
  objectUuid: string,
  value: string | null,
): CustomFieldValueRow {
  const known = state.customFieldValues
    .of(owner.teamId)
    .find((one) => one.custom_field_uuid === field.uuid && one.object_uuid === objectUuid);
  if (known) return state.customFieldValues.update(known, { value, updated_at: make.stamp() });
  return state.customFieldValues.insert({
    uuid: randomUUID(),
    team_id: owner.teamId,
    custom_field_uuid: field.uuid,
    object_type: field.object,
    object_uuid: objectUuid,
    value,
    ...make.dates(),
  });
}

/** Custom fields and their values. No read of a record shows the values. */
export const customFields: Resource = (app, world) => {
  const { state, make, quirks } = world;
  const find = (teamId: number, uuid: string) => {
    const found = state.customFields.get(teamId, uuid);
    if (!found) throw ApiError.notFound();
    return found;
  };

  app.get('/leads/api/custom-fields', (c) => {
    const page = pageOf(state.customFields.of(c.get('caller').teamId), readPage(c.req.query(), 'asc'));
    return c.json(envelope(page, quirks.envelope === 'full' ? 'full' : 'data'));
  });

  app.post('/leads/api/custom-fields', (c) => {
    const caller = c.get('caller');
    const { name, object, order } = bodyOf<{ name: string; object: ObjectType; order?: number }>(c);
    const others = state.customFields.of(caller.teamId).filter((field) => field.object === object);
    if (others.length >= mostPerObject) throw ApiError.invalid('object', 'No more than 100 custom fields.');
    if (others.some((field) => field.name === name)) {
      throw ApiError.invalid('name', 'The name has already been taken.');
    }
    const field = make.customField(caller, object, name);
    return c.json(order === undefined ? field : state.customFields.update(field, { order }), 201);
  });

  // Known from a client of the vendor's alone; the shape is the one of the tags.
  app.put('/leads/api/custom-fields/metrics', (c) => {
    const { uuids } = bodyOf<{ uuids: string[] }>(c);
    const values = state.customFieldValues.of(c.get('caller').teamId).filter(({ value }) => value !== null);
    const count = (uuid: string, object: ObjectType) =>
      values.filter((one) => one.custom_field_uuid === uuid && one.object_type === object).length;
    const counts = (uuid: string) => ({
      leads_count: count(uuid, 'lead'),
      companies_count: count(uuid, 'company'),
    });
    return c.json(Object.fromEntries(uuids.map((uuid) => [uuid, counts(uuid)])));
  });

  app.put('/leads/api/custom-fields/:uuid', (c) => {
    const field = find(c.get('caller').teamId, c.req.param('uuid'));
    const { name, order } = { ...field, ...bodyOf<Partial<CustomFieldRow>>(c) };
    return c.json(state.customFields.update(field, { name, order }));
  });

  app.delete('/leads/api/custom-fields/:uuid', (c) => {
    const field = find(c.get('caller').teamId, c.req.param('uuid'));
    for (const value of state.customFieldValues.of(field.team_id)) {
      if (value.custom_field_uuid === field.uuid) state.customFieldValues.remove(value.uuid);
    }
    state.customFields.remove(field.uuid);
    return c.body(null, 204);
  });

  app.post('/leads/api/custom-field-values', (c) => {
    const caller = c.get('caller');
    const body =
      bodyOf<Pick<CustomFieldValueRow, 'custom_field_uuid' | 'object_type' | 'object_uuid' | 'value'>>(c);
    const field = state.customFields.get(caller.teamId, body.custom_field_uuid);
    if (!field || field.object !== body.object_type) {
      throw ApiError.invalid('custom_field_uuid', 'The selected custom field uuid is invalid.');
    }
    if (!recordExists(world, caller.teamId, body.object_type, body.object_uuid)) {
      throw ApiError.invalid('object_uuid', 'The selected object uuid is invalid.');
    }
    return c.json(setCustomValue(world, caller, field, body.object_uuid, body.value ?? null), 201);
  });
};
