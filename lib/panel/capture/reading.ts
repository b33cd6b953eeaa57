import type { LookUp } from '../../crm.ts';
import { emptyDraft } from '../../drafts.ts';
import { pageKeyOf } from '../../page-key.ts';
import type { Reading } from '../../records.ts';
import { failureOf } from '../../send.ts';
import { type FollowedTab, isLinkedInAddress, type TabCause } from '../follow-tab.ts';
import { forget, recall, remember } from '../remembered.ts';
import type { Drafting, EarlyDraft } from './drafting.ts';
import type { LookingUp } from './looking-up.ts';
import type { Scene } from './scene.ts';
import { type LookUpState, type RecordPage, settledLookUp } from './state.ts';

interface Deps {
  drafting: Pick<Drafting, 'unspentDraft' | 'loadEarly'>;
  lookingUp: Pick<LookingUp, 'lookUp'>;
  /** Another page is in front: what was begun on the one before is over. */
  onPageLeft: () => void;
  /** Resolves when the user sees what is shown by now. */
  painted: () => Promise<void>;
}

interface Shown extends Pick<RecordPage, 'url' | 'record' | 'freshness'> {
  /** What an earlier lookup said. */
  remembered?: LookUp | undefined;
  early?: EarlyDraft | undefined;
}

/** Follows the tab and shows what is on its page: from memory at once, then as read anew. */
export function createReading(scene: Scene, { drafting, lookingUp, onPageLeft, painted }: Deps) {
  /** @param ready while there is not yet what a screen stands on: when there is. Nothing is shown before */
  function onTab(next: FollowedTab, cause: TabCause, ready?: Promise<void>): void {
    const isSamePage = scene.tab?.tabId === next.tabId && scene.tab.url === next.url;
    if (!isSamePage) onPageLeft();
    scene.tab = next;
    const isShown = scene.state.page.step === 'record' || scene.state.page.step === 'reading';
    if (!isLinkedInAddress(next.url)) void leave(ready);
    else if (!isSamePage || !isShown || cause === 'loaded')
      void open(next.tabId, next.url, isSamePage, ready);
  }

  async function leave(ready?: Promise<void>): Promise<void> {
    const mine = scene.nextTurn();
    void scene.drafts.flush();
    if (ready) await ready;
    if (mine !== scene.turn) return;
    scene.set({
      page: { step: 'elsewhere' },
      draft: emptyDraft,
      press: { step: 'none' },
      people: { step: 'none' },
    });
  }

  async function open(tabId: number, url: string, isSamePage: boolean, ready?: Promise<void>): Promise<void> {
    const mine = scene.nextTurn();
    void scene.drafts.flush();
    const ask = () => scene.send('readPage', { tabId });
    // `isSamePage` speaks of the tab; the screen may still show the page before, while its last read runs.
    if (isSamePage && scene.state.page.step === 'record' && scene.state.page.url === url) {
      scene.setRecordPage(scene.state.page.pageKey, { freshness: 'reading' });
      await read(ask(), url, mine);
      return;
    }
    const early = drafting.loadEarly(url);
    const known = await recall(url).catch(() => undefined);
    if (mine !== scene.turn) return;
    // A page that is remembered is shown first and read then: reading it would take the processor from the paint.
    const asked = known ? undefined : ask();
    asked?.catch(() => undefined);
    if (ready) await ready;
    if (mine !== scene.turn) return;
    if (known) {
      const { activeId } = scene.state.workspaces;
      const lookUp = known.workspaceId === activeId ? known.lookUp : undefined;
      await showRecord({ url, record: known.record, freshness: 'reading', remembered: lookUp, early }, mine);
      await painted();
    } else scene.set({ page: { step: 'reading', url }, press: { step: 'none' }, people: { step: 'none' } });
    if (mine === scene.turn) await read(asked ?? ask(), url, mine);
  }

  async function read(asked: Promise<Reading>, url: string, mine: number): Promise<void> {
    try {
      const reading = await asked;
      if (mine !== scene.turn) return;
      if (reading.outcome === 'record')
        await showRecord({ url, record: reading.record, freshness: 'fresh' }, mine);
      else showOutcome(url, reading);
    } catch (error) {
      if (mine !== scene.turn) return;
      if (scene.state.page.step === 'record' && scene.state.page.url === url)
        scene.setRecordPage(scene.state.page.pageKey, { freshness: 'stale' });
      else scene.set({ page: { step: 'failed', url, ...failureOf(error) } });
    }
  }

  function showOutcome(url: string, reading: Exclude<Reading, { outcome: 'record' }>): void {
    // The page in front is the one remembered and has only not settled yet: better an older reading than none.
    if (
      reading.outcome === 'notReady' &&
      scene.state.page.step === 'record' &&
      scene.state.page.url === url
    ) {
      scene.setRecordPage(scene.state.page.pageKey, { freshness: 'stale' });
      return;
    }
    void forget(url);
    scene.set({ page: { step: 'outcome', url, reading }, people: { step: 'none' } });
  }

  async function showRecord(
    { url, record, freshness, remembered, early }: Shown,
    mine: number,
  ): Promise<void> {
    const pageKey = pageKeyOf(record);
    const { page } = scene.state;
    if (page.step === 'record' && page.pageKey === pageKey) {
      // Read again: what the user does meanwhile stays as it is.
      scene.set({ page: { ...page, url, record, freshness } });
    } else {
      const draft = await drafting.unspentDraft(pageKey, early);
      if (mine !== scene.turn) return;
      const lookUp: LookUpState = { state: 'checking', remembered };
      scene.set({
        page: { step: 'record', url, pageKey, record, lookUp, freshness },
        draft,
        press: { step: 'none' },
        people: { step: 'none' },
      });
    }
    if (freshness !== 'fresh') return;
    // What Grinfi said before stands until it has answered anew, also should the screen be closed before.
    const shown = scene.state.page.step === 'record' ? settledLookUp(scene.state.page.lookUp) : remembered;
    const lookUp = shown?.state === 'unchecked' ? undefined : shown;
    const workspaceId = scene.state.workspaces.activeId;
    void remember(url, { record, lookUp, workspaceId }).catch(() => undefined);
    lookingUp.lookUp();
  }

  function readAgain(): void {
    const { tab, state } = scene;
    if (tab && isLinkedInAddress(tab.url)) void open(tab.tabId, tab.url, state.page.step === 'record');
  }

  return { onTab, readAgain };
}
