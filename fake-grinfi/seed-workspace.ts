import type { Maker } from './make.ts';
import { demoOwner, seedUuid } from './seed.ts';
import type { FakeState } from './state.ts';

/** What the demo's workspace keeps out, takes in and calls. */
export function seedWorkspace(state: FakeState, make: Maker): void {
  state.leadBlacklist.insert({
    ...make.common(demoOwner),
    uuid: seedUuid(19, 1),
    name: 'Peregrin Nettlebrook',
    company_name: null,
    linkedin: 'peregrin-nettlebrook-example',
    ln_id: null,
    email: null,
  });
  state.companyBlacklist.insert({
    ...make.common(demoOwner),
    uuid: seedUuid(20, 1),
    name: 'Thistledown Competitors',
    domain: 'thistledown.example.com',
    linkedin: null,
    ln_id: null,
  });
  const imports = [
    [
      'csv_leads',
      'completed',
      { queued_records: 0, saved_records: 118, duplicate_records: 7, error_records: 2 },
    ],
    ['sn_leads_search', 'in_progress', { queued_records: 340, saved_records: 160, duplicate_records: 12 }],
  ] as const;
  for (const [index, [type, status, counts]] of imports.entries())
    state.dataSources.insert({
      ...make.common(demoOwner),
      // Each clearly older than the one before, however busy the machine is.
      created_at: make.stamp(index * 3_600_000),
      uuid: seedUuid(21, index + 1),
      type,
      status,
      counts,
      list_uuid: seedUuid(3, index + 1),
      sender_profile_uuid: index === 0 ? null : seedUuid(10, 1),
      payload: {},
      tags: null,
      errors: index === 0 ? [{ message: 'Two rows have no name.' }] : [],
    });
  state.webhooks.insert({
    ...make.common(demoOwner),
    uuid: seedUuid(22, 1),
    name: 'Replies to the team channel',
    event: 'contact_replied_linkedin_message',
    request_method: 'POST',
    target_url: 'https://hooks.fernhill.example.com/replies',
    filters: null,
    status: 'on',
  });
  const browsers = [
    [301, 'running', null],
    [302, 'login_issue', 'LinkedIn asks for a code.'],
  ] as const;
  for (const [index, [id, status, error_reason]] of browsers.entries())
    state.browsers.insert({
      ...make.common(demoOwner),
      uuid: String(id),
      id,
      name: `Seat ${index + 1}`,
      status,
      error_reason,
      sender_profile_uuid: seedUuid(10, index + 1),
      linkedin_account_uuid: index === 0 ? seedUuid(14, 1) : null,
      proxy_country_code: 'DE',
      schedule: { timezone: 'Europe/Berlin', use_lead_timezone: false, timeblocks: [] },
      browser_owner: 'grinfi',
      last_start_at: make.stamp(86_400_000),
    });
}
