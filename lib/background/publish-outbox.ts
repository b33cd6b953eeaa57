import { browser } from 'wxt/browser';
import type { KeyState } from '../crm.ts';
import { Failure } from '../failure.ts';
import { failureWords } from '../failure-words.ts';
import { crmUrlOf } from '../grinfi/links.ts';
import type { Batches } from '../outbox/batches.ts';
import type { StoredEntry } from '../outbox/database.ts';
import { type Entry, isChecking, viewOf } from '../outbox/entry.ts';
import type { EntryView } from '../outbox/entry-view.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { getStored, setStored, valuesOf } from '../stored.ts';
import { parseWorkspaces, type Workspaces, storageKey as workspacesKey } from '../workspaces.ts';
import type { Badge } from './badge.ts';
import { type Need, needOf } from './notify.ts';

/** Tells the screens that the outbox cannot be used: whoever presses Save now must not find out by themselves. */
export async function tellOutboxFault(error: unknown): Promise<void> {
  if (!(error instanceof Failure) || error.kind !== 'storage') return;
  // Should this store be full as well, the answer to the next press still says so.
  await setStored('outboxFault', { kind: error.kind, message: error.message }).catch(() => undefined);
}

/** Steps of a save come side by side with requests, which writing them out would hold up. */
const stepPatienceMs = 100;

/** One that came and landed between two times of writing. */
const newsForMs = 1_000;

/** As many as a screen shows of those that are over; the history has all. Each step of a save writes them anew. */
const shown = 20;
const shownBatches = 3;

export interface PublisherDeps {
  outbox: () => Outbox;
  batches?: () => Batches;
  badge: Badge;
  /** What needs the user now; also where it is the same as before. */
  tellNeed?: (need: Need) => Promise<void>;
  /** A save has landed whole. */
  onSaved?: (saved: EntryView) => void;
  onError: (error: unknown) => void;
}

/**
 * Writes what the screens show of the outbox, and the badge. Changes that come while it writes are written
 * together, so a long queue does not write itself out once for every step.
 */
export function createPublisher(deps: PublisherDeps) {
  let running: Promise<void> | undefined;
  let isAgain = false;
  let later: ReturnType<typeof setTimeout> | undefined;

  async function publishAll(): Promise<void> {
    while (isAgain) {
      isAgain = false;
      await publish(deps);
      if (deps.batches) await publishBatches(deps.batches());
    }
  }

  /** Resolves when what is stored now has been written out. Never rejects. */
  function publishChanges(): Promise<void> {
    clearTimeout(later);
    later = undefined;
    isAgain = true;
    running ??= publishAll()
      .catch(async (error: unknown) => {
        deps.onError(error);
        await tellOutboxFault(error);
      })
      .finally(() => {
        running = undefined;
        if (isAgain) void publishChanges();
      });
    return running;
  }

  return {
    publish: publishChanges,
    /** Resolves when what is being written out is. */
    shown: () => running,
    /** Soon, with what else comes until then: of what is on its way, and goes on by itself. */
    publishSoon() {
      later ??= setTimeout(publishChanges, stepPatienceMs);
    },
  };
}

/** What it needs of what is stored, in one read. */
const read = ['keyState', 'outbox', 'heldCount', 'outboxFault', workspacesKey] as const;

async function publish({ outbox: current, badge, tellNeed, onSaved }: PublisherDeps): Promise<void> {
  const outbox = current();
  const [entries, found] = await Promise.all([outbox.newest(shown), browser.storage.local.get([...read])]);
  const { keyState, outbox: before, heldCount = 0, outboxFault, [workspacesKey]: stored } = valuesOf(found);
  const workspaces = parseWorkspaces(stored);
  const isPaused = (view: EntryView) =>
    view.state === 'waiting' && !view.held && keyStateFor(view, workspaces, keyState) !== 'ok';
  const views = entries
    .map(toView)
    .map((view): EntryView => (isPaused(view) ? { ...view, waitingFor: 'auth' } : view));
  await setStored('outbox', views);
  const held = await outbox.countHeld();
  if (held !== heldCount) await setStored('heldCount', held);
  if (outboxFault) await setStored('outboxFault', undefined);
  const isSending = ({ state }: EntryView) => state === 'sending' || state === 'undoing';
  const sending = views.filter((view) => isSending(view) && !view.waitingFor).length;
  const checked = entries.filter((entry) => !('unreadable' in entry) && isChecking(entry)).length;
  // After the screens have it, since somebody may be looking at one of them.
  const { attention, open: all } = await outbox.summary(Date.now());
  const open = all - checked;
  // One workspace's saves go on while another's wait for its key.
  const paused = views.find(isPaused);
  const needed = paused ? keyStateFor(paused, workspaces, keyState) : 'ok';
  await badge.show({ waiting: Math.max(0, open - sending), sending, attention, keyState: needed });
  await tellNeed?.(needOf(attention, open, needed));
  const landed = [...views, ...(await goneFrom(views, before, outbox))].filter(
    (view) => view.state === 'saved' && isNews(before, view),
  );
  const [newest] = landed;
  if (newest && attention === 0) await badge.flashSaved(newest.title);
  // Last, since it may have more to say than that it was saved.
  for (const saved of landed) onSaved?.(saved);
}

/** Those under way the last time that are no longer listed: older than as many that are over as a screen shows. */
async function goneFrom(views: EntryView[], before: EntryView[] = [], outbox: Outbox): Promise<EntryView[]> {
  const gone = before.filter(({ id, state }) => !isOver(state) && !views.some((view) => view.id === id));
  const entries = await Promise.all(gone.map(({ id }) => outbox.get(id)));
  return entries.flatMap((entry) => (entry ? toView(entry) : []));
}

async function publishBatches(batches: Batches): Promise<void> {
  const views = await batches.views(shownBatches);
  const before = (await getStored('batches')) ?? [];
  if (JSON.stringify(views) !== JSON.stringify(before)) await setStored('batches', views);
}

const isOver = (state: EntryView['state']) => state === 'saved' || state === 'undone';

/** It has landed since the last time, and may have come since, too. */
const isNews = (before: EntryView[] | undefined, { id, savedAt = 0 }: EntryView) => {
  const old = before?.find((view) => view.id === id);
  return old ? !isOver(old.state) : Date.now() - savedAt < newsForMs;
};

/** Of the workspace that it was made for. @param shown of the one that is shown, for the time before there was a list */
function keyStateFor({ workspaceId }: EntryView, { all }: Workspaces, shown: KeyState | undefined): KeyState {
  if (all.length === 0) return shown ?? 'ok';
  const meant = workspaceId === undefined ? all[0] : all.find(({ id }) => id === workspaceId);
  return meant?.keyState ?? 'ok';
}

function toView(entry: Entry | { unreadable: StoredEntry }): EntryView {
  if (!('unreadable' in entry)) return viewOf(entry, crmUrlOf);
  const { id, seq } = entry.unreadable;
  return {
    id: typeof id === 'string' ? id : `unreadable-${seq}`,
    pageKey: '',
    kind: 'person',
    title: '?',
    state: 'parked',
    done: [],
    failed: [
      {
        step: 'lookUp',
        kind: 'storage',
        message: failureWords.entryUnreadable,
      },
    ],
    queuedAt: 0,
  };
}
