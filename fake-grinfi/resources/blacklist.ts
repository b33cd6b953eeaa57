import { ApiError } from '../errors.ts';
import { envelope, pageOf, readPage } from '../paging.ts';
import { bodyOf, type Resource } from '../world.ts';

interface Entry {
  linkedin?: string;
  email?: string;
  name?: string;
  company_name?: string;
  domain?: string;
}

/** The blacklists. What they keep out is not played: every contact can still be saved. */
export const blacklist: Resource = (app, { state, make }) => {
  const tables = { 'leads-blacklist': state.leadBlacklist, 'companies-blacklist': state.companyBlacklist };
  for (const [name, table] of Object.entries(tables)) {
    app.get(`/leads/api/${name}`, (c) => {
      const rows: object[] = table.of(c.get('caller').teamId);
      return c.json(envelope(pageOf(rows, readPage(c.req.query(), 'asc')), 'full'));
    });

    app.delete(`/leads/api/${name}/:uuid`, (c) => {
      const found = table.get(c.get('caller').teamId, c.req.param('uuid') ?? '');
      if (!found) throw ApiError.notFound();
      table.remove(found.uuid);
      return c.body(null, 204);
    });
  }

  app.post('/leads/api/leads-blacklist', (c) => {
    const { name, company_name, linkedin, email } = bodyOf<Entry>(c);
    if (!name && !linkedin && !email) throw ApiError.invalid('linkedin', 'An identifier is required.');
    const row = {
      name: name ?? null,
      company_name: company_name ?? null,
      linkedin: linkedin ?? null,
      ln_id: null,
      email: email ?? null,
    };
    return c.json(state.leadBlacklist.insert({ ...make.common(c.get('caller')), ...row }), 201);
  });

  app.post('/leads/api/companies-blacklist', (c) => {
    const { name, domain, linkedin } = bodyOf<Entry>(c);
    if (!name && !linkedin && !domain) throw ApiError.invalid('linkedin', 'An identifier is required.');
    const row = { name: name ?? null, domain: domain ?? null, linkedin: linkedin ?? null, ln_id: null };
    return c.json(state.companyBlacklist.insert({ ...make.common(c.get('caller')), ...row }), 201);
  });
};
