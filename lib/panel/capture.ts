import { browser } from 'wxt/browser';
import type { Catalog, KeyState } from '../crm.ts';
import { draftIn } from '../drafts.ts';
import { getPresets, parsePresets, presetsKey } from '../presets.ts';
import type { LinkedInRecord } from '../records.ts';
import type { Send } from '../send.ts';
import { minimumOf, parseSettings, type Settings, settingsKey, watchSettings } from '../settings.ts';
import { getStored, valuesOf, watchStored } from '../stored.ts';
import {
  parseWorkspaces,
  type Workspaces,
  watchWorkspaces,
  storageKey as workspacesKey,
} from '../workspaces.ts';
import { createCanary } from './canary.ts';
import { createChoices } from './capture/choices.ts';
import { createDrafting } from './capture/drafting.ts';
import { createLookingUp } from './capture/looking-up.ts';
import { createFollowing } from './capture/outbox.ts';
import { createReading } from './capture/reading.ts';
import { createSaving } from './capture/saving.ts';
import { createScene } from './capture/scene.ts';
import type { CaptureState } from './capture/state.ts';
import { type Early, firstNames } from './early.ts';
import type { OnTab } from './follow-tab.ts';
import { saveFile } from './save-file.ts';
import type { FormerJobNote } from './save-of-form.ts';

export interface CaptureDeps {
  send: Send;
  follow: (onTab: OnTab) => () => void;
  now: () => number;
  formerJobNote: FormerJobNote;
  /** The user is about to point at something on the page. */
  onPointing?: (() => void) | undefined;
  /** How long a press waits for the lookup; after that the outbox looks up by itself. */
  lookUpPatienceMs?: number;
  /** How long after a save its choices are kept. */
  choicesDelayMs?: number;
  /** Resolves when the user sees what is shown by now. */
  painted: () => Promise<void>;
  /** What the page has asked the browser before this code was there. */
  early?: Pick<Early, 'stored'> | undefined;
}

const catalogMaxAgeMs = 2 * 60_000;

/**
 * What the popup and the side panel do, apart from how it looks: follows the tab, reads, looks up, keeps the
 * draft, hands a save to the outbox and follows it there. Renders nothing; `onChange` is called with every
 * new state. Each of these is a story of its own in `capture/`; here they are told of each other.
 */
export function createCapture(deps: CaptureDeps, onChange: (state: CaptureState) => void) {
  const { send, now } = deps;
  const stops: (() => void)[] = [];
  let isLoaded = false;
  let isStopped = false;
  const scene = createScene({ send, now }, onChange);
  const lookingUp = createLookingUp(scene, { onFound: (found) => saving.onLookedUp(found) });
  const drafting = createDrafting(scene);
  const following = createFollowing(scene, { drafting, lookingUp });
  const choices = createChoices(scene, deps.choicesDelayMs);
  const saving = createSaving(scene, { ...deps, following, choices });
  const reading = createReading(scene, { drafting, lookingUp, onPageLeft, painted: deps.painted });
  const canary = createCanary(
    {
      send,
      saveFile,
      tabId: () => scene.tab?.tabId,
      onPointed: reading.readAgain,
      onPointing: deps.onPointing,
    },
    (next) => scene.set({ canary: next }),
  );

  /** Before anything of the page is gone. */
  function onPageLeft(): void {
    canary.stop();
    saving.leave();
  }

  const isOld = (catalog: Catalog | undefined) => now() - (catalog?.fetchedAt ?? 0) > catalogMaxAgeMs;

  async function start(): Promise<void> {
    // Which tab is in front, and what is on it, is found out meanwhile.
    const loaded = load();
    stops.push(deps.follow((tab, cause) => reading.onTab(tab, cause, isLoaded ? undefined : loaded)));
    await loaded;
    isLoaded = true;
    if (isStopped) return;
    stops.push(
      watchStored('catalog', (value) => scene.set({ catalog: value })),
      watchStored('account', (value) => scene.set({ account: value })),
      watchStored('keyState', (value) => onKeyState(value ?? 'none')),
      watchStored('outbox', (value) => following.onOutbox(value ?? [])),
      watchStored('heldCount', (value) => scene.set({ heldCount: value ?? 0 })),
      watchStored('outboxFault', (value) => scene.set({ outboxFault: value })),
      watchSettings((settings) => scene.set(fromSettings(settings))),
      watchStored('keyFault', (value) => scene.set({ keyFault: value })),
      watchWorkspaces(onWorkspaces),
    );
    window.addEventListener('online', onLine);
    window.addEventListener('offline', onLine);
    window.addEventListener('pagehide', onHide);
    document.addEventListener('visibilitychange', onHide);
    const keyFault = await getStored('keyFault');
    if (keyFault) scene.set({ keyFault });
    const { keyState, catalog } = scene.state;
    if (keyState === 'ok' && isOld(catalog)) lookingUp.refreshCatalog();
  }

  /** What the first screen stands on. */
  async function load(): Promise<void> {
    const asked = await deps.early?.stored();
    const stored = valuesOf(asked ?? (await browser.storage.local.get([...firstNames])));
    scene.set({
      workspaces: parseWorkspaces(stored[workspacesKey]),
      catalog: stored.catalog,
      account: stored.account,
      keyState: stored.keyState ?? 'none',
      outbox: stored.outbox ?? [],
      heldCount: stored.heldCount ?? 0,
      outboxFault: stored.outboxFault,
      presets: parsePresets(stored[presetsKey]),
      ...fromSettings(parseSettings(stored[settingsKey])),
    });
  }

  function stop(): void {
    isStopped = true;
    void scene.drafts.flush();
    saving.leave();
    for (const each of stops) each();
    window.removeEventListener('online', onLine);
    window.removeEventListener('offline', onLine);
    window.removeEventListener('pagehide', onHide);
    document.removeEventListener('visibilitychange', onHide);
    scene.nextTurn();
    scene.leave();
  }

  function onHide(): void {
    if (document.visibilityState !== 'hidden') return;
    void scene.drafts.flush();
    choices.keepNow(true);
  }

  function onLine(): void {
    scene.set({ isOnline: navigator.onLine });
    const { page } = scene.state;
    if (navigator.onLine && page.step === 'record' && page.lookUp.state === 'unchecked') lookingUp.lookUp();
  }

  /** Another workspace is shown, here or in another window: what was said of the page was said of the former. */
  function onWorkspaces(workspaces: Workspaces): void {
    const isSwitched = workspaces.activeId !== scene.state.workspaces.activeId;
    scene.set({ workspaces });
    if (isSwitched) void onSwitched();
  }

  async function onSwitched(): Promise<void> {
    const { activeId } = scene.state.workspaces;
    const { page } = scene.state;
    scene.set({
      draft: draftIn(scene.state.draft, activeId),
      press: { step: 'none' },
      entryId: undefined,
      people: { step: 'none' },
      ...(page.step === 'record' && { page: { ...page, lookUp: { state: 'checking' } } }),
    });
    const [presets, catalog] = await Promise.all([getPresets(), getStored('catalog')]);
    if (scene.state.workspaces.activeId !== activeId) return;
    scene.set({ presets, catalog });
    lookingUp.lookUp();
    // A key that was refused may be good by now; asking for the lists finds out.
    if (isOld(catalog) || scene.state.keyState === 'refused') lookingUp.refreshCatalog();
  }

  function onKeyState(keyState: KeyState): void {
    const isNew = keyState === 'ok' && scene.state.keyState !== 'ok';
    scene.set({ keyState });
    if (!isNew) return;
    lookingUp.refreshCatalog();
    lookingUp.lookUp();
  }

  return {
    start,
    stop,
    actions: {
      ...drafting.actions,
      save: saving.save,
      undo: (entryId: string) => following.onEntry('undoSave', entryId),
      retry: (entryId: string) => following.onEntry('retryEntry', entryId),
      discard: (entryId: string) => following.onEntry('discardEntry', entryId),
      checkAgain: lookingUp.lookUp,
      outbox: async () => (await import('./outbox-calls.ts')).createOutboxCalls({ send, saveFile, now }),
      readAgain: reading.readAgain,
      canary,
      showWorkspace(workspaceId: string) {
        // They lie beside with what else is of the workspace that is left.
        choices.keepNow(true);
        return send('showWorkspace', { workspaceId });
      },
      lookUpElsewhere: (record: LinkedInRecord, signal: AbortSignal) =>
        send('lookUpElsewhere', { record }, { signal }),
    },
  };
}

const fromSettings = (settings: Settings) => ({
  isCollecting: settings.collectFirst,
  minimum: minimumOf(settings),
});

export type CaptureActions = ReturnType<typeof createCapture>['actions'];
