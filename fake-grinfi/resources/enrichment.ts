import { ApiError } from '../errors.ts';
import { envelope, pageOf, readPage } from '../paging.ts';
import type { KeyOwner } from '../state.ts';
import { bodyOf, type Resource } from '../world.ts';

/** Enrichment: a queue in which everything waits. Each entry costs one of the workspace's credits. */
export const enrichment: Resource = (app, { state, make, quirks }) => {
  function queue(caller: KeyOwner, ids: { lead_uuid: string | null; company_uuid: string | null }[]): void {
    const team = state.teams.get(caller.teamId);
    const left = team?.credits.advanced_enrichment ?? 0;
    if (left < ids.length) throw new ApiError(402);
    if (team) team.credits.advanced_enrichment = left - ids.length;
    for (const one of ids) {
      const { user_id: _unused, ...common } = make.common(caller);
      state.enrichments.insert({ ...common, ...one, status: 'queued', error: null });
    }
  }

  app.put('/leads/api/leads/advanced-enrichment', (c) => {
    const caller = c.get('caller');
    const { uuids = [] } = bodyOf<{ uuids?: string[] }>(c);
    const found = state.leads.of(caller.teamId).filter(({ uuid }) => uuids.includes(uuid));
    if (found.length === 0) throw ApiError.invalid('uuids', 'The selected uuids is invalid.');
    queue(
      caller,
      found.map(({ uuid }) => ({ lead_uuid: uuid, company_uuid: null })),
    );
    return c.body(null, 200);
  });

  app.put('/leads/api/companies/advanced-enrichment', (c) => {
    const caller = c.get('caller');
    const { uuids = [] } = bodyOf<{ uuids?: string[] }>(c);
    const found = state.companies.of(caller.teamId).filter(({ uuid }) => uuids.includes(uuid));
    queue(
      caller,
      found.map(({ uuid }) => ({ lead_uuid: null, company_uuid: uuid })),
    );
    return c.json({ count: found.length });
  });

  app.get('/leads/api/enrichment-queue', (c) => {
    const page = pageOf(state.enrichments.of(c.get('caller').teamId), readPage(c.req.query(), 'asc'));
    return c.json(envelope(page, quirks.envelope === 'full' ? 'full' : 'data'));
  });

  app.post('/leads/api/enrichment-queue/metrics', (c) =>
    c.json({ this_month_count: state.enrichments.of(c.get('caller').teamId).length }),
  );
};
