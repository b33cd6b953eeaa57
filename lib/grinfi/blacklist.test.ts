import { describe, expect, it } from 'vitest';
import { demoOwner, demoSeed, seedUuid } from '../../fake-grinfi/seed.ts';
import { clientOn, json } from '../testing/answering.ts';
import { fakeGrinfiClient } from '../testing/fake-grinfi-client.ts';
import { addToBlacklist, findBlacklisted, listBlacklist, removeFromBlacklist } from './blacklist.ts';
import { countEnrichmentsThisMonth, enrich, listEnrichments } from './enrichment.ts';

describe('the blacklist', () => {
  it('takes people and companies in, and lets them go', async () => {
    const { fake, client } = fakeGrinfiClient();
    const person = await addToBlacklist(client, {
      object: 'contact',
      handle: 'ada-example',
      name: 'Ada Example',
      companyName: 'Harborlight',
      email: 'ada@harborlight.example.com',
    });
    const company = await addToBlacklist(client, { object: 'company', domain: 'harborlight.example.com' });
    expect(await listBlacklist(client, 'contact')).toEqual([person]);
    expect(await listBlacklist(client, 'company')).toEqual([company]);
    expect(person).toMatchObject({ object: 'contact', handle: 'ada-example', companyName: 'Harborlight' });
    for (const entry of [person, company, company]) await removeFromBlacklist(client, entry);
    expect([fake.state.leadBlacklist.size, fake.state.companyBlacklist.size]).toEqual([0, 0]);
    expect(fake.state.violations).toEqual([]);
  });

  it('wants somebody to be named', async () => {
    const { client, calls } = fakeGrinfiClient();
    for (const entry of [
      { object: 'contact', companyName: 'Harborlight' },
      { object: 'company', domain: '' },
    ] as const)
      await expect(addToBlacklist(client, entry)).rejects.toMatchObject({ kind: 'internal' });
    expect(calls()).toEqual([]);
  });

  it('is held against a record by what tells it apart', async () => {
    const { client } = fakeGrinfiClient({ seed: demoSeed });
    const people = await listBlacklist(client, 'contact');
    expect(findBlacklisted(people, { handle: 'Peregrin-Nettlebrook-Example' })?.name).toBe(
      'Peregrin Nettlebrook',
    );
    expect(findBlacklisted(people, { handle: 'odalys-brightwater-example' })).toBeUndefined();
    expect(findBlacklisted(people, {})).toBeUndefined();
    const companies = await listBlacklist(client, 'company');
    expect(findBlacklisted(companies, { domain: 'thistledown.example.com' })).toBe(companies[0]);
  });
});

describe('enrichment', () => {
  it('queues contacts and companies, and shows the queue', async () => {
    const { fake, client } = fakeGrinfiClient({ seed: demoSeed });
    await enrich(client, 'contact', [seedUuid(7, 1), seedUuid(7, 1), '']);
    await enrich(client, 'company', [seedUuid(6, 1)]);
    await enrich(client, 'contact', []);
    const queue = await listEnrichments(client);
    expect(new Set(queue.map(({ object, recordId, status }) => `${object} ${recordId} ${status}`))).toEqual(
      new Set([`contact ${seedUuid(7, 1)} queued`, `company ${seedUuid(6, 1)} queued`]),
    );
    expect(await countEnrichmentsThisMonth(client)).toBe(2);
    expect(fake.state.teams.get(demoOwner.teamId)?.credits.advanced_enrichment).toBe(248);
    expect(fake.state.violations).toEqual([]);
  });

  it('says that no credits are left', async () => {
    const { fake, client } = fakeGrinfiClient({ seed: demoSeed });
    const team = fake.state.teams.get(demoOwner.teamId);
    if (team) team.credits.advanced_enrichment = 0;
    await expect(enrich(client, 'contact', [seedUuid(7, 1)])).rejects.toMatchObject({ kind: 'payment' });
    expect(fake.state.violations).toEqual([]);
  });

  it('is read in whatever shape the queue comes', async () => {
    const rows = [
      { id: 5, lead: { uuid: 'c1', name: 'Ada' }, status: 'pondering' },
      { id: 6, object_type: 'company', object_uuid: 'k1', status: 'failed', error_msg: 'No such site.' },
      { id: 7, company: { uuid: 'k2' } },
    ];
    const { client } = clientOn(() => json({ data: rows }));
    expect(await listEnrichments(client)).toMatchObject([
      { object: 'contact', recordId: 'c1', status: 'pondering' },
      { object: 'company', recordId: 'k1', status: 'failed', error: 'No such site.' },
      { object: 'company', recordId: 'k2', status: 'unknown' },
    ]);
  });
});
