import type { FailureKind } from '../crm.ts';
import type { Draft } from '../drafts.ts';
import { isEmptyDraft } from '../drafts.ts';
import type { EntryView } from '../outbox/entry-view.ts';
import type { FormModel } from './form.ts';

/** What became of the last press of Save, before the outbox has an entry to follow. */
export type Press =
  | { step: 'none' }
  /** Waits for the lookup, so that a known contact is not written unseen. */
  | { step: 'checking' }
  | { step: 'queueing' }
  /** The lookup found the record after the press: the user sees it first. */
  | { step: 'foundKnown' }
  | { step: 'failed'; kind: FailureKind; message: string };

/** What the bar at the bottom shows. */
export type SaveState =
  | {
      step: 'ready';
      missing?: 'list' | 'name' | undefined;
      foundKnown?: boolean;
      entry?: EntryView | undefined;
    }
  | { step: 'upToDate' }
  | { step: 'checking' }
  | { step: 'queueing' }
  | { step: 'failed'; kind: FailureKind; message: string }
  | { step: 'entry'; entry: EntryView };

/** States of an entry that are worth showing whenever its page is opened. */
const openStates: ReadonlySet<EntryView['state']> = new Set([
  'waiting',
  'sending',
  'partial',
  'parked',
  'undoing',
]);

/** The entry that speaks for this page: the newest, while it is under way, needs the user or can be undone. */
export function entryOfPage(
  outbox: readonly EntryView[],
  pageKey: string,
  now: number,
  ownEntryId?: string,
): EntryView | undefined {
  const entry = outbox.find((candidate) => candidate.pageKey === pageKey);
  if (!entry) return undefined;
  const isUndoable = entry.state === 'saved' && (entry.undoUntil ?? 0) > now;
  return openStates.has(entry.state) || isUndoable || entry.id === ownEntryId ? entry : undefined;
}

/** True once what was typed has landed in Grinfi, so that the draft has done its work. */
export function isSpent(draft: Draft, entry: EntryView): boolean {
  return (entry.state === 'saved' || entry.state === 'partial') && draft.editedAt <= entry.queuedAt;
}

export function saveStateOf(
  form: FormModel,
  press: Press,
  entry: EntryView | undefined,
  draft: Draft,
): SaveState {
  if (press.step === 'checking' || press.step === 'queueing' || press.step === 'failed') return press;
  // Something typed after the save: there is more to save.
  const hasNewer = !isEmptyDraft(draft) && entry !== undefined && draft.editedAt > entry.queuedAt;
  if (entry && !hasNewer && entry.state !== 'undone') return { step: 'entry', entry };
  if (form.known && !form.hasSomethingToSave) return { step: 'upToDate' };
  return {
    step: 'ready',
    missing: !form.title.trim() ? 'name' : form.isListMissing ? 'list' : undefined,
    foundKnown: press.step === 'foundKnown',
    entry,
  };
}
