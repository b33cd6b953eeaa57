import { findLead, identityOf } from '../dedupe.ts';
import { ApiError } from '../errors.ts';
import { applyFilter, type Filter } from '../filters.ts';
import { envelope, largestSearchPage, pageOf, readPage } from '../paging.ts';
import type { LeadRow } from '../rows.ts';
import { bodyOf, contactReply, type Resource, runJob, type World } from '../world.ts';
import {
  columnsOf,
  type LeadFields,
  removeRecord,
  type Upsert,
  upsertLead,
  writeLead,
} from './contact-writes.ts';

const filterKeys = [
  'list_uuid',
  'pipeline_stage_uuid',
  'email_status',
  'linkedin_status',
  'status',
  'tags',
  'sender_profile_uuid',
  'data_source_uuid',
  'created_at',
];
const nameKeys = ['name', 'first_name', 'last_name', 'company_name'];

function searched({ state, quirks }: World, teamId: number, filter: Filter): LeadRow[] {
  const entries = Object.entries(filter);
  const used =
    quirks.nameFilters === 'applied' ? entries : entries.filter(([key]) => !nameKeys.includes(key));
  return applyFilter(
    state.leads.of(teamId),
    Object.fromEntries(used),
    [...filterKeys, ...nameKeys],
    (lead) => [
      lead.name,
      lead.company_name,
      lead.position,
      lead.headline,
      lead.work_email,
      lead.personal_email,
      lead.linkedin,
    ],
  );
}

interface LookUpBody {
  linkedin_id?: string | null;
  email?: string | null;
  name?: string | null;
  company_name?: string | null;
  disable_aggregation?: boolean;
}

/** Contacts: look up, search, write. Mass actions have their own file. */
export const contacts: Resource = (app, world) => {
  const { state, quirks } = world;
  const find = (teamId: number, uuid: string) => {
    const found = state.leads.get(teamId, uuid);
    if (!found) throw ApiError.notFound();
    return found;
  };

  app.post('/leads/api/leads/lookup-one', (c) => {
    const body = bodyOf<LookUpBody>(c);
    const nameIsWhole = Boolean(body.name) && Boolean(body.company_name);
    if (!body.linkedin_id && !body.email && !nameIsWhole) {
      throw ApiError.invalid('linkedin_id', 'The linkedin id field is required without email or name.');
    }
    const found = findLead(state.leads.of(c.get('caller').teamId), {
      ...(body.linkedin_id ? identityOf(body.linkedin_id) : {}),
      email: body.email ?? undefined,
      name: nameIsWhole ? (body.name ?? undefined) : undefined,
      companyName: body.company_name ?? undefined,
    });
    if (!found) throw ApiError.notFound();
    return Response.json(contactReply(world, found, body.disable_aggregation));
  });

  app.post('/leads/api/leads/search', (c) => {
    const body = bodyOf<{ filter?: Filter; disable_aggregation?: boolean }>(c);
    const found = searched(world, c.get('caller').teamId, body.filter ?? {});
    const page = pageOf(found, readPage(c.get('body'), 'desc', largestSearchPage));
    const shown = {
      ...page,
      data: page.data.map((lead) => contactReply(world, lead, body.disable_aggregation)),
    };
    return Response.json(envelope(shown, quirks.envelope === 'full' ? 'full' : 'counted'));
  });

  app.post('/leads/api/leads/count', (c) => {
    const { ids, all, filter } = bodyOf<{ ids?: string[]; all?: boolean; filter?: Filter }>(c);
    const { teamId } = c.get('caller');
    if (!all && !ids && !filter)
      throw ApiError.invalid('ids', 'The ids field is required when all is false.');
    const found = searched(world, teamId, all ? {} : (filter ?? {}));
    const wanted = all || !ids ? found : found.filter((lead) => ids.includes(lead.uuid));
    return c.json({ total: wanted.length });
  });

  app.post('/leads/api/leads/upsert', (c) => {
    const { lead } = upsertLead(world, c.get('caller'), bodyOf<Upsert>(c));
    return Response.json(contactReply(world, lead));
  });

  app.get('/leads/api/leads/:uuid', (c) => {
    return Response.json(contactReply(world, find(c.get('caller').teamId, c.req.param('uuid'))));
  });

  // Takes the documented fields alone; tags, stage, list and custom fields are dropped without an error.
  app.put('/leads/api/leads/:uuid', (c) => {
    const lead = find(c.get('caller').teamId, c.req.param('uuid'));
    const body = bodyOf<LeadFields & Partial<Pick<LeadRow, 'work_email' | 'personal_email'>>>(c);
    const columns = columnsOf(body);
    if (quirks.emailOnUpdate === 'saved') {
      if (body.email !== undefined) columns.work_email = body.email;
    } else {
      if (body.work_email !== undefined) columns.work_email = body.work_email;
      if (body.personal_email !== undefined) columns.personal_email = body.personal_email;
    }
    return Response.json(contactReply(world, writeLead(world, lead, columns, body.domain)));
  });

  app.delete('/leads/api/leads/:uuid', (c) => {
    const { uuid } = find(c.get('caller').teamId, c.req.param('uuid'));
    runJob(world, () => removeRecord(world, 'lead', uuid));
    return c.body(null, 204);
  });
};
