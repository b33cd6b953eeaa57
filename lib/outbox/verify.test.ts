import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Contact } from '../crm.ts';
import { failureWords } from '../failure-words.ts';
import type { SaveRequest } from '../save-request.ts';
import { ModelCrm } from '../testing/model-crm.ts';
import { type Fate, inTurn, newWorld, startWorker, type World } from '../testing/outbox-worker.ts';
import { companySave, personSave } from '../testing/saves.ts';
import { createDatabase } from './database.ts';
import { viewOf } from './entry.ts';

let world: World;
let crm: ModelCrm;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  world = newWorld();
  crm = new ModelCrm(world.clock.server);
});

async function saved(save: SaveRequest, fate?: Fate) {
  const worker = startWorker(world, crm, fate);
  const id = (await worker.click(save)) ?? '';
  await worker.settle();
  return { worker, id, entry: await worker.entry(id) };
}

const known = (fields = {}) =>
  crm.addContact(
    { handle: 'ada-example', headline: 'Before', ...fields },
    { tagIds: ['tag-x'], stageId: 'stage-old', listId: 'list-old' },
  );
const full = personSave({
  moveToList: true,
  tags: [{ id: 'tag-a' }, { name: 'Fair' }],
  removeTagIds: ['tag-x'],
  stageId: 'stage-2',
});
const count = (call: string) => crm.calls.filter((one) => one === call).length;

describe('what Grinfi takes and does not keep', () => {
  it.each([
    ['headline', [{ step: 'write', field: 'headline' }]],
    ['tags', [{ step: 'tags' }]],
    ['stage', [{ step: 'stage' }]],
    ['list', [{ step: 'list' }]],
  ])('ends the save of a known contact in part: %s', async (dropped, parts) => {
    known();
    crm.drops.add(dropped);
    const { entry } = await saved(full);
    expect(entry).toMatchObject({ state: 'partial', group: 'attention' });
    const wanted = parts.map((part) => ({ ...part, kind: 'rejected', message: failureWords.notKept }));
    expect(viewOf(entry, () => undefined).failed).toEqual(wanted);
  });

  it.each(['headline', 'tags', 'stage', 'list'])('the same of a new contact: %s', async (dropped) => {
    crm.drops.add(dropped);
    const { entry } = await saved(full);
    expect(entry).toMatchObject({ state: 'partial', failed: [{ message: failureWords.notKept }] });
  });

  it.each(['website', 'about', 'tags', 'stage', 'list'])('the same of a new company: %s', async (dropped) => {
    crm.drops.add(dropped);
    const save = companySave({
      list: { id: 'list-1' },
      tags: [{ id: 'tag-a' }],
      stageId: 'stage-2',
      fields: { ...companySave().fields, about: 'Engines' },
    });
    const { entry } = await saved(save);
    expect(entry).toMatchObject({ state: 'partial', failed: [{ message: failureWords.notKept }] });
  });

  it('writes by a retry what is not there, and nothing else', async () => {
    const contact = known();
    for (const what of ['headline', 'tags', 'stage']) crm.drops.add(what);
    const { worker, id, entry } = await saved(full);
    expect(entry.failed.map(({ step, field }) => field ?? step)).toEqual(['headline', 'tags', 'stage']);

    crm.drops.clear();
    // Somebody has gone on with the contact meanwhile.
    contact.fields.companyName = 'Beta';
    contact.listId = 'list-9';
    contact.tagIds = ['tag-a', 'tag-x'];
    crm.calls.length = 0;
    await worker.retry(id);
    await worker.settle();
    expect(await worker.entry(id)).toMatchObject({ state: 'saved', failed: [] });
    expect(contact).toMatchObject({
      fields: { headline: 'Engines', companyName: 'Beta' },
      listId: 'list-9',
      stageId: 'stage-2',
    });
    expect(crm.calls).not.toContain('upsertContact');
    expect(count('updateContact')).toBe(1);
  });

  it('says so again where the retry is of no use either', async () => {
    known();
    crm.drops.add('headline');
    const { worker, id } = await saved(full);
    await worker.retry(id);
    await worker.settle();
    expect(await worker.entry(id)).toMatchObject({
      state: 'partial',
      failed: [{ step: 'details', field: 'headline' }],
    });
  });

  it('is not looked for in a bulk save, where every request counts', async () => {
    crm.drops.add('headline');
    const worker = startWorker(world, crm);
    const [id] = (await worker.clickMany([personSave()])) ?? [];
    await worker.settle();
    expect((await worker.entry(id ?? '')).state).toBe('saved');
    expect(count('readBack')).toBe(0);
  });
});

describe('what is no loss', () => {
  const calm = async (save: SaveRequest, fate?: Fate) => {
    const { entry } = await saved(save, fate);
    expect(entry).toMatchObject({ state: 'saved', failed: [] });
  };
  const atReadBack =
    (act: () => void): Fate =>
    (crossing) => {
      if (crossing === 'crm: readBack') act();
      return 'ok';
    };

  it('costs one request where all is there', async () => {
    known();
    await calm(full);
    expect(count('readBack')).toBe(1);
  });

  it('is looked for when the screens have been told that it is saved, so as not to hold that up', async () => {
    let tell = () => {};
    world.shown = new Promise((resolve) => {
      tell = resolve;
    });
    const worker = startWorker(world, crm);
    const id = (await worker.click(full)) ?? '';
    const settled = worker.settle();
    await vi.waitFor(async () => expect((await worker.entry(id)).savedAt).toBeDefined());
    // Time enough for a request.
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(viewOf(await worker.entry(id), () => undefined).state).toBe('saved');
    expect(count('readBack')).toBe(0);
    tell();
    await settled;
    expect(count('readBack')).toBe(1);
  });

  it('is looked for all the same where they cannot be told', async () => {
    world.shown = new Promise(() => undefined);
    await calm(full);
    expect(count('readBack')).toBe(1);
  });

  it.each([
    ['HEAD  of sales', 'Head of Sales '],
    ['Verkauf · Lu\u0308beck', 'verkauf, Lübeck'],
  ])('a text that differs in case, spaces, signs or accents alone: %s', async (shown, headline) => {
    known({ headline: shown });
    crm.drops.add('headline');
    await calm(personSave({ fields: { handle: 'ada-example', headline } }));
    expect(count('readBack')).toBe(1);
  });

  it('a form that the server prefers, even where it had that before', async () => {
    crm.addCompany({
      handle: 'acme-analytical',
      website: 'acme.example',
      phone: '+49 40 1234',
      employeesRange: '51-200',
    });
    for (const name of ['website', 'phone', 'employeesRange']) crm.drops.add(name);
    const fields = {
      ...companySave().fields,
      website: 'https://www.acme.example/',
      phone: '(040) 1234',
      employeesRange: '51-200 employees',
    };
    await calm(companySave({ fields }));
    expect(count('readBack')).toBe(1);
  });

  it('what the answer leaves out', async () => {
    known();
    for (const what of ['headline', 'tags', 'stage', 'list']) {
      crm.drops.add(what);
      crm.hides.add(what);
    }
    await calm(full);
  });

  it('what somebody has changed since', async () => {
    const contact = known();
    await calm(
      full,
      atReadBack(() => {
        contact.fields.headline = 'Theirs';
        contact.stageId = 'stage-9';
        contact.listId = 'list-9';
      }),
    );
  });

  it('what a later save of the same person has put back', async () => {
    known();
    const worker = startWorker(world, crm, inTurn(/readBack/, { fails: 'server' }));
    const first = (await worker.click(personSave({ stageId: 'stage-2' }))) ?? '';
    await worker.drain.drain();
    await worker.click(personSave({ stageId: 'stage-old' }));
    await worker.settle();
    expect(await worker.entry(first)).toMatchObject({ state: 'saved', failed: [] });
  });

  it('what a later save has set otherwise, though what that leaves alone is still looked for', async () => {
    known();
    crm.drops.add('tags');
    crm.drops.add('stage');
    const worker = startWorker(world, crm);
    const first = (await worker.click(personSave({ stageId: 'stage-2', tags: [{ id: 'tag-a' }] }))) ?? '';
    await worker.drain.drain();
    await worker.click(personSave({ stageId: 'stage-old', note: 'Later' }));
    await worker.settle();
    expect(await worker.entry(first)).toMatchObject({ state: 'partial', failed: [{ step: 'tags' }] });
    expect((await worker.entry(first)).failed).toHaveLength(1);
  });

  it('what others undo before a check that comes late', async () => {
    const contact = known();
    const worker = startWorker(world, crm, inTurn(/readBack/, { fails: 'server' }));
    const id = (await worker.click(full)) ?? '';
    await worker.drain.drain();
    world.clock.at += 10 * 60_000;
    contact.stageId = 'stage-old';
    contact.updatedAt = new Date(world.clock.at).toISOString();
    await worker.settle();
    expect(await worker.entry(id)).toMatchObject({ state: 'saved', failed: [] });
  });

  it('what the user has changed before another part is tried again', async () => {
    const contact = known();
    const { worker, id } = await saved(
      { ...full, note: 'Hello' },
      inTurn(/createNote/, { fails: 'payment' }),
    );
    contact.fields.headline = 'Before';
    contact.stageId = 'stage-old';
    await worker.retry(id);
    await worker.settle();
    expect(await worker.entry(id)).toMatchObject({ state: 'saved', failed: [] });
    expect(contact.fields.headline).toBe('Before');
  });

  it('tags that a job of the server sets a while later', async () => {
    const contact = known();
    crm.drops.add('tags');
    const worker = startWorker(world, crm);
    const id = (await worker.click(full)) ?? '';
    await worker.drain.drain();
    expect(await worker.entry(id)).toMatchObject({ state: 'waiting', failed: [] });
    contact.tagIds = [...((await worker.entry(id)).progress.tagIds ?? [])];
    await worker.settle();
    expect(await worker.entry(id)).toMatchObject({ state: 'saved', failed: [] });
    expect(count('readBack')).toBe(2);
  });
});

describe('while it is checked', () => {
  /** Saved, and the check has failed once. */
  async function checking(fate: Fate = inTurn(/readBack/, { fails: 'server' }, { fails: 'server' })) {
    known();
    const worker = startWorker(world, crm, fate);
    const id = (await worker.click(full)) ?? '';
    await worker.drain.drain();
    return { worker, id, view: viewOf(await worker.entry(id), () => undefined) };
  }

  it('a save is saved, says that it is being checked, and its undo runs from then', async () => {
    const { worker, id, view } = await checking();
    expect(view).toMatchObject({ state: 'saved', checking: true, savedAt: world.clock.at });
    expect(view.undoUntil).toBe(world.clock.at + 15_000);
    expect(view.waitingFor).toBeUndefined();
    const landedAt = world.clock.at;
    await worker.settle();
    expect(await worker.entry(id)).toMatchObject({ state: 'saved', savedAt: landedAt });
  });

  it('it is in the history with all that was sent, and once', async () => {
    const { worker, id } = await checking();
    const [save, ...others] = await worker.outbox.history();
    expect(others).toEqual([]);
    expect(save).toMatchObject({ entryId: id, outcome: 'saved', sent: { stageId: 'stage-2' } });
    await worker.settle();
    expect(await worker.outbox.history()).toMatchObject([
      { entryId: id, outcome: 'saved', sent: save?.sent },
    ]);
  });

  it('it can be taken back', async () => {
    const { worker, id } = await checking();
    await worker.undo(id);
    await worker.settle();
    expect((await worker.entry(id)).state).toBe('undone');
    expect(crm.contactsWithHandle('ada-example')[0]).toMatchObject({
      fields: { headline: 'Before' },
      stageId: 'stage-old',
      listId: 'list-old',
      tagIds: ['tag-x'],
    });
  });

  it('it can be taken back while the request is under way', async () => {
    let go = () => {};
    let reached = () => {};
    const stands = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const held = new Promise<'ok'>((resolve) => {
      go = () => resolve('ok');
    });
    crm.drops.add('stage');
    known();
    const worker = startWorker(world, crm, (crossing) => {
      if (crossing !== 'crm: readBack') return 'ok';
      reached();
      return held;
    });
    const id = (await worker.click(full)) ?? '';
    const drained = worker.drain.drain();
    await stands;
    await worker.undo(id);
    go();
    await drained;
    await worker.settle();
    expect(await worker.entry(id)).toMatchObject({ state: 'undone', failed: [] });
  });

  it('a later save of the same page does not wait for it', async () => {
    const { worker } = await checking();
    const later = (await worker.click(personSave({ note: 'Later' }))) ?? '';
    await worker.drain.drain();
    expect(crm.notesOf(crm.contactsWithHandle('ada-example')[0]?.id ?? '')).toEqual(['Later']);
    expect((await worker.entry(later)).done).toContain('note');
  });

  it('the same save pressed a minute later is a new one', async () => {
    const { worker, id } = await checking();
    expect(await worker.click(full)).toBe(id);
    world.clock.at += 60_000;
    expect(await worker.click(full)).not.toBe(id);
  });

  it('a refused key makes it wait, and the key lets it end', async () => {
    const { worker, id } = await checking(inTurn(/readBack/, { fails: 'auth' }));
    expect(world.keyState).toBe('refused');
    await worker.settle();
    expect(await worker.entry(id)).toMatchObject({ state: 'waiting', waitingFor: 'auth' });
    world.keyState = 'ok';
    await worker.settle();
    expect((await worker.entry(id)).state).toBe('saved');
    expect(count('readBack')).toBe(1);
  });

  it('a record that cannot be read does not hold it up for ever', async () => {
    known();
    const { entry } = await saved(full, (crossing) =>
      crossing === 'crm: readBack' ? { fails: 'malformed' } : 'ok',
    );
    expect(entry).toMatchObject({ state: 'saved', failed: [] });
  });

  it('neither does a server that refuses to show it', async () => {
    known();
    const { entry } = await saved(full, inTurn(/readBack/, { fails: 'rejected' }));
    expect(entry).toMatchObject({ state: 'saved', failed: [] });
  });

  it('an entry that an older version has left at its last step is checked, and goes on well', async () => {
    const contact = known();
    const id = 'entry-old';
    await createDatabase().use((db) =>
      db.add('entries', {
        version: 1,
        id,
        pageKey: 'in/ada-example',
        save: personSave({ note: 'Hello' }),
        group: 'open',
        state: 'sending',
        done: ['lookUp', 'write', 'list', 'customFields'],
        attempted: ['lookUp', 'write', 'list', 'customFields', 'note'],
        failed: [],
        progress: {
          before: { id: contact.id, fields: { headline: 'Before' }, tagIds: [], listIds: ['list-old'] },
          recordId: contact.id,
          created: false,
        },
        tries: 0,
        queuedAt: world.clock.at,
      } as never),
    );
    contact.fields = personSave().fields;
    const worker = startWorker(world, crm);
    await worker.settle();
    expect(await worker.entry(id)).toMatchObject({ state: 'saved', failed: [] });
    expect(crm.calls).toEqual(['findNotes', 'createNote', 'readBack']);
  });
});

describe('a record that was deleted since', () => {
  it('is told, and a retry saves it again', async () => {
    const deleting = (crossing: string) => {
      if (crossing === 'crm: readBack' && count('readBack') === 0) crm.contacts.clear();
      return 'ok' as const;
    };
    const { worker, id, entry } = await saved({ ...full, note: 'Hello' }, deleting);
    expect(entry).toMatchObject({
      state: 'parked',
      failed: [{ step: 'write', kind: 'rejected', message: failureWords.goneSince }],
    });
    await worker.retry(id);
    await worker.settle();
    expect(await worker.entry(id)).toMatchObject({ state: 'saved', progress: { created: true } });
    expect(crm.contactsWithHandle('ada-example')).toMatchObject([{ stageId: 'stage-2', listId: 'list-1' }]);
  });

  it('is not told of where a second look finds it', async () => {
    let aside = new Map<string, Contact>();
    const late: Fate = (crossing) => {
      if (crossing !== 'crm: readBack') return 'ok';
      const isFirst = aside.size === 0;
      if (isFirst) aside = new Map(crm.contacts);
      for (const [id, contact] of aside) isFirst ? crm.contacts.delete(id) : crm.contacts.set(id, contact);
      return 'ok';
    };
    const { entry } = await saved(full, late);
    expect(count('readBack')).toBe(2);
    expect(entry).toMatchObject({ state: 'saved', failed: [] });
  });
});
