import type {
  Account,
  Activity,
  Catalog,
  Contact,
  CrmRecord,
  FailureKind,
  KeyState,
  LookUp,
} from '../crm.ts';
import { clearDraft, createDraftWriter, type Draft, emptyDraft, isEmptyDraft, loadDraft } from '../drafts.ts';
import type { EntryView } from '../outbox/entry-view.ts';
import { pageKeyOf } from '../page-key.ts';
import { getPresets, setPresets } from '../presets.ts';
import type { LinkedInRecord, Reading } from '../records.ts';
import { failureOf, type Send } from '../send.ts';
import { getSettings, watchSettings } from '../settings.ts';
import { getStored, watchStored } from '../stored.ts';
import { type CanaryState, createCanary } from './canary.ts';
import { type FollowedTab, isLinkedInAddress, type OnTab, type TabCause } from './follow-tab.ts';
import {
  buildForm,
  type FormerJobNote,
  type FormModel,
  type FormPresets,
  toSaveRequest,
  untypedValue,
} from './form.ts';
import { createOutboxCalls } from './outbox-calls.ts';
import { forget, recall, remember } from './remembered.ts';
import { saveFile } from './save-file.ts';
import { isSpent, type Press } from './save-state.ts';

/** `remembered` is what an earlier lookup said, shown while a new one is under way. */
export type LookUpState = { state: 'checking'; remembered?: LookUp | undefined } | LookUp;

export type PageState =
  | { step: 'opening' }
  /** Not LinkedIn, or an address that we may not see. */
  | { step: 'elsewhere' }
  | { step: 'reading'; url: string }
  | { step: 'outcome'; url: string; reading: Exclude<Reading, { outcome: 'record' }> }
  | { step: 'failed'; url: string; kind: FailureKind; message: string }
  | {
      step: 'record';
      url: string;
      pageKey: string;
      record: LinkedInRecord;
      lookUp: LookUpState;
      /** `reading`: shown from memory, while the page is read anew · `stale`: which then failed */
      freshness: 'fresh' | 'reading' | 'stale';
    };
type RecordPage = Extract<PageState, { step: 'record' }>;

export type CompanyPeople =
  | { step: 'none' }
  | { step: 'loading' }
  | { step: 'ready'; people: { contact: Contact; lastActivity?: Activity | undefined }[] }
  | { step: 'failed'; kind: FailureKind };

export interface CaptureState {
  page: PageState;
  draft: Draft;
  press: Press;
  /** The entry that this screen's last press made. */
  entryId: string | undefined;
  people: CompanyPeople;
  canary: CanaryState;
  catalog: Catalog | undefined;
  account: Account | undefined;
  keyState: KeyState;
  outbox: EntryView[];
  /** Saves that were collected and not sent. */
  heldCount: number;
  /** Save collects here and sends nothing. */
  isCollecting: boolean;
  /** Why the outbox cannot be used, while it cannot. */
  outboxFault: { kind: FailureKind; message: string } | undefined;
  presets: FormPresets;
  isOnline: boolean;
}

export interface CaptureDeps {
  send: Send;
  follow: (onTab: OnTab) => () => void;
  now: () => number;
  formerJobNote: FormerJobNote;
  /** The user is about to point at something on the page. */
  onPointing?: (() => void) | undefined;
  /** How long a press waits for the lookup; after that the outbox looks up by itself. */
  lookUpPatienceMs?: number;
}

const catalogMaxAgeMs = 2 * 60_000;

/** The form of the page shown, or `undefined` while no record is. */
export function formOf(state: CaptureState): FormModel | undefined {
  const { page, draft, presets, catalog } = state;
  if (page.step !== 'record') return undefined;
  const form = buildForm({
    record: page.record,
    draft,
    presets,
    catalog,
    lookUp: settledLookUp(page.lookUp),
  });
  // Without a key there are no lists to choose from; a collected record takes the default one when it is sent.
  return state.isCollecting && state.keyState === 'none' ? { ...form, isListMissing: false } : form;
}

function settledLookUp(lookUp: LookUpState): LookUp | undefined {
  return lookUp.state === 'checking' ? lookUp.remembered : lookUp;
}

/**
 * What the popup and the side panel do, apart from how it looks: follows the tab, reads, looks up, keeps the
 * draft, hands a save to the outbox and follows it there. Renders nothing; `onChange` is called with every
 * new state.
 */
export function createCapture(deps: CaptureDeps, onChange: (state: CaptureState) => void) {
  const { send, now } = deps;
  const drafts = createDraftWriter();
  const stops: (() => void)[] = [];
  let tab: FollowedTab | undefined;
  /** Counts page changes, so that an answer that comes late is not shown on another page. */
  let turn = 0;
  /** What was typed before the last save, for an undo. */
  let spent: { pageKey: string; draft: Draft } | undefined;
  let patience: ReturnType<typeof setTimeout> | undefined;
  /** Whether the user saw the record as known when pressing Save. */
  let pressedAsKnown = false;
  let state: CaptureState = {
    page: { step: 'opening' },
    draft: emptyDraft,
    press: { step: 'none' },
    entryId: undefined,
    people: { step: 'none' },
    canary: { step: 'none' },
    catalog: undefined,
    account: undefined,
    keyState: 'none',
    outbox: [],
    heldCount: 0,
    isCollecting: false,
    outboxFault: undefined,
    presets: {},
    isOnline: navigator.onLine,
  };

  const canary = createCanary(
    { send, saveFile, tabId: () => tab?.tabId, onPointed: readAgain, onPointing: deps.onPointing },
    (next) => set({ canary: next }),
  );

  function readAgain(): void {
    if (tab && isLinkedInAddress(tab.url)) void open(tab.tabId, tab.url, state.page.step === 'record');
  }

  function set(part: Partial<CaptureState>): void {
    state = { ...state, ...part };
    onChange(state);
  }

  function setRecordPage(pageKey: string, part: Partial<RecordPage>): void {
    if (state.page.step === 'record' && state.page.pageKey === pageKey)
      set({ page: { ...state.page, ...part } });
  }

  // --- Opening and following ---------------------------------------------------------------------------

  async function start(): Promise<void> {
    const [catalog, account, keyState, outbox, heldCount, outboxFault, presets, settings] = await Promise.all(
      [
        getStored('catalog'),
        getStored('account'),
        getStored('keyState'),
        getStored('outbox'),
        getStored('heldCount'),
        getStored('outboxFault'),
        getPresets(),
        getSettings(),
      ],
    );
    set({ catalog, account, keyState: keyState ?? 'none', presets, isCollecting: settings.collectFirst });
    set({ outbox: outbox ?? [], heldCount: heldCount ?? 0, outboxFault });
    stops.push(
      watchStored('catalog', (value) => set({ catalog: value })),
      watchStored('account', (value) => set({ account: value })),
      watchStored('keyState', (value) => onKeyState(value ?? 'none')),
      watchStored('outbox', (value) => onOutbox(value ?? [])),
      watchStored('heldCount', (value) => set({ heldCount: value ?? 0 })),
      watchStored('outboxFault', (value) => set({ outboxFault: value })),
      watchSettings(({ collectFirst }) => set({ isCollecting: collectFirst })),
      deps.follow(onTab),
    );
    window.addEventListener('online', onLine);
    window.addEventListener('offline', onLine);
    window.addEventListener('pagehide', onHide);
    document.addEventListener('visibilitychange', onHide);
    if (state.keyState === 'ok' && now() - (catalog?.fetchedAt ?? 0) > catalogMaxAgeMs) refreshCatalog();
  }

  function stop(): void {
    void drafts.flush();
    clearTimeout(patience);
    for (const each of stops) each();
    window.removeEventListener('online', onLine);
    window.removeEventListener('offline', onLine);
    window.removeEventListener('pagehide', onHide);
    document.removeEventListener('visibilitychange', onHide);
    turn += 1;
  }

  function onHide(): void {
    if (document.visibilityState === 'hidden') void drafts.flush();
  }

  function onLine(): void {
    set({ isOnline: navigator.onLine });
    if (navigator.onLine && state.page.step === 'record' && state.page.lookUp.state === 'unchecked') lookUp();
  }

  function onKeyState(keyState: KeyState): void {
    const isNew = keyState === 'ok' && state.keyState !== 'ok';
    set({ keyState });
    if (!isNew) return;
    refreshCatalog();
    lookUp();
  }

  function refreshCatalog(): void {
    // A failed refresh leaves the stored catalog in use; the lookup's chip tells that Grinfi is out of reach.
    void send('refreshCatalog', {}).catch(() => undefined);
  }

  function onTab(next: FollowedTab, cause: TabCause): void {
    const isSamePage = tab?.tabId === next.tabId && tab.url === next.url;
    if (!isSamePage) canary.stop();
    tab = next;
    const isShown = state.page.step === 'record' || state.page.step === 'reading';
    if (!isLinkedInAddress(next.url)) leave();
    else if (!isSamePage || !isShown || cause === 'loaded') void open(next.tabId, next.url, isSamePage);
  }

  function leave(): void {
    turn += 1;
    void drafts.flush();
    set({
      page: { step: 'elsewhere' },
      draft: emptyDraft,
      press: { step: 'none' },
      people: { step: 'none' },
    });
  }

  async function open(tabId: number, url: string, isSamePage: boolean): Promise<void> {
    turn += 1;
    const mine = turn;
    void drafts.flush();
    // `isSamePage` speaks of the tab; the screen may still show the page before, while its last read runs.
    if (isSamePage && state.page.step === 'record' && state.page.url === url) {
      setRecordPage(state.page.pageKey, { freshness: 'reading' });
    } else {
      const known = await recall(url).catch(() => undefined);
      if (mine !== turn) return;
      if (known) await showRecord(url, known.record, 'reading', known.lookUp, mine);
      else set({ page: { step: 'reading', url }, press: { step: 'none' }, people: { step: 'none' } });
    }
    if (mine === turn) await read(tabId, url, mine);
  }

  async function read(tabId: number, url: string, mine: number): Promise<void> {
    try {
      const reading = await send('readPage', { tabId });
      if (mine !== turn) return;
      if (reading.outcome === 'record') await showRecord(url, reading.record, 'fresh', undefined, mine);
      else showOutcome(url, reading);
    } catch (error) {
      if (mine !== turn) return;
      if (state.page.step === 'record' && state.page.url === url)
        setRecordPage(state.page.pageKey, { freshness: 'stale' });
      else set({ page: { step: 'failed', url, ...failureOf(error) } });
    }
  }

  function showOutcome(url: string, reading: Exclude<Reading, { outcome: 'record' }>): void {
    // The page in front is the one remembered and has only not settled yet: better an older reading than none.
    if (reading.outcome === 'notReady' && state.page.step === 'record' && state.page.url === url) {
      setRecordPage(state.page.pageKey, { freshness: 'stale' });
      return;
    }
    void forget(url);
    set({ page: { step: 'outcome', url, reading }, people: { step: 'none' } });
  }

  async function showRecord(
    url: string,
    record: LinkedInRecord,
    freshness: RecordPage['freshness'],
    remembered: LookUp | undefined,
    mine: number,
  ): Promise<void> {
    const pageKey = pageKeyOf(record);
    const { page } = state;
    if (page.step === 'record' && page.pageKey === pageKey) {
      // Read again: what the user does meanwhile stays as it is.
      set({ page: { ...page, url, record, freshness } });
    } else {
      const draft = await unspentDraft(pageKey);
      if (mine !== turn) return;
      const lookUp: LookUpState = { state: 'checking', remembered };
      set({
        page: { step: 'record', url, pageKey, record, lookUp, freshness },
        draft,
        press: { step: 'none' },
        people: { step: 'none' },
      });
    }
    if (freshness !== 'fresh') return;
    void remember(url, { record, lookUp: remembered }).catch(() => undefined);
    lookUp();
  }

  /** The stored draft, unless it has landed while no screen was open to clear it. */
  async function unspentDraft(pageKey: string): Promise<Draft> {
    const draft = await loadDraft(pageKey).catch(() => emptyDraft);
    const entry = state.outbox.find((candidate) => candidate.pageKey === pageKey);
    if (!entry || isEmptyDraft(draft) || !isSpent(draft, entry)) return draft;
    void clearDraft(pageKey);
    return emptyDraft;
  }

  // --- Lookup ------------------------------------------------------------------------------------------

  function lookUp(): void {
    const { page, keyState } = state;
    if (page.step !== 'record') return;
    const { pageKey, record, url } = page;
    if (keyState === 'none') {
      setRecordPage(pageKey, { lookUp: { state: 'unchecked', kind: 'auth', message: '' } });
      return;
    }
    const remembered = settledLookUp(page.lookUp);
    setRecordPage(pageKey, { lookUp: { state: 'checking', remembered } });
    send('lookUp', { record })
      .catch((error: unknown): LookUp => ({ state: 'unchecked', ...failureOf(error) }))
      .then((found) => {
        setRecordPage(pageKey, { lookUp: found });
        if (found.state !== 'unchecked') void remember(url, { record, lookUp: found }).catch(() => undefined);
        onLookedUp(pageKey, found);
      });
  }

  function onLookedUp(pageKey: string, found: LookUp): void {
    if (state.page.step !== 'record' || state.page.pageKey !== pageKey) return;
    if (found.state === 'known' && found.record.object === 'company') findPeople(pageKey, found.record.id);
    if (found.state === 'known' && hasNewChoice(found.record, state.catalog)) refreshCatalog();
    if (state.press.step !== 'checking') return;
    clearTimeout(patience);
    if (found.state === 'known' && !pressedAsKnown) set({ press: { step: 'foundKnown' } });
    else void queue();
  }

  function findPeople(pageKey: string, companyId: string): void {
    const isStillShown = () => state.page.step === 'record' && state.page.pageKey === pageKey;
    if (state.people.step === 'none') set({ people: { step: 'loading' } });
    send('findCompanyPeople', { companyId }).then(
      ({ people }) => isStillShown() && set({ people: { step: 'ready', people } }),
      (error: unknown) => isStillShown() && set({ people: { step: 'failed', kind: failureOf(error).kind } }),
    );
  }

  // --- Draft -------------------------------------------------------------------------------------------

  function edit(part: Partial<Draft>): void {
    if (state.page.step !== 'record') return;
    const draft = { ...state.draft, ...part, editedAt: now() };
    set({ draft, press: { step: 'none' } });
    drafts.write(state.page.pageKey, draft);
  }

  function editField(name: string, value: string): void {
    const { page, draft } = state;
    if (page.step !== 'record') return;
    const { presets, catalog } = state;
    const lookUp = settledLookUp(page.lookUp);
    const read = untypedValue({ record: page.record, draft, presets, catalog, lookUp }, name);
    const { [name]: _, ...others } = draft.fields;
    edit({ fields: value === read ? others : { ...others, [name]: value } });
  }

  const tick = (name: string, isTicked: boolean) =>
    edit({ ticks: { ...state.draft.ticks, [name]: isTicked } });
  const editCustomField = (id: string, value: string) =>
    edit({ customFields: { ...state.draft.customFields, [id]: value } });

  // --- Save --------------------------------------------------------------------------------------------

  function save(): void {
    const { page, press, keyState } = state;
    if (page.step !== 'record' || (keyState === 'none' && !state.isCollecting)) return;
    if (press.step === 'checking' || press.step === 'queueing') return;
    if (page.lookUp.state !== 'checking') {
      void queue();
      return;
    }
    pressedAsKnown = formOf(state)?.known !== undefined;
    set({ press: { step: 'checking' } });
    patience = setTimeout(
      () => state.press.step === 'checking' && void queue(),
      deps.lookUpPatienceMs ?? 4_000,
    );
  }

  async function queue(): Promise<void> {
    const { page } = state;
    const form = formOf(state);
    const request = form && toSaveRequest(form, deps.formerJobNote);
    if (page.step !== 'record' || !form || !request) {
      set({ press: { step: 'none' } });
      return;
    }
    const mine = turn;
    set({ press: { step: 'queueing' } });
    try {
      // A draft that cannot be kept, because the disk is full, must not keep the save away.
      await drafts.flush().catch(() => undefined);
      const { entryId } = await send('saveRecord', { save: request });
      // The entry is stored by now; its change event may come later than this answer.
      onOutbox((await getStored('outbox')) ?? state.outbox);
      if (mine === turn) set({ press: { step: 'none' }, entryId });
      if (!form.known) await keepPresets(form);
    } catch (error) {
      if (mine === turn) set({ press: { step: 'failed', ...failureOf(error) } });
    }
  }

  /** The next new record starts with these. A list or tag still to be created is kept by its name. */
  async function keepPresets(form: FormModel): Promise<void> {
    const stage = form.kind === 'person' ? 'contactStageId' : 'companyStageId';
    const presets: FormPresets = {
      ...(await getPresets()),
      ...(form.list
        ? 'id' in form.list
          ? { listId: form.list.id, newListName: undefined }
          : { newListName: form.list.name }
        : {}),
      tagIds: form.tags.flatMap((tag) => ('id' in tag ? [tag.id] : [])),
      newTagNames: form.tags.flatMap((tag) => ('name' in tag ? [tag.name] : [])),
      [stage]: form.stageId || undefined,
    };
    set({ presets });
    await setPresets({ ...presets, tagIds: presets.tagIds ?? [] });
  }

  function onOutbox(outbox: EntryView[]): void {
    const before = state.outbox;
    set({ outbox });
    const { page } = state;
    if (page.step !== 'record') return;
    const entry = outbox.find((candidate) => candidate.pageKey === page.pageKey);
    const earlier = before.find((candidate) => candidate.id === entry?.id)?.state;
    if (!entry || entry.state === earlier) return;
    if (entry.state === 'undone') onUndone(page.pageKey);
    if (entry.state !== 'saved' && entry.state !== 'partial') return;
    if (isSpent(state.draft, entry) && !isEmptyDraft(state.draft)) {
      spent = { pageKey: page.pageKey, draft: state.draft };
      set({ draft: emptyDraft });
      void drafts.flush().then(() => clearDraft(page.pageKey));
    }
    lookUp();
  }

  /** Brings back what was typed: most undos are followed by a corrected save. */
  function onUndone(pageKey: string): void {
    if (spent?.pageKey === pageKey && isEmptyDraft(state.draft)) edit(spent.draft);
    spent = undefined;
    lookUp();
  }

  async function onEntry(name: 'undoSave' | 'retryEntry' | 'discardEntry', entryId: string): Promise<void> {
    try {
      await send(name, { entryId });
    } catch (error) {
      set({ press: { step: 'failed', ...failureOf(error) } });
    }
  }

  return {
    start,
    stop,
    actions: {
      edit,
      editField,
      tick,
      editCustomField,
      save,
      undo: (entryId: string) => onEntry('undoSave', entryId),
      retry: (entryId: string) => onEntry('retryEntry', entryId),
      discard: (entryId: string) => onEntry('discardEntry', entryId),
      checkAgain: lookUp,
      outbox: createOutboxCalls({ send, saveFile, now }),
      readAgain,
      canary,
    },
  };
}

/** Whether a record is in a list or has a tag that came after the catalog: created with it, or by a teammate. */
function hasNewChoice(record: CrmRecord, catalog: Catalog | undefined): boolean {
  const lists = record.object === 'contact' ? [record.listId] : record.listIds;
  const isNew = (id: string | undefined, known: readonly { id: string }[] = []) =>
    id !== undefined && !known.some((one) => one.id === id);
  return (
    record.tagIds.some((id) => isNew(id, catalog?.tags)) || lists.some((id) => isNew(id, catalog?.lists))
  );
}

export type CaptureActions = ReturnType<typeof createCapture>['actions'];
