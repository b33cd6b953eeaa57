import { Buffer } from 'node:buffer';
import type { Maker } from './make.ts';
import { seedOutreach } from './seed-outreach.ts';
import { seedWorkspace } from './seed-workspace.ts';
import type { FakeState, KeyOwner } from './state.ts';

/** Fills an empty state. */
export type Seed = (state: FakeState, make: Maker) => void;

/** The workspace and user of both seeds. */
export const demoOwner: KeyOwner = { teamId: 4821, userId: 57 };

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A key that looks like the real ones: a JWT whose payload names the workspace. Signed by nobody. */
export function makeKey({ teamId, userId }: KeyOwner, name = 'demo'): string {
  const header = part({ typ: 'JWT', alg: 'HS256' });
  const payload = part({ sub: String(userId), specific_team_id: teamId, jti: name, exp: 1_893_456_000 });
  return `${header}.${payload}.${Buffer.from(`fake signature of ${name}`).toString('base64url')}`;
}

/** The key that both seeds accept. */
export const demoKey = makeKey(demoOwner);

const dayMs = 86_400_000;

/** A uuid that is the same on every start, so that links into the demo keep working. */
export function seedUuid(kind: number, index: number): string {
  const hex = (value: number, length: number) => value.toString(16).padStart(length, '0');
  return `${hex(0xfa4e0000 + kind, 8)}-${hex(index, 4)}-4000-8000-${hex(kind * 4096 + index, 12)}`;
}

/** A workspace as it is on the first day: a user, a key and the stages that cannot be deleted. */
export const emptySeed: Seed = (state, make) => {
  const dates = make.dates();
  state.keys.set(demoKey, demoOwner);
  state.users.set(demoOwner.userId, {
    uuid: seedUuid(1, 1),
    id: demoOwner.userId,
    first_name: 'Marla',
    last_name: 'Quillfeather',
    email: 'marla@fernhill-partners.example.com',
    email_status: 'verified',
    image_url: null,
    timezone: 'Europe/Berlin',
    config: {},
    ...dates,
  });
  state.teams.set(demoOwner.teamId, {
    id: demoOwner.teamId,
    cluster_id: 1,
    subscription_id: null,
    license_uuid: null,
    name: 'Fernhill Partners',
    color: '#2f6f4f',
    status: 'active',
    features: {
      sender_profiles: 3,
      cloud_browsers: 1,
      contacts: 10_000,
      linkedin_accounts: 3,
      email_accounts: 3,
      users: 5,
    },
    credits: { activities: null, advanced_enrichment: 250, llm: 1_000 },
    config: { is_onboarding_completed: true, is_cloud_browser_disabled: false },
    user_id: demoOwner.userId,
    ...dates,
  });
  const stages = [
    { object: 'lead', name: 'New', type: 'new', category: 'cold' },
    { object: 'lead', name: 'Approaching', type: 'approaching', category: 'cold' },
    { object: 'lead', name: 'Engaging', type: 'engaging', category: 'engaging' },
    { object: 'lead', name: 'Replied', type: 'replied', category: 'positive' },
    { object: 'company', name: 'New', type: 'new', category: 'cold' },
    { object: 'company', name: 'Engaging', type: 'engaging', category: 'engaging' },
  ] as const;
  for (const [index, stage] of stages.entries()) {
    make.stage(demoOwner, { ...stage, uuid: seedUuid(2, index + 1) });
  }
};

/** A small agency some weeks in: enough of everything to choose from, and a few people to meet again. */
export const demoSeed: Seed = (state, make) => {
  emptySeed(state, make);
  const owner = demoOwner;

  const custom = [
    { object: 'lead', name: 'Meeting booked', category: 'positive' },
    { object: 'lead', name: 'Not interested', category: 'negative' },
    { object: 'company', name: 'Target account', category: 'engaging' },
    { object: 'company', name: 'Customer', category: 'positive' },
    { object: 'company', name: 'Lost', category: 'negative' },
  ] as const;
  const [meeting, , target, customer] = custom.map((stage, index) =>
    make.stage(owner, { ...stage, uuid: seedUuid(2, 20 + index) }),
  );
  const stageOf = (name: string) =>
    state.stages.of(owner.teamId).find((stage) => stage.object === 'lead' && stage.name === name)?.uuid ?? '';

  const lists = [
    'Ocean tech founders',
    'DACH heads of operations',
    'Conference Lisbon',
    'Warm intros',
    'Candidates',
  ];
  const [founders, operations, conference, warm] = lists.map((name, index) =>
    make.list(owner, name, seedUuid(3, index + 1)),
  );
  const tags = [
    ['Decision maker', '#2f6f4f'],
    ['Hiring', '#b4552d'],
    ['Met in person', '#3b5bdb'],
    ['Newsletter', '#8a6d1a'],
    ['Do not call', '#a61e4d'],
    ['Partner', null],
  ] as const;
  const [decider, hiring, met, , , partner] = tags.map(([name, color], index) =>
    make.tag(owner, name, color, seedUuid(4, index + 1)),
  );
  const fields = [
    ['lead', 'lead_source'],
    ['lead', 'preferred_language'],
    ['company', 'account_tier'],
  ] as const;
  for (const [index, [object, name]] of fields.entries())
    make.customField(owner, object, name, seedUuid(5, index + 1));

  const harbor = make.company(owner, {
    uuid: seedUuid(6, 1),
    name: 'Harborlight Analytics',
    domain: 'harborlight.example.com',
    website: 'https://harborlight.example.com',
    linkedin: 'harborlight-analytics-example',
    ln_id: 900_000_101,
    industry: 'Software Development',
    employees_range: '51-200',
    hq_raw_address: 'Rotterdam, South Holland, Netherlands',
    lead_status_uuid: target?.uuid ?? null,
    lists: founders ? [founders.uuid] : [],
    tags: partner ? [partner.uuid] : [],
  });
  const pinecrest = make.company(owner, {
    uuid: seedUuid(6, 2),
    name: 'Pinecrest Robotics',
    domain: 'pinecrest-robotics.example.com',
    website: 'https://pinecrest-robotics.example.com',
    linkedin: 'pinecrest-robotics-example',
    ln_id: 900_000_102,
    industry: 'Industrial Automation',
    employees_range: '201-500',
    hq_raw_address: 'Graz, Styria, Austria',
    lead_status_uuid: customer?.uuid ?? null,
  });

  const people = [
    {
      first_name: 'Odalys',
      last_name: 'Brightwater',
      position: 'Chief Executive Officer',
      headline: 'CEO at Harborlight Analytics · tides, data, patience',
      company_name: harbor.name,
      company_uuid: harbor.uuid,
      linkedin: 'odalys-brightwater-example',
      work_email: 'odalys@harborlight.example.com',
      email_status: 'ok',
      raw_address: 'Rotterdam, South Holland, Netherlands',
      list_uuid: founders?.uuid ?? '',
      pipeline_stage_uuid: stageOf('Replied'),
      tags: [decider?.uuid ?? '', met?.uuid ?? ''],
    },
    {
      first_name: 'Tiberiu',
      last_name: 'Sandgrove',
      position: 'Head of Operations',
      headline: 'Head of Operations at Pinecrest Robotics',
      company_name: pinecrest.name,
      company_uuid: pinecrest.uuid,
      linkedin: 'tiberiu-sandgrove-example',
      raw_address: 'Graz, Styria, Austria',
      list_uuid: operations?.uuid ?? '',
      pipeline_stage_uuid: meeting?.uuid ?? '',
      tags: [decider?.uuid ?? '', hiring?.uuid ?? ''],
    },
    {
      first_name: 'Wanjiru',
      last_name: 'Fallowmere',
      position: 'Data Engineer',
      headline: 'Data Engineer at Harborlight Analytics',
      company_name: harbor.name,
      company_uuid: harbor.uuid,
      linkedin: 'wanjiru-fallowmere-example',
      raw_address: 'Porto, Portugal',
      list_uuid: conference?.uuid ?? '',
      tags: [met?.uuid ?? ''],
    },
    {
      first_name: 'Isko',
      last_name: 'Lanternfield',
      position: 'Freelance Designer',
      headline: 'I draw maps of things that move',
      linkedin: 'isko-lanternfield-example',
      raw_address: 'Tartu, Estonia',
      list_uuid: warm?.uuid ?? '',
      pipeline_stage_uuid: stageOf('Approaching'),
    },
  ];
  const [odalys, tiberiu] = people.map((person, index) =>
    make.lead(owner, {
      uuid: seedUuid(7, index + 1),
      ...person,
      created_at: make.stamp((30 - index) * dayMs),
      updated_at: make.stamp((9 - index) * dayMs),
    }),
  );
  if (odalys) {
    const on = { object_type: 'lead', object_uuid: odalys.uuid } as const;
    make.activity(owner, on, 'linkedin_connection_request_sent', {}, 21 * dayMs);
    make.activity(owner, on, 'linkedin_connection_request_accepted', {}, 20 * dayMs);
    make.activity(owner, on, 'linkedin_message_sent', {}, 5 * dayMs);
    make.activity(owner, on, 'linkedin_message_replied', {}, 3 * dayMs);
    make.note(owner, { object: 'lead', object_uuid: odalys.uuid, note: 'Wants a demo after the summer.' });
  }
  if (tiberiu) {
    const on = { object_type: 'lead', object_uuid: tiberiu.uuid } as const;
    make.activity(owner, on, 'email_sent', {}, 12 * dayMs);
    make.activity(owner, on, 'email_replied', {}, 11 * dayMs);
    make.note(owner, {
      object: 'lead',
      object_uuid: tiberiu.uuid,
      note: 'Meeting on the plant visit, second week.',
    });
  }
  make.note(owner, { object: 'company', object_uuid: pinecrest.uuid, note: 'Renewal is in March.' });

  const flows = [
    ['Founders, first touch', 'on'],
    ['Conference follow-up', 'on'],
    ['Old newsletter', 'archived'],
  ] as const;
  const [firstTouch] = flows.map(([name, status], index) =>
    make.flow(owner, {
      name,
      status,
      uuid: seedUuid(8, index + 1),
      flow_version_uuid: seedUuid(8, 101 + index),
    }),
  );
  if (firstTouch && odalys) {
    const ids = {
      uuid: seedUuid(9, 1),
      team_id: owner.teamId,
      flow_uuid: firstTouch.uuid,
      lead_uuid: odalys.uuid,
    };
    state.enrolments.insert({ ...ids, status: 'finished', ...make.dates() });
  }
  seedOutreach(state, make);
  seedWorkspace(state, make);
};

export const seeds: Record<string, Seed> = { demo: demoSeed, empty: emptySeed };
