import { resume } from './advance.ts';
import { commit } from './commit.ts';
import type { OutboxDb, StoredEntry } from './database.ts';
import {
  type Entry,
  hasLandedNothing,
  isChecking,
  isOfWorkspace,
  isParkedForWorkspace,
  pageOf,
  subjectsOf,
} from './entry.ts';
import { isDue } from './failures.ts';
import { type EntryReads, openEntries, read, readAll } from './stored-entries.ts';

/** Which entries are to be sent now, and when the next one is. */

type IsShut = (workspaceId: string | undefined) => boolean;

/**
 * Entries to send now, in order, of which no two (nor one and `busy`) touch the same record. What is paused is let
 * go on where a later save of its page would overtake it.
 * @param isShut workspaces of which nothing can be sent now
 */
export async function takeDue(
  db: OutboxDb,
  ...given: [now: number, busy: ReadonlySet<string>, limit: number, isShut?: IsShut | undefined]
): Promise<Entry[]> {
  for (;;) {
    // All of it is read at once, or a pause in between would put an earlier save out of sight.
    const due = await dueIn(db.transaction('entries').store, ...given);
    const paused = due.filter(isPaused);
    if (paused.length === 0) return due;
    await letGoOn(db, paused);
  }
}

async function letGoOn(db: OutboxDb, entries: readonly Entry[]): Promise<void> {
  const tx = db.transaction('entries', 'readwrite');
  await commit(tx, async () => {
    for (const { seq } of entries) {
      const entry = read(await tx.store.get(seq));
      if (entry) await tx.store.put(resume(entry) as unknown as StoredEntry);
    }
  });
}

/** In place of an entry that would overtake paused ones, those. */
async function dueIn(
  store: EntryReads,
  now: number,
  busy: ReadonlySet<string>,
  limit: number,
  isShut: IsShut = () => false,
): Promise<Entry[]> {
  const taken: Entry[] = [];
  const closed = new Set(busy);
  const shelvedBefore = await whatIsShelved(store);
  for await (const entry of openEntries(store)) {
    if (taken.length >= limit) break;
    if (isShut(entry.workspaceId)) continue;
    const isBlocked = subjectsOf(entry).some((subject) => closed.has(subject));
    if (!isBlocked && isDue(entry.retryAt, now)) {
      const shelved = await shelvedBefore(entry);
      const paused = hasLandedNothing(entry) ? shelved.filter(isPaused) : [];
      if (paused.length > 0) taken.push(...paused);
      else if (shelved.every(isPaused)) {
        taken.push(entry);
        for (const subject of subjectsOf(entry)) closed.add(subject);
      }
    }
    // Later saves of the same page wait for this one, whether it is due or not; but not for a look at it.
    if (!isChecking(entry)) closed.add(pageOf(entry));
  }
  return taken;
}

const isPaused = ({ group }: Entry) => group === 'paused';

/** Entries whose last parts are to be done together: at most `limit`, or none below `atLeast`. */
export async function takeGathered(
  db: OutboxDb,
  limit: number,
  atLeast: number,
  isShut: IsShut = () => false,
): Promise<Entry[]> {
  if ((await db.countFromIndex('entries', 'group', 'gathered')) < Math.max(1, atLeast)) return [];
  const first = readAll(await db.getAllFromIndex('entries', 'group', 'gathered', limit));
  if (!first.some(({ workspaceId }) => isShut(workspaceId))) return first;
  // Those of a workspace that waits for its key must not stand in the way of the others.
  const all = readAll(await db.getAllFromIndex('entries', 'group', 'gathered'));
  return all.filter(({ workspaceId }) => !isShut(workspaceId)).slice(0, limit);
}

export interface OutboxSummary {
  open: number;
  attention: number;
  /** When the first open entry is due; `now` where one is already. */
  nextAt?: number | undefined;
}

/** @param notBefore ms since 1970: when the saves of a workspace can be tried next; infinite where it needs the user */
export async function summaryOf(
  db: OutboxDb,
  now: number,
  notBefore: (workspaceId: string | undefined) => number = () => 0,
): Promise<OutboxSummary> {
  const { store } = db.transaction('entries');
  const groups = store.index('group');
  const [gathered, open, attention, shelvedBefore] = await Promise.all([
    groups.count('gathered'),
    groups.count('open'),
    groups.count('attention'),
    whatIsShelved(store),
  ]);
  const atBest = (at: number, { workspaceId }: Entry) => Math.max(at, notBefore(workspaceId));
  let nextAt = Math.min(...readAll(await groups.getAll('gathered')).map((entry) => atBest(now, entry)));
  const seen = new Set<string>();
  for await (const entry of openEntries(store)) {
    if (nextAt <= now) break;
    const page = pageOf(entry);
    if (seen.has(page)) continue;
    if (!isChecking(entry)) seen.add(page);
    // Those that are paused stand in nobody's way.
    if (!(await shelvedBefore(entry)).every(isPaused)) continue;
    nextAt = Math.min(nextAt, atBest(isDue(entry.retryAt, now) ? now : (entry.retryAt ?? now), entry));
  }
  return {
    open: open + gathered,
    attention,
    nextAt: nextAt === Number.POSITIVE_INFINITY ? undefined : nextAt,
  };
}

/**
 * Tells which earlier saves of an entry's page are not over, though they are not among the open ones: they wait
 * for others of their bulk save, for the key of their workspace, or are paused.
 */
async function whatIsShelved(store: EntryReads): Promise<(entry: Entry) => Promise<Entry[]>> {
  const shelves = ['gathered', 'attention', 'paused'];
  const keys = await Promise.all(shelves.map((group) => store.index('group').getKey(group)));
  if (keys.every((key) => key === undefined)) return async () => [];
  return async (entry) =>
    readAll(await store.index('pageKey').getAll(entry.pageKey)).filter(
      (other) =>
        other.seq < entry.seq &&
        isOfWorkspace(other, entry.workspaceId) &&
        (other.group === 'gathered' || isPaused(other) || isParkedForWorkspace(other)),
    );
}
