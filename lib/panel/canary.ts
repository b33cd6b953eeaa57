import type { FailureKind } from '../crm.ts';
import type { Layout, PageKind } from '../records.ts';
import { failureOf, type Send } from '../send.ts';

/** What became of "Point at it" and "Save a redacted copy" on the page shown. */
export type CanaryState =
  | { step: 'none' }
  /** The frame is over the page and waits for a click. */
  | { step: 'pointing'; field: string }
  | { step: 'copying' }
  /** Made and not yet saved: the user sees first what is in it. */
  | { step: 'copied'; html: string }
  | { step: 'failed'; kind: FailureKind; message: string };

/** A kind of page and how it is built: what an anchor belongs to. */
export interface PageShape {
  page: PageKind;
  layout: Layout;
}

interface CanaryDeps {
  send: Send;
  /** Tab shown now. */
  tabId: () => number | undefined;
  saveFile: (name: string, text: string) => void;
  /** The field was pointed at: the page is to be read again. */
  onPointed: () => void;
  /** The frame is about to be drawn: a popup makes way for the page. */
  onPointing?: (() => void) | undefined;
}

/** Runs the two answers to "LinkedIn changed": pointing at a field, and copying the page without its words. */
export function createCanary(deps: CanaryDeps, onState: (state: CanaryState) => void) {
  const { send, tabId } = deps;
  let state: CanaryState = { step: 'none' };
  /** Counts what was begun, so that an answer that comes late is dropped. */
  let turn = 0;

  function set(next: CanaryState): void {
    state = next;
    onState(next);
  }

  async function point(field: string, shape: PageShape): Promise<void> {
    const tab = tabId();
    if (tab === undefined) return;
    turn += 1;
    const mine = turn;
    set({ step: 'pointing', field });
    try {
      const asked = send('pickField', { tabId: tab, field, ...shape });
      deps.onPointing?.();
      const { outcome } = await asked;
      if (mine !== turn) return;
      set({ step: 'none' });
      if (outcome === 'picked') deps.onPointed();
    } catch (error) {
      if (mine === turn) set({ step: 'failed', ...failureOf(error) });
    }
  }

  async function copy(): Promise<void> {
    const tab = tabId();
    if (tab === undefined) return;
    turn += 1;
    const mine = turn;
    set({ step: 'copying' });
    try {
      const { html } = await send('redactPage', { tabId: tab });
      if (mine === turn) set({ step: 'copied', html });
    } catch (error) {
      if (mine === turn) set({ step: 'failed', ...failureOf(error) });
    }
  }

  /** Ends whatever is under way: by the user, or because another page is shown. */
  function stop(): void {
    if (state.step === 'none') return;
    const tab = tabId();
    if (state.step === 'pointing' && tab !== undefined)
      send('cancelPick', { tabId: tab }).catch(() => undefined);
    turn += 1;
    set({ step: 'none' });
  }

  function save(): void {
    if (state.step !== 'copied') return;
    deps.saveFile('linkedin-page-redacted.html', state.html);
    set({ step: 'none' });
  }

  return { point, copy, stop, save };
}

export type CanaryActions = ReturnType<typeof createCanary>;
