import { describe, expect, it } from 'vitest';
import { createCaller } from '../caller.ts';
import { demoOwner, demoSeed, seedUuid } from '../seed.ts';
import { createFakeGrinfi } from '../server.ts';
import type { Quirks } from '../world.ts';

const odalys = seedUuid(7, 1);
const list = seedUuid(3, 1);
const otherList = seedUuid(3, 2);

const setUp = (quirks: Partial<Quirks> = {}) => {
  const fake = createFakeGrinfi({ seed: demoSeed, quirks });
  const call = createCaller(fake);
  const upsert = (lead: Record<string, unknown>, more: Record<string, unknown> = {}) =>
    call('POST', '/leads/api/leads/upsert', { lead, list_uuid: list, ...more });
  const act = (type: string, ids: string[], payload?: Record<string, unknown>) =>
    call('PUT', '/leads/api/leads/mass-action', { type, filter: { ids }, ...(payload ? { payload } : {}) });
  const lead = (uuid = odalys) => fake.state.leads.get(demoOwner.teamId, uuid);
  const search = async (filter: Record<string, unknown>) => {
    const answer = await call('POST', '/leads/api/leads/search', { filter, order_type: 'asc' });
    const { data } = (answer.body ?? {}) as { data?: { first_name: string }[] };
    return data?.map((one) => one.first_name) ?? answer.status;
  };
  return { fake, call, upsert, act, lead, search };
};

describe('upsert', () => {
  it('creates a contact in its list and in the first stage', async () => {
    const { upsert, fake } = setUp();
    const { status, body } = await upsert({
      linkedin_id: 'https://www.linkedin.com/in/fresh-example/',
      ln_id: 'ACoAAFresh',
      first_name: 'Fresh',
      last_name: 'Face',
      email: 'fresh@example.com',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      linkedin: 'fresh-example',
      ln_id: 'ACoAAFresh',
      name: 'Fresh Face',
      work_email: 'fresh@example.com',
      personal_email: null,
      list_uuid: list,
      pipeline_stage_uuid: seedUuid(2, 1),
    });
    expect(fake.state.leads.size).toBe(5);
  });

  it('leaves one contact when it is sent twice', async () => {
    const { upsert, fake } = setUp();
    const first = await upsert({ linkedin_id: 'fresh-example', position: 'CEO' });
    const second = await upsert({ linkedin_id: 'Fresh-Example', headline: 'x' });
    expect(second.body).toMatchObject({
      uuid: (first.body as { uuid: string }).uuid,
      position: 'CEO',
      headline: 'x',
    });
    expect(fake.state.leads.size).toBe(5);
  });

  it('moves a known contact only when asked', async () => {
    const { upsert, lead } = setUp();
    const known = { linkedin_id: 'odalys-brightwater-example' };
    await upsert(known, { list_uuid: otherList });
    expect(lead()?.list_uuid).toBe(list);
    await upsert(known, { list_uuid: otherList, move_to_list: true });
    expect(lead()?.list_uuid).toBe(otherList);
  });

  it.each([
    ['refused', 422],
    ['returned', 200],
  ] as const)('leaves a known contact alone when it must not update: %s', async (knownContact, status) => {
    const { upsert, lead } = setUp({ knownContact });
    const known = { linkedin_id: 'odalys-brightwater-example', position: 'Pirate' };
    expect((await upsert(known, { update_if_exists: false })).status).toBe(status);
    expect(lead()?.position).toBe('Chief Executive Officer');
  });

  it('refuses a list that is not there', async () => {
    const { upsert } = setUp();
    const answer = await upsert({ linkedin_id: 'x' }, { list_uuid: 'gone' });
    expect(answer).toMatchObject({
      status: 422,
      body: { error: { data: { list_uuid: [expect.any(String)] } } },
    });
  });

  it('takes custom fields by name and drops unknown ones', async () => {
    const { upsert, fake } = setUp();
    await upsert({ linkedin_id: 'x' }, { custom_fields: { lead_source: 'fair', shoe_size: '44' } });
    await upsert({ linkedin_id: 'x' }, { custom_fields: { lead_source: 'web' } });
    expect(fake.state.customFieldValues.all().map((one) => one.value)).toEqual(['web']);
  });

  it('links the contact to its company by domain or name', async () => {
    const { upsert } = setUp();
    const byName = await upsert({ linkedin_id: 'x', company_name: 'PINECREST Robotics' });
    expect(byName.body).toMatchObject({ company_uuid: seedUuid(6, 2) });
    const byDomain = await upsert({
      linkedin_id: 'y',
      company_name: 'HLA',
      domain: 'harborlight.example.com',
    });
    expect(byDomain.body).toMatchObject({ company_uuid: seedUuid(6, 1) });
  });
});

describe('the update', () => {
  it('drops tags, stage, list and custom fields without a word', async () => {
    const { call, lead } = setUp();
    const before = structuredClone(lead());
    const body = {
      tags: [],
      pipeline_stage_uuid: 'x',
      list_uuid: otherList,
      custom_fields: { a: 1 },
      position: 'Chair',
    };
    expect((await call('PUT', `/leads/api/leads/${odalys}`, body)).status).toBe(200);
    expect(lead()).toEqual({ ...before, position: 'Chair', updated_at: expect.any(String) });
  });

  it.each([
    ['dropped', { email: 'a@example.com' }, 'odalys@harborlight.example.com'],
    ['dropped', { work_email: 'a@example.com' }, 'a@example.com'],
    ['saved', { email: 'a@example.com' }, 'a@example.com'],
  ] as const)('has its e-mail %s when it sends %o', async (emailOnUpdate, body, expected) => {
    const { call, lead } = setUp({ emailOnUpdate });
    await call('PUT', `/leads/api/leads/${odalys}`, body);
    expect(lead()?.work_email).toBe(expected);
  });

  it('clears what it sends as null and keeps the full name in step', async () => {
    const { call } = setUp();
    const body = { headline: null, last_name: 'Tidewell' };
    const answer = await call('PUT', `/leads/api/leads/${odalys}`, body);
    expect(answer.body).toMatchObject({ headline: null, name: 'Odalys Tidewell' });
  });
});

describe('the deletion', () => {
  it('takes along notes, history and automations of the contact', async () => {
    const { call, fake } = setUp();
    expect((await call('DELETE', `/leads/api/leads/${odalys}`)).status).toBe(204);
    expect((await call('GET', `/leads/api/leads/${odalys}`)).status).toBe(404);
    expect((await call('DELETE', `/leads/api/leads/${odalys}`)).status).toBe(404);
    expect(JSON.stringify(fake.state)).not.toContain(odalys);
  });
});

describe('the lookup', () => {
  it.each([
    [{ linkedin_id: 'https://www.linkedin.com/in/odalys-brightwater-example' }, 200],
    [{ email: 'Odalys@harborlight.example.com' }, 200],
    [{ name: 'Odalys Brightwater', company_name: 'Harborlight Analytics' }, 200],
    [{ name: 'Odalys Brightwater', company_name: 'Elsewhere' }, 404],
    [{ linkedin_id: null, email: null }, 422],
    [{ name: 'Odalys Brightwater' }, 422],
  ])('answers %o with %i', async (body, status) => {
    expect((await setUp().call('POST', '/leads/api/leads/lookup-one', body)).status).toBe(status);
  });

  it('answers 404 without a body', async () => {
    const { body } = await setUp().call('POST', '/leads/api/leads/lookup-one', { linkedin_id: 'nobody' });
    expect(body).toBeUndefined();
  });

  it('wraps the contact where that is the form, and loses its ids without aggregation', async () => {
    const { call, search } = setUp({ contactForm: 'wrapped' });
    const ask = { linkedin_id: 'odalys-brightwater-example' };
    const whole = await call('POST', '/leads/api/leads/lookup-one', ask);
    expect(whole.body).toMatchObject({ lead: { uuid: odalys, linkedin: ask.linkedin_id }, flows: [{}] });
    const bare = await call('POST', '/leads/api/leads/lookup-one', { ...ask, disable_aggregation: true });
    expect(bare.body).toMatchObject({ uuid: odalys, linkedin: null });
    expect(await search({ q: 'odalys' })).toEqual([undefined]);
  });

  it('never shows the number by which members are matched', async () => {
    const { fake, call } = setUp();
    const [row] = fake.state.leads.all();
    if (row) row.ln_member_id = '42';
    const answer = await call('POST', '/leads/api/leads/lookup-one', { linkedin_id: '42' });
    expect(answer.body).toMatchObject({ uuid: odalys });
    expect(answer.body).not.toHaveProperty('ln_member_id');
  });
});

describe('the search', () => {
  it.each([
    [{}, ['Odalys', 'Tiberiu', 'Wanjiru', 'Isko']],
    [{ q: 'HARBORLIGHT' }, ['Odalys', 'Wanjiru']],
    [{ tags: [seedUuid(4, 2)] }, ['Tiberiu']],
    [{ list_uuid: [list, otherList] }, ['Odalys', 'Tiberiu']],
    [{ email_status: 'is_null' }, ['Tiberiu', 'Wanjiru', 'Isko']],
    [{ created_at: { '>=': '2999-01-01' } }, []],
    [{ company_name: 'Nobody' }, ['Odalys', 'Tiberiu', 'Wanjiru', 'Isko']],
    [{ updated_at: '2026-01-01' }, 500],
  ])('with %o finds %o', async (filter, expected) => {
    expect(await setUp().search(filter)).toEqual(expected);
  });

  it('filters by names where the reference is right', async () => {
    expect(await setUp({ nameFilters: 'applied' }).search({ company_name: 'Pinecrest Robotics' })).toEqual([
      'Tiberiu',
    ]);
  });

  it.each([
    [{ all: true }, 4],
    [{ filter: { q: 'harborlight' } }, 2],
    [{ ids: [odalys, seedUuid(7, 99)] }, 1],
  ])('counts %o', async (body, total) => {
    expect((await setUp().call('POST', '/leads/api/leads/count', body)).body).toEqual({ total });
  });
});

describe('a mass action', () => {
  it('adds, takes and replaces tags', async () => {
    const { act, lead } = setUp();
    const [decider, hiring, met] = [seedUuid(4, 1), seedUuid(4, 2), seedUuid(4, 3)];
    const added = await act('contact_add_tags', [odalys], { tag_uuid: hiring });
    expect(added).toMatchObject({ status: 200, body: undefined });
    expect(lead()?.tags).toEqual([decider, met, hiring]);
    await act('contact_add_tags', [odalys], { tag_uuid: hiring });
    await act('contact_remove_tags', [odalys], { tag_uuid: met });
    expect(lead()?.tags).toEqual([decider, hiring]);
    await act('contact_replace_tags', [odalys], { tag_uuids: [met] });
    expect(lead()?.tags).toEqual([met]);
  });

  it('changes the stage and leaves that in the history, once', async () => {
    const { act, lead, fake } = setUp();
    const stage = seedUuid(2, 20);
    const changes = () => fake.state.activities.all().filter((one) => one.type === 'pipeline_stage_changed');
    await act('contact_change_pipeline_stage', [odalys], { pipeline_stage_uuid: stage });
    await act('contact_change_pipeline_stage', [odalys], { pipeline_stage_uuid: stage });
    expect(lead()?.pipeline_stage_uuid).toBe(stage);
    expect(changes()).toMatchObject([{ object_uuid: odalys, payload: { to_pipeline_stage_uuid: stage } }]);
  });

  it('changes list and custom field, enrols, cancels and marks read', async () => {
    const { act, lead, fake } = setUp();
    const row = lead();
    if (row) row.unread_counts = [{ category: 'linkedin', count: 2 }];
    await act('contact_change_list', [odalys], { list_uuid: otherList });
    await act('contact_change_custom_field', [odalys], { custom_field_uuid: seedUuid(5, 1), value: 'fair' });
    await act('contact_add_to_flow', [odalys, seedUuid(7, 2)], { flow_uuid: seedUuid(8, 2) });
    await act('contact_cancel_from_flows', [odalys], { flow_uuids: [seedUuid(8, 2)] });
    await act('contact_mark_read', [odalys]);
    expect((await act('contact_export_csv', [odalys])).status).toBe(200);
    expect(lead()).toMatchObject({ list_uuid: otherList, unread_counts: [] });
    expect(fake.state.customFieldValues.all()).toMatchObject([{ value: 'fair', object_uuid: odalys }]);
    const enrolled = fake.state.enrolments.all().filter((one) => one.flow_uuid === seedUuid(8, 2));
    expect(enrolled.map((one) => one.status)).toEqual(['canceled', 'in_progress']);
  });

  it('deletes the meant ones and nobody else', async () => {
    const { act, call, fake } = setUp();
    await act('contact_delete', [odalys]);
    expect(fake.state.leads.size).toBe(3);
    const filter = { all: true, ids: [], excludeIds: [seedUuid(7, 2)] };
    await call('PUT', '/leads/api/leads/mass-action', { type: 'contact_delete', filter });
    expect(fake.state.leads.all().map((one) => one.uuid)).toEqual([seedUuid(7, 2)]);
  });

  it.each([
    ['no ids', { ids: [] }, /filter.ids/],
    ['no filter inside', {}, /filter.ids/],
    ['ids that nobody has', { ids: ['x'] }, /No leads found to apply action/],
  ])('is refused with %s', async (_what, filter, expected) => {
    const { call, fake } = setUp();
    const answer = await call('PUT', '/leads/api/leads/mass-action', { type: 'contact_delete', filter });
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([422, expect.stringMatching(expected)]);
    expect(fake.state.leads.size).toBe(4);
  });

  it.each([
    ['contact_add_tags', {}, 'payload.tag_uuid'],
    ['contact_add_tags', { tag_uuid: 'x' }, 'payload.tag_uuid'],
    ['contact_replace_tags', { tag_uuids: ['x'] }, 'payload.tag_uuids'],
    ['contact_change_list', { list_uuid: 'x' }, 'payload.list_uuid'],
    [
      'contact_change_pipeline_stage',
      { pipeline_stage_uuid: seedUuid(2, 22) },
      'payload.pipeline_stage_uuid',
    ],
    ['contact_add_to_flow', { flow_uuid: 'x' }, 'payload.flow_uuid'],
  ])('%s is refused with the payload %o', async (type, payload, field) => {
    const answer = await setUp().act(type, [odalys], payload);
    expect(answer.status).toBe(422);
    expect(answer.body).toHaveProperty(['error', 'data', field]);
  });
});
