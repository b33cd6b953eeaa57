import { beforeEach, describe, expect, it, vi } from 'vitest';
import { demoOwner } from '../../fake-grinfi/seed.ts';
import { clientOn, json } from '../testing/answering.ts';
import { fakeGrinfiClient } from '../testing/fake-grinfi-client.ts';
import {
  addTagsToCompanies,
  changeStageOfCompanies,
  createCompanies,
  deleteCompany,
  findCompanies,
  findCompanyByName,
  getCompany,
  getCompanyPeople,
  removeTagsFromCompanies,
  replaceTagsOfCompanies,
  updateCompany,
} from './companies.ts';

const acme = { companyId: '4001', handle: 'acme-example', domain: 'acme.example' };

beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
});

describe('finding companies', () => {
  it('asks for many in one request and keeps their order', async () => {
    const { fake, client, calls } = fakeGrinfiClient();
    const make = (fields: Parameters<typeof fake.make.company>[1]) => fake.make.company(demoOwner, fields);
    const byDomain = make({ name: 'Borealis', website: 'https://www.borealis.example/about' });
    const byNumber = make({ name: 'Acme', ln_id: 4001, linkedin: 'acme-before' });
    const byHandle = make({ name: 'Cobalt', linkedin: 'Cobalt-Example' });
    const found = await findCompanies(client, [
      { handle: 'nobody-example' },
      { handle: 'cobalt-example' },
      acme,
      { domain: 'borealis.example' },
      {},
    ]);
    expect(found.map((company) => company?.id)).toEqual([
      undefined,
      byHandle.uuid,
      byNumber.uuid,
      byDomain.uuid,
      undefined,
    ]);
    expect(calls()).toEqual(['POST /leads/api/companies/lookup']);
    expect(fake.state.violations).toEqual([]);
  });

  it('reads a company in our words', async () => {
    const { fake, client } = fakeGrinfiClient();
    const row = fake.make.company(demoOwner, {
      name: 'Acme',
      ln_id: 4001,
      linkedin: 'https://www.linkedin.com/company/acme-example/',
      employees_range: '51-200',
      hq_raw_address: 'Lisbon',
      year_established: 0,
      lead_status_uuid: 's1',
      lists: ['l1'],
    });
    expect(await findCompanies(client, [acme])).toMatchObject([
      {
        id: row.uuid,
        object: 'company',
        fields: {
          name: 'Acme',
          companyId: '4001',
          handle: 'acme-example',
          employeesRange: '51-200',
          headquarters: 'Lisbon',
        },
        stageId: 's1',
        listIds: ['l1'],
        tagIds: [],
      },
    ]);
  });

  it('sends nothing when there is nothing to ask by', async () => {
    const { client, calls } = fakeGrinfiClient();
    expect(await findCompanies(client, [{}])).toEqual([undefined]);
    expect(calls()).toEqual([]);
  });

  it.each([
    ['another number', { ln_id: 9999, linkedin: 'acme-example', domain: 'acme.example' }],
    ['the same site but another page', { linkedin: 'acme-labs-example', domain: 'acme.example' }],
    ['nothing in common', { name: 'Acme' }],
  ])('does not take a row with %s for the company', async (_, row) => {
    const { client } = clientOn(() => json([{ uuid: 'c1', name: 'Acme', ...row }]));
    expect(await findCompanies(client, [acme])).toEqual([undefined]);
  });

  it('does not match by a site that many companies are on', async () => {
    const { client } = clientOn(() => json([{ uuid: 'c1', name: 'Other', domain: 'linktr.ee' }]));
    expect(await findCompanies(client, [{ domain: 'linktr.ee' }])).toEqual([undefined]);
  });

  it('knows a company by the number in its address', async () => {
    const { client } = clientOn(() => json([{ uuid: 'c1', ln_id: 4001, linkedin: 'acme-example' }]));
    expect(await findCompanies(client, [{ handle: '4001' }])).toMatchObject([{ id: 'c1' }]);
  });

  it('takes a wrapped answer, skips rows it cannot use, and takes 404 for none', async () => {
    const rows = { data: [{ name: 'no id' }, null, { company: { uuid: 'c1', ln_id: '4001' } }] };
    expect(await findCompanies(clientOn(() => json(rows)).client, [acme])).toMatchObject([{ id: 'c1' }]);
    expect(await findCompanies(clientOn(() => json({}, 404)).client, [acme])).toEqual([undefined]);
  });

  it.each([
    ['a page of somebody else', () => new Response('<html></html>')],
    ['nothing', () => new Response('')],
    ['something else', () => json({ ok: true })],
  ])('does not take %s for "none"', async (_, answer) => {
    await expect(findCompanies(clientOn(answer).client, [acme])).rejects.toMatchObject({ kind: 'malformed' });
  });

  it('finds by exactly the same name where asked to', async () => {
    const { fake, client } = fakeGrinfiClient();
    const { uuid } = fake.make.company(demoOwner, { name: 'Acme' });
    expect(await findCompanyByName(client, ' acme ')).toMatchObject({ id: uuid });
    expect(await findCompanyByName(client, 'Acm')).toBeUndefined();
  });
});

describe('saving companies', () => {
  it('creates many in one request and tells which is which', async () => {
    const { fake, client, calls } = fakeGrinfiClient();
    const list = fake.make.list(demoOwner, 'Accounts').uuid;
    const companies = [
      { name: 'Acme', handle: 'acme-example', website: 'https://acme.example', industry: undefined },
      { name: 'Borealis', employeesRange: '51-200', headquarters: 'Porto' },
    ];
    const made = await createCompanies(client, companies, [list]);
    expect(made.map((company) => company?.fields.name)).toEqual(['Acme', 'Borealis']);
    expect(made[0]?.listIds).toEqual([list]);
    expect(calls()).toEqual(['POST /leads/api/companies']);
    expect(fake.control.log()[0]?.body).toEqual({
      companies: [
        { name: 'Acme', linkedin: 'acme-example', website: 'https://acme.example' },
        { name: 'Borealis', employees_range: '51-200', hq_raw_address: 'Porto' },
      ],
      list_uuids: [list],
    });
    expect(fake.state.violations).toEqual([]);
  });

  it.each([
    ['one row, whatever it is called', () => json([{ uuid: 'c1', name: 'ACME Inc.' }]), 'c1'],
    ['a bare record', () => json({ uuid: 'c1', name: 'Acme' }), 'c1'],
    ['rows in data', () => json({ data: [{ uuid: 'c1' }] }), 'c1'],
    ['nothing', () => new Response('', { status: 201 }), undefined],
  ])('understands %s as the answer to one', async (_, answer, id) => {
    const made = await createCompanies(clientOn(answer).client, [{ name: 'Acme' }]);
    expect(made.map((company) => company?.id)).toEqual([id]);
  });

  it('updates what create does not take, and empties fields', async () => {
    const { fake, client } = fakeGrinfiClient();
    const { uuid } = fake.make.company(demoOwner, { name: 'Acme', phone: '1', industry: 'Robotics' });
    const stageId = fake.state.stages.all().find(({ object }) => object === 'company')?.uuid;
    await updateCompany(client, uuid, { companyId: '4001', about: 'Makes things.', phone: null, stageId });
    expect(await getCompany(client, uuid)).toMatchObject({
      fields: { name: 'Acme', companyId: '4001', about: 'Makes things.', industry: 'Robotics' },
      stageId,
    });
    expect((await getCompany(client, uuid))?.fields.phone).toBeUndefined();
    expect(fake.control.log()[0]?.body).toMatchObject({ ln_id: 4001 });
  });

  it('never sends a LinkedIn number that is none', async () => {
    const { client, sent } = clientOn(() => new Response(''));
    await updateCompany(client, 'c1', { companyId: 'acme' });
    expect(sent).toEqual([]);
  });

  it('is gone after deletion, and stays so', async () => {
    const { fake, client } = fakeGrinfiClient();
    const { uuid } = fake.make.company(demoOwner, { name: 'Acme' });
    await deleteCompany(client, uuid);
    await deleteCompany(client, uuid);
    expect(await getCompany(client, uuid)).toBeUndefined();
  });

  it('changes tags and stage of many', async () => {
    const { fake, client } = fakeGrinfiClient();
    const [one, two] = [fake.make.tag(demoOwner, 'One').uuid, fake.make.tag(demoOwner, 'Two').uuid];
    const rows = [fake.make.company(demoOwner, { name: 'A' }), fake.make.company(demoOwner, { name: 'B' })];
    const ids = rows.map(({ uuid }) => uuid);
    await addTagsToCompanies(client, ids, [one, two]);
    await removeTagsFromCompanies(client, ids, [one]);
    expect(rows.map(({ tags }) => tags)).toEqual([[two], [two]]);
    await replaceTagsOfCompanies(client, ids, [one]);
    expect(rows[0]?.tags).toEqual([one]);
    const stage = fake.state.stages.all().findLast(({ object }) => object === 'company')?.uuid ?? '';
    await changeStageOfCompanies(client, ids, stage);
    expect(rows.map((row) => row.lead_status_uuid)).toEqual([stage, stage]);
  });
});

describe('the people of a company', () => {
  it.each(['bare', 'wrapped'] as const)('are its contacts in their %s form', async (contactForm) => {
    const { fake, client } = fakeGrinfiClient({ quirks: { contactForm } });
    const list_uuid = fake.make.list(demoOwner, 'Prospects').uuid;
    const company = fake.make.company(demoOwner, { name: 'Acme' });
    const ada = fake.make.lead(demoOwner, { list_uuid, first_name: 'Ada', company_uuid: company.uuid });
    fake.make.lead(demoOwner, { list_uuid, first_name: 'Grace' });
    expect((await getCompanyPeople(client, company.uuid)).map(({ id }) => id)).toEqual([ada.uuid]);
    expect(fake.state.violations).toEqual([]);
  });

  it.each([
    ['an empty list', []],
    ['an empty map', {}],
    ['a map in data', { data: { other: [] } }],
  ])('are none for %s', async (_, answer) => {
    expect(await getCompanyPeople(clientOn(() => json(answer)).client, 'c1')).toEqual([]);
  });
});
