import { beforeEach, describe, expect, it } from 'vitest';
import { demoKey, demoOwner, emptySeed } from '../../fake-grinfi/seed.ts';
import { createFakeGrinfi, type FakeGrinfi } from '../../fake-grinfi/server.ts';
import { fetchOf } from '../testing/fake-grinfi-client.ts';
import { useStorage } from '../testing/storage.ts';
import { createListCautions } from './cautions-of-many.ts';
import { createGrinfi } from './grinfi.ts';

const dayMs = 86_400_000;

async function world() {
  const fake = createFakeGrinfi({ seed: emptySeed, perMinute: false, strict: true });
  const grinfi = createGrinfi({ fetch: fetchOf(fake) });
  await grinfi.keyStore.set(demoKey, 'always');
  const list_uuid = fake.make.list(demoOwner, 'Prospects').uuid;
  const known = (handle: string) =>
    fake.make.lead(demoOwner, { list_uuid, first_name: handle, linkedin: handle }).uuid;
  const list = createListCautions({
    grinfi,
    account: async () => ({ userId: String(demoOwner.userId), userName: 'Marla' }),
    now: Date.now,
  });
  return { fake, known, list };
}

function blacklist({ state, make }: FakeGrinfi, linkedin: string): void {
  const rest = { name: null, company_name: null, ln_id: null, email: null };
  state.leadBlacklist.insert({ ...make.common(demoOwner), ...rest, linkedin });
}

function enrol({ state, make }: FakeGrinfi, flow_uuid: string, lead_uuid: string): void {
  const ids = { uuid: crypto.randomUUID(), team_id: demoOwner.teamId, flow_uuid, lead_uuid };
  state.enrolments.insert({ ...ids, status: 'in_progress', ...make.dates() });
}

beforeEach(() => useStorage());

describe('what speaks against an automation for many', () => {
  it('is found out for all of them in six requests, and nobody is named whom nothing is known of', async () => {
    const { fake, known, list } = await world();
    const { make } = fake;
    const ids = Object.fromEntries(['ada', 'ben', 'cleo', 'dov', 'eli'].map((name) => [name, known(name)]));
    const of = (name: string) => ids[name] ?? '';
    const flow = make.flow(demoOwner, { name: 'Warm up', status: 'on' });
    enrol(fake, flow.uuid, of('ada'));
    const replied = (name: string, daysAgo: number) =>
      make.activity(
        demoOwner,
        { object_type: 'lead', object_uuid: of(name) },
        'email_replied',
        {},
        daysAgo * dayMs,
      );
    replied('ben', 3);
    replied('dov', 40);
    const colleague = { ...demoOwner, userId: demoOwner.userId + 1 };
    const sender = make.sender(colleague, { first_name: 'Jonas', last_name: 'E' });
    make.message(demoOwner, { lead_uuid: of('cleo'), sender_profile_uuid: sender.uuid, text: 'Hello' });
    blacklist(fake, 'finn');

    const people = ['ada', 'ben', 'cleo', 'dov', 'eli']
      .map((name): { key: string; handle: string; contactId?: string } => ({
        key: `in/${name}`,
        handle: name,
        contactId: of(name),
      }))
      .concat([
        { key: 'in/finn', handle: 'finn' },
        { key: 'in/gus', handle: 'gus' },
      ]);
    const { found, automations, isUnsure } = await list({ people });
    expect(isUnsure).toBe(false);
    expect(automations).toMatchObject([{ name: 'Warm up' }]);
    expect(found).toEqual([
      { key: 'in/ada', running: [flow.uuid], cautions: [] },
      { key: 'in/ben', running: [], cautions: [{ kind: 'replied', at: expect.any(String) }] },
      {
        key: 'in/cleo',
        running: [],
        cautions: [{ kind: 'otherSender', name: 'Jonas E', at: expect.any(String) }],
      },
      { key: 'in/finn', running: [], cautions: [{ kind: 'blacklisted' }] },
    ]);
    expect(fake.control.log()).toHaveLength(6);
    expect(fake.state.violations).toEqual([]);
  });

  it('is unsure where a part cannot be found out, and says the rest', async () => {
    const { fake, known, list } = await world();
    blacklist(fake, 'ada');
    fake.control.fail({ path: '/leads/api/activities', fault: { kind: 'status', status: 500 }, times: 9 });
    const { found, isUnsure } = await list({
      people: [{ key: 'in/ada', handle: 'ada', contactId: known('ada') }],
    });
    expect(found).toMatchObject([{ key: 'in/ada', cautions: [{ kind: 'blacklisted' }] }]);
    expect(isUnsure).toBe(true);
  });

  it('takes two requests for people who are not in Grinfi, however many', async () => {
    const { fake, list } = await world();
    const people = Array.from({ length: 300 }, (_, place) => ({
      key: `in/${place}`,
      handle: `person-${place}`,
    }));
    expect(await list({ people })).toEqual({ automations: [], found: [], isUnsure: false });
    expect(fake.control.log()).toHaveLength(2);
  });

  it('is unsure of those beyond two hundred contacts, and of replies that did not fit into one answer', async () => {
    const { fake, known, list } = await world();
    const ids = Array.from({ length: 201 }, (_, place) => known(`person-${place}`));
    const people = ids.map((contactId, place) => ({ key: `in/${place}`, contactId }));
    expect((await list({ people: people.slice(0, 200) })).isUnsure).toBe(false);
    expect((await list({ people })).isUnsure).toBe(true);
    for (let count = 0; count < 101; count += 1)
      fake.make.activity(
        demoOwner,
        { object_type: 'lead', object_uuid: ids[0] ?? '' },
        'linkedin_message_replied',
      );
    expect(await list({ people: people.slice(0, 2) })).toMatchObject({
      found: [{ key: 'in/0' }],
      isUnsure: true,
    });
  });
});
