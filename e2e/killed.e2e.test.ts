import { expect } from 'vitest';
import type { Hold, Match } from '../fake-grinfi/control.ts';
import { demoOwner } from '../fake-grinfi/seed.ts';
import type { SaveRequest } from '../lib/save-request.ts';
import { companyRow, contact, contactRow, counts, landed } from './harness/crm.ts';
import { reach, saveRecord, undoSave } from './harness/outbox.ts';
import { test } from './harness/test.ts';
import type { World } from './harness/world.ts';

/**
 * The worker is killed while the request of each step stands at Grinfi: before it is carried out, while it is,
 * and after, so that only the answer is lost. What is in the CRM must then be there once. Saves for different
 * steps are under way side by side, so that one death meets all of them.
 */

const idOf = (rows: { name: string; uuid: string }[], name: string): string => {
  const found = rows.find((row) => row.name === name);
  if (!found) throw new Error(`There is no ${name}.`);
  return found.uuid;
};

function people({ crm }: World, when: string) {
  const list = { id: idOf(crm.state.lists.all(), 'Warm intros') };
  const stageId = idOf(
    crm.state.stages.all().filter(({ object }) => object === 'lead'),
    'Approaching',
  );
  const tierId = idOf(crm.state.customFields.all(), 'account_tier');
  const automationId = idOf(crm.state.flows.all(), 'Conference follow-up');
  const senderProfileId = crm.state.senders.all()[0]?.uuid;
  const task = { type: 'email_send_message', text: `Task ${when}`, senderProfileId, inDays: 2 };
  const person = (name: string, change: object = {}): SaveRequest => {
    const handle = `${name}-${when}`;
    const fields = { handle, firstName: name, lastName: when, headline: `Killed at ${name}` };
    return { kind: 'person', pageKey: `in/${handle}`, fields, list, tags: [], ...change };
  };
  const employer = { companyName: `Employer ${when}`, companyHandle: `employer-${when}` };
  const company: SaveRequest = {
    kind: 'company',
    pageKey: `company/tier-${when}`,
    fields: { name: `Tier ${when}`, handle: `tier-${when}`, about: 'Ports' },
    tags: [],
    customFields: { [tierId]: 'Gold' },
  };
  // In this order, none needs a call that an earlier one already holds up.
  const first: [path: string, save: SaveRequest][] = [
    ['/leads/api/notes', person('note', { note: 'Met at the fair' })],
    ['/leads/api/custom-field-values', company],
    ['*/cancel-all', person('automations', { cancelAutomations: true })],
    ['/leads/api/tags', person('tags', { tags: [{ name: `Tag ${when}` }] })],
    ['/leads/api/leads/mass-action', person('stage', { stageId })],
    [
      '/leads/api/companies',
      person('employer', {
        withCompany: true,
        fields: { handle: `employer-of-${when}`, firstName: 'employer', ...employer },
        pageKey: `in/employer-of-${when}`,
      }),
    ],
    ['/leads/api/leads/upsert', person('write')],
  ];
  const second: typeof first = [
    ['/leads/api/lists', person('list', { list: { name: `List ${when}` } })],
    ['/flows/api/tasks', person('task', { task })],
    ['/flows/api/flows/*/leads/*', person('enrol', { enrolIn: automationId })],
    // Held as it is read back at the end.
    ['/leads/api/leads/*-*', person('verify', { stageId })],
    ['/leads/api/leads/lookup-one', person('look-up')],
  ];
  return [first, second] as const;
}

/** Of a path that is read and written, the write. */
function methodOn(path: string): Match {
  if (path.endsWith('*-*')) return { method: 'GET' };
  return /lookup-one|mass-action|cancel-all/.test(path) ? {} : { method: 'POST' };
}

type When = 'before' | 'during' | 'after';

const holdOn = ({ crm }: World, when: When, match: Match): Hold =>
  crm.control.hold({ ...match, when: when === 'after' ? 'after' : 'before' });

/** They wait for Grinfi's rate limit and for alarms, and keep the machine busy with little: all at once. */
const concurrent = { concurrent: true };

/** Stops the worker while these requests stand at Grinfi, and starts it again when they are over. */
async function killOver(world: World, when: When, holds: readonly Hold[]): Promise<void> {
  const { control } = world.crm;
  await world.browser.stopWorker();
  if (when === 'before') control.goDown();
  const held = holds.flatMap((hold) => hold.waiting);
  for (const hold of holds) hold.release();
  await control.until(() => held.every(({ outcome }) => outcome !== 'pending'));
  control.goUp();
  await world.browser.wakeWorker();
}

async function killAmid(world: World, when: When, cases: readonly [string, SaveRequest][]): Promise<void> {
  const holds: Hold[] = [];
  const ids: string[] = [];
  for (const [path, save] of cases) {
    const hold = holdOn(world, when, { path, ...methodOn(path) });
    ids.push(await saveRecord(world, save));
    await hold.reached();
    holds.push(hold);
  }
  await killOver(world, when, holds);
  await reach(world, ids, ['saved']);
}

test.for(['before', 'during', 'after'] as const)(
  'a worker that is killed %s the request of any step leaves everything in Grinfi once',
  concurrent,
  async (when, { world }) => {
    const before = counts(world);
    for (const cases of people(world, when)) await killAmid(world, when, cases);
    const here = (name: string) => contact(world, `${name}-${when}`);
    expect(here('note').notes).toEqual(['Met at the fair']);
    expect(here('tags').tags).toEqual([`Tag ${when}`]);
    expect(here('stage').stage).toBe('Approaching');
    expect(here('list').list).toBe(`List ${when}`);
    expect(here('verify')).toMatchObject({ list: 'Warm intros', stage: 'Approaching' });
    for (const name of ['automations', 'employer-of', 'write', 'look-up', 'task', 'enrol'])
      expect(here(name)).toMatchObject({ list: 'Warm intros', tags: [], notes: [] });
    expect(companyRow(world, `Employer ${when}`)).toMatchObject({ linkedin: `employer-${when}` });
    expect(companyRow(world, `Tier ${when}`)).toMatchObject({ linkedin: `tier-${when}` });
    expect(counts(world)).toEqual({
      leads: before.leads + 11,
      companies: before.companies + 2,
      lists: before.lists + 1,
      tags: before.tags + 1,
      notes: before.notes + 1,
    });
    const tasks = world.crm.state.tasks.all().filter((one) => one.payload?.template === `Task ${when}`);
    expect(tasks).toHaveLength(1);
    const enrolled = contactRow(world, `enrol-${when}`).uuid;
    const enrolments = world.crm.state.enrolments.all().filter((one) => one.lead_uuid === enrolled);
    expect(enrolments.map(({ status }) => status)).toEqual(['in_progress']);
    const values = world.crm.state.customFieldValues.all().filter(({ value }) => value === 'Gold');
    expect(values).toHaveLength(1);
  },
);

/** Somebody who is in Grinfi already, as they were before. */
function known({ crm: { make, state } }: World, handle: string) {
  const list_uuid = idOf(state.lists.all(), 'Candidates');
  const old = { linkedin: handle, first_name: 'Known', headline: 'Before', position: 'Pilot' };
  return make.lead(demoOwner, { ...old, name: 'Known', list_uuid, tags: [] });
}

test(
  'a worker that is killed over the requests of an undo leaves everything in Grinfi as it was',
  concurrent,
  async ({ world }) => {
    for (const when of ['before', 'during', 'after'] as const) {
      const list = { id: idOf(world.crm.state.lists.all(), 'Warm intros') };
      const tagId = idOf(world.crm.state.tags.all(), 'Hiring');
      const save = (handle: string, change: object = {}): SaveRequest => {
        const fields = { handle, firstName: 'Known', headline: 'After' };
        return { kind: 'person', pageKey: `in/${handle}`, fields, list, tags: [], ...change };
      };
      const updated = known(world, `updated-${when}`);
      const tagged = known(world, `tagged-${when}`);
      const before = counts(world);
      const ids = await Promise.all([
        saveRecord(world, save(`made-${when}`)),
        saveRecord(world, save(`updated-${when}`)),
        saveRecord(world, save(`tagged-${when}`, { tags: [{ id: tagId }] })),
      ]);
      await reach(world, ids, ['saved']);
      const made = contactRow(world, `made-${when}`);
      expect(contactRow(world, `updated-${when}`).headline).toBe('After');
      expect(contact(world, `tagged-${when}`).tags).toEqual(['Hiring']);

      const holds = [
        holdOn(world, when, { method: 'DELETE', path: `/leads/api/leads/${made.uuid}` }),
        holdOn(world, when, { method: 'PUT', path: `/leads/api/leads/${updated.uuid}` }),
        holdOn(world, when, { method: 'PUT', path: '/leads/api/leads/mass-action' }),
      ];
      await Promise.all(ids.map((id) => undoSave(world, id)));
      await Promise.all(holds.map((hold) => hold.reached()));
      await killOver(world, when, holds);
      await reach(world, ids, ['undone']);
      expect(counts(world)).toEqual(before);
      for (const { linkedin } of [updated, tagged])
        expect(contactRow(world, linkedin ?? '')).toMatchObject({
          headline: 'Before',
          position: 'Pilot',
          tags: [],
        });
    }
  },
);

// Takes half a minute: the browser lets no alarm ring sooner.
test(
  'a save whose worker was stopped goes on by itself, with every screen closed',
  concurrent,
  async ({ world }) => {
    await world.visit('/in/ingrid-solvang/');
    const popup = await world.popup();
    await popup.isLookedUp('New');
    await popup.choose('List', 'Warm intros');
    const held = world.crm.control.hold({ path: '/leads/api/leads/upsert' });
    await popup.save();
    await held.reached();
    await popup.close();
    await world.browser.stopWorker();
    // The call in flight never arrives, so that all depends on the next one.
    world.crm.control.goDown();
    held.release();
    await world.crm.control.until(({ log }) => log.at(-1)?.outcome === 'dropped');
    world.crm.control.goUp();
    await landed(world, 'ingrid-solvang');
    expect(contact(world, 'ingrid-solvang').list).toBe('Warm intros');
  },
);

test(
  'a press whose worker ends before it has answered is saved, once, and told as saved',
  concurrent,
  async ({ world }) => {
    const before = counts(world);
    await world.visit('/in/ingrid-solvang/');
    const popup = await world.popup();
    await popup.isLookedUp('New');
    await popup.choose('List', 'Warm intros');
    const [worker] = world.browser.context.serviceWorkers();
    if (!worker) throw new Error('There is no service worker.');
    // It is stored meanwhile, and answered when the alarm is set, which it is not any more.
    await worker.evaluate(() => {
      chrome.alarms.create = () => new Promise<never>(() => undefined);
    });
    const stored = (await world.browser.bare()).evaluate(
      () =>
        new Promise<void>((resolve) => {
          chrome.storage.local.onChanged.addListener(({ outbox }) => outbox && resolve());
        }),
    );
    await popup.save();
    await stored;
    const session = await world.browser.context.newCDPSession(await world.browser.bare());
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await popup.isSaved();
    expect(contact(world, 'ingrid-solvang').list).toBe('Warm intros');
    expect(counts(world).leads).toBe(before.leads + 1);
  },
);
