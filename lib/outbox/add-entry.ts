import type { SaveRequest } from '../save-request.ts';
import { requestRetry, resume } from './advance.ts';
import { commit } from './commit.ts';
import type { OutboxDb, StoredEntry } from './database.ts';
import {
  type Entry,
  hasLandedNothing,
  isChecking,
  isOfWorkspace,
  isParkedForWorkspace,
  isSameSave,
  isUnderWay,
  newEntry,
} from './entry.ts';
import { readAll } from './stored-entries.ts';

export interface AddGiven {
  now: number;
  workspaceId?: string | undefined;
  workspaceName?: string | undefined;
  /** To be collected only, until the user sends it. */
  isHeld?: boolean | undefined;
  /** Not to be sent before so long. */
  waitMs?: number | undefined;
  /** An entry that this one is put in the place of, where nothing of it was sent. */
  insteadOf?: string | undefined;
  /** What asks the database from now on waits for this entry, and finds it if it could be stored. */
  onBegun?: (() => void) | undefined;
}

/** A second press this soon after the first is a double click, even when the first has landed already. */
const doubleClickMs = 3_000;

/** What becomes of an earlier save of the same page when there is a new one. */
type Fate = 'stays' | 'goes' | { becomes: Entry };

/** Stores the save in one transaction; the same one asked for twice in a row is one entry. */
export async function addEntry(
  db: OutboxDb,
  save: SaveRequest,
  { id, now, workspaceId, workspaceName, isHeld, waitMs, insteadOf, onBegun }: AddGiven & { id: string },
): Promise<Entry> {
  // Strict: the answer "stored" must hold even when the power fails.
  const tx = db.transaction('entries', 'readwrite', { durability: 'strict' });
  onBegun?.();
  return commit(tx, async () => {
    const store = tx.store;
    const ofPage = readAll(await store.index('pageKey').getAll(save.pageKey));
    const earlier = ofPage.filter((old) => isOfWorkspace(old, workspaceId));
    // What was collected and not sent makes way for the newest press on its page.
    const makesWay = (old: Entry) =>
      (old.id === insteadOf && hasLandedNothing(old)) ||
      (old.group === 'held' && !(isHeld && isSameSave(old.save, save)));
    for (const old of earlier.filter(makesWay)) await store.delete(old.seq);
    const before = earlier.filter((old) => !makesWay(old));
    const twin = before.at(-1);
    const isAskedAgain = twin !== undefined && isTwin(twin, save, now);
    for (const old of before) {
      const fate = isHeld ? 'stays' : fateOf(old);
      if (fate === 'goes') await store.delete(old.seq);
      else if (fate !== 'stays') await store.put(fate.becomes as unknown as StoredEntry);
    }
    if (isAskedAgain) return twin;
    const entry = {
      ...newEntry(save, { id, now, workspaceId }),
      ...(workspaceName && { workspaceName }),
      ...(isHeld && { group: 'held' as const }),
      ...(waitMs && { retryAt: now + waitMs }),
    };
    const seq = await store.add(entry as unknown as StoredEntry);
    return { ...entry, seq };
  });
}

function isTwin(last: Entry, save: SaveRequest, now: number): boolean {
  if (last.undo || !isSameSave(last.save, save)) return false;
  const isRecent = Math.abs(now - last.queuedAt) < doubleClickMs;
  const isStopped = last.state === 'parked' && fateOf(last) !== 'goes';
  return isUnderWay(last) || isStopped || (isRecent && (last.group === 'finished' || isChecking(last)));
}

/** So that the order of saves of one page is kept, what waits for the user goes before the new one. */
export function fateOf(old: Entry): Fate {
  if (old.group === 'paused') return { becomes: resume(old) };
  if (old.state !== 'parked') return 'stays';
  // A save that could not be made at all is replaced by the next one for the same page.
  const isReplaced = !old.undo && hasLandedNothing(old) && !isParkedForWorkspace(old);
  return isReplaced ? 'goes' : { becomes: requestRetry(old) };
}
