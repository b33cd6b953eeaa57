import { demoOwner, emptySeed, makeKey } from '../../fake-grinfi/seed.ts';
import { createFakeGrinfi, type FakeGrinfi, type FakeGrinfiOptions } from '../../fake-grinfi/server.ts';
import type { KeyOwner } from '../../fake-grinfi/state.ts';
import type { FailureKind } from '../crm.ts';
import { Failure } from '../failure.ts';
import { createGrinfiClient } from '../grinfi/client.ts';
import { createServerTime } from '../grinfi/server-time.ts';
import { keyOfWorkspace } from '../grinfi/workspace-key.ts';
import { createGrinfiPort } from '../outbox/grinfi-port.ts';
import { openLimiter } from './answering.ts';
import { known, type Setting } from './fault-acts.ts';
import type { CrmContents } from './fault-judge.ts';
import type { Stage } from './fault-play.ts';
import type { Line } from './model-crm.ts';
import { newWorld, type ReachableCrm } from './outbox-worker.ts';

const owners: KeyOwner[] = [demoOwner, { teamId: 9001, userId: 57 }];

/**
 * The stand-in for Grinfi as the CRM of a play: the real client and port, with the faults where the network
 * is. Eve is in both workspaces from the start.
 */
export function fakeGrinfiStage(quirks: NonNullable<FakeGrinfiOptions['quirks']> = {}): Stage {
  const world = newWorld();
  const fake = createFakeGrinfi({ seed: emptySeed, perMinute: false, now: world.clock.server, quirks });
  const keys = owners.map((owner, place) => makeKey(owner, String(place)));
  const workspaceIds = owners.map(({ teamId }) => String(teamId));
  for (const [place, key] of keys.entries()) fake.control.allowKey(key, owners[place] ?? demoOwner);
  const settings = owners.map((owner) => furnish(fake, owner));
  const serverTime = createServerTime({ wall: world.clock.now, steady: world.clock.server });
  const getKey = async () => keys[workspaceIds.indexOf(world.workspaceId ?? '')];
  const crm: ReachableCrm = {
    port: (line, workspaceId) =>
      createGrinfiPort(
        createGrinfiClient({
          getKey: keyOfWorkspace(getKey, workspaceId),
          limiter: openLimiter,
          fetch: fetchOver(line, (request) => fake.fetch(request)),
          retries: 0,
          serverTime,
        }),
        { serverTime },
      ),
  };
  const contents = (workspace: number) => contentsOf(fake, owners[workspace] ?? demoOwner);
  return { world, workspaceIds, settings, crm, contents };
}

function furnish({ make }: FakeGrinfi, owner: KeyOwner): Setting {
  const stage = (name: string, type: 'new' | 'custom' = 'custom') =>
    make.stage(owner, { name, object: 'lead', category: 'engaging', type }).uuid;
  if (owner !== demoOwner) stage('New', 'new');
  const eve = make.lead(owner, {
    list_uuid: make.list(owner, known.list).uuid,
    linkedin: known.handle,
    first_name: known.handle,
    headline: known.headline,
    company_name: 'Acme',
  });
  make.note(owner, { object: 'lead', object_uuid: eve.uuid, note: known.note });
  return {
    stages: [eve.pipeline_stage_uuid, stage('One'), stage('Other')],
    senderId: make.sender(owner, { first_name: 'Marla', last_name: 'Quint' }).uuid,
    automationId: make.flow(owner, { name: 'Warm up', status: 'on' }).uuid,
  };
}

function contentsOf({ state }: FakeGrinfi, { teamId }: KeyOwner): CrmContents {
  const names = (rows: { uuid: string; name: string }[]) =>
    new Map(rows.map(({ uuid, name }) => [uuid, name]));
  const tags = names(state.tags.of(teamId));
  const lists = names(state.lists.of(teamId));
  const notes = state.notes.of(teamId);
  const open = state.tasks.of(teamId).filter(({ status }) => status === 'in_progress');
  const tagNames = (ids: readonly string[] | null) => (ids ?? []).map((id) => tags.get(id) ?? id);
  const notesOf = (id: string) =>
    notes.flatMap(({ object_uuid, note }) => (object_uuid === id ? [note] : []));
  return {
    people: state.leads.of(teamId).map((lead) => ({
      handle: lead.linkedin ?? '',
      headline: lead.headline ?? '',
      list: lists.get(lead.list_uuid) ?? '',
      stage: lead.pipeline_stage_uuid,
      tags: tagNames(lead.tags),
      notes: notesOf(lead.uuid),
      tasks: open.flatMap((task) => (task.lead_uuid === lead.uuid ? (task.payload?.template ?? '') : [])),
      automations: state.enrolments
        .of(teamId)
        .filter(({ lead_uuid, status }) => lead_uuid === lead.uuid && status === 'in_progress')
        .map(({ flow_uuid }) => flow_uuid),
    })),
    companies: state.companies.of(teamId).map((company) => ({
      handle: company.linkedin ?? '',
      about: company.about ?? '',
      tags: tagNames(company.tags),
      notes: notesOf(company.uuid),
    })),
    tags: [...tags.values()],
    lists: [...lists.values()],
    noteCount: notes.length,
    openTaskCount: open.length,
  };
}

function fetchOver(line: Line, answer: (request: Request) => Promise<Response>): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const crossing = `${request.method} ${new URL(request.url).pathname}`;
    try {
      return await line(crossing, () => answer(request));
    } catch (error) {
      if (error instanceof Failure) return asAnswer(error.kind);
      throw error;
    }
  };
}

/** What the client would meet of a failure of this kind. */
function asAnswer(kind: FailureKind): Response {
  if (kind === 'busy') return new Response('{}', { status: 429, headers: { 'retry-after': '3' } });
  if (kind === 'server') return new Response('{}', { status: 503 });
  if (kind === 'timeout') return new Response('', { status: 408 });
  if (kind === 'auth') return new Response('{}', { status: 401 });
  if (kind === 'malformed') return new Response('<!doctype html><title>Hotel Wi-Fi</title>');
  throw new TypeError('fetch failed');
}
