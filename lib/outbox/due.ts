import type { OutboxDb } from './database.ts';
import { type Entry, isChecking, isOfWorkspace, isParkedForWorkspace, pageOf, subjectsOf } from './entry.ts';
import { isDue } from './failures.ts';
import { openEntries, readAll } from './stored-entries.ts';

/** Which entries are to be sent now, and when the next one is. */

const countOf = (db: OutboxDb, group: string) => db.countFromIndex('entries', 'group', group);

type IsShut = (workspaceId: string | undefined) => boolean;

/**
 * Entries to send now, in order, of which no two (nor one and `busy`) touch the same record.
 * @param isShut workspaces of which nothing can be sent now
 */
export async function takeDue(
  db: OutboxDb,
  now: number,
  busy: ReadonlySet<string>,
  limit: number,
  isShut: IsShut = () => false,
): Promise<Entry[]> {
  const taken: Entry[] = [];
  const closed = new Set(busy);
  const isBehind = await whatIsBehind(db);
  for await (const entry of openEntries(db)) {
    if (taken.length >= limit) break;
    if (isShut(entry.workspaceId)) continue;
    const isBlocked = subjectsOf(entry).some((subject) => closed.has(subject));
    if (!isBlocked && isDue(entry.retryAt, now) && !(await isBehind(entry))) {
      taken.push(entry);
      for (const subject of subjectsOf(entry)) closed.add(subject);
    }
    // Later saves of the same page wait for this one, whether it is due or not; but not for a look at it.
    if (!isChecking(entry)) closed.add(pageOf(entry));
  }
  return taken;
}

/** Entries whose last parts are to be done together: at most `limit`, or none below `atLeast`. */
export async function takeGathered(
  db: OutboxDb,
  limit: number,
  atLeast: number,
  isShut: IsShut = () => false,
): Promise<Entry[]> {
  if ((await countOf(db, 'gathered')) < Math.max(1, atLeast)) return [];
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
  const [gathered, open, attention, isBehind] = await Promise.all([
    countOf(db, 'gathered'),
    countOf(db, 'open'),
    countOf(db, 'attention'),
    whatIsBehind(db),
  ]);
  let nextAt = gathered > 0 ? await firstGathered(db, now, notBefore) : undefined;
  const seen = new Set<string>();
  for await (const entry of openEntries(db)) {
    if (nextAt !== undefined && nextAt <= now) break;
    const page = pageOf(entry);
    if (seen.has(page)) continue;
    if (!isChecking(entry)) seen.add(page);
    if (await isBehind(entry)) continue;
    const dueAt = isDue(entry.retryAt, now) ? now : (entry.retryAt ?? now);
    const at = Math.max(dueAt, notBefore(entry.workspaceId));
    nextAt = Math.min(nextAt ?? at, at);
  }
  return {
    open: open + gathered,
    attention,
    nextAt: nextAt === Number.POSITIVE_INFINITY ? undefined : nextAt,
  };
}

async function firstGathered(
  db: OutboxDb,
  now: number,
  notBefore: (workspaceId: string | undefined) => number,
): Promise<number> {
  const all = readAll(await db.getAllFromIndex('entries', 'group', 'gathered'));
  const ids = new Set(all.map(({ workspaceId }) => workspaceId));
  return Math.min(...[...ids].map((id) => Math.max(now, notBefore(id))));
}

/**
 * Tells of an entry whether an earlier save of the same page is not over, though it is not among the open
 * ones: it waits for others of its bulk save, or for the key of its workspace.
 */
async function whatIsBehind(db: OutboxDb): Promise<(entry: Entry) => Promise<boolean>> {
  const [gathered, attention] = await Promise.all([countOf(db, 'gathered'), countOf(db, 'attention')]);
  if (gathered + attention === 0) return async () => false;
  return async (entry) => {
    const samePage = readAll(await db.getAllFromIndex('entries', 'pageKey', entry.pageKey));
    return samePage.some(
      (other) =>
        other.seq < entry.seq &&
        isOfWorkspace(other, entry.workspaceId) &&
        (other.group === 'gathered' || isParkedForWorkspace(other)),
    );
  };
}
