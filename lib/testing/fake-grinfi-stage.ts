import { demoKey, demoOwner, emptySeed } from '../../fake-grinfi/seed.ts';
import { createFakeGrinfi, type FakeGrinfiOptions } from '../../fake-grinfi/server.ts';
import type { FailureKind } from '../crm.ts';
import { Failure } from '../failure.ts';
import { createGrinfiClient } from '../grinfi/client.ts';
import { createGrinfiPort } from '../outbox/grinfi-port.ts';
import { openLimiter } from './answering.ts';
import { type CrmContents, known, type Setting } from './fault-play.ts';
import type { Line } from './model-crm.ts';
import { newWorld, type ReachableCrm } from './outbox-worker.ts';

/**
 * The stand-in for Grinfi as the CRM of a play: the real client and port, with the faults where the network
 * is. Eve is in it from the start.
 */
export function fakeGrinfiStage(quirks: NonNullable<FakeGrinfiOptions['quirks']> = {}) {
  const world = newWorld();
  const fake = createFakeGrinfi({ seed: emptySeed, perMinute: false, now: world.clock.now, quirks });
  const { make, state } = fake;
  const autumn = make.list(demoOwner, known.list);
  const eve = make.lead(demoOwner, {
    list_uuid: autumn.uuid,
    linkedin: known.handle,
    first_name: known.handle,
    headline: known.headline,
    company_name: 'Acme',
  });
  make.note(demoOwner, { object: 'lead', object_uuid: eve.uuid, note: known.note });
  const stage = (name: string) => make.stage(demoOwner, { name, object: 'lead', category: 'engaging' }).uuid;
  const setting: Setting = { stages: [eve.pipeline_stage_uuid, stage('One'), stage('Other')] };

  const crm: ReachableCrm = {
    port: (line) =>
      createGrinfiPort(
        createGrinfiClient({
          getKey: async () => demoKey,
          limiter: openLimiter,
          fetch: fetchOver(line, (request) => fake.fetch(request)),
          retries: 0,
        }),
      ),
  };

  const names = (rows: { uuid: string; name: string }[]) =>
    new Map(rows.map(({ uuid, name }) => [uuid, name]));
  function contents(): CrmContents {
    const tags = names(state.tags.all());
    const lists = names(state.lists.all());
    const tagNames = (ids: readonly string[] | null) => (ids ?? []).map((id) => tags.get(id) ?? id);
    const notesOf = (id: string) =>
      state.notes.all().flatMap(({ object_uuid, note }) => (object_uuid === id ? [note] : []));
    return {
      people: state.leads.all().map((lead) => ({
        handle: lead.linkedin ?? '',
        headline: lead.headline ?? '',
        list: lists.get(lead.list_uuid) ?? '',
        stage: lead.pipeline_stage_uuid,
        tags: tagNames(lead.tags),
        notes: notesOf(lead.uuid),
      })),
      companies: state.companies.all().map((company) => ({
        handle: company.linkedin ?? '',
        about: company.about ?? '',
        tags: tagNames(company.tags),
        notes: notesOf(company.uuid),
      })),
      tags: [...tags.values()],
      lists: [...lists.values()],
      noteCount: state.notes.all().length,
    };
  }
  return { world, crm, setting, contents, fake };
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
