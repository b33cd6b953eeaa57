import { domainOf, findCompany, handleOf } from '../dedupe.ts';
import { ApiError } from '../errors.ts';
import { applyFilter, bracketFilter, type Filter } from '../filters.ts';
import { envelope, pageOf, readPage } from '../paging.ts';
import type { CompanyRow } from '../rows.ts';
import type { KeyOwner } from '../state.ts';
import { bodyOf, contactReply, type Resource, runJob, type World } from '../world.ts';
import { linkContactsTo, removeRecord } from './contact-writes.ts';
import { type MassAction, recordsOf, tagChange, uuidIn } from './mass-action.ts';

const createFields = [
  'name',
  'domain',
  'website',
  'linkedin',
  'industry',
  'employees_range',
  'hq_raw_address',
] as const;
const updateFields = [...createFields, 'ln_id', 'phone', 'about', 'lead_status_uuid'] as const;

const filterKeys = [
  'uuid',
  'name',
  'domain',
  'website',
  'linkedin',
  'ln_id',
  'industry',
  'employees_range',
  'lead_status_uuid',
  'tags',
  'lists',
  'status',
  'data_source_uuid',
  'created_at',
];

/** Keeps what the call takes; the rest is dropped without an error. */
function columnsOf(fields: Partial<CompanyRow>, taken: readonly (keyof CompanyRow)[]): Partial<CompanyRow> {
  const given = Object.fromEntries(
    Object.entries(fields).filter(
      ([key, value]) => value !== undefined && taken.includes(key as keyof CompanyRow),
    ),
  ) as Partial<CompanyRow>;
  if (given.linkedin) given.linkedin = handleOf(given.linkedin);
  return given;
}

function changeStage(world: World, owner: KeyOwner, company: CompanyRow, stage: string): void {
  if (company.lead_status_uuid === stage) return;
  const payload = { from_pipeline_stage_uuid: company.lead_status_uuid, to_pipeline_stage_uuid: stage };
  const on = { object_type: 'company', object_uuid: company.uuid } as const;
  world.make.activity(owner, on, 'pipeline_stage_changed', payload);
  world.state.companies.update(company, { lead_status_uuid: stage, updated_at: world.make.stamp() });
}

function changeOf(world: World, owner: KeyOwner, action: MassAction): (company: CompanyRow) => void {
  const { state, make } = world;
  const tags = tagChange(world, owner, action);
  if (tags) {
    return (company) =>
      state.companies.update(company, { tags: tags(company.tags), updated_at: make.stamp() });
  }
  if (action.type === 'company_delete') return (company) => removeRecord(world, 'company', company.uuid);
  const isCompanyStage = (uuid: string) => state.stages.get(owner.teamId, uuid)?.object === 'company';
  const stage = uuidIn(action, 'pipeline_stage_uuid', isCompanyStage);
  return (company) => changeStage(world, owner, company, stage);
}

/** Companies. There is no upsert, and nothing keeps a second create from making a second company. */
export const companies: Resource = (app, world) => {
  const { state, make, quirks } = world;
  const find = (teamId: number, uuid: string) => {
    const found = state.companies.get(teamId, uuid);
    if (!found) throw ApiError.notFound();
    return found;
  };
  const filtered = (teamId: number, filter: Filter) =>
    applyFilter(state.companies.of(teamId), filter, filterKeys, (one) => [
      one.name,
      one.domain,
      one.linkedin,
    ]);

  app.get('/leads/api/companies', (c) => {
    const filter = bracketFilter(new URL(c.req.url).searchParams);
    const page = pageOf(filtered(c.get('caller').teamId, filter), readPage(c.req.query(), 'asc'));
    return c.json(envelope(page, quirks.envelope === 'full' ? 'full' : 'counted'));
  });

  app.post('/leads/api/companies/list', (c) => {
    const { filter } = bodyOf<{ filter?: Filter }>(c);
    const found = filtered(c.get('caller').teamId, filter ?? {});
    return c.json(envelope(pageOf(found, readPage(c.get('body'), 'desc')), 'full'));
  });

  app.post('/leads/api/companies', (c) => {
    const caller = c.get('caller');
    const body = bodyOf<{ companies: Partial<CompanyRow>[]; list_uuids?: string[] }>(c);
    const lists = body.list_uuids ?? [];
    for (const [index, uuid] of lists.entries()) {
      if (state.lists.get(caller.teamId, uuid)) continue;
      throw ApiError.invalid(`list_uuids.${index}`, 'The selected list uuid is invalid.');
    }
    for (const [index, company] of body.companies.entries()) {
      if (company.name?.trim()) continue;
      throw ApiError.invalid(`companies.${index}.name`, `The companies.${index}.name field is required.`);
    }
    return c.json(body.companies.map((fields) => create(caller, fields, lists)));
  });

  function create(caller: KeyOwner, fields: Partial<CompanyRow>, lists: string[]): CompanyRow {
    const columns = state.companies.kept(columnsOf(fields, createFields));
    if (quirks.sameCompany === 'returned') {
      const { linkedin, website, domain } = columns;
      const known = findCompany(state.companies.of(caller.teamId), {
        linkedin: linkedin ?? undefined,
        website: domain ?? website ?? undefined,
      });
      if (known) return known;
    }
    const first = state.stages
      .of(caller.teamId)
      .find((one) => one.object === 'company' && one.type === 'new');
    const company = make.company(caller, {
      lead_status_uuid: first?.uuid ?? null,
      ...columns,
      domain: columns.domain ?? domainOf(columns.website) ?? null,
      name: columns.name ?? '',
      ...state.companies.kept({ lists: [...lists] }),
    });
    linkContactsTo(world, company);
    return company;
  }

  // Neither order nor misses are documented, so rows come in the server's order and misses are left out.
  app.post('/leads/api/companies/lookup', (c) => {
    const { lookups } = bodyOf<{
      lookups: { ln_id?: string; linkedin?: string; website?: string; name?: string }[];
    }>(c);
    for (const [index, one] of lookups.entries()) {
      if (one.ln_id || one.linkedin || one.website || one.name) continue;
      throw ApiError.invalid(`lookups.${index}`, 'At least one identifier is required.');
    }
    const rows = state.companies.of(c.get('caller').teamId);
    const found = new Set(lookups.map((one) => findCompany(rows, one)));
    return c.json(rows.filter((row) => found.has(row)));
  });

  app.post('/leads/api/companies/leads', (c) => {
    const { teamId } = c.get('caller');
    const leads = state.leads.of(teamId);
    const entries = bodyOf<{ uuids: string[] }>(c)
      .uuids.filter((uuid) => state.companies.get(teamId, uuid))
      .map((uuid) => {
        const own = leads.filter((lead) => lead.company_uuid === uuid);
        return [uuid, own.map((lead) => contactReply(world, lead))] as const;
      });
    return Response.json(Object.fromEntries(entries));
  });

  app.put('/leads/api/companies/mass-action', (c) => {
    const caller = c.get('caller');
    const action = bodyOf<MassAction>(c);
    const change = changeOf(world, caller, action);
    const rows = recordsOf(state.companies.of(caller.teamId), action, 'companies');
    runJob(world, () => rows.forEach(change));
    return c.body(null, 200);
  });

  app.get('/leads/api/companies/:uuid', (c) => c.json(find(c.get('caller').teamId, c.req.param('uuid'))));

  app.put('/leads/api/companies/:uuid', (c) => {
    const caller = c.get('caller');
    const company = find(caller.teamId, c.req.param('uuid'));
    const { lead_status_uuid: stage, ...columns } = columnsOf(bodyOf<Partial<CompanyRow>>(c), updateFields);
    if (stage && state.stages.get(caller.teamId, stage)?.object !== 'company') {
      throw ApiError.invalid('lead_status_uuid', 'The selected lead status uuid is invalid.');
    }
    state.companies.update(company, { ...columns, updated_at: make.stamp() });
    if (stage) changeStage(world, caller, company, stage);
    return c.json(company);
  });

  app.delete('/leads/api/companies/:uuid', (c) => {
    const { uuid } = find(c.get('caller').teamId, c.req.param('uuid'));
    removeRecord(world, 'company', uuid);
    return c.body(null, 204);
  });
};
