import { Failure } from '../failure.ts';
import { failureWords } from '../failure-words.ts';
import type { CrmPort } from '../outbox/crm-port.ts';
import { known, type Setting } from './fault-acts.ts';
import type { CrmContents } from './fault-judge.ts';
import type { Stage } from './fault-play.ts';
import { type Line, ModelCrm } from './model-crm.ts';
import { newWorld, type World } from './outbox-worker.ts';

/** Two workspaces in memory, with Eve in both, as the CRM of a play. */
export function modelStage(): Stage {
  const world = newWorld();
  const workspaceIds = ['workspace-a', 'workspace-b'];
  const crms = workspaceIds.map((id) => furnished(world, `${id} `));
  const settings = workspaceIds.map(
    (): Setting => ({
      stages: ['stage-new', 'stage-1', 'stage-2'],
      senderId: 'sender-1',
      automationId: 'automation-1',
    }),
  );
  /** The workspace that the key leads to when the request goes out; refuses where that is another. */
  const reached = (wanted: string | undefined): ModelCrm => {
    if (wanted !== undefined && wanted !== world.workspaceId)
      throw new Failure('internal', failureWords.otherWorkspace);
    const crm = crms[workspaceIds.indexOf(world.workspaceId ?? '')];
    if (!crm) throw new Error('There is no such workspace.');
    return crm;
  };
  return {
    world,
    workspaceIds,
    settings,
    crm: { port: (line, wanted) => switching(line, world, () => reached(wanted)) },
    contents: (workspace) => contentsOf(crms[workspace] ?? new ModelCrm()),
    forget: (isOn) => {
      for (const { drops } of crms) isOn ? drops.add('newTags') : drops.clear();
    },
  };
}

/** A port whose every call goes to the CRM that is reached at its own moment. */
function switching(line: Line, { clock }: World, reached: () => ModelCrm): CrmPort {
  const call = (name: keyof CrmPort, given: unknown[]) =>
    line(name, () => {
      const direct: Line = async (_call, act) => act();
      const act = reached().port(direct)[name] as (...given: unknown[]) => unknown;
      return act(...given);
    });
  return new Proxy({} as CrmPort, {
    get:
      (_port, name) =>
      (...given: unknown[]) =>
        // Both are right about the time; nothing is sent to learn it.
        name === 'now' ? clock.server() : call(name as keyof CrmPort, given),
  });
}

function furnished({ clock }: World, prefix: string): ModelCrm {
  const crm = new ModelCrm(clock.server, prefix);
  const listId = `${prefix}list-autumn`;
  crm.lists.set(listId, { id: listId, name: known.list });
  const eve = crm.addContact({ handle: known.handle, headline: known.headline }, { listId });
  const noteId = `${prefix}note-old`;
  crm.notes.set(noteId, { id: noteId, object: 'contact', recordId: eve.id, text: known.note, at: 0 });
  return crm;
}

function contentsOf(crm: ModelCrm): CrmContents {
  return {
    people: [...crm.contacts.values()].map((contact) => ({
      handle: contact.fields.handle ?? '',
      headline: contact.fields.headline ?? '',
      list: crm.lists.get(contact.listId ?? '')?.name ?? '',
      stage: contact.stageId ?? '',
      tags: crm.tagNamesOf(contact),
      notes: crm.notesOf(contact.id),
      tasks: crm.tasksOf(contact.id),
      automations: crm.automationsOf(contact.id),
    })),
    companies: [...crm.companies.values()].map((company) => ({
      handle: company.fields.handle ?? '',
      about: company.fields.about ?? '',
      tags: crm.tagNamesOf(company),
      notes: crm.notesOf(company.id),
    })),
    tags: [...crm.tags.values()].map(({ name }) => name),
    lists: [...crm.lists.values()].map(({ name }) => name),
    noteCount: crm.notes.size,
    openTaskCount: [...crm.tasks.values()].filter(({ status }) => status === 'in_progress').length,
  };
}
