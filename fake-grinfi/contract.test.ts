import { describe, expect, it } from 'vitest';
import { createCaller } from './caller.ts';
import { checkExchange, checkReply, checkRequest, contract } from './contract.ts';
import { seedUuid } from './seed.ts';
import { createFakeGrinfi } from './server.ts';
import type { Quirks } from './world.ts';

/** Tags of the document whose every call is played. */
const played = [
  'User',
  'Contacts',
  'Companies',
  'Lists',
  'Tags',
  'Pipeline',
  'Custom Fields',
  'Notes',
  'Activities',
  'Blacklist',
];
/** Of those, what reports on campaigns is not. */
const leftOut = ['getLeadMetrics'];
const alsoPlayed = [
  'listTeams',
  'getTeam',
  'listFlows',
  'getFlow',
  'listFlowLeads',
  'deleteFlowLeadHistory',
  'addLeadToFlow',
  'addNewLeadToFlow',
  'cancelLeadFromFlows',
  'cancelLeadFromAllFlows',
  'xGetNote',
  'listTasks',
  'createTask',
  'getTask',
  'completeTask',
  'cancelTask',
  'massRetryTasks',
  'xRetryTask',
  'listDataSources',
  'getDataSourceMetrics',
  'deleteDataSource',
  'listWebhooks',
  'createWebhook',
  'updateWebhook',
  'deleteWebhook',
  'testWebhook',
  'listLinkedInBrowsers',
  'runLinkedInBrowser',
  'stopLinkedInBrowser',
  'exportLeadsToCsv',
  'exportCompaniesToCsv',
  'downloadExportFile',
  'xGetMassAction',
  'uploadCsvFile',
  'importLeadsFromFile',
  'importCompaniesFromFile',
  'xPipelineStageMetrics',
  'xCustomFieldMetrics',
  'listEmails',
  'getEmail',
  'getEmailBody',
  'sendEmail',
  'listMailboxes',
  'activateMailbox',
  'deactivateMailbox',
  'listMailboxErrors',
  'listAiTemplates',
  'renderAiTemplate',
  'listAttachments',
  'uploadAttachment',
  'deleteAttachment',
  'startFlow',
  'stopFlow',
  'continueAutomation',
  'listLinkedinMessages',
  'sendLinkedInMessage',
  'retryLinkedinMessage',
  'listLinkedinConversations',
  'listSenderProfiles',
  'getSenderProfile',
  'enableSenderProfile',
  'disableSenderProfile',
];

const list = seedUuid(3, 1);
const flow = seedUuid(8, 1);
const odalys = seedUuid(7, 1);
const harbor = seedUuid(6, 1);
const sender = seedUuid(10, 1);
const hook = seedUuid(22, 1);
const json = (value: unknown) => encodeURIComponent(JSON.stringify(value));

function fileForm(): FormData {
  const form = new FormData();
  form.set('attachment', new File(['x'], 'x.png', { type: 'image/png' }));
  form.set('payload', JSON.stringify({ name: 'x.png', size: '1', type: 'image/png' }));
  return form;
}

function csvForm(): FormData {
  const form = new FormData();
  form.set('file', new File(['name'], 'people.csv', { type: 'text/csv' }));
  form.set('type', 'csv_leads');
  return form;
}

/** Every call that is played, in an order in which each finds what it needs; `status` is what it must give. */
const script: [method: string, path: string, body: unknown, status: number][] = [
  ['GET', '/id/api/users/current', undefined, 200],
  ['GET', '/id/api/teams?limit=5&offset=0', undefined, 200],
  ['GET', '/id/api/teams/4821', undefined, 200],
  ['POST', '/leads/api/leads/lookup-one', { linkedin_id: 'odalys-brightwater-example' }, 200],
  ['POST', '/leads/api/leads/lookup-one', { linkedin_id: 'nobody-example' }, 404],
  ['POST', '/leads/api/leads/lookup-one', { email: 'odalys@harborlight.example.com' }, 200],
  ['POST', '/leads/api/leads/search', { filter: { q: 'harbor' }, limit: 1 }, 200],
  ['POST', '/leads/api/leads/count', { all: true }, 200],
  [
    'POST',
    '/leads/api/leads/upsert',
    {
      lead: { linkedin_id: 'new-person-example', first_name: 'New', email: 'new@example.com' },
      list_uuid: list,
    },
    200,
  ],
  ['GET', `/leads/api/leads/${odalys}`, undefined, 200],
  ['GET', '/leads/api/leads/unknown', undefined, 404],
  ['PUT', `/leads/api/leads/${odalys}`, { position: 'Founder', headline: null }, 200],
  [
    'PUT',
    '/leads/api/leads/mass-action',
    { type: 'contact_add_tags', filter: { ids: [odalys] }, payload: { tag_uuid: seedUuid(4, 3) } },
    200,
  ],
  ['GET', '/leads/api/companies?filter%5Bq%5D=harbor', undefined, 200],
  [
    'POST',
    '/leads/api/companies/list',
    { filter: { industry: 'Software Development' }, order_type: 'asc' },
    200,
  ],
  ['POST', '/leads/api/companies', { companies: [{ name: 'Kitewright' }], list_uuids: [list] }, 200],
  ['POST', '/leads/api/companies/lookup', { lookups: [{ ln_id: '900000101' }, { name: 'Nowhere' }] }, 200],
  ['POST', '/leads/api/companies/leads', { uuids: [harbor] }, 200],
  ['GET', `/leads/api/companies/${harbor}`, undefined, 200],
  ['PUT', `/leads/api/companies/${harbor}`, { ln_id: 900000109, lead_status_uuid: seedUuid(2, 23) }, 200],
  [
    'PUT',
    '/leads/api/companies/mass-action',
    { type: 'company_add_tags', filter: { all: true }, payload: { tag_uuid: seedUuid(4, 1) } },
    200,
  ],
  ['GET', '/leads/api/lists?limit=2&offset=1&order_field=name&order_type=desc', undefined, 200],
  ['POST', '/leads/api/lists', { name: 'Autumn' }, 201],
  ['GET', `/leads/api/lists/${list}`, undefined, 200],
  ['PUT', `/leads/api/lists/${list}`, { name: 'Ocean founders' }, 200],
  ['POST', '/leads/api/lists/metrics', { uuids: [list] }, 200],
  ['DELETE', `/leads/api/lists/${seedUuid(3, 5)}`, undefined, 204],
  ['GET', '/leads/api/tags', undefined, 200],
  ['POST', '/leads/api/tags', { name: 'Autumn', color: '#aa5500' }, 201],
  ['PUT', `/leads/api/tags/${seedUuid(4, 1)}`, { name: 'Decides' }, 200],
  ['POST', '/leads/api/tags/metrics', { uuids: [seedUuid(4, 1)], metrics: ['leads_count'] }, 200],
  ['DELETE', `/leads/api/tags/${seedUuid(4, 2)}`, undefined, 204],
  ['GET', `/leads/api/pipeline-stages?filter=${json({ object: 'company' })}`, undefined, 200],
  ['POST', '/leads/api/pipeline-stages', { name: 'Trial', object: 'lead', category: 'positive' }, 201],
  ['PUT', `/leads/api/pipeline-stages/${seedUuid(2, 20)}`, { name: 'Meeting set' }, 200],
  ['DELETE', `/leads/api/pipeline-stages/${seedUuid(2, 21)}`, undefined, 204],
  ['GET', '/leads/api/custom-fields?limit=100', undefined, 200],
  ['POST', '/leads/api/custom-fields', { name: 'budget', object: 'company' }, 201],
  ['PUT', `/leads/api/custom-fields/${seedUuid(5, 1)}`, { name: 'source' }, 200],
  [
    'POST',
    '/leads/api/custom-field-values',
    { custom_field_uuid: seedUuid(5, 1), object_type: 'lead', object_uuid: odalys, value: 'fair' },
    201,
  ],
  ['DELETE', `/leads/api/custom-fields/${seedUuid(5, 2)}`, undefined, 204],
  ['GET', '/leads/api/notes?limit=100&order_type=desc', undefined, 200],
  ['POST', '/leads/api/notes', { object: 'lead', object_uuid: odalys, note: 'Called.' }, 201],
  ['GET', `/leads/api/activities?filter=${json({ lead_uuid: odalys })}&object=lead&limit=1`, undefined, 200],
  [
    'POST',
    '/leads/api/activities',
    { object_uuid: odalys, object_type: 'lead', type: 'email_sent', payload: { subject: 'Hi' } },
    201,
  ],
  ['GET', '/flows/api/flows?filter%5Bstatus%5D=on', undefined, 200],
  ['GET', `/flows/api/flows/${flow}`, undefined, 200],
  ['POST', `/flows/api/flows/${flow}/leads/${odalys}`, undefined, 204],
  [
    'POST',
    `/flows/api/flows/${flow}/add-new-lead`,
    { lead: { linkedin_id: 'fresh-example' }, list_uuid: list },
    204,
  ],
  ['POST', '/flows/api/flows-leads/list', { filter: { lead_uuid: [odalys] } }, 200],
  ['PUT', `/flows/api/flows/${flow}/stop`, undefined, 200],
  ['PUT', `/flows/api/flows/${flow}/start`, undefined, 200],
  ['PUT', `/flows/api/flows/${seedUuid(8, 3)}/start`, undefined, 422],
  ['PUT', '/flows/api/tasks/continue-automation', { lead_uuid: odalys }, 422],
  ['GET', `/flows/api/linkedin-messages?filter%5Blead_uuid%5D=${odalys}`, undefined, 200],
  [
    'POST',
    '/flows/api/linkedin-messages',
    { sender_profile_uuid: sender, lead_uuid: odalys, text: 'Hello' },
    201,
  ],
  ['PUT', `/flows/api/linkedin-messages/${seedUuid(12, 3)}/retry`, undefined, 200],
  ['GET', `/flows/api/linkedin-conversations?filter%5Blead_uuid%5D=${odalys}`, undefined, 200],
  ['GET', `/emails/api/emails?filter%5Blead_uuid%5D=${odalys}`, undefined, 200],
  ['GET', `/emails/api/emails/${seedUuid(17, 1)}`, undefined, 200],
  ['GET', '/emails/api/email-bodies/unknown', undefined, 404],
  [
    'POST',
    '/emails/api/emails/send-email',
    {
      sender_profile_uuid: sender,
      lead_uuid: odalys,
      from_name: 'Marla Quillfeather',
      from_email: 'marla@fernhill-partners.example.com',
      to_name: 'Odalys',
      to_email: 'odalys@harborlight.example.com',
      subject: 'Hello',
      body: '<p>Hello</p>',
    },
    201,
  ],
  ['GET', '/emails/api/mailboxes', undefined, 200],
  ['PUT', `/emails/api/mailboxes/${seedUuid(15, 1)}/deactivate`, undefined, 200],
  ['PUT', `/emails/api/mailboxes/${seedUuid(15, 1)}/activate`, undefined, 200],
  ['GET', '/emails/api/mailbox-errors?limit=5', undefined, 200],
  ['GET', '/flows/api/ai-templates', undefined, 200],
  [
    'POST',
    '/flows/api/ai-templates/render',
    { uuid: seedUuid(18, 1), lead_uuid: odalys, sender_profile_uuid: sender },
    200,
  ],
  ['POST', '/flows/api/attachments', fileForm(), 201],
  ['GET', '/flows/api/attachments', undefined, 200],
  ['DELETE', '/flows/api/attachments/unknown', undefined, 404],
  ['PUT', '/leads/api/pipeline-stages/metrics', { uuids: [seedUuid(2, 1)] }, 200],
  ['PUT', '/leads/api/custom-fields/metrics', { uuids: [seedUuid(5, 1)] }, 200],
  ['PUT', '/leads/api/leads/advanced-enrichment', { uuids: [odalys] }, 200],
  ['PUT', '/leads/api/companies/advanced-enrichment', { uuids: [harbor] }, 200],
  ['GET', '/leads/api/enrichment-queue', undefined, 200],
  ['POST', '/leads/api/enrichment-queue/metrics', {}, 200],
  ['GET', '/leads/api/leads-blacklist', undefined, 200],
  ['POST', '/leads/api/leads-blacklist', { linkedin: 'nobody-example' }, 201],
  ['DELETE', `/leads/api/leads-blacklist/${seedUuid(19, 1)}`, undefined, 204],
  ['GET', '/leads/api/companies-blacklist', undefined, 200],
  ['POST', '/leads/api/companies-blacklist', { domain: 'nowhere.example.com' }, 201],
  ['DELETE', `/leads/api/companies-blacklist/${seedUuid(20, 1)}`, undefined, 204],
  ['GET', '/leads/api/data-sources?limit=5', undefined, 200],
  ['PUT', '/leads/api/data-sources/metrics', { uuids: [seedUuid(21, 1)] }, 200],
  ['DELETE', `/leads/api/data-sources/${seedUuid(21, 1)}`, undefined, 200],
  ['GET', '/integrations/api/webhooks', undefined, 200],
  [
    'POST',
    '/integrations/api/webhooks',
    {
      name: 'Created',
      event: 'contact_replied_email',
      request_method: 'POST',
      target_url: 'https://hooks.example.com/x',
    },
    201,
  ],
  [
    'POST',
    '/integrations/api/webhooks/test',
    {
      uuid: hook,
      event: 'contact_enriched',
      request_method: 'POST',
      target_url: 'https://hooks.example.com/x',
    },
    200,
  ],
  ['PUT', `/integrations/api/webhooks/${hook}`, { status: 'off' }, 200],
  ['DELETE', `/integrations/api/webhooks/${hook}`, undefined, 204],
  ['POST', '/browsers/api/linkedin-browsers/list', { limit: 5 }, 200],
  ['POST', '/browsers/api/linkedin-browsers/301/stop', undefined, 204],
  ['POST', '/browsers/api/linkedin-browsers/301/run', undefined, 204],
  ['POST', '/leads/api/file-exports/leads', { filter: { all: true } }, 200],
  ['POST', '/leads/api/file-exports/companies', { filter: { all: true } }, 200],
  ['POST', '/leads/api/file-exports/download', { file_name: 'none.csv' }, 404],
  ['GET', '/leads/api/mass-actions/unknown', undefined, 404],
  ['POST', '/leads/api/file-imports/upload-csv', csvForm(), 200],
  ['POST', '/leads/api/file-imports/unknown/import-leads', { columns: [] }, 404],
  ['POST', '/leads/api/file-imports/unknown/import-companies', { columns: [] }, 404],
  ['GET', '/flows/api/sender-profiles?filter%5Bstatus%5D=enabled', undefined, 200],
  ['GET', `/flows/api/sender-profiles/${sender}`, undefined, 200],
  ['PUT', `/flows/api/sender-profiles/${sender}/disable`, undefined, 200],
  ['PUT', `/flows/api/sender-profiles/${sender}/enable`, undefined, 200],
  ['GET', `/flows/api/tasks?filter%5Blead_uuid%5D=${odalys}`, undefined, 200],
  ['GET', `/flows/api/tasks/${seedUuid(11, 1)}`, undefined, 200],
  [
    'POST',
    '/flows/api/tasks',
    {
      lead_uuid: odalys,
      sender_profile_uuid: sender,
      text: 'Hello',
      schedule_at: '2026-03-01T10:00:00.000000Z',
    },
    201,
  ],
  ['PUT', `/flows/api/tasks/${seedUuid(11, 1)}/complete`, undefined, 200],
  ['PUT', `/flows/api/tasks/${seedUuid(11, 2)}/cancel`, undefined, 200],
  ['PUT', '/flows/api/tasks/mass-retry', { uuids: [seedUuid(11, 3)] }, 200],
  ['PUT', `/flows/api/tasks/${seedUuid(11, 3)}/retry`, undefined, 422],
  ['PUT', `/flows/api/flows/leads/${odalys}/cancel`, { flow_uuids: [flow] }, 204],
  ['PUT', `/flows/api/flows/leads/${odalys}/cancel-all`, undefined, 204],
  ['DELETE', `/flows/api/flows/leads/${odalys}`, undefined, 204],
  ['DELETE', `/leads/api/leads/${odalys}`, undefined, 204],
  ['DELETE', `/leads/api/companies/${harbor}`, undefined, 204],
];

async function runScript(quirks: Partial<Quirks>) {
  const fake = createFakeGrinfi({ strict: true, quirks });
  const call = createCaller(fake);
  const ids = new Set<string | undefined>();
  const steps = [...script];
  const [note] = fake.state.notes.all();
  steps.push(
    ['GET', `/leads/api/notes/${note?.uuid}`, undefined, 404],
    ['PUT', '/leads/api/notes/unknown', { note: 'x' }, 404],
    ['DELETE', '/leads/api/notes/unknown', undefined, 404],
  );
  for (const [method, path, body, status] of steps) {
    const answer = await call(method, path, body);
    expect(`${method} ${path} ${answer.status}`).toBe(`${method} ${path} ${status}`);
    ids.add(contract().operation(method, path.replace(/\?.*/, ''))?.id);
  }
  return { fake, ids };
}

describe('the stand-in against its document', () => {
  it.each([
    ['as the reference shows it', {}],
    ['with wrapped contacts', { contactForm: 'wrapped' }],
    ['with every paging key', { envelope: 'full' }],
  ] as const)('answers every call as documented, %s', async (_name, quirks) => {
    const { fake } = await runScript(quirks);
    expect(fake.state.violations).toEqual([]);
  });

  it('leaves no call of its resources unplayed', async () => {
    const { ids } = await runScript({});
    const document = contract().document as { paths: Record<string, Record<string, { tags?: string[] }>> };
    const wanted = contract()
      .operations.filter(({ template, method }) => {
        const tag = document.paths[template]?.[method.toLowerCase()]?.tags?.[0] ?? '';
        return played.includes(tag);
      })
      .map((operation) => operation.id)
      .filter((id) => !leftOut.includes(id));
    expect([...wanted, ...alsoPlayed].filter((id) => !ids.has(id))).toEqual([]);
  });

  it('says so when a documented call is not played yet', async () => {
    const { status } = await createCaller(createFakeGrinfi())('GET', '/flows/api/flow-workspaces');
    expect(status).toBe(501);
  });
});

describe('the check of requests', () => {
  const contentType = 'application/json';

  it('takes every example of the document', () => {
    const document = contract().document as { paths: Record<string, Record<string, unknown>> };
    for (const { template, method, query } of contract().operations) {
      const operation = document.paths[template]?.[method.toLowerCase()] as {
        requestBody?: { content?: Record<string, { example?: unknown }> };
      };
      const example = operation.requestBody?.content?.['application/json']?.example;
      if (example === undefined || query.some((one) => one.required)) continue;
      const path = template.replaceAll(/\{[^}]+\}/g, '1');
      expect([template, ...checkRequest(method, path, { body: example, contentType })]).toEqual([template]);
    }
  });

  it.each([
    ['a key the server would drop', 'POST', '/leads/api/tags', { name: 'x', colour: 'red' }, /colour/],
    ['a missing field', 'POST', '/leads/api/tags', {}, /name/],
    ['a wrong type', 'PUT', '/leads/api/companies/1', { ln_id: '7' }, /ln_id must be integer/],
    [
      'a word outside its list',
      'POST',
      '/leads/api/notes',
      { object: 'x', object_uuid: '1', note: 'n' },
      /object/,
    ],
    ['a missing body', 'POST', '/leads/api/tags', undefined, /body is required/],
    ['a body where none belongs', 'DELETE', '/leads/api/tags/1', {}, /not documented/],
    [
      'a flat filter, which returns everything',
      'GET',
      '/leads/api/lists?name=x',
      undefined,
      /name is not documented/,
    ],
    ['a filter that is not there', 'GET', '/leads/api/activities', undefined, /filter is required/],
    ['a path that is not there', 'GET', '/leads/api/leed', undefined, /not in the document/],
    [
      'a mass action on nobody',
      'PUT',
      '/leads/api/leads/mass-action',
      { type: 'contact_delete', filter: { ids: [] } },
      /name its records/,
    ],
  ])('finds %s', (_what, method, path, body, expected) => {
    expect(checkRequest(method, path, { body, contentType }).join()).toMatch(expected);
  });

  it('finds a form where JSON belongs', () => {
    const request = { body: { name: 'x' }, contentType: 'application/x-www-form-urlencoded' };
    expect(checkRequest('POST', '/leads/api/tags', request).join()).toMatch(/content type/);
  });

  it('finds what is wrong with a form', () => {
    const problems = (body: unknown, type = 'multipart/form-data; boundary=x') =>
      checkRequest('POST', '/flows/api/attachments', { body, contentType: type }).join();
    expect(problems({ attachment: {}, 'payload[name]': 'x' })).toBe('');
    expect(problems({ attachment: {} })).toMatch(/payload is required/);
    expect(problems({ attachment: {}, payload: '{}', note: 'x' })).toMatch(/note is not documented/);
    expect(problems({ attachment: {}, payload: {} }, contentType)).toMatch(/must be multipart/);
  });

  it('lets the e-mail names pass that another source writes', () => {
    const request = { body: { work_email: 'a@example.com' }, contentType };
    expect(checkRequest('PUT', '/leads/api/leads/1', request)).toEqual([]);
  });
});

describe('the check of replies', () => {
  it.each([
    ['an unknown key', 'GET', '/leads/api/leads/1', 200, { uuid: '1', nickname: 'x' }, /nickname/],
    ['an unknown key inside the wrapper', 'GET', '/leads/api/leads/1', 200, { lead: { nick: 1 } }, /nick/],
    [
      'null where none may be',
      'GET',
      '/leads/api/leads/1',
      200,
      { list_uuid: null },
      /list_uuid must be string/,
    ],
    ['a wrong row in a page', 'GET', '/leads/api/tags', 200, { data: [{ uuid: 1 }] }, /uuid must be string/],
    ['an undocumented status', 'POST', '/leads/api/tags', 200, {}, /200 is not documented/],
    ['a body with 204', 'DELETE', '/leads/api/tags/1', 204, {}, /no body/],
    ['no body where one is documented', 'GET', '/leads/api/leads/1', 200, undefined, /must have a body/],
    ['an error without the envelope', 'POST', '/leads/api/tags', 401, { detail: 'no' }, /detail/],
  ])('finds %s', (_what, method, path, status, body, expected) => {
    expect(checkReply(method, path, status, body).join()).toMatch(expected);
  });

  it('takes null where the document allows it', () => {
    expect(checkReply('GET', '/leads/api/leads/1', 200, { uuid: '1', position: null })).toEqual([]);
  });

  it('names the side of each finding of an exchange', () => {
    expect(checkExchange('POST', '/leads/api/tags', { body: {} }, 201, { uuid: 1 })).toEqual([
      expect.stringMatching(/^request: /),
      expect.stringMatching(/^reply: /),
    ]);
  });
});
