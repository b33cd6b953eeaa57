import { type Draft, isEmptyDraft, keepLeft, leftOf } from '../../drafts.ts';
import type { EntryView } from '../../outbox/entry-view.ts';
import { failureOf } from '../../send.ts';
import { isSpent } from '../save-state.ts';
import type { Drafting } from './drafting.ts';
import type { LookingUp } from './looking-up.ts';
import type { Scene } from './scene.ts';
import { entriesShown } from './state.ts';

interface Deps {
  drafting: Pick<Drafting, 'edit'>;
  lookingUp: Pick<LookingUp, 'lookUp'>;
}

/** Follows what the outbox makes of the saves, and clears the draft of the page shown when it has landed. */
export function createFollowing(scene: Scene, { drafting, lookingUp }: Deps) {
  /** What was typed before the last save, for an undo. */
  let spent: { pageKey: string; draft: Draft } | undefined;

  function onOutbox(outbox: EntryView[]): void {
    const before = scene.state.outbox;
    scene.set({ outbox });
    const { page } = scene.state;
    if (page.step !== 'record') return;
    const entry = entriesShown(scene.state).find((candidate) => candidate.pageKey === page.pageKey);
    const earlier = before.find((candidate) => candidate.id === entry?.id)?.state;
    if (!entry || entry.state === earlier) return;
    if (entry.state === 'undone') onUndone(page.pageKey);
    if (entry.state !== 'saved' && entry.state !== 'partial') return;
    const { draft } = scene.state;
    const left = leftOf(draft);
    if (isSpent(draft, entry) && !isEmptyDraft({ ...draft, elsewhere: undefined })) {
      spent = { pageKey: page.pageKey, draft };
      scene.set({ draft: left });
      void Promise.resolve(scene.drafts.flush()).then(() => keepLeft(page.pageKey, left));
    }
    lookingUp.lookUp();
  }

  /** Brings back what was typed: most undos are followed by a corrected save. */
  function onUndone(pageKey: string): void {
    if (spent?.pageKey === pageKey && scene.state.draft.editedAt === 0) drafting.edit(spent.draft);
    spent = undefined;
    lookingUp.lookUp();
  }

  async function onEntry(name: 'undoSave' | 'retryEntry' | 'discardEntry', entryId: string): Promise<void> {
    try {
      await scene.send(name, { entryId });
    } catch (error) {
      scene.set({ press: { step: 'failed', ...failureOf(error) } });
    }
  }

  return { onOutbox, onEntry };
}

export type Following = ReturnType<typeof createFollowing>;
