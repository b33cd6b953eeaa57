import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import type { SaveRequest } from '../save-request.ts';
import { ModelCrm } from '../testing/model-crm.ts';
import { type Happening, newWorld, startWorker } from '../testing/outbox-worker.ts';
import { companySave, personSave } from '../testing/saves.ts';

/**
 * The worker dies at each of its crossings in turn: before and after every request to the CRM, and before and
 * after every use of the database. Another worker then goes on, and what is in the CRM must be what one
 * undisturbed worker would have left there.
 */

const fullPerson = personSave({
  list: { name: 'Spring' },
  tags: [{ name: 'Fair' }, { id: 'tag-b' }],
  stageId: 'stage-2',
  note: 'Met at the fair',
  customFields: { 'field-1': 'Gold' },
  withCompany: true,
  task: { type: 'linkedin_send_message', text: 'Ask about May', senderProfileId: 'sender-1', inDays: 3 },
  enrolIn: 'automation-1',
  fields: { ...personSave().fields, companyId: '4711' },
});
const fullCompany = companySave({
  fields: { ...companySave().fields, companyId: '4711', about: 'Engines' },
  list: { name: 'Spring' },
  tags: [{ name: 'Fair' }],
  stageId: 'stage-2',
  note: 'Saw the stand',
  customFields: { 'field-1': 'Gold' },
});

interface Scenario {
  save: SaveRequest;
  /** Who is there already. */
  seed?: (crm: ModelCrm) => void;
  undo?: boolean;
  /** What the CRM takes and does not keep, until the user tries again. */
  drops?: string[];
}

const knownPerson = (crm: ModelCrm) =>
  void crm.addContact(
    { handle: 'ada-example', headline: 'Before' },
    { tagIds: ['tag-a'], stageId: 'stage-old', listId: 'list-old' },
  );

const scenarios: Record<string, Scenario> = {
  'a new person': { save: fullPerson },
  'a known person': { save: { ...fullPerson, moveToList: true }, seed: knownPerson },
  'a new company': { save: fullCompany },
  'a new company without a handle': {
    save: companySave({ pageKey: 'company/4711', fields: { name: 'Acme Analytical', companyId: '4711' } }),
  },
  'a person of whom parts were dropped without a word': {
    save: fullPerson,
    seed: knownPerson,
    drops: ['headline', 'tags', 'stage'],
  },
  'a company of which parts were dropped without a word': { save: fullCompany, drops: ['about', 'tags'] },
  'the undo of a new person': { save: fullPerson, undo: true },
  'the undo of a known person': {
    save: { ...fullPerson, moveToList: true, customFields: undefined },
    seed: knownPerson,
    undo: true,
  },
  'the undo of a new company': { save: fullCompany, undo: true },
};

/** Everything that is in the CRM, without ids that depend on the order of things. */
function contents(crm: ModelCrm) {
  const listName = (id: string | undefined) => crm.lists.get(id ?? '')?.name ?? id;
  return {
    contacts: [...crm.contacts.values()].map((contact) => ({
      fields: contact.fields,
      list: listName(contact.listId),
      stage: contact.stageId,
      tags: crm.tagNamesOf(contact).toSorted(),
      notes: crm.notesOf(contact.id),
      values: crm.customValues.get(`${contact.id} field-1`),
      tasks: crm.tasksOf(contact.id),
      automations: crm.automationsOf(contact.id),
    })),
    companies: [...crm.companies.values()].map((company) => ({
      fields: company.fields,
      lists: company.listIds.map(listName),
      stage: company.stageId,
      tags: crm.tagNamesOf(company),
      notes: crm.notesOf(company.id),
      values: crm.customValues.get(`${company.id} field-1`),
    })),
    lists: [...crm.lists.values()].map(({ name }) => name),
    tags: [...crm.tags.values()].map(({ name }) => name),
    notes: crm.notes.size,
    openTasks: [...crm.tasks.values()].filter(({ status }) => status === 'in_progress').length,
  };
}

/** Runs the scenario with the given happening at crossing number `at`; gives what is left and who died. */
async function play({ save, seed, undo, drops = [] }: Scenario, happening: Happening, at: number) {
  globalThis.indexedDB = new IDBFactory();
  const world = newWorld();
  const crm = new ModelCrm(world.clock.now);
  seed?.(crm);
  for (const what of drops) crm.drops.add(what);
  let crossings = 0;
  const first = startWorker(world, crm, () => (crossings++ === at ? happening : 'ok'));
  let id = await first.click(save);
  await first.settle();
  if (undo && id && !first.isDead) await first.undo(id);
  await first.settle();

  const second = startWorker(world, crm);
  // Of a click that was never answered, the user sees nothing happen and clicks again.
  id ??= await second.click(save);
  if (undo && id && !(await second.entry(id)).undo) {
    await second.settle();
    await second.undo(id);
  }
  await second.settle();
  if (drops.length > 0 && id) {
    expect((await second.entry(id)).failed.map(({ step, field }) => field ?? step)).toEqual(drops);
    crm.drops.clear();
    await second.retry(id);
    await second.settle();
  }
  const entry = await second.entry(id ?? '');
  await second.close();
  await first.close();
  return { contents: contents(crm), entry, hasDied: first.isDead, crossings };
}

describe.each(Object.entries(scenarios))('%s', (_name, scenario) => {
  it.each(['killBefore', 'killAfter'] as const)(
    'is the same in the CRM wherever the worker was killed (%s)',
    async (happening) => {
      const undisturbed = await play(scenario, 'ok', -1);
      expect(undisturbed.entry.state).toBe(scenario.undo ? 'undone' : 'saved');
      expect(undisturbed.crossings).toBeGreaterThan(10);
      for (let at = 0; at < undisturbed.crossings; at++) {
        const { contents, entry, hasDied } = await play(scenario, happening, at);
        expect({ at, hasDied }).toEqual({ at, hasDied: true });
        expect({ at, state: entry.state }).toEqual({ at, state: undisturbed.entry.state });
        expect({ at, ...contents }).toEqual({ at, ...undisturbed.contents });
      }
    },
  );
});
