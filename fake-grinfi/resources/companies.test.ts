import { describe, expect, it } from 'vitest';
import { createCaller } from '../caller.ts';
import { demoOwner, demoSeed, seedUuid } from '../seed.ts';
import { createFakeGrinfi } from '../server.ts';
import type { Quirks } from '../world.ts';

const harbor = seedUuid(6, 1);
const pinecrest = seedUuid(6, 2);

const setUp = (quirks: Partial<Quirks> = {}) => {
  const fake = createFakeGrinfi({ seed: demoSeed, quirks });
  const call = createCaller(fake);
  const create = (companies: Record<string, unknown>[], list_uuids?: string[]) =>
    call('POST', '/leads/api/companies', { companies, ...(list_uuids ? { list_uuids } : {}) });
  const lookUp = async (lookups: Record<string, string>[]) =>
    ((await call('POST', '/leads/api/companies/lookup', { lookups })).body as { uuid: string }[]).map(
      (one) => one.uuid,
    );
  const company = (uuid = harbor) => fake.state.companies.get(demoOwner.teamId, uuid);
  return { fake, call, create, lookUp, company };
};

describe('the lookup of companies', () => {
  it('answers in the order of the server and leaves misses out', async () => {
    const { lookUp } = setUp();
    const asked = [{ name: 'Nowhere' }, { linkedin: 'pinecrest-robotics-example' }, { ln_id: '900000101' }];
    expect(await lookUp(asked)).toEqual([harbor, pinecrest]);
  });

  it('shows a company once, however often it is meant', async () => {
    expect(
      await setUp().lookUp([{ ln_id: '900000101' }, { website: 'https://harborlight.example.com/' }]),
    ).toEqual([harbor]);
  });

  it('refuses an entry that names nothing', async () => {
    const answer = await setUp().call('POST', '/leads/api/companies/lookup', {
      lookups: [{ ln_id: '1' }, {}],
    });
    expect(answer).toMatchObject({
      status: 422,
      body: { error: { data: { 'lookups.1': [expect.any(String)] } } },
    });
  });
});

describe('the creation of companies', () => {
  it('takes the documented fields and drops the rest', async () => {
    const { create } = setUp();
    const { status, body } = await create(
      [
        {
          name: 'Kitewright',
          website: 'https://www.kitewright.example.com',
          phone: '1',
          ln_id: 5,
          about: 'x',
        },
      ],
      [seedUuid(3, 1)],
    );
    expect(status).toBe(200);
    expect(body).toMatchObject([
      {
        name: 'Kitewright',
        domain: 'kitewright.example.com',
        phone: null,
        ln_id: null,
        about: null,
        lists: [seedUuid(3, 1)],
        lead_status_uuid: seedUuid(2, 5),
      },
    ]);
  });

  it('makes a second company of a second call, so that doubling shows', async () => {
    const { create, fake } = setUp();
    await create([{ name: 'Kitewright', linkedin: 'kitewright-example' }]);
    await create([{ name: 'Kitewright', linkedin: 'kitewright-example' }]);
    expect(fake.state.companies.size).toBe(4);
  });

  it('gives back the known one where the server is kinder', async () => {
    const { create, fake } = setUp({ sameCompany: 'returned' });
    const { body } = await create([{ name: 'HLA', linkedin: 'harborlight-analytics-example' }]);
    expect(body).toMatchObject([{ uuid: harbor, name: 'Harborlight Analytics' }]);
    expect(fake.state.companies.size).toBe(2);
  });

  it('makes none when one entry is wrong', async () => {
    const { create, fake } = setUp();
    expect((await create([{ name: 'Kitewright' }, { domain: 'x.example.com' }])).status).toBe(422);
    expect((await create([{ name: 'Kitewright' }], ['unknown'])).status).toBe(422);
    expect(fake.state.companies.size).toBe(2);
  });

  it('links the contacts that name it', async () => {
    const { create, call, fake } = setUp();
    const people = fake.make.lead(demoOwner, { list_uuid: seedUuid(3, 1), company_name: 'Kitewright' });
    const [made] = (await create([{ name: 'Kitewright' }])).body as { uuid: string }[];
    const uuid = made?.uuid ?? '';
    const answer = await call('POST', '/leads/api/companies/leads', { uuids: [uuid, 'unknown'] });
    expect(answer.body).toEqual({ [uuid]: [expect.objectContaining({ uuid: people.uuid })] });
  });
});

describe('the update of a company', () => {
  it('changes what it is sent, and the stage with its place in the history', async () => {
    const { call, fake } = setUp();
    const body = {
      ln_id: 7,
      phone: '+31 000',
      lead_status_uuid: seedUuid(2, 23),
      tags: ['x'],
      year_established: 1900,
    };
    const answer = await call('PUT', `/leads/api/companies/${harbor}`, body);
    expect(answer.body).toMatchObject({
      ln_id: 7,
      phone: '+31 000',
      lead_status_uuid: seedUuid(2, 23),
      tags: [seedUuid(4, 6)],
      year_established: null,
    });
    const [change] = fake.state.activities.all().filter((one) => one.object_type === 'company');
    expect(change).toMatchObject({ object_uuid: harbor, type: 'pipeline_stage_changed' });
  });

  it('refuses the stage of a contact and an id that is no number', async () => {
    const { call } = setUp();
    const put = async (body: unknown) => (await call('PUT', `/leads/api/companies/${harbor}`, body)).status;
    expect(await put({ lead_status_uuid: seedUuid(2, 1) })).toBe(422);
    expect(await put({ ln_id: '7' })).toBe(422);
  });
});

describe('a mass action on companies', () => {
  const act = (
    call: ReturnType<typeof setUp>['call'],
    type: string,
    payload: Record<string, unknown>,
    ids = [harbor],
  ) => call('PUT', '/leads/api/companies/mass-action', { type, filter: { ids }, payload });

  it('tags, stages and deletes', async () => {
    const { call, company, fake } = setUp();
    await act(call, 'company_add_tags', { tag_uuid: seedUuid(4, 1) });
    expect(company()?.tags).toEqual([seedUuid(4, 6), seedUuid(4, 1)]);
    await act(call, 'company_remove_tags', { tag_uuid: seedUuid(4, 6) });
    await act(call, 'company_change_pipeline_stage', { pipeline_stage_uuid: seedUuid(2, 24) });
    expect(company()).toMatchObject({ tags: [seedUuid(4, 1)], lead_status_uuid: seedUuid(2, 24) });
    await act(call, 'company_replace_tags', { tag_uuids: [] });
    expect(company()?.tags).toEqual([]);
    await act(call, 'company_delete', {});
    expect(fake.state.companies.size).toBe(1);
    expect(fake.state.leads.all().some((lead) => lead.company_uuid === harbor)).toBe(false);
  });

  it('is refused for unknown ids', async () => {
    const answer = await act(setUp().call, 'company_delete', {}, ['unknown']);
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([
      422,
      expect.stringMatching(/No companies found/),
    ]);
  });
});

describe('the list of companies', () => {
  it.each([
    ['?filter%5Bq%5D=robot', [pinecrest]],
    ['?order_field=name&order_type=desc&limit=1', [pinecrest]],
    ['?q=robot', [harbor, pinecrest]],
  ])('answers %s', async (query, uuids) => {
    const { body } = await setUp().call('GET', `/leads/api/companies${query}`);
    expect((body as { data: { uuid: string }[] }).data.map((one) => one.uuid)).toEqual(uuids);
    expect(body).not.toHaveProperty('has_more');
  });

  it('searches with a filter in the body', async () => {
    const { call } = setUp();
    const filter = { industry: ['Industrial Automation'], tags: 'is_null' };
    const answer = await call('POST', '/leads/api/companies/list', { filter });
    expect(answer.body).toMatchObject({ data: [{ uuid: pinecrest }], total: 1, has_more: false });
    expect((await call('POST', '/leads/api/companies/list', { filter: { mood: 'x' } })).status).toBe(500);
  });
});
