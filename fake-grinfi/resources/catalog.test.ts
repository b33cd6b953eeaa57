import { describe, expect, it } from 'vitest';
import { createCaller } from '../caller.ts';
import { demoOwner, demoSeed, seedUuid } from '../seed.ts';
import { createFakeGrinfi } from '../server.ts';
import type { Quirks } from '../world.ts';

const odalys = seedUuid(7, 1);
const harbor = seedUuid(6, 1);
const filterText = (value: unknown) => encodeURIComponent(JSON.stringify(value));

const setUp = (quirks: Partial<Quirks> = {}) => {
  const fake = createFakeGrinfi({ seed: demoSeed, quirks });
  const call = createCaller(fake);
  const rows = async (path: string) => {
    const { status, body } = await call('GET', path);
    return (body as { data?: Record<string, unknown>[] } | undefined)?.data ?? status;
  };
  return { fake, call, rows };
};

describe('lists', () => {
  it('page, and are found by text', async () => {
    const { call, rows } = setUp();
    const first = await call('GET', '/leads/api/lists?limit=2');
    expect(first.body).toMatchObject({ data: [{}, {}], limit: 2, offset: 0, total: 5 });
    expect(await rows('/leads/api/lists?limit=2&offset=4')).toHaveLength(1);
    expect(await rows('/leads/api/lists?filter%5Bq%5D=lisbon')).toMatchObject([
      { name: 'Conference Lisbon' },
    ]);
  });

  it('go only when they are empty, and leave the companies in them', async () => {
    const { call, fake } = setUp();
    expect((await call('DELETE', `/leads/api/lists/${seedUuid(3, 1)}`)).status).toBe(422);
    for (const lead of fake.state.leads.all()) fake.state.leads.update(lead, { list_uuid: seedUuid(3, 2) });
    expect((await call('DELETE', `/leads/api/lists/${seedUuid(3, 1)}`)).status).toBe(204);
    expect(fake.state.companies.get(demoOwner.teamId, harbor)?.lists).toEqual([]);
  });

  it('count their contacts', async () => {
    const { body } = await setUp().call('POST', '/leads/api/lists/metrics', { uuids: [seedUuid(3, 1)] });
    expect(body).toEqual({ [seedUuid(3, 1)]: { leads_count: 1 } });
  });
});

describe('tags', () => {
  it('refuse a name that is taken, whatever its case', async () => {
    const { call } = setUp();
    const answer = await call('POST', '/leads/api/tags', { name: 'HIRING' });
    expect(answer).toMatchObject({ status: 422, body: { error: { data: { name: [expect.any(String)] } } } });
    expect((await call('PUT', `/leads/api/tags/${seedUuid(4, 2)}`, { name: 'Hiring!' })).status).toBe(200);
    expect((await call('PUT', `/leads/api/tags/${seedUuid(4, 2)}`, { name: 'Partner' })).status).toBe(422);
  });

  it('may share a name where the server allows it', async () => {
    expect(
      (await setUp({ sameTagName: 'created' }).call('POST', '/leads/api/tags', { name: 'Hiring' })).status,
    ).toBe(201);
  });

  it('are taken off every record when they go', async () => {
    const { call, fake } = setUp();
    await call('DELETE', `/leads/api/tags/${seedUuid(4, 1)}`);
    expect(fake.state.leads.all().flatMap((lead) => lead.tags)).not.toContain(seedUuid(4, 1));
  });

  it('count what is asked for', async () => {
    const ask = { uuids: [seedUuid(4, 6)], metrics: ['companies_count'] };
    const { body } = await setUp().call('POST', '/leads/api/tags/metrics', ask);
    expect(body).toEqual({ [seedUuid(4, 6)]: { companies_count: 1 } });
  });
});

describe('pipeline stages', () => {
  const json = `/leads/api/pipeline-stages?filter=${filterText({ object: 'lead', type: 'custom' })}`;
  const brackets = '/leads/api/pipeline-stages?filter%5Bobject%5D=lead&filter%5Btype%5D=custom';
  const custom = [{ name: 'Meeting booked' }, { name: 'Not interested' }];

  it.each([
    ['both', json, custom],
    ['both', brackets, custom],
    ['json', json, custom],
    ['json', brackets, 422],
    ['brackets', brackets, custom],
    ['brackets', json, 422],
  ] as const)('understand %s forms of the filter: %s', async (jsonFilter, path, expected) => {
    const found = await setUp({ jsonFilter }).rows(path);
    if (expected === 422) expect(found).toBe(422);
    else expect(found).toMatchObject(expected);
  });

  it('ask whose stages are meant', async () => {
    const { rows } = setUp();
    expect(await rows('/leads/api/pipeline-stages')).toBe(422);
    expect(await rows(`/leads/api/pipeline-stages?filter=${filterText({ type: 'new' })}`)).toBe(422);
  });

  it('send their records back to the first stage when they go', async () => {
    const { call, fake } = setUp();
    expect((await call('DELETE', `/leads/api/pipeline-stages/${seedUuid(2, 1)}`)).status).toBe(422);
    await call('DELETE', `/leads/api/pipeline-stages/${seedUuid(2, 20)}`);
    await call('DELETE', `/leads/api/pipeline-stages/${seedUuid(2, 22)}`);
    expect(fake.state.leads.get(demoOwner.teamId, seedUuid(7, 2))?.pipeline_stage_uuid).toBe(seedUuid(2, 1));
    expect(fake.state.companies.get(demoOwner.teamId, harbor)?.lead_status_uuid).toBe(seedUuid(2, 5));
  });
});

describe('custom fields', () => {
  const value = (more: Record<string, unknown>) => ({
    custom_field_uuid: seedUuid(5, 3),
    object_type: 'company',
    object_uuid: harbor,
    ...more,
  });

  it('keep one value a record, which null clears', async () => {
    const { call, fake } = setUp();
    const first = await call('POST', '/leads/api/custom-field-values', value({ value: 'gold' }));
    expect(first).toMatchObject({ status: 201, body: { value: 'gold' } });
    await call('POST', '/leads/api/custom-field-values', value({ value: null }));
    expect(fake.state.customFieldValues.all()).toMatchObject([{ value: null }]);
  });

  it.each([
    { object_type: 'lead', object_uuid: odalys },
    { object_uuid: 'unknown' },
    { custom_field_uuid: 'unknown' },
  ])('refuse a value with %o', async (wrong) => {
    const answer = await setUp().call(
      'POST',
      '/leads/api/custom-field-values',
      value({ value: 'x', ...wrong }),
    );
    expect(answer.status).toBe(422);
  });

  it('go with their values', async () => {
    const { call, fake } = setUp();
    await call('POST', '/leads/api/custom-field-values', value({ value: 'gold' }));
    await call('DELETE', `/leads/api/custom-fields/${seedUuid(5, 3)}`);
    expect(fake.state.customFieldValues.size).toBe(0);
  });

  it('are at most a hundred for each object', async () => {
    const { call, fake } = setUp();
    for (let made = 2; made < 100; made += 1) fake.make.customField(demoOwner, 'lead', `field_${made}`);
    expect(
      (await call('POST', '/leads/api/custom-fields', { name: 'one_more', object: 'lead' })).status,
    ).toBe(422);
    expect(
      (await call('POST', '/leads/api/custom-fields', { name: 'one_more', object: 'company' })).status,
    ).toBe(201);
  });
});

describe('notes', () => {
  it('are written, read, changed and deleted', async () => {
    const { call } = setUp();
    const made = await call('POST', '/leads/api/notes', {
      object: 'company',
      object_uuid: harbor,
      note: 'Ring back.',
    });
    const { uuid } = made.body as { uuid: string };
    expect((await call('PUT', `/leads/api/notes/${uuid}`, { note: 'Rang.' })).body).toMatchObject({
      note: 'Rang.',
    });
    expect((await call('GET', `/leads/api/notes/${uuid}`)).body).toMatchObject({
      note: 'Rang.',
      object_uuid: harbor,
    });
    expect((await call('DELETE', `/leads/api/notes/${uuid}`)).status).toBe(204);
    expect((await call('GET', `/leads/api/notes/${uuid}`)).status).toBe(404);
  });

  it('come of all records, since there is no filter', async () => {
    const { rows } = setUp();
    expect(await rows(`/leads/api/notes?filter%5Bobject_uuid%5D=${odalys}&order_type=desc`)).toHaveLength(3);
  });

  it('are refused for a record that is not there', async () => {
    const body = { object: 'lead', object_uuid: harbor, note: 'x' };
    expect((await setUp().call('POST', '/leads/api/notes', body)).status).toBe(422);
  });
});

describe('activities', () => {
  const path = (filter: unknown, more = '') => `/leads/api/activities?filter=${filterText(filter)}${more}`;

  it('are found by record, type and time', async () => {
    const { rows } = setUp();
    expect(await rows(path({ lead_uuid: odalys }))).toHaveLength(4);
    expect(
      await rows(path({ lead_uuid: odalys, type: 'linkedin_message_replied' }, '&object=lead')),
    ).toHaveLength(1);
    expect(await rows(path({ created_at: { '<': '2000-01-01' } }))).toEqual([]);
    expect(await rows(path({ company_uuid: odalys }))).toEqual([]);
    expect(await rows('/leads/api/activities?filter%5Blead_uuid%5D=x')).toEqual([]);
    expect(await rows('/leads/api/activities')).toBe(422);
  });

  it('give the newest first when asked', async () => {
    const found = await setUp().rows(
      path({ lead_uuid: odalys }, '&order_field=created_at&order_type=desc&limit=1'),
    );
    expect(found).toMatchObject([{ type: 'linkedin_message_replied' }]);
  });

  it('show no column but the documented ones', async () => {
    const found = (await setUp().rows(path({ lead_uuid: odalys }))) as object[];
    expect(Object.keys(found[0] ?? {}).sort()).toEqual(
      ['created_at', 'object_type', 'object_uuid', 'payload', 'team_id', 'type', 'uuid'].sort(),
    );
  });
});

describe('automations', () => {
  const flow = seedUuid(8, 2);
  const statuses = (fake: ReturnType<typeof setUp>['fake']) =>
    fake.state.enrolments
      .all()
      .filter((one) => one.flow_uuid === flow)
      .map((one) => one.status);

  it('are found by status and text', async () => {
    const { rows } = setUp();
    expect(await rows('/flows/api/flows?filter%5Bstatus%5D=on')).toHaveLength(2);
    expect(await rows('/flows/api/flows?filter%5Bq%5D=old')).toMatchObject([{ status: 'archived' }]);
  });

  it('take a contact once, let it go, and take it again', async () => {
    const { call, fake } = setUp();
    const enrol = () => call('POST', `/flows/api/flows/${flow}/leads/${odalys}`);
    expect((await enrol()).status).toBe(204);
    await enrol();
    expect(statuses(fake)).toEqual(['in_progress']);
    await call('PUT', `/flows/api/flows/leads/${odalys}/cancel-all`);
    expect(statuses(fake)).toEqual(['canceled']);
    await enrol();
    expect(statuses(fake)).toEqual(['in_progress']);
    await call('PUT', `/flows/api/flows/leads/${odalys}/cancel`, { flow_uuids: [seedUuid(8, 1)] });
    expect(statuses(fake)).toEqual(['in_progress']);
    const listed = await call('POST', '/flows/api/flows-leads/list', { filter: { flow_uuid: [flow] } });
    expect(listed.body).toMatchObject({ data: [{ lead_uuid: odalys }], total: 1 });
    await call('DELETE', `/flows/api/flows/leads/${odalys}`);
    expect(statuses(fake)).toEqual([]);
  });

  it('know neither unknown contacts nor unknown automations', async () => {
    const { call } = setUp();
    expect((await call('POST', `/flows/api/flows/${flow}/leads/unknown`)).status).toBe(404);
    expect((await call('POST', `/flows/api/flows/unknown/leads/${odalys}`)).status).toBe(404);
    expect((await call('POST', '/flows/api/flows-leads/list', { filter: { name: 'x' } })).status).toBe(500);
  });

  it('skip a known contact when asked, and leave it untouched', async () => {
    const { call, fake } = setUp();
    const lead = { linkedin_id: 'odalys-brightwater-example', position: 'Pirate' };
    const body = { lead, list_uuid: seedUuid(3, 2), skip_if_lead_exists: true };
    const answer = await call('POST', `/flows/api/flows/${flow}/add-new-lead`, body);
    expect(answer).toMatchObject({ status: 200, body: { reason: 'skipped' } });
    expect(statuses(fake)).toEqual([]);
    expect(fake.state.leads.get(demoOwner.teamId, odalys)?.position).toBe('Chief Executive Officer');
  });
});
