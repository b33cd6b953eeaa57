import type { Hono } from 'hono';
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { pageStyle } from './page-style.ts';
import type { CompanyRow, LeadRow } from './rows.ts';
import { demoKey } from './seed.ts';
import type { FakeState, LoggedRequest } from './state.ts';
import { Names } from './summary.ts';
import type { Env, World } from './world.ts';

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** Asks once a second for the part that changes; nothing comes back while nothing changed. */
const refreshScript = `
const main = document.querySelector('main');
let version = main.dataset.version;
async function refresh() {
  try {
    const reply = await fetch('/__control/page?version=' + version);
    document.body.classList.remove('lost');
    if (reply.status !== 200) return;
    version = reply.headers.get('x-version');
    main.innerHTML = await reply.text();
  } catch {
    document.body.classList.add('lost');
  }
}
setInterval(refresh, 1000);
`;

function layout(title: string, body: Html, live = false): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${title} · Fake Grinfi</title>
<link rel="icon" href="data:,">
<style>${raw(pageStyle)}</style>
</head>
<body>
<header><a href="/">Fake Grinfi</a><span class="hint">a local stand-in, nothing here is real</span></header>
${body}
${live ? html`<script>${raw(refreshScript)}</script>` : ''}
</body>
</html>`;
}

function chips(words: string[]): Html {
  return html`${words.map((word) => html`<span class="chip">${word}</span>`)}`;
}

function section(title: string, count: number, headings: string[], rows: Html[], empty: string): Html {
  return html`<section aria-label="${title}">
<h2>${title} <span class="count">${count}</span></h2>
${
  rows.length === 0
    ? html`<p class="empty">${empty}</p>`
    : html`<div class="scroll"><table><thead><tr>${headings.map((one) => html`<th scope="col">${one}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div>`
}
</section>`;
}

function contactRow(names: Names, lead: LeadRow): Html {
  const job = [lead.position, lead.company_name].filter(Boolean).join(' · ');
  return html`<tr><td><a href="/crm/contacts/${lead.uuid}">${lead.name ?? '(no name)'}</a></td><td>${job}</td>
<td>${names.list(lead.list_uuid)}</td><td>${names.stage(lead.pipeline_stage_uuid)}</td>
<td>${chips(names.tags(lead.tags))}</td><td>${names.notes(lead.uuid).join(' · ')}</td></tr>`;
}

function companyRow(names: Names, company: CompanyRow): Html {
  return html`<tr><td><a href="/crm/companies/${company.uuid}">${company.name}</a></td><td>${company.domain ?? ''}</td>
<td>${company.lists.map((uuid) => names.list(uuid)).join(', ')}</td><td>${names.stage(company.lead_status_uuid)}</td>
<td>${chips(names.tags(company.tags))}</td><td>${names.notes(company.uuid).join(' · ')}</td></tr>`;
}

function readable(query: string): string {
  try {
    return decodeURIComponent(query);
  } catch {
    return query;
  }
}

function requestRow(call: LoggedRequest): Html {
  const state = call.outcome === 'answered' ? String(call.status) : call.outcome;
  const mood =
    call.status !== undefined && call.status < 400 ? 'good' : call.outcome === 'pending' ? '' : 'bad';
  return html`<tr><td>${new Date(call.at).toISOString().slice(11, 19)}</td><td class="${mood}">${state}</td>
<td>${call.method}</td><td class="path">${call.path}${readable(call.query)}</td><td>${call.fault ?? ''}</td></tr>`;
}

const shownRequests = 30;

/** The newest first, since one looks for what has just arrived. */
function overview({ state, control }: World): Html {
  const names = new Names(state);
  const leads = state.leads.all().reverse();
  const companies = state.companies.all().reverse();
  const calls = state.log.slice(-shownRequests).reverse();
  const named = ['List', 'Stage', 'Tags', 'Notes'];
  return html`${control.isDown ? html`<p class="alert" role="alert">Down: every call is dropped.</p>` : ''}
${violations(state)}
${section(
  'Contacts',
  leads.length,
  ['Name', 'Position · company', ...named],
  leads.map((one) => contactRow(names, one)),
  'No contact yet.',
)}
${section(
  'Companies',
  companies.length,
  ['Name', 'Domain', ...named],
  companies.map((one) => companyRow(names, one)),
  'No company yet.',
)}
${section('Last requests', state.log.length, ['Time (UTC)', 'Status', 'Method', 'Path', 'Fault'], calls.map(requestRow), 'None yet.')}`;
}

function violations({ violations: found }: FakeState): Html {
  if (found.length === 0) return html``;
  const last = found
    .slice(-5)
    .map((one) => html`<li>${one.method} ${one.path}: ${one.side}, ${one.message}</li>`);
  return html`<div class="alert" role="alert"><p>Not as the API document says (${found.length}):</p><ul>${last}</ul></div>`;
}

function facts(rows: [string, unknown][]): Html {
  const filled = rows.filter(([, value]) => value !== null && value !== undefined && value !== '');
  return html`<dl>${filled.map(([name, value]) => html`<dt>${name}</dt><dd>${String(value)}</dd>`)}</dl>`;
}

function bulletList(title: string, items: string[]): Html {
  if (items.length === 0) return html``;
  return html`<h2>${title}</h2><ul class="plain">${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

function history(state: FakeState, uuid: string): string[] {
  const own = state.activities.all().filter((one) => one.object_uuid === uuid);
  return own
    .sort((a, b) => (a.created_at < b.created_at ? 1 : -1))
    .map((one) => `${one.created_at.slice(0, 16).replace('T', ' ')}  ${one.type.replaceAll('_', ' ')}`);
}

function contactPage(state: FakeState, lead: LeadRow): Html {
  const names = new Names(state);
  return html`<main class="card"><h1>${lead.name ?? '(no name)'}</h1><p class="lead">${lead.headline ?? ''}</p>
<p>${chips(names.tags(lead.tags))}</p>
${facts([
  ['Position', lead.position],
  ['Company', lead.company_name],
  ['Location', lead.raw_address],
  ['List', names.list(lead.list_uuid)],
  ['Stage', names.stage(lead.pipeline_stage_uuid)],
  ['Work e-mail', lead.work_email],
  ['Personal e-mail', lead.personal_email],
  ['LinkedIn handle', lead.linkedin],
  ['LinkedIn member', lead.ln_id],
  ['Sales Navigator', lead.sn_id],
  ['About', lead.about],
  ['Updated', lead.updated_at],
])}
${bulletList('Custom fields', names.customValues(lead.uuid))}
${bulletList('Notes', names.notes(lead.uuid))}
${bulletList('Automations', names.automations(lead.uuid))}
${bulletList('Activity', history(state, lead.uuid))}</main>`;
}

function companyPage(state: FakeState, company: CompanyRow): Html {
  const names = new Names(state);
  const people = state.leads.all().filter((lead) => lead.company_uuid === company.uuid);
  return html`<main class="card"><h1>${company.name}</h1><p class="lead">${company.industry ?? ''}</p>
<p>${chips(names.tags(company.tags))}</p>
${facts([
  ['Website', company.website],
  ['Domain', company.domain],
  ['Employees', company.employees_range],
  ['Headquarters', company.hq_raw_address],
  ['Phone', company.phone],
  ['Lists', company.lists.map((uuid) => names.list(uuid)).join(', ')],
  ['Stage', names.stage(company.lead_status_uuid)],
  ['LinkedIn handle', company.linkedin],
  ['LinkedIn company', company.ln_id],
  ['About', company.about],
  ['Updated', company.updated_at],
])}
${bulletList('Custom fields', names.customValues(company.uuid))}
${bulletList('Notes', names.notes(company.uuid))}
${bulletList(
  'People',
  people.map((lead) => lead.name ?? '(no name)'),
)}
${bulletList('Activity', history(state, company.uuid))}</main>`;
}

/** What it holds, live, and the places of the web app that the extension links to. */
export function pages(app: Hono<Env>, world: World): void {
  const { state } = world;
  const missing = (title: string) => layout(title, html`<main class="card"><h1>${title}</h1></main>`);

  app.get('/', (c) => {
    const body = html`<main data-version="${state.version}">${overview(world)}</main>`;
    return c.html(layout('What it holds', body, true));
  });

  app.get('/__control/page', (c) => {
    if (c.req.query('version') === String(state.version)) return c.body(null, 204);
    c.header('x-version', String(state.version));
    return c.html(overview(world));
  });

  app.get('/crm/contacts/:uuid', (c) => {
    const lead = state.leads.all().find((one) => one.uuid === c.req.param('uuid'));
    return lead
      ? c.html(layout(lead.name ?? 'Contact', contactPage(state, lead)))
      : c.html(missing('No such contact'), 404);
  });

  app.get('/crm/companies/:uuid', (c) => {
    const company = state.companies.all().find((one) => one.uuid === c.req.param('uuid'));
    return company
      ? c.html(layout(company.name, companyPage(state, company)))
      : c.html(missing('No such company'), 404);
  });

  app.get('/settings/api-keys', (c) => {
    const known = state.keys.has(demoKey)
      ? html`<code>${demoKey}</code>`
      : html`<p>The demo key is revoked.</p>`;
    return c.html(
      layout(
        'API keys',
        html`<main class="card"><h1>API keys</h1><p>The key of this demo:</p>${known}</main>`,
      ),
    );
  });
}
