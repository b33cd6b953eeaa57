import { beforeEach, expect, it } from 'vitest';
import { demoOwner } from '../../fake-grinfi/seed.ts';
import { failureWords } from '../failure-words.ts';
import { outreachWorld } from '../testing/outreach-world.ts';
import { useStorage } from '../testing/storage.ts';
import { createListDueTasks, createNameContact } from './due-tasks.ts';
import { createSwitchAutomation } from './enrolments.ts';
import type { Grinfi } from './grinfi.ts';

const day = 86_400_000;
let now = Date.now();
beforeEach(() => {
  useStorage();
  now = Date.now();
});

function world() {
  const made = outreachWorld();
  const grinfi = { client: made.client, backgroundClient: made.client } as Grinfi;
  return { ...made, grinfi };
}

it('gives what users have to do up to a time, a screenful at once', async () => {
  const { fake, grinfi, contactId, senderId } = world();
  const by = { lead_uuid: contactId, sender_profile_uuid: senderId };
  for (let age = 1; age <= 30; age += 1)
    fake.make.task(demoOwner, { ...by, schedule_at: fake.make.stamp(age * day) });
  fake.make.task(demoOwner, { ...by, schedule_at: fake.make.stamp(-day) });
  fake.make.task(demoOwner, { ...by, automation: 'auto', schedule_at: fake.make.stamp(day) });
  const list = createListDueTasks({ grinfi });
  const until = new Date().toISOString();
  const first = await list({ until });
  expect(first.items).toHaveLength(25);
  const rest = await list({ until, senderProfileId: senderId, offset: first.nextOffset });
  expect(rest.items).toHaveLength(5);
  expect(fake.state.violations).toEqual([]);
});

it('names a contact, and remembers it for an hour', async () => {
  const { calls, grinfi, contactId } = world();
  const name = createNameContact({ grinfi, now: () => now });
  const found = { contact: { id: contactId, name: 'Ada', handle: undefined } };
  expect(await name({ contactId })).toEqual(found);
  expect(await name({ contactId })).toMatchObject({ contact: { name: 'Ada' } });
  expect(calls()).toHaveLength(1);
  now += day;
  await name({ contactId });
  expect(calls()).toHaveLength(2);
});

it('says that a contact is gone', async () => {
  const { grinfi } = world();
  const name = createNameContact({ grinfi, now: () => now });
  expect(await name({ contactId: '00000000-0000-4000-8000-000000000000' })).toEqual({ contact: null });
});

it('tells a user who may not stop an automation so, and leaves the key alone', async () => {
  const { fake, grinfi } = world();
  fake.control.fail({ path: '/flows/api/flows/*/stop', fault: { kind: 'status', status: 403 } });
  const stop = createSwitchAutomation({ grinfi });
  await expect(
    stop({ automationId: '00000000-0000-4000-8000-000000000000', isOn: false }),
  ).rejects.toMatchObject({
    kind: 'rejected',
    message: failureWords.notAllowed,
  });
});
