import { describe, expect, it } from 'vitest';
import { demoOwner } from '../../fake-grinfi/seed.ts';
import { clientOn, json } from '../testing/answering.ts';
import { outreachWorld } from '../testing/outreach-world.ts';
import { getSenderProfile, listSenderProfiles, switchSenderProfile } from './sender-profiles.ts';
import { cancelTask, completeTask, createTask, listDueTasks, listTasksOf, retryTasks } from './tasks.ts';

const hourMs = 3_600_000;

describe('tasks', () => {
  it.each([
    ['text', 1],
    ['textOnly', 2],
    ['payload', 1],
  ] as const)('are made where the server reads the form "%s"', async (taskBody, requests) => {
    const { fake, client, calls, contactId, senderId } = outreachWorld({ quirks: { taskBody } });
    const task = await createTask(client, {
      contactId,
      senderProfileId: senderId,
      type: 'linkedin_send_connection_request',
      text: 'Hello Ada',
      note: 'Met in Lisbon',
      dueAt: '2026-03-01T10:00:00.000Z',
      timezone: 'Europe/Berlin',
    });
    expect(task).toMatchObject({
      contactId,
      senderProfileId: senderId,
      type: 'linkedin_send_connection_request',
      status: 'in_progress',
      isManual: true,
      text: 'Hello Ada',
      note: 'Met in Lisbon',
      dueAt: '2026-03-01T10:00:00.000Z',
    });
    expect(calls()).toHaveLength(requests);
    expect(fake.state.tasks.all()).toMatchObject([{ timezone: 'Europe/Berlin' }]);
    expect(fake.state.violations).toEqual([]);
  });

  it('carry nothing that was not given', async () => {
    const { client, sent } = clientOn(() => new Response('', { status: 201 }));
    const task = { contactId: 'c1', senderProfileId: 's1', text: 'Hello', dueAt: '2026-03-01T10:00:00Z' };
    expect(await createTask(client, task)).toBeUndefined();
    expect(sent.map(({ body }) => body)).toEqual([
      {
        lead_uuid: 'c1',
        sender_profile_uuid: 's1',
        text: 'Hello',
        schedule_at: '2026-03-01T10:00:00Z',
        automation: 'manual',
        status: 'new',
        payload: { template: 'Hello' },
        filter: { all: false, ids: ['c1'], excludeIds: [] },
      },
    ]);
  });

  it('are not sent a second time when the first answer was lost or a failure', async () => {
    const task = { contactId: 'c1', senderProfileId: 's1', text: 'Hello', dueAt: '2026-03-01T10:00:00Z' };
    for (const [status, kind] of [
      [500, 'server'],
      [402, 'payment'],
      [403, 'auth'],
    ] as const) {
      const { client, sent } = clientOn(() => json({}, status));
      await expect(createTask(client, task)).rejects.toMatchObject({ kind });
      expect(sent).toHaveLength(1);
    }
  });

  it('of a contact come newest first, page by page', async () => {
    const { fake, client, contactId, otherId, senderId } = outreachWorld();
    for (let n = 0; n < 5; n += 1)
      fake.make.task(demoOwner, {
        lead_uuid: n === 2 ? otherId : contactId,
        sender_profile_uuid: senderId,
        payload: { template: `Text ${n}` },
        created_at: fake.make.stamp((5 - n) * hourMs),
      });
    const first = await listTasksOf(client, contactId, { limit: 3 });
    expect(first).toMatchObject({ total: 4, nextOffset: 3 });
    expect(first.items.map(({ text }) => text)).toEqual(['Text 4', 'Text 3', 'Text 1']);
    const second = await listTasksOf(client, contactId, { limit: 3, offset: first.nextOffset });
    expect(second.items.map(({ text }) => text)).toEqual(['Text 0']);
    expect(second.nextOffset).toBeUndefined();
    expect(fake.state.violations).toEqual([]);
  });

  it('of others are left out where the server dropped the filter', async () => {
    const rows = [
      { uuid: 't1', lead_uuid: 'c1', type: 'brand_new_type', status: 'dreaming' },
      { uuid: 't2', lead_uuid: 'c2', type: 'linkedin_send_message', status: 'closed' },
    ];
    const { client } = clientOn(() => json({ data: rows, total: 2 }));
    const { items, total } = await listTasksOf(client, 'c1');
    expect(items).toMatchObject([{ id: 't1', type: 'brand_new_type', status: 'dreaming', isManual: false }]);
    expect(total).toBeUndefined();
  });

  it('that are due are open, manual and not of tomorrow', async () => {
    const { fake, client, contactId, senderId } = outreachWorld();
    const task = (note: string, fields: Partial<Parameters<typeof fake.make.task>[1]>) =>
      fake.make.task(demoOwner, { lead_uuid: contactId, sender_profile_uuid: senderId, note, ...fields });
    task('today', { schedule_at: fake.make.stamp(hourMs) });
    task('overdue', { schedule_at: fake.make.stamp(50 * hourMs) });
    task('tomorrow', { schedule_at: fake.make.stamp(-30 * hourMs) });
    task('done', { schedule_at: fake.make.stamp(hourMs), status: 'closed' });
    task('of an automation', { schedule_at: fake.make.stamp(hourMs), automation: 'auto' });
    task('of another sender', {
      schedule_at: fake.make.stamp(hourMs),
      sender_profile_uuid: fake.make.sender(demoOwner).uuid,
    });
    const due = await listDueTasks(client, { until: fake.make.stamp(), senderProfileId: senderId });
    expect(due.items.map(({ note }) => note)).toEqual(['overdue', 'today']);
    expect((await listDueTasks(client, { until: fake.make.stamp() })).items).toHaveLength(3);
    expect(fake.state.violations).toEqual([]);
  });

  it('are completed, cancelled and retried', async () => {
    const { fake, client, contactId, senderId } = outreachWorld();
    const on = { lead_uuid: contactId, sender_profile_uuid: senderId };
    const [one, two, three] = [
      fake.make.task(demoOwner, on),
      fake.make.task(demoOwner, on),
      fake.make.task(demoOwner, { ...on, status: 'failed' }),
    ] as const;
    await completeTask(client, one.uuid);
    await cancelTask(client, two.uuid);
    await retryTasks(client, [three.uuid, three.uuid, '']);
    await retryTasks(client, []);
    expect([one.status, two.status, three.status]).toEqual(['closed', 'canceled', 'in_progress']);
    expect(fake.control.log()).toHaveLength(3);
    expect(fake.state.violations).toEqual([]);
    await expect(completeTask(client, 'gone')).rejects.toMatchObject({ kind: 'rejected', isNotFound: true });
  });

  it('are retried one by one where the server does not take many', async () => {
    const { client, sent } = clientOn((_, count) => (count === 1 ? json({}, 422) : json({})));
    await retryTasks(client, ['t1', 't2']);
    expect(sent.map(({ path }) => path)).toEqual([
      '/flows/api/tasks/mass-retry',
      '/flows/api/tasks/t1/retry',
      '/flows/api/tasks/t2/retry',
    ]);
  });
});

describe('sender profiles', () => {
  it('are read with state and limits, switched off and on', async () => {
    const { fake, client, senderId } = outreachWorld();
    const [sender] = await listSenderProfiles(client);
    expect(sender).toMatchObject({
      id: senderId,
      name: 'Marla Quill',
      status: 'enabled',
      userId: String(demoOwner.userId),
      hasSmartLimits: true,
    });
    expect(sender?.schedule).toMatchObject({ timezone: 'Europe/Berlin', usesContactTimezone: false });
    expect(sender?.schedule?.hours[0]).toEqual({ weekday: 1, fromMinute: 540, toMinute: 1080 });
    await switchSenderProfile(client, senderId, false);
    expect((await getSenderProfile(client, senderId))?.status).toBe('disabled');
    await switchSenderProfile(client, senderId, true);
    expect((await getSenderProfile(client, senderId))?.status).toBe('enabled');
    expect(await getSenderProfile(client, 'gone')).toBeUndefined();
    expect(fake.state.violations).toEqual([]);
  });

  it('are read where nearly nothing is known of them', async () => {
    const rows = [
      { uuid: 's1', label: 'Europe', schedule: { timezone: null }, status: 'resting' },
      { uuid: 's2', first_name: 'Ada', schedule: { timezone: 'UTC', timeblocks: [{ dow: 1 }, null] } },
    ];
    const { client } = clientOn(() => json({ data: rows, has_more: false }));
    expect(await listSenderProfiles(client)).toMatchObject([
      { id: 's1', name: 'Europe', status: 'resting', schedule: undefined },
      { id: 's2', name: 'Ada', schedule: { timezone: 'UTC', hours: [] } },
    ]);
  });
});
