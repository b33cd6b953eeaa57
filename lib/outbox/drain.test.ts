import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ModelCrm } from '../testing/model-crm.ts';
import { type Happening, inTurn, newWorld, startWorker, type World } from '../testing/outbox-worker.ts';
import { companySave, personSave } from '../testing/saves.ts';

let world: World;
let crm: ModelCrm;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  world = newWorld();
  crm = new ModelCrm(world.clock.now);
});

async function saved(save: Parameters<ReturnType<typeof startWorker>['click']>[0]) {
  const worker = startWorker(world, crm);
  const id = (await worker.click(save)) ?? '';
  await worker.settle();
  return { worker, id, entry: await worker.entry(id) };
}

describe('saving a person', () => {
  it('is looked up while it is stored that it began', async () => {
    let begun = () => {};
    const isLooking = new Promise<Happening>((resolve) => {
      begun = () => resolve('ok');
    });
    const crossings: string[] = [];
    const worker = startWorker(world, crm, (crossing) => {
      crossings.push(crossing);
      if (crossing === 'crm: findContact') begun();
      // After it was chosen, which is the first use of the database.
      return crossing === 'db' && crossings.length === 3 ? isLooking : 'ok';
    });
    const id = (await worker.click(personSave({}))) ?? '';
    await worker.settle();
    expect(await worker.entry(id)).toMatchObject({ state: 'saved' });
    expect(crm.calls).toEqual(['findContact', 'upsertContact', 'readBack']);
  });

  it('is looked up anew where it was changed between being chosen and being begun', async () => {
    crm.addContact({ handle: 'ada-example' });
    let used = 0;
    const beside = startWorker(world, crm);
    const change = async (): Promise<Happening> => {
      const [open] = await beside.outbox.takeDue(world.clock.now(), new Set(), 1);
      const save = personSave({ pageKey: 'in/grace-example', fields: { handle: 'grace-example' } });
      await beside.outbox.update(open?.id ?? '', (entry) => ({ ...entry, save }));
      return 'ok';
    };
    const worker = startWorker(world, crm, (crossing) =>
      crossing === 'db' && ++used === 3 ? change() : 'ok',
    );
    const id = (await worker.click(personSave({}))) ?? '';
    await worker.settle();
    expect(await worker.entry(id)).toMatchObject({ state: 'saved', progress: { created: true } });
    expect(crm.contactsWithHandle('grace-example')).toHaveLength(1);
  });

  it('makes a new contact with list, tags, stage, note and custom fields in the fewest requests', async () => {
    const save = personSave({
      tags: [{ id: 'tag-a' }, { id: 'tag-b' }],
      stageId: 'stage-2',
      note: 'Met at the fair',
      customFields: { 'field-1': 'Gold' },
    });
    const { entry } = await saved(save);

    expect(crm.calls).toEqual([
      'findContact',
      'upsertContact',
      'replaceContactTags',
      'changeStage',
      'createNote',
      'readBack',
    ]);
    const [contact] = crm.contactsWithHandle('ada-example');
    expect(contact).toMatchObject({ listId: 'list-1', tagIds: ['tag-a', 'tag-b'], stageId: 'stage-2' });
    expect(contact?.fields).toEqual({
      handle: 'ada-example',
      firstName: 'Ada',
      lastName: 'Example',
      headline: 'Engines',
      companyName: 'Acme Analytical',
    });
    expect(crm.notesOf(contact?.id ?? '')).toEqual(['Met at the fair']);
    expect(crm.customValues.get(`${contact?.id} field-1`)).toBe('Gold');
    expect(entry).toMatchObject({ state: 'saved', failed: [], progress: { created: true } });
    expect(new Set(entry.done)).toEqual(
      new Set(['lookUp', 'write', 'list', 'customFields', 'tags', 'stage', 'note', 'verify']),
    );
  });

  it('adds to the tags of a known contact, and leaves it in its list', async () => {
    crm.addContact(
      { handle: 'ada-example', about: 'Hers' },
      { tagIds: ['tag-a', 'tag-x'], listId: 'list-old' },
    );
    const { entry } = await saved(personSave({ tags: [{ id: 'tag-a' }, { id: 'tag-b' }] }));

    const [contact] = crm.contactsWithHandle('ada-example');
    expect(contact).toMatchObject({ listId: 'list-old', tagIds: ['tag-a', 'tag-x', 'tag-b'] });
    expect(contact?.fields.about).toBe('Hers');
    expect(entry.progress.created).toBe(false);
    expect(crm.calls).toEqual(['findContact', 'upsertContact', 'addTag', 'readBack']);
  });

  it('moves a known contact into the list when asked', async () => {
    crm.addContact({ handle: 'ada-example' });
    await saved(personSave({ moveToList: true }));
    expect(crm.contactsWithHandle('ada-example')[0]?.listId).toBe('list-1');
  });

  it('updates by its id a contact that is known under another LinkedIn id', async () => {
    const known = crm.addContact({ handle: 'ada-former-name' });
    const save = personSave({
      recordId: known.id,
      moveToList: true,
      customFields: { 'field-1': 'Gold' },
    });
    const { entry } = await saved(save);
    expect([...crm.contacts.keys()]).toEqual([known.id]);
    expect(crm.contacts.get(known.id)).toMatchObject({ fields: { handle: 'ada-example' }, listId: 'list-1' });
    expect(crm.customValues.get(`${known.id} field-1`)).toBe('Gold');
    expect(entry.state).toBe('saved');
  });

  it('finds a list and a tag by name before it makes one', async () => {
    crm.tags.set('tag-hot', { id: 'tag-hot', name: 'Hot' });
    await saved(personSave({ list: { name: 'Spring' }, tags: [{ name: 'Hot' }, { name: 'Fair' }] }));
    expect([...crm.lists.values()].map(({ name }) => name)).toEqual(['Spring']);
    expect([...crm.tags.values()].map(({ name }) => name)).toEqual(['Hot', 'Fair']);
  });

  it('makes a new tag once when two people are saved with it at the same time', async () => {
    const othersHadTheirTurn = async () => {
      for (let turn = 0; turn < 100; turn++) await new Promise(setImmediate);
      return 'ok' as const;
    };
    const worker = startWorker(world, crm, (crossing) =>
      crossing === 'crm: createTag' ? othersHadTheirTurn() : 'ok',
    );
    await worker.click(personSave({ tags: [{ name: 'Fair' }] }));
    await worker.click(
      personSave({ pageKey: 'in/bob-example', fields: { handle: 'bob-example' }, tags: [{ name: 'Fair' }] }),
    );
    await worker.settle();
    expect(crm.tags.size).toBe(1);
    expect(crm.contactsWithHandle('bob-example')[0]?.tagIds).toEqual([...crm.tags.keys()]);
  });

  it('asks for a list when a new contact has none', async () => {
    const { entry } = await saved(personSave({ list: undefined }));
    expect(entry).toMatchObject({ state: 'parked', failed: [{ step: 'write', kind: 'rejected' }] });
    expect(crm.contacts.size).toBe(0);
  });

  it('keeps list and stage of a known contact where the request has presets only', async () => {
    crm.addContact({ handle: 'ada-example' }, { stageId: 'stage-won' });
    const { entry } = await saved(personSave({ stageId: 'stage-new', presetsOnlyForNew: true }));
    expect(crm.contactsWithHandle('ada-example')[0]).toMatchObject({
      stageId: 'stage-won',
      listId: 'list-old',
    });
    expect(entry.state).toBe('saved');
  });

  it('writes a guessed name to a new contact alone, and tells only what was written', async () => {
    const guess = personSave({ onlyForNew: ['firstName', 'lastName'], list: { id: 'list-1' } });
    const known = crm.addContact({ handle: 'ada-example', firstName: 'Augusta', lastName: 'King' });
    const { worker } = await saved(guess);
    expect(crm.contacts.get(known.id)?.fields).toMatchObject({ firstName: 'Augusta', headline: 'Engines' });
    const [told] = await worker.outbox.history();
    expect(told?.sent.fields).toEqual({
      handle: 'ada-example',
      headline: 'Engines',
      companyName: 'Acme Analytical',
    });
    // It stays in its own list.
    expect(told?.sent).not.toHaveProperty('list');

    const bob = {
      handle: 'bob-example',
      fullName: 'Bob Lee Example',
      firstName: 'Bob',
      lastName: 'Lee Example',
    };
    await saved({ ...guess, pageKey: 'in/bob-example', fields: bob });
    expect(crm.contactsWithHandle('bob-example')[0]?.fields).toMatchObject({ lastName: 'Lee Example' });
  });

  it('remembers that a refused one was sent, when it is discarded', async () => {
    const { worker, id } = await saved(personSave({ list: undefined }));
    await worker.outbox.remove(id, 5);
    expect(await worker.outbox.history()).toMatchObject([
      { outcome: 'discarded', failed: [{ step: 'write', kind: 'rejected' }] },
    ]);
  });

  it('saves the employer in the same click, once', async () => {
    const fields = { ...personSave().fields, companyId: '4711' };
    await saved(personSave({ fields, withCompany: true }));
    await saved(
      personSave({
        pageKey: 'in/bob-example',
        fields: { ...fields, handle: 'bob-example' },
        withCompany: true,
      }),
    );
    expect(crm.companiesWithHandle('acme-analytical').map(({ fields }) => fields)).toEqual([
      { name: 'Acme Analytical', handle: 'acme-analytical', companyId: '4711' },
    ]);
  });

  it('says that the employer was not saved where the page did not show which one it is', async () => {
    const { entry } = await saved(
      personSave({
        fields: { handle: 'ada-example', companyName: 'Acme' },
        withCompany: true,
        tags: [{ id: 'tag-a' }],
      }),
    );
    expect(entry).toMatchObject({ state: 'partial', failed: [{ step: 'company', kind: 'page' }] });
    expect(crm.contactsWithHandle('ada-example')[0]?.tagIds).toEqual(['tag-a']);
  });

  it('stops the automations of a contact when asked', async () => {
    const known = crm.addContact({ handle: 'ada-example' });
    await saved(personSave({ cancelAutomations: true }));
    expect(crm.cancelled).toEqual([known.id]);
  });
});

describe('saving a company', () => {
  it('creates it and then writes what a company cannot be created with, stage included', async () => {
    const fields = { ...companySave().fields, companyId: '4711', phone: '+1 555 0100', about: 'Engines' };
    const { entry } = await saved(
      companySave({ fields, list: { id: 'list-1' }, stageId: 'stage-2', tags: [{ id: 'tag-a' }] }),
    );
    expect(crm.calls).toEqual(['findCompany', 'createCompany', 'updateCompany', 'addTag', 'readBack']);
    const [company] = crm.companiesWithHandle('acme-analytical');
    expect(company).toMatchObject({ listIds: ['list-1'], stageId: 'stage-2', tagIds: ['tag-a'], fields });
    expect(entry).toMatchObject({ state: 'saved', progress: { created: true } });
  });

  it('writes into a known one only the fields asked for, in one request', async () => {
    crm.addCompany({ handle: 'acme-analytical', about: 'Theirs', phone: '1' });
    const { entry } = await saved(
      companySave({ fields: { handle: 'acme-analytical', phone: '2' }, stageId: 'stage-2' }),
    );
    expect(crm.companiesWithHandle('acme-analytical')[0]).toMatchObject({
      fields: { handle: 'acme-analytical', about: 'Theirs', phone: '2' },
      stageId: 'stage-2',
    });
    expect(crm.calls).toEqual(['findCompany', 'updateCompany', 'readBack']);
    expect(entry.state).toBe('saved');
  });

  it('says that a known company did not get into the list', async () => {
    crm.addCompany({ handle: 'acme-analytical' });
    const { entry } = await saved(companySave({ list: { id: 'list-1' } }));
    expect(entry).toMatchObject({ state: 'partial', failed: [{ step: 'list', kind: 'rejected' }] });
  });

  it('sets custom fields one by one', async () => {
    const { entry } = await saved(companySave({ customFields: { 'field-1': 'a', 'field-2': 'b' } }));
    expect([...crm.customValues.values()]).toEqual(['a', 'b']);
    expect(entry.state).toBe('saved');
  });

  it('keeps the company away from no stage that is refused, and names the stage', async () => {
    crm.addCompany({ handle: 'acme-analytical' });
    const refused = { fails: 'rejected' as const, message: 'No such stage' };
    // The write that carries the stage along, and then the stage by itself.
    const writes = inTurn(/updateCompany/, refused);
    const stages = inTurn(/changeStage/, refused);
    const worker = startWorker(world, crm, (crossing) =>
      crossing === 'crm: changeStage' ? stages(crossing) : writes(crossing),
    );
    const id = (await worker.click(companySave({ stageId: 'stage-gone' }))) ?? '';
    await worker.settle();
    expect(await worker.entry(id)).toMatchObject({
      state: 'partial',
      failed: [{ step: 'stage', message: 'No such stage' }],
    });
    expect(crm.companiesWithHandle('acme-analytical')[0]?.fields.website).toBe('https://acme.example');
  });
});

describe('one entry for one click', () => {
  it('takes a double click for one, while it waits and just after it landed', async () => {
    const worker = startWorker(world, crm);
    const first = await worker.click(personSave());
    const second = await worker.click(personSave());
    await worker.settle();
    const third = await worker.click(personSave());
    expect([second, third]).toEqual([first, first]);
    world.clock.at += 60_000;
    expect(await worker.click(personSave())).not.toBe(first);
  });

  it('sends two different saves of a person in the order of the clicks', async () => {
    const worker = startWorker(world, crm, inTurn(/upsertContact/, { fails: 'server' }));
    await worker.click(personSave({ note: 'first' }));
    await worker.click(personSave({ fields: { handle: 'ada-example', headline: 'Second' }, note: 'second' }));
    await worker.settle();
    const [contact, ...more] = crm.contactsWithHandle('ada-example');
    expect(more).toEqual([]);
    expect(contact?.fields.headline).toBe('Second');
    expect(crm.notesOf(contact?.id ?? '')).toEqual(['first', 'second']);
  });

  it('lets other people pass one that has to wait', async () => {
    const worker = startWorker(world, crm, inTurn(/findContact/, { fails: 'server' }));
    await worker.click(personSave());
    await worker.click(personSave({ pageKey: 'in/bob-example', fields: { handle: 'bob-example' } }));
    await worker.drain.drain();
    expect(crm.contactsWithHandle('bob-example')).toHaveLength(1);
    expect(crm.contactsWithHandle('ada-example')).toHaveLength(0);
  });

  it('keeps the alarm for what is pressed just as all else is sent', async () => {
    const worker = startWorker(world, crm);
    const { summary } = worker.outbox;
    vi.spyOn(worker.outbox, 'summary').mockImplementationOnce(async (...given) => {
      const nothingOpen = await summary(...given);
      await worker.click(personSave({ pageKey: 'in/bob-example', fields: { handle: 'bob-example' } }));
      void worker.drain.drain();
      return nothingOpen;
    });
    await worker.click(personSave());
    await worker.drain.drain();
    expect(crm.contactsWithHandle('bob-example')).toHaveLength(1);
    expect(worker.rests).toBe(1);
  });

  it('makes one company of a person and a company page that are saved at the same time', async () => {
    const worker = startWorker(world, crm);
    await worker.click(companySave());
    await worker.click(personSave({ withCompany: true }));
    await worker.settle();
    expect(crm.companies.size).toBe(1);
  });
});

describe('failures', () => {
  it.each(['offline', 'timeout', 'busy', 'server', 'malformed'] as const)(
    'waits and tries again after %s, on every step',
    async (kind) => {
      const failedOnce = new Set<string>();
      const worker = startWorker(world, crm, (crossing) => {
        if (!crossing.startsWith('crm') || failedOnce.has(crossing)) return 'ok';
        failedOnce.add(crossing);
        return { fails: kind };
      });
      const save = personSave({
        tags: [{ name: 'Fair' }],
        stageId: 'stage-2',
        note: 'Hello',
        withCompany: true,
      });
      const id = (await worker.click(save)) ?? '';
      await worker.drain.drain();
      const waiting = await worker.entry(id);
      expect(waiting).toMatchObject({ state: 'waiting', waitingFor: kind });
      expect(waiting.retryAt).toBeGreaterThan(world.clock.at);
      await worker.settle();
      expect((await worker.entry(id)).state).toBe('saved');
      expect(crm.contacts.size).toBe(1);
      expect(crm.companies.size).toBe(1);
      expect(crm.notes.size).toBe(1);
      expect(crm.tags.size).toBe(1);
    },
  );

  it('honours the pause that the server asks for, and waits longer from try to try', async () => {
    const worker = startWorker(
      world,
      crm,
      inTurn(
        /findContact/,
        { fails: 'busy', retryAfterMs: 42_000 },
        { fails: 'server' },
        { fails: 'server' },
      ),
    );
    const id = (await worker.click(personSave())) ?? '';
    const waits: number[] = [];
    for (let round = 0; round < 3; round++) {
      await worker.drain.drain();
      const { retryAt = 0 } = await worker.entry(id);
      waits.push(retryAt - world.clock.at);
      world.clock.at = retryAt;
    }
    expect(waits).toEqual([42_000, 3_000, 6_000]);
  });

  it('does not try the others when there is no network', async () => {
    const worker = startWorker(world, crm, (crossing) =>
      crossing.startsWith('crm') ? { fails: 'offline' } : 'ok',
    );
    const ids = [];
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f'])
      ids.push(await worker.click(personSave({ pageKey: `in/${name}`, fields: { handle: name } })));
    await worker.drain.drain();
    const entries = await Promise.all(ids.map((id) => worker.entry(id ?? '')));
    expect(entries.filter(({ tries }) => tries > 0).length).toBeLessThanOrEqual(3);
    expect(worker.nextAt).toBeGreaterThan(world.clock.at);
  });

  it('pauses the whole queue when the key is refused, and goes on when there is a good one', async () => {
    const worker = startWorker(world, crm, inTurn(/upsertContact/, { fails: 'auth' }));
    const id = (await worker.click(personSave())) ?? '';
    await worker.settle();
    const other = (await worker.click(personSave({ pageKey: 'in/bob', fields: { handle: 'bob' } }))) ?? '';
    await worker.settle();
    expect(world.keyState).toBe('refused');
    expect(await worker.entry(id)).toMatchObject({ state: 'waiting', waitingFor: 'auth' });
    expect(await worker.entry(other)).toMatchObject({ state: 'waiting', tries: 0 });
    expect(worker.nextAt).toBeUndefined();

    world.keyState = 'ok';
    await worker.settle();
    expect((await worker.entry(id)).state).toBe('saved');
    expect((await worker.entry(other)).state).toBe('saved');
  });

  it.each(['payment', 'rejected'] as const)(
    'parks a write that ends in %s, with the words and the field of the server',
    async (kind) => {
      const worker = startWorker(
        world,
        crm,
        inTurn(/upsertContact/, { fails: kind, message: 'Not like this', field: 'email' }),
      );
      const id = (await worker.click(personSave({ note: 'Hello' }))) ?? '';
      await worker.settle();
      const parked = await worker.entry(id);
      expect(parked).toMatchObject({
        state: 'parked',
        group: 'attention',
        failed: [{ step: 'write', kind, message: 'Not like this', field: 'email' }],
      });
      expect(crm.notes.size).toBe(0);
      await worker.retry(id);
      await worker.settle();
      expect((await worker.entry(id)).state).toBe('saved');
    },
  );

  it('names the parts that did not land, and tries again exactly these', async () => {
    const worker = startWorker(
      world,
      crm,
      (() => {
        const tags = inTurn(/replaceContactTags/, { fails: 'rejected', message: 'Tag is gone' });
        const note = inTurn(/createNote/, { fails: 'payment', message: 'No room' });
        return (crossing) => (crossing.endsWith('createNote') ? note(crossing) : tags(crossing));
      })(),
    );
    const id =
      (await worker.click(personSave({ tags: [{ id: 'tag-a' }], stageId: 'stage-2', note: 'Hello' }))) ?? '';
    await worker.settle();
    expect(await worker.entry(id)).toMatchObject({
      state: 'partial',
      failed: [
        { step: 'tags', message: 'Tag is gone' },
        { step: 'note', message: 'No room' },
      ],
    });
    expect(crm.contactsWithHandle('ada-example')[0]?.stageId).toBe('stage-2');

    crm.calls.length = 0;
    await worker.retry(id);
    await worker.settle();
    // Tags are added now, not replaced: somebody may have tagged the contact since.
    expect(crm.calls).toEqual(['addTag', 'findNotes', 'createNote', 'readBack']);
    expect((await worker.entry(id)).state).toBe('saved');
  });

  it('adds the other tags when one of them is refused', async () => {
    crm.addContact({ handle: 'ada-example' });
    const worker = startWorker(world, crm, inTurn(/addTag/, { fails: 'rejected', message: 'Tag is gone' }));
    const id = (await worker.click(personSave({ tags: [{ id: 'tag-gone' }, { id: 'tag-b' }] }))) ?? '';
    await worker.settle();
    expect(crm.contactsWithHandle('ada-example')[0]?.tagIds).toEqual(['tag-b']);
    expect((await worker.entry(id)).failed).toMatchObject([{ step: 'tags', message: 'Tag is gone' }]);
  });

  it('parks an entry over a fault of its own and goes on with the others', async () => {
    const worker = startWorker(world, crm, inTurn(/findContact/, { fails: 'internal' }));
    const id = (await worker.click(personSave())) ?? '';
    const other = (await worker.click(personSave({ pageKey: 'in/bob', fields: { handle: 'bob' } }))) ?? '';
    await worker.settle();
    expect((await worker.entry(id)).state).toBe('parked');
    expect((await worker.entry(other)).state).toBe('saved');
  });

  it('tries again what nobody has foreseen, as when the browser fails a worker that it is stopping', async () => {
    let isStopping = true;
    const worker = startWorker(world, crm, async (crossing): Promise<Happening> => {
      if (isStopping && /findContact/.test(crossing)) {
        isStopping = false;
        throw new Error('No SW');
      }
      return 'ok';
    });
    const id = (await worker.click(personSave())) ?? '';
    await worker.settle();
    expect((await worker.entry(id)).state).toBe('saved');
    expect(crm.contactsWithHandle('ada-example')).toHaveLength(1);
  });

  it('asks the user about what nobody has foreseen once it goes on', async () => {
    let count = 0;
    const worker = startWorker(world, crm, async (crossing): Promise<Happening> => {
      if (!/findContact/.test(crossing)) return 'ok';
      count += 1;
      throw new Error('No SW');
    });
    const id = (await worker.click(personSave())) ?? '';
    await worker.settle();
    expect(await worker.entry(id)).toMatchObject({ state: 'parked', failed: [{ kind: 'internal' }] });
    expect(count).toBe(4);
  });

  it('does not send a save into another workspace than the one it was made for', async () => {
    world.workspaceId = 'workspace-1';
    const worker = startWorker(world, crm);
    const id = (await worker.click(personSave())) ?? '';
    world.workspaceId = 'workspace-2';
    await worker.settle();
    expect((await worker.entry(id)).state).toBe('parked');
    expect(crm.calls).toEqual([]);
    world.workspaceId = 'workspace-1';
    await worker.retry(id);
    await worker.settle();
    expect((await worker.entry(id)).state).toBe('saved');
  });
});

describe('answers that got lost', () => {
  it('makes one contact, one company, one tag, one list and one note although every first answer is lost', async () => {
    const lost = new Set<string>();
    const worker = startWorker(world, crm, (crossing) => {
      if (!crossing.startsWith('crm') || lost.has(crossing)) return 'ok';
      lost.add(crossing);
      return { answerLost: 'timeout' };
    });
    const save = personSave({
      list: { name: 'Spring' },
      tags: [{ name: 'Fair' }],
      note: 'Hello',
      withCompany: true,
    });
    const id = (await worker.click(save)) ?? '';
    const company =
      (await worker.click(
        companySave({ pageKey: 'company/beta', fields: { name: 'Beta', handle: 'beta' } }),
      )) ?? '';
    await worker.settle();
    expect((await worker.entry(id)).state).toBe('saved');
    expect((await worker.entry(company)).state).toBe('saved');
    expect(crm.contacts.size).toBe(1);
    expect(crm.companies.size).toBe(2);
    expect(crm.tags.size).toBe(1);
    expect(crm.lists.size).toBe(1);
    expect([...crm.notes.values()].map(({ text }) => text)).toEqual(['Hello']);
    // Made by this click, although the answer was lost: so undo deletes it.
    expect((await worker.entry(id)).progress.created).toBe(true);
    expect((await worker.entry(company)).progress.created).toBe(true);
  });

  it('does not take a contact that somebody else made meanwhile for its own', async () => {
    const worker = startWorker(world, crm, inTurn(/upsertContact/, { fails: 'offline' }));
    const id = (await worker.click(personSave())) ?? '';
    await worker.drain.drain();
    crm.addContact({ handle: 'ada-example', headline: 'Typed by a colleague' });
    await worker.settle();
    expect((await worker.entry(id)).progress.created).toBe(false);
    await worker.undo(id);
    await worker.settle();
    expect(crm.contactsWithHandle('ada-example')[0]?.fields.headline).toBe('Typed by a colleague');
  });

  it('does not count as made by us what the server matched by other means', async () => {
    const old = crm.addContact({ email: 'ada@acme.example', headline: 'Hers' });
    old.createdAt = '2020-01-01T00:00:00Z';
    const fields = { handle: 'ada-example', email: 'ada@acme.example' };
    const { worker, id, entry } = await saved(personSave({ fields }));
    expect(entry.progress).toMatchObject({ recordId: old.id, created: false });
    await worker.undo(id);
    await worker.settle();
    expect(crm.contacts.get(old.id)?.fields.headline).toBe('Hers');
    expect(await worker.entry(id)).toMatchObject({
      state: 'undone',
      undo: { failed: [{ step: 'fields', isFinal: true }] },
    });
  });
});

describe('tags of a known record', () => {
  it('are taken away where asked for, and come back with the undo', async () => {
    const known = crm.addContact({ handle: 'ada-example' }, { tagIds: ['tag-a', 'tag-x'] });
    const before = structuredClone(known);
    const { worker, id } = await saved(
      // Somebody else has removed the last one already.
      personSave({ fields: { handle: 'ada-example' }, removeTagIds: ['tag-a', 'tag-gone'] }),
    );
    expect(crm.contacts.get(known.id)?.tagIds).toEqual(['tag-x']);
    expect((await worker.entry(id)).failed).toEqual([]);
    await worker.undo(id);
    await worker.settle();
    expect(crm.contacts.get(known.id)?.tagIds.toSorted()).toEqual(before.tagIds);
  });

  it('of a company go the same way', async () => {
    const known = crm.addCompany({ handle: 'acme-analytical' }, { tagIds: ['tag-a', 'tag-x'] });
    await saved(companySave({ tags: [{ id: 'tag-b' }], removeTagIds: ['tag-x', 'tag-b'] }));
    expect(crm.companies.get(known.id)?.tagIds).toEqual(['tag-a', 'tag-b']);
  });
});

describe('undo', () => {
  it('deletes what the save made: contact, note and employer', async () => {
    const { worker, id } = await saved(
      personSave({ note: 'Hello', withCompany: true, tags: [{ name: 'Fair' }] }),
    );
    world.clock.at += 14_000;
    await worker.undo(id);
    await worker.settle();
    expect(crm.contacts.size + crm.companies.size + crm.notes.size).toBe(0);
    expect((await worker.entry(id)).state).toBe('undone');
  });

  it('puts back of a known contact what the save wrote, and nothing else', async () => {
    const known = crm.addContact(
      { handle: 'ada-example', headline: 'Before', position: 'Analyst' },
      { tagIds: ['tag-a'], stageId: 'stage-old', listId: 'list-old' },
    );
    const before = structuredClone(known);
    const { worker, id } = await saved(
      personSave({
        fields: { handle: 'ada-example', headline: 'After', location: 'London' },
        tags: [{ id: 'tag-a' }, { id: 'tag-b' }],
        stageId: 'stage-2',
        moveToList: true,
        note: 'Hello',
      }),
    );
    expect(crm.contacts.get(known.id)).toMatchObject({ listId: 'list-1', stageId: 'stage-2' });
    await worker.undo(id);
    await worker.settle();
    expect({ ...crm.contacts.get(known.id), updatedAt: before.updatedAt }).toEqual(before);
    expect(crm.notes.size).toBe(0);
    expect((await worker.entry(id)).undo?.failed).toEqual([]);
  });

  it('leaves alone what somebody has changed since', async () => {
    const known = crm.addContact({ handle: 'ada-example', headline: 'Before' }, { stageId: 'stage-old' });
    const { worker, id } = await saved(personSave({ stageId: 'stage-2' }));
    const contact = crm.contacts.get(known.id);
    if (contact) {
      contact.fields.headline = 'Typed by a colleague';
      contact.stageId = 'stage-won';
    }
    await worker.undo(id);
    await worker.settle();
    expect(crm.contacts.get(known.id)).toMatchObject({
      fields: { headline: 'Typed by a colleague' },
      stageId: 'stage-won',
    });
    expect(crm.contacts.get(known.id)?.fields.lastName).toBeUndefined();
  });

  it('puts a company back, and says what Grinfi cannot give back', async () => {
    crm.addCompany({ handle: 'acme-analytical', name: 'Acme' });
    const { worker, id } = await saved(
      companySave({ stageId: 'stage-2', tags: [{ id: 'tag-a' }], customFields: { 'field-1': 'Gold' } }),
    );
    await worker.undo(id);
    await worker.settle();
    expect(crm.companiesWithHandle('acme-analytical')[0]).toMatchObject({
      fields: { handle: 'acme-analytical', name: 'Acme' },
      tagIds: [],
      // Grinfi cannot take a stage away.
      stageId: 'stage-2',
    });
    expect(await worker.entry(id)).toMatchObject({
      state: 'undone',
      undo: {
        failed: [
          { step: 'stage', isFinal: true },
          { step: 'customFields', isFinal: true },
        ],
      },
    });
  });

  it('keeps an employer that another save stands on', async () => {
    const first = await saved(personSave({ withCompany: true }));
    const fields = { ...personSave().fields, handle: 'bob-example' };
    await saved(personSave({ pageKey: 'in/bob-example', fields, withCompany: true }));
    await first.worker.undo(first.id);
    await first.worker.settle();
    expect(crm.companies.size).toBe(1);
    expect(crm.contactsWithHandle('ada-example')).toEqual([]);
  });

  it('takes an entry that has sent nothing out of the queue without a request', async () => {
    world.keyState = 'refused';
    const worker = startWorker(world, crm);
    const id = (await worker.click(personSave())) ?? '';
    await worker.undo(id);
    world.keyState = 'ok';
    await worker.settle();
    expect((await worker.entry(id)).state).toBe('undone');
    expect(crm.calls).toEqual([]);
  });

  it('stops a save on its way and takes back what has landed', async () => {
    let id = '';
    const worker = startWorker(world, crm, (crossing) => {
      // The user presses Undo while the stage is being set.
      if (crossing === 'crm: changeStage') undoing = other.undo(id);
      return 'ok';
    });
    const other = startWorker(world, crm);
    let undoing: Promise<void> | undefined;
    id = (await worker.click(personSave({ stageId: 'stage-2', note: 'Hello' }))) ?? '';
    await worker.drain.drain();
    await undoing;
    await worker.settle();
    expect((await worker.entry(id)).state).toBe('undone');
    expect(crm.contacts.size).toBe(0);
    expect(crm.notes.size).toBe(0);
  });

  it.each([
    ['lookup', 'internal', 'findContact'],
    ['write', 'rejected', 'upsertContact'],
  ] as const)('is over at once where the %s on its way then fails (%s)', async (_, fails, call) => {
    let id = '';
    const other = startWorker(world, crm);
    // The user presses Undo while Grinfi is being asked.
    const worker = startWorker(world, crm, async (crossing): Promise<Happening> => {
      if (crossing !== `crm: ${call}`) return 'ok';
      await other.undo(id);
      return { fails };
    });
    id = (await worker.click(personSave())) ?? '';
    await worker.drain.drain();
    expect(await worker.entry(id)).toMatchObject({ state: 'undone', group: 'finished' });
    expect(crm.contacts.size).toBe(0);
  });

  it('finds and deletes a contact whose write got no answer', async () => {
    const worker = startWorker(world, crm, inTurn(/upsertContact/, { answerLost: 'timeout' }));
    const id = (await worker.click(personSave())) ?? '';
    await worker.drain.drain();
    expect(crm.contacts.size).toBe(1);
    await worker.undo(id);
    await worker.settle();
    expect(crm.contacts.size).toBe(0);
    expect((await worker.entry(id)).state).toBe('undone');
  });

  it('waits like a save when the network is away, and needs the user when it is refused', async () => {
    const { id } = await saved(personSave());
    const worker = startWorker(
      world,
      crm,
      inTurn(/deleteRecord/, { fails: 'offline' }, { fails: 'rejected', message: 'Not allowed' }),
    );
    await worker.undo(id);
    await worker.drain.drain();
    expect(await worker.entry(id)).toMatchObject({ state: 'undoing', waitingFor: 'offline' });
    await worker.settle();
    expect(await worker.entry(id)).toMatchObject({
      state: 'parked',
      undo: { failed: [{ step: 'record', message: 'Not allowed' }] },
    });
    await worker.retry(id);
    await worker.settle();
    expect((await worker.entry(id)).state).toBe('undone');
    expect(crm.contacts.size).toBe(0);
  });
});
