import { beforeEach, describe, expect, it, vi } from 'vitest';
import { demoKey, demoOwner, emptySeed } from '../../fake-grinfi/seed.ts';
import { createFakeGrinfi } from '../../fake-grinfi/server.ts';
import { fetchOf } from '../testing/fake-grinfi-client.ts';
import { useStorage } from '../testing/storage.ts';
import { createAddNote } from './change-note.ts';
import { createAddTask, createChangeTask } from './change-task.ts';
import { createGrinfi } from './grinfi.ts';
import { createListActivities } from './list-activities.ts';

async function world() {
  const fake = createFakeGrinfi({ seed: emptySeed, perMinute: false, strict: true });
  const grinfi = createGrinfi({ fetch: fetchOf(fake) });
  await grinfi.keyStore.set(demoKey, 'always');
  const list_uuid = fake.make.list(demoOwner, 'Prospects').uuid;
  const contactId = fake.make.lead(demoOwner, { list_uuid, first_name: 'Ada' }).uuid;
  const senderProfileId = fake.make.sender(demoOwner, { first_name: 'Marla', last_name: 'Q' }).uuid;
  const note = { object: 'contact', recordId: contactId, text: 'Met in Lisbon' } as const;
  const task = {
    contactId,
    senderProfileId,
    type: 'linkedin_send_message',
    text: 'Hello',
    dueAt: '2027-01-01T09:00:00.000Z',
    timezone: 'Europe/Berlin',
  } as const;
  return { fake, grinfi, contactId, note, task };
}

beforeEach(() => {
  useStorage();
  vi.spyOn(Math, 'random').mockReturnValue(0);
});

describe('adding a note', () => {
  it('twice at the same time adds one', async () => {
    const { fake, grinfi, note } = await world();
    const add = createAddNote({ grinfi });
    await Promise.all([add(note), add(note)]);
    expect(fake.state.notes.size).toBe(1);
  });

  it('again, after an answer was lost, adds none', async () => {
    const { fake, grinfi, note } = await world();
    const add = createAddNote({ grinfi });
    const triedAt = Date.now();
    fake.control.fail({ method: 'POST', path: '/leads/api/notes', fault: { kind: 'drop', when: 'after' } });
    await expect(add(note)).rejects.toMatchObject({ kind: 'offline' });
    await add({ ...note, triedAt });
    expect(fake.state.notes.size).toBe(1);
  });

  it('again, after it never arrived, adds it', async () => {
    const { fake, grinfi, note } = await world();
    const add = createAddNote({ grinfi });
    const triedAt = Date.now();
    fake.control.fail({ method: 'POST', path: '/leads/api/notes', fault: { kind: 'drop', when: 'before' } });
    await expect(add(note)).rejects.toMatchObject({ kind: 'offline' });
    await add({ ...note, triedAt });
    expect(fake.state.notes.size).toBe(1);
  });
});

describe('tasks', () => {
  it.each(['before', 'after'] as const)('are made once, though the line broke %s the work', async (when) => {
    const { fake, grinfi, task } = await world();
    const add = createAddTask({ grinfi });
    const triedAt = Date.now();
    fake.control.fail({ method: 'POST', path: '/flows/api/tasks', fault: { kind: 'drop', when } });
    await expect(add(task)).rejects.toMatchObject({ kind: 'offline' });
    await add({ ...task, triedAt });
    expect(fake.state.tasks.size).toBe(1);
    expect(fake.state.violations).toEqual([]);
  });

  it.each([
    ['complete', 'in_progress', 'closed'],
    ['cancel', 'in_progress', 'canceled'],
    ['retry', 'failed', 'in_progress'],
  ] as const)('%s', async (change, before, after) => {
    const { fake, grinfi, task } = await world();
    await createAddTask({ grinfi })(task);
    const [row] = fake.state.tasks.all();
    if (!row) throw new Error('There is no task.');
    fake.state.tasks.update(row, { status: before });
    await createChangeTask({ grinfi })({ taskId: row.uuid, change });
    expect(fake.state.tasks.all()[0]?.status).toBe(after);
  });
});

describe('a history', () => {
  it('comes with the connection, which fails in silence', async () => {
    const { fake, grinfi, contactId } = await world();
    const on = { object_type: 'lead', object_uuid: contactId } as const;
    const { created_at } = fake.make.activity(demoOwner, on, 'linkedin_connection_request_accepted');
    const list = createListActivities({ grinfi });
    const first = { object: 'contact', recordId: contactId } as const;
    expect(await list(first)).toMatchObject({ items: [{ at: created_at }], connectedSince: created_at });
    fake.control.fail({ path: '/leads/api/activities', fault: { kind: 'status', status: 500 }, skip: 1 });
    expect(await list(first)).not.toHaveProperty('connectedSince');
    expect(await list({ ...first, offset: 1 })).toMatchObject({ items: [] });
  });
});
