import type { OutboxDb } from './database.ts';
import { type Entry, isOfWorkspace, isParkedForWorkspace, subjectsOf } from './entry.ts';
import { isDue } from './failures.ts';
import { openEntries, readAll } from './stored-entries.ts';

/** Which entries are to be sent now, and when the next one is. */

/** Entries to send now, in order, of which no two (nor one and `busy`) touch the same record. */
export async function takeDue(
  db: OutboxDb,
  now: number,
  busy: ReadonlySet<string>,
  limit: number,
): Promise<Entry[]> {
  const taken: Entry[] = [];
  const closed = new Set(busy);
  const isBehind = await whatIsBehind(db);
  for await (const entry of openEntries(db)) {
    if (taken.length >= limit) break;
    const isBlocked = subjectsOf(entry).some((subject) => closed.has(subject));
    if (!isBlocked && isDue(entry.retryAt, now) && !(await isBehind(entry))) {
      taken.push(entry);
      for (const subject of subjectsOf(entry)) closed.add(subject);
    }
    // Later saves of the same page wait for this one, whether it is due or not.
    closed.add(entry.pageKey);
  }
  return taken;
}

/** Entries whose last parts are to be done together: at most `limit`, or none below `atLeast`. */
export async function takeGathered(db: OutboxDb, limit: number, atLeast: number): Promise<Entry[]> {
  if ((await db.countFromIndex('entries', 'group', 'gathered')) < Math.max(1, atLeast)) return [];
  return readAll(await db.getAllFromIndex('entries', 'group', 'gathered', limit));
}

export interface OutboxSummary {
  open: number;
  attention: number;
  /** When the first open entry is due; `now` where one is already. */
  nextAt?: number | undefined;
}

export async function summaryOf(db: OutboxDb, now: number): Promise<OutboxSummary> {
  const gathered = await db.countFromIndex('entries', 'group', 'gathered');
  const open = (await db.countFromIndex('entries', 'group', 'open')) + gathered;
  const attention = await db.countFromIndex('entries', 'group', 'attention');
  let nextAt = gathered > 0 ? now : undefined;
  const isBehind = await whatIsBehind(db);
  const seen = new Set<string>();
  for await (const entry of openEntries(db)) {
    if (nextAt !== undefined && nextAt <= now) break;
    if (seen.has(entry.pageKey)) continue;
    seen.add(entry.pageKey);
    if (await isBehind(entry)) continue;
    const dueAt = isDue(entry.retryAt, now) ? now : (entry.retryAt ?? now);
    nextAt = Math.min(nextAt ?? dueAt, dueAt);
  }
  return { open, attention, nextAt };
}

/**
 * Tells of an entry whether an earlier save of the same page is not over, though it is not among the open
 * ones: it waits for others of its bulk save, or for the key of its workspace.
 */
async function whatIsBehind(db: OutboxDb): Promise<(entry: Entry) => Promise<boolean>> {
  const counts = await Promise.all(
    (['gathered', 'attention'] as const).map((group) => db.countFromIndex('entries', 'group', group)),
  );
  if (counts.every((count) => count === 0)) return async () => false;
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
