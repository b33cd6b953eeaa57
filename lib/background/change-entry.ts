import { Failure } from '../failure.ts';
import { failureWords } from '../failure-words.ts';
import type { Handler } from '../messages.ts';
import { canUndo, requestUndo } from '../outbox/advance.ts';
import { type Entry, hasLandedNothing } from '../outbox/entry.ts';
import { type ReleaseGiven, release } from '../outbox/held.ts';
import type { SaveRecordDeps } from './save-record.ts';
import { storeAndSend } from './store-and-send.ts';

type Deps = Pick<SaveRecordDeps, 'outbox' | 'drain' | 'now' | 'ensureAlarm'>;

const gone = () => new Failure('rejected', failureWords.entryGone);

/**
 * Takes a save back, within 15 s of its end or at any time before it. What was not sent is not sent; what was
 * is taken back by the outbox, so it survives what a save survives.
 */
export function createUndoSave(deps: Deps): Handler<'undoSave'> {
  const { outbox, now } = deps;
  return async ({ entryId }) => {
    const entry = await outbox.get(entryId);
    if (!entry) throw gone();
    if (!hasLandedNothing(entry) && (await outbox.hasLaterSave(entry)))
      throw new Failure('rejected', failureWords.savedAgain);
    const changed = await storeAndSend(deps, () =>
      outbox.update(entryId, (stored) => (canUndo(stored, now()) ? requestUndo(stored, now()) : undefined)),
    );
    if (!changed) throw new Failure('rejected', failureWords.undoTooLate);
    return null;
  };
}

/** Tries what failed, or what waits, again now; what was collected is sent. */
export function createRetryEntry(
  deps: Deps & { releaseGiven: () => Promise<ReleaseGiven> },
): Handler<'retryEntry'> {
  const { outbox } = deps;
  return async ({ entryId }) => {
    const given = await deps.releaseGiven();
    const isHeld = (await outbox.get(entryId))?.group === 'held';
    const send = (entry: Entry) => {
      const released = entry.group === 'held' ? release(entry, given) : entry;
      if (!released) throw new Failure('rejected', failureWords.noDefaultList);
      return released;
    };
    const changed = await storeAndSend(deps, () =>
      isHeld ? outbox.update(entryId, send) : outbox.retry(entryId),
    );
    if (!changed) throw gone();
    return null;
  };
}

/** Drops an entry. What it has sent stays in the CRM; what it has not is not sent. */
export function createDiscardEntry({ outbox, now }: Pick<Deps, 'outbox' | 'now'>): Handler<'discardEntry'> {
  return async ({ entryId }) => {
    await outbox.remove(entryId, now());
    return null;
  };
}
