import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { ModelCrm } from '../testing/model-crm.ts';
import { type Happening, newWorld, startWorker } from '../testing/outbox-worker.ts';
import { personSave } from '../testing/saves.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const task = {
  type: 'linkedin_send_message',
  text: 'Ask about May',
  senderProfileId: 'sender-1',
  inDays: 3,
};
const save = personSave({ task, enrolIn: 'warm-up' });

/** A worker whose crossings named in `happenings` go wrong, each once. */
function begin(happenings: Record<string, Happening> = {}) {
  const world = newWorld();
  const crm = new ModelCrm(world.clock.server);
  const left = new Map(Object.entries(happenings));
  const worker = startWorker(world, crm, (crossing) => {
    const happening = left.get(crossing) ?? 'ok';
    left.delete(crossing);
    return happening;
  });
  const ada = () => crm.contactsWithHandle('ada-example')[0]?.id ?? '';
  return { world, crm, worker, ada };
}

describe('a save that plans a task and starts an automation', () => {
  it('does both once, and the task is due on the morning of its day', async () => {
    const { crm, worker, ada, world } = begin();
    const id = (await worker.click(save)) ?? '';
    await worker.settle();
    expect((await worker.entry(id)).state).toBe('saved');
    expect(crm.automationsOf(ada())).toEqual(['warm-up']);
    const [made] = crm.tasks.values();
    const due = new Date(world.clock.at);
    due.setDate(due.getDate() + 3);
    due.setHours(9, 0, 0, 0);
    expect(made).toMatchObject({ text: 'Ask about May', senderProfileId: 'sender-1' });
    expect(made?.dueAt).toBe(due.toISOString());
  });

  it('looks for both before it repeats them, when the answers were lost', async () => {
    const { crm, worker, ada } = begin({
      'crm: createTask': { answerLost: 'timeout' },
      'crm: enrol': { answerLost: 'offline' },
    });
    await worker.click(save);
    await worker.settle();
    expect(crm.tasksOf(ada())).toEqual(['Ask about May']);
    expect(crm.automationsOf(ada())).toEqual(['warm-up']);
  });

  it.each([
    ['is two days fast', 0],
    ['was two days fast, and was set right before the next try', -2],
  ])('doubles neither task nor note where the clock of this computer %s', async (_how, days) => {
    const { crm, worker, ada, world } = begin({
      'crm: createTask': { answerLost: 'timeout' },
      'crm: createNote': { answerLost: 'timeout' },
    });
    world.clock.skewMs = 2 * 86_400_000;
    await worker.click({ ...save, note: 'Met at the fair' });
    await worker.drain.drain();
    world.clock.skewMs += days * 86_400_000;
    await worker.settle();
    expect(crm.tasksOf(ada())).toEqual(['Ask about May']);
    expect(crm.notesOf(ada())).toEqual(['Met at the fair']);
  });

  it('does not start again an automation that has ended before its lost answer was looked for', async () => {
    const { crm, worker, world } = begin({ 'crm: enrol': { answerLost: 'offline' } });
    const id = (await worker.click(save)) ?? '';
    await worker.drain.drain();
    expect((await worker.entry(id)).state).toBe('waiting');
    for (const one of crm.enrolments) one.status = 'finished';
    world.clock.at += 3_600_000;
    await worker.settle();
    expect((await worker.entry(id)).state).toBe('saved');
    expect(crm.enrolments).toHaveLength(1);
  });

  it('takes both back: the task is cancelled, the contact leaves the automation', async () => {
    const { crm, worker } = begin();
    const known = crm.addContact({ handle: 'ada-example' });
    const id = (await worker.click(save)) ?? '';
    await worker.settle();
    await worker.undo(id);
    await worker.settle();
    expect((await worker.entry(id)).state).toBe('undone');
    expect(crm.tasksOf(known.id)).toEqual([]);
    expect([...crm.tasks.values()].map(({ status }) => status)).toEqual(['canceled']);
    expect(crm.enrolments.map(({ status }) => status)).toEqual(['canceled']);
  });

  it('leaves who was in the automation before where they are, also when it is taken back', async () => {
    const { crm, worker } = begin();
    const known = crm.addContact({ handle: 'ada-example' });
    crm.enrolments.push({ contactId: known.id, automationId: 'warm-up', status: 'paused' });
    const id = (await worker.click(save)) ?? '';
    await worker.settle();
    expect(crm.enrolments).toHaveLength(1);
    await worker.undo(id);
    await worker.settle();
    expect(crm.enrolments.map(({ status }) => status)).toEqual(['paused']);
  });

  it('leaves a task that was done meanwhile as it is, when it is taken back', async () => {
    const { crm, worker } = begin();
    crm.addContact({ handle: 'ada-example' });
    const id = (await worker.click(save)) ?? '';
    await worker.settle();
    for (const one of crm.tasks.values()) one.status = 'closed';
    await worker.undo(id);
    await worker.settle();
    expect([...crm.tasks.values()].map(({ status }) => status)).toEqual(['closed']);
  });

  it('names the part that Grinfi refuses, carries out the others, and starts it when tried again', async () => {
    const { crm, worker, ada } = begin({ 'crm: enrol': { fails: 'rejected' } });
    const id = (await worker.click(save)) ?? '';
    await worker.settle();
    const entry = await worker.entry(id);
    expect({ state: entry.state, failed: entry.failed.map(({ step }) => step) }).toEqual({
      state: 'partial',
      failed: ['enrol'],
    });
    expect(crm.tasksOf(ada())).toEqual(['Ask about May']);
    // Somebody else had the contact in it for a while.
    const earlier = { contactId: ada(), automationId: 'warm-up', status: 'finished', startedAt: 'then' };
    crm.enrolments.push(earlier);
    await worker.retry(id);
    await worker.settle();
    expect(crm.automationsOf(ada())).toEqual(['warm-up']);
  });

  it('does not stop what it has started itself, when stopping the others is tried again', async () => {
    const { crm, worker } = begin({ 'crm: cancelAutomations': { fails: 'rejected' } });
    const known = crm.addContact({ handle: 'ada-example' });
    crm.enrolments.push({ contactId: known.id, automationId: 'former job', status: 'in_progress' });
    const id = (await worker.click({ ...save, cancelAutomations: true })) ?? '';
    await worker.settle();
    await worker.retry(id);
    await worker.settle();
    expect(crm.automationsOf(known.id)).toEqual(['warm-up']);
  });
});
