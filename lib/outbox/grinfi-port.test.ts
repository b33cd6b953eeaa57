import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { demoOwner } from '../../fake-grinfi/seed.ts';
import type { FakeGrinfi, FakeGrinfiOptions } from '../../fake-grinfi/server.ts';
import { failureWords } from '../failure-words.ts';
import type { SaveRequest } from '../save-request.ts';
import { fakeGrinfiClient } from '../testing/fake-grinfi-client.ts';
import { newWorld, startWorker, type World } from '../testing/outbox-worker.ts';
import { companySave, personSave } from '../testing/saves.ts';
import { useStorage } from '../testing/storage.ts';
import { viewOf } from './entry.ts';
import { createGrinfiPort } from './grinfi-port.ts';

let world: World;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  useStorage();
  world = newWorld();
});

/** A worker that sends to the stand-in, which holds a list, two tags, a stage of each kind and a field. */
function workerOnFake(options: FakeGrinfiOptions = {}) {
  const named: string[] = [];
  const onNamed = async (kind: string, { name }: { name: string }) => void named.push(`${kind} ${name}`);
  const { fake, client, calls } = fakeGrinfiClient(options, { retries: 0 });
  const { make } = fake;
  const ids = {
    list: make.list(demoOwner, 'Spring').uuid,
    otherList: make.list(demoOwner, 'Winter').uuid,
    tags: [make.tag(demoOwner, 'Hot').uuid, make.tag(demoOwner, 'Fair').uuid],
    contactStage: make.stage(demoOwner, { name: 'Talking', object: 'lead', category: 'engaging' }).uuid,
    companyStage: make.stage(demoOwner, { name: 'Target', object: 'company', category: 'cold' }).uuid,
    contactField: make.customField(demoOwner, 'lead', 'Tier').uuid,
    companyField: make.customField(demoOwner, 'company', 'Region').uuid,
  };
  const worker = startWorker(world, { port: () => createGrinfiPort(client, { onNamed }) });
  async function save(request: SaveRequest) {
    const from = calls().length;
    const id = (await worker.click(request)) ?? '';
    await worker.settle();
    return { id, entry: await worker.entry(id), sent: calls().slice(from) };
  }
  return { fake, ids, named, worker, save };
}

describe('who is asked for before a save', () => {
  const twoIds = { fields: { handle: 'ada-example', snId: 'ACwAA-ada' } };

  it.each([
    ['is new to the screen: all ids at once', {}, 2],
    ['the screen has found: one id after another', { recordId: 'known' }, 1],
  ])('and %s', async (_, more, atOnce) => {
    const { fake, ids, worker } = workerOnFake();
    const held = fake.control.hold({ path: '/leads/api/leads/lookup-one' });
    await worker.click(personSave({ list: { id: ids.list }, ...twoIds, ...more }));
    const sent = worker.settle();
    await vi.waitFor(() => expect(held.waiting).toHaveLength(atOnce));
    // Nor does another come while these wait.
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(held.waiting).toHaveLength(atOnce);
    held.release();
    await sent;
  });
});

const violations = (fake: FakeGrinfi) => fake.state.violations.map(({ message }) => message);
const leads = (fake: FakeGrinfi) => [...fake.state.leads.all()];

describe.each([
  ['as the reference describes it', {}],
  ['as other sources do', { contactForm: 'wrapped', envelope: 'full', sameTagName: 'created' }],
] as const)('Grinfi %s', (_name, quirks) => {
  it('gets a new person with everything in 2 + 1 + 1 + 1 requests, and looks at it once', async () => {
    const { fake, ids, save } = workerOnFake({ quirks });
    const { entry, sent } = await save(
      personSave({
        list: { id: ids.list },
        tags: ids.tags.map((id) => ({ id })),
        stageId: ids.contactStage,
        note: 'Met at the fair',
      }),
    );
    expect(entry).toMatchObject({ state: 'saved', failed: [], progress: { created: true } });
    expect(sent).toEqual([
      'POST /leads/api/leads/lookup-one',
      'POST /leads/api/leads/upsert',
      'PUT /leads/api/leads/mass-action',
      'PUT /leads/api/leads/mass-action',
      'POST /leads/api/notes',
      `GET /leads/api/leads/${leads(fake)[0]?.uuid}`,
    ]);
    const [lead] = leads(fake);
    expect(lead).toMatchObject({
      linkedin: 'ada-example',
      first_name: 'Ada',
      list_uuid: ids.list,
      pipeline_stage_uuid: ids.contactStage,
    });
    expect(violations(fake)).toEqual([]);
  });

  it('takes custom fields by name, and new lists and tags by name', async () => {
    const { fake, ids, named, save } = workerOnFake({ quirks });
    const { entry } = await save(
      personSave({
        list: { name: 'spring ' },
        tags: [{ name: 'Brand new' }, { name: 'hot' }],
        customFields: { [ids.contactField]: 'Gold' },
      }),
    );
    expect(entry.state).toBe('saved');
    expect(leads(fake)[0]?.list_uuid).toBe(ids.list);
    expect([...fake.state.tags.all()].map(({ name }) => name)).toEqual(['Hot', 'Fair', 'Brand new']);
    // Screens know each by its own name from now on, be it new or a teammate's.
    expect(named.toSorted()).toEqual(['list Spring', 'tag Brand new', 'tag Hot']);
    expect([...fake.state.customFieldValues.all()]).toMatchObject([{ value: 'Gold' }]);
    expect(violations(fake)).toEqual([]);
  });

  it('gives a known contact back as it was on undo', async () => {
    const { fake, ids, save, worker } = workerOnFake({ quirks });
    await save(
      personSave({
        fields: { handle: 'ada-example', firstName: 'Ada', lastName: 'Example', headline: 'Before' },
        list: { id: ids.otherList },
        tags: [{ id: ids.tags[0] ?? '' }],
      }),
    );
    const before = structuredClone(leads(fake)[0]);
    world.clock.at += 60_000;
    const { id, entry } = await save(
      personSave({
        fields: { handle: 'ada-example', headline: 'After', about: 'Engines', location: 'London' },
        list: { id: ids.list },
        moveToList: true,
        tags: ids.tags.map((tag) => ({ id: tag })),
        stageId: ids.contactStage,
        note: 'Hello',
      }),
    );
    expect(entry.progress.created).toBe(false);
    expect(leads(fake)[0]).toMatchObject({ headline: 'After', about: 'Engines', list_uuid: ids.list });
    await worker.undo(id);
    await worker.settle();
    const after = leads(fake)[0];
    const emptied = { about: after?.about || null, updated_at: before?.updated_at };
    expect({ ...after, ...emptied }).toEqual({ ...before, about: before?.about || null });
    expect([...fake.state.notes.all()]).toEqual([]);
    expect(violations(fake)).toEqual([]);
  });

  it('gets a new company with stage, tags, field and note, and loses it on undo', async () => {
    const { fake, ids, save, worker } = workerOnFake({ quirks });
    const { id, entry, sent } = await save(
      companySave({
        fields: { ...companySave().fields, companyId: '4711', about: 'Engines', phone: '+1 555 0100' },
        list: { id: ids.list },
        stageId: ids.companyStage,
        tags: [{ id: ids.tags[0] ?? '' }],
        customFields: { [ids.companyField]: 'North' },
        note: 'Saw the stand',
      }),
    );
    expect(entry).toMatchObject({ state: 'saved', failed: [], progress: { created: true } });
    expect(sent).toEqual([
      'POST /leads/api/companies/lookup',
      'POST /leads/api/companies',
      expect.stringMatching(/^PUT \/leads\/api\/companies\/[^/]+$/),
      'PUT /leads/api/companies/mass-action',
      'POST /leads/api/custom-field-values',
      'POST /leads/api/notes',
      `GET /leads/api/companies/${entry.progress.recordId}`,
    ]);
    expect([...fake.state.companies.all()]).toMatchObject([
      { linkedin: 'acme-analytical', ln_id: 4711, lead_status_uuid: ids.companyStage, tags: [ids.tags[0]] },
    ]);
    await worker.undo(id);
    await worker.settle();
    expect([...fake.state.companies.all()]).toEqual([]);
    expect([...fake.state.notes.all()]).toEqual([]);
    expect(violations(fake)).toEqual([]);
  });

  it.each([
    ['headline', { step: 'details', field: 'headline' }],
    ['tags', { step: 'tags' }],
    ['pipeline_stage_uuid', { step: 'stage' }],
    ['list_uuid', { step: 'list' }],
  ])('shows that it took %s and dropped it, and gets that alone by a retry', async (dropped, part) => {
    const { fake, ids, save, worker } = workerOnFake({ quirks });
    await save(
      personSave({ list: { id: ids.otherList }, fields: { handle: 'ada-example', headline: 'Old' } }),
    );
    fake.quirks.dropped = [dropped];
    const request = personSave({
      list: { id: ids.list },
      moveToList: true,
      tags: [{ id: ids.tags[0] ?? '' }],
      stageId: ids.contactStage,
    });
    const { id, entry } = await save(request);
    expect(entry).toMatchObject({
      state: 'partial',
      failed: [{ ...part, kind: 'rejected', message: failureWords.notKept }],
    });
    expect(entry.failed).toHaveLength(1);

    fake.quirks.dropped = [];
    fake.state.clearLog();
    await worker.retry(id);
    await worker.settle();
    expect(await worker.entry(id)).toMatchObject({ state: 'saved', failed: [] });
    expect(leads(fake)).toMatchObject([
      {
        headline: 'Engines',
        tags: [ids.tags[0]],
        pipeline_stage_uuid: ids.contactStage,
        list_uuid: ids.list,
      },
    ]);
    expect(fake.control.log().map(({ method }) => method)).toEqual(['PUT', 'GET']);
  });

  it.each(['work', 'personal'] as const)('keeps an address as %s e-mail', async (emailOnUpsert) => {
    const { save } = workerOnFake({ quirks: { ...quirks, emailOnUpsert } });
    const { entry } = await save(
      personSave({ fields: { ...personSave().fields, email: 'Ada@Example.com' }, list: { name: 'Spring' } }),
    );
    expect(entry).toMatchObject({ state: 'saved', failed: [] });
  });

  it('is given time where it does its jobs a while later', async () => {
    const { fake, ids, worker } = workerOnFake({ quirks: { ...quirks, jobs: 'queued' } });
    const id =
      (await worker.click(
        personSave({ list: { id: ids.list }, tags: [{ id: ids.tags[0] ?? '' }], stageId: ids.contactStage }),
      )) ?? '';
    await worker.drain.drain();
    expect(viewOf(await worker.entry(id), () => undefined)).toMatchObject({ state: 'saved', checking: true });
    fake.control.runJobs();
    await worker.settle();
    expect(await worker.entry(id)).toMatchObject({ state: 'saved', failed: [] });
  });

  it('gets person and employer in one click', async () => {
    const { fake, ids, save } = workerOnFake({ quirks });
    const fields = { ...personSave().fields, companyId: '4711' };
    const { entry } = await save(personSave({ fields, list: { id: ids.list }, withCompany: true }));
    expect(entry.state).toBe('saved');
    expect([...fake.state.companies.all()]).toMatchObject([
      { name: 'Acme Analytical', linkedin: 'acme-analytical', ln_id: 4711 },
    ]);
    expect(violations(fake)).toEqual([]);
  });
});

describe('answers of Grinfi', () => {
  it('finds the note again whose answer was lost', async () => {
    const { fake, ids, worker } = workerOnFake();
    fake.control.fail({ path: '/leads/api/notes', method: 'POST', fault: { kind: 'drop', when: 'after' } });
    const id = (await worker.click(personSave({ list: { id: ids.list }, note: 'Hello' }))) ?? '';
    await worker.settle();
    expect((await worker.entry(id)).state).toBe('saved');
    expect([...fake.state.notes.all()]).toHaveLength(1);
  });

  it('finds the contact and the company again whose answers were lost, and knows them as its own', async () => {
    const { fake, ids, worker } = workerOnFake();
    const now = Date.now();
    world.clock.at = now;
    fake.control.fail({ path: '/leads/api/leads/upsert', fault: { kind: 'drop', when: 'after' } });
    fake.control.fail({ path: '/leads/api/companies', method: 'POST', fault: { kind: 'malformed' } });
    const person = (await worker.click(personSave({ list: { id: ids.list } }))) ?? '';
    const company = (await worker.click(companySave())) ?? '';
    await worker.settle();
    expect(leads(fake)).toHaveLength(1);
    expect([...fake.state.companies.all()]).toHaveLength(1);
    expect((await worker.entry(person)).progress.created).toBe(true);
    expect((await worker.entry(company)).progress.created).toBe(true);
  });

  it('takes contacts that an unanswered deletion has deleted for deleted', async () => {
    const { fake, ids, worker } = workerOnFake();
    const saves = ['ada', 'bob'].map((handle) =>
      personSave({ pageKey: `in/${handle}`, fields: { handle }, list: { id: ids.list } }),
    );
    const batchId = (await worker.batches.add(saves, { now: world.clock.now() })).batchId ?? '';
    await worker.settle();
    expect(leads(fake)).toHaveLength(2);
    const fault = { kind: 'drop', when: 'after' } as const;
    fake.control.fail({ method: 'PUT', path: '/leads/api/leads/mass-action', fault });
    await worker.batches.change(batchId, 'undo', world.clock.now());
    await worker.settle();
    expect(leads(fake)).toEqual([]);
    expect((await worker.batches.views(1))[0]).toMatchObject({ undone: 2, failed: 0 });
  });

  it('pauses on a key that is not known and parks what Grinfi refuses, with the field', async () => {
    const { fake, ids, worker } = workerOnFake();
    const request = personSave({
      list: { id: ids.list },
      fields: { handle: 'ada-example', email: 'not an address' },
    });
    const id = (await worker.click(request)) ?? '';
    await worker.settle();
    expect(await worker.entry(id)).toMatchObject({
      state: 'parked',
      failed: [{ step: 'write', kind: 'rejected', field: 'email' }],
    });
    fake.state.keys.clear();
    const other = (await worker.click(personSave({ list: { id: ids.list } }))) ?? '';
    await worker.settle();
    expect(world.keyState).toBe('refused');
    expect((await worker.entry(other)).waitingFor).toBe('auth');
  });

  it('says that a custom field is gone instead of losing its value', async () => {
    const { fake, ids, save } = workerOnFake();
    const { entry } = await save(personSave({ list: { id: ids.list }, customFields: { gone: 'Gold' } }));
    expect(entry).toMatchObject({ state: 'parked', failed: [{ step: 'write', kind: 'rejected' }] });
    expect(leads(fake)).toEqual([]);
  });
});
