import type { Catalog, CrmRecord, LookUp } from '../../crm.ts';
import { failureOf } from '../../send.ts';
import { remember } from '../remembered.ts';
import type { Scene } from './scene.ts';
import { settledLookUp } from './state.ts';

/** Asks whether the record shown is in Grinfi, and for what the form offers to choose from. */
export function createLookingUp(scene: Scene, deps: { onFound: (found: LookUp) => void }) {
  const nextLookUp = createTurns(scene);
  const nextPeople = createTurns(scene);

  function lookUp(): void {
    const { page, keyState, workspaces } = scene.state;
    const { activeId } = workspaces;
    if (page.step !== 'record') return;
    const { pageKey, record, url } = page;
    if (keyState === 'none') {
      scene.setRecordPage(pageKey, { lookUp: { state: 'unchecked', kind: 'auth', message: '' } });
      return;
    }
    const remembered = settledLookUp(page.lookUp);
    scene.setRecordPage(pageKey, { lookUp: { state: 'checking', remembered } });
    const signal = nextLookUp();
    scene
      .send('lookUp', { record }, { signal })
      .catch((error: unknown): LookUp => ({ state: 'unchecked', ...failureOf(error) }))
      .then((found) => {
        // Said of another workspace than the one that is shown by now.
        if (signal.aborted || scene.state.workspaces.activeId !== activeId) return;
        scene.setRecordPage(pageKey, { lookUp: found });
        if (found.state !== 'unchecked')
          void remember(url, { record, lookUp: found, workspaceId: activeId }).catch(() => undefined);
        onLookedUp(pageKey, found);
      });
  }

  function onLookedUp(pageKey: string, found: LookUp): void {
    if (!scene.isShown(pageKey)) return;
    if (found.state === 'known' && found.record.object === 'company') findPeople(found.record.id);
    if (found.state === 'known' && hasNewChoice(found.record, scene.state.catalog)) refreshCatalog();
    deps.onFound(found);
  }

  function findPeople(companyId: string): void {
    const { activeId } = scene.state.workspaces;
    const signal = nextPeople();
    const isShown = () => !signal.aborted && scene.state.workspaces.activeId === activeId;
    if (scene.state.people.step === 'none') scene.set({ people: { step: 'loading' } });
    scene.send('findCompanyPeople', { companyId }, { signal }).then(
      ({ people }) => isShown() && scene.set({ people: { step: 'ready', people } }),
      (error: unknown) => isShown() && scene.set({ people: { step: 'failed', kind: failureOf(error).kind } }),
    );
  }

  function refreshCatalog(): void {
    // A failed refresh leaves the stored catalog in use; the lookup's chip tells that Grinfi is out of reach.
    void scene.send('refreshCatalog', {}).catch(() => undefined);
  }

  return { lookUp, refreshCatalog };
}

/** Each asking ends the one before, and leaving the record ends them all. */
function createTurns(scene: Scene): () => AbortSignal {
  let turn = new AbortController();
  return () => {
    turn.abort();
    turn = new AbortController();
    return AbortSignal.any([scene.left, turn.signal]);
  };
}

export type LookingUp = ReturnType<typeof createLookingUp>;

/** Whether a record is in a list or has a tag that came after the catalog: created with it, or by a teammate. */
function hasNewChoice(record: CrmRecord, catalog: Catalog | undefined): boolean {
  const lists = record.object === 'contact' ? [record.listId] : record.listIds;
  const isNew = (id: string | undefined, known: readonly { id: string }[] = []) =>
    id !== undefined && !known.some((one) => one.id === id);
  return (
    record.tagIds.some((id) => isNew(id, catalog?.tags)) || lists.some((id) => isNew(id, catalog?.lists))
  );
}
