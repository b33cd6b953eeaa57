import { beforeEach, describe, expect, it, vi } from 'vitest';
import { demoKey, demoOwner, emptySeed } from '../../fake-grinfi/seed.ts';
import { createFakeGrinfi } from '../../fake-grinfi/server.ts';
import { failureWords } from '../failure-words.ts';
import { getStored } from '../stored.ts';
import { fetchOf } from '../testing/fake-grinfi-client.ts';
import { useStorage } from '../testing/storage.ts';
import { createRecordChanges } from './areas/record-changes.ts';
import { createGrinfi } from './grinfi.ts';

async function world() {
  const fake = createFakeGrinfi({ seed: emptySeed, perMinute: false, strict: true });
  const grinfi = createGrinfi({ fetch: fetchOf(fake) });
  await grinfi.keyStore.set(demoKey, 'always');
  const team = fake.state.teams.get(demoOwner.teamId);
  if (team) team.credits.advanced_enrichment = 5;
  const list_uuid = fake.make.list(demoOwner, 'Prospects').uuid;
  const recordId = fake.make.lead(demoOwner, { list_uuid, first_name: 'Ada', linkedin: 'ada-example' }).uuid;
  const contact = { object: 'contact', recordId } as const;
  const named = { ...contact, handle: 'ada-example' };
  const companyId = fake.make.company(demoOwner, { name: 'Acme', linkedin: 'acme' }).uuid;
  const company = { object: 'company', recordId: companyId } as const;
  const lose = (method: string, path: string) =>
    fake.control.fail({ method, path, fault: { kind: 'drop', when: 'after' } });
  return { fake, calls: createRecordChanges({ grinfi }), contact, named, company, lose };
}

beforeEach(() => {
  useStorage();
  vi.spyOn(Math, 'random').mockReturnValue(0);
});

describe('the blacklist', () => {
  it('takes a contact once, though pressed twice and the first answer was lost', async () => {
    const { fake, calls, named, lose } = await world();
    lose('POST', '/leads/api/leads-blacklist');
    await expect(calls.blacklistRecord(named)).rejects.toMatchObject({ kind: 'offline' });
    await Promise.all([calls.blacklistRecord(named), calls.blacklistRecord(named)]);
    expect(fake.state.leadBlacklist.all().map(({ linkedin }) => linkedin)).toEqual(['ada-example']);
    expect(fake.state.violations).toEqual([]);
  });

  it('lets go of every entry that names the contact', async () => {
    const { fake, calls, named } = await world();
    const who = { ...named, email: 'ada@acme.example' };
    for (const entry of [{ linkedin: 'ada-example' }, { email: 'Ada@acme.example' }, { linkedin: 'bo' }])
      fake.state.leadBlacklist.insert({
        ...fake.make.common(demoOwner),
        ...{ name: null, company_name: null, linkedin: null, ln_id: null, email: null },
        ...entry,
      });
    const { blacklistEntryIds = [] } = await calls.getRecordState(who);
    expect(blacklistEntryIds).toHaveLength(2);
    await calls.unblacklistRecord({ object: 'contact', recordId: who.recordId, entryIds: blacklistEntryIds });
    expect(fake.state.leadBlacklist.all().map(({ linkedin }) => linkedin)).toEqual(['bo']);
  });

  it('knows a company with a LinkedIn page by that alone, since it may share its web address', async () => {
    const { fake, calls, company } = await world();
    await calls.blacklistRecord({ ...company, handle: 'acme', domain: 'shops.example' });
    expect(fake.state.companyBlacklist.all()).toMatchObject([{ linkedin: 'acme', domain: null }]);
  });

  it('takes nobody by a mere name', async () => {
    const { fake, calls, contact } = await world();
    await expect(calls.blacklistRecord(contact)).rejects.toMatchObject({ kind: 'rejected' });
    expect(fake.state.leadBlacklist.size).toBe(0);
  });
});

describe('enriching', () => {
  it('is asked for once while it is under way, though the answer was lost', async () => {
    const { fake, calls, contact, lose } = await world();
    lose('PUT', '/leads/api/leads/advanced-enrichment');
    await expect(calls.enrichRecord(contact)).rejects.toMatchObject({ kind: 'offline' });
    await calls.enrichRecord(contact);
    expect(fake.state.enrichments.size).toBe(1);
  });

  it('can be asked for again once it is over, and spends nothing where no credits are left', async () => {
    const { fake, calls, company } = await world();
    await calls.enrichRecord(company);
    const [first] = fake.state.enrichments.all();
    if (first) fake.state.enrichments.update(first, { status: 'completed' });
    await calls.enrichRecord(company);
    expect(fake.state.enrichments.size).toBe(2);
    const team = fake.state.teams.get(demoOwner.teamId);
    if (team) team.credits.advanced_enrichment = 0;
    for (const one of fake.state.enrichments.all()) fake.state.enrichments.update(one, { status: 'failed' });
    await expect(calls.enrichRecord(company)).rejects.toMatchObject({ kind: 'payment' });
  });
});

describe('the state of a record', () => {
  it('says of each part whether it could be found out', async () => {
    const { fake, calls, named } = await world();
    await calls.enrichRecord(named);
    fake.control.fail({ path: '/leads/api/leads-blacklist', fault: { kind: 'status', status: 403 } });
    const state = await calls.getRecordState(named);
    expect(state).toMatchObject({
      enrichments: [{ status: 'queued' }],
      enrichedThisMonth: 1,
      problems: [{ part: 'blacklist', kind: 'rejected' }],
    });
    expect(state).not.toHaveProperty('blacklistEntryIds');
    expect(await getStored('keyState')).toBe('ok');
  });
});

describe('editing', () => {
  it('writes the given fields alone, and empties what is to be empty', async () => {
    const { fake, calls, contact, company } = await world();
    await calls.editRecord({ ...contact, fields: { headline: 'Engineer', position: null } });
    expect(fake.state.leads.all()).toMatchObject([
      { first_name: 'Ada', headline: 'Engineer', position: null, linkedin: 'ada-example' },
    ]);
    await calls.editRecord({ ...company, fields: { phone: '+49 30 1', about: null } });
    expect(fake.state.companies.all()).toMatchObject([{ name: 'Acme', phone: '+49 30 1', about: '' }]);
    expect(fake.state.violations).toEqual([]);
  });

  it('takes no field that Grinfi does not have', async () => {
    const { calls, contact } = await world();
    await expect(calls.editRecord({ ...contact, fields: { memberId: '1' } })).rejects.toThrow(/memberId/);
  });
});

describe('deleting', () => {
  it('is done when somebody else was faster', async () => {
    const { fake, calls, contact, company } = await world();
    await calls.deleteRecord(contact);
    await calls.deleteRecord(contact);
    await calls.deleteRecord(company);
    expect(fake.state.leads.size + fake.state.companies.size).toBe(0);
  });

  it('is refused to whom may not, without a word about the key', async () => {
    const { fake, calls, contact } = await world();
    fake.control.fail({ path: '/leads/api/leads/*', fault: { kind: 'status', status: 403 } });
    await expect(calls.deleteRecord(contact)).rejects.toMatchObject({
      kind: 'rejected',
      message: failureWords.notAllowed,
    });
    expect(await getStored('keyState')).not.toBe('refused');
    expect(fake.state.leads.size).toBe(1);
  });
});
