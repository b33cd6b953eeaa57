import { browser } from 'wxt/browser';
import type { Catalog, FailureKind, KeyState, RowLookUp } from '../crm.ts';
import type { Input } from '../messages.ts';
import { type BatchChange, type BatchRow, type BatchView, isBatchUnderWay } from '../outbox/batch-view.ts';
import { getPresets, setPresets } from '../presets.ts';
import type { Recipe } from '../recipes.ts';
import type { PeopleList } from '../records.ts';
import { failureOf, type Send } from '../send.ts';
import { getStored, watchStored } from '../stored.ts';
import type { FormPresets } from './form.ts';
import { identityOfRow, type ListDraft, type ListRow, listForm, rowsOf, saveOfRow } from './list-rows.ts';
import { saveBatchResult } from './result-table.ts';
import type { PartAsked } from './use-record-part.ts';

export type RowState = { state: 'checking' } | RowLookUp;

export interface ListState {
  rows: ListRow[];
  filter: string;
  ticked: ReadonlySet<string>;
  lookUps: ReadonlyMap<string, RowState>;
  isChecking: boolean;
  draft: ListDraft;
  press:
    | { step: 'none' }
    | { step: 'queueing' }
    | { step: 'failed'; kind: FailureKind; message: string }
    | { step: 'collected'; count: number };
  batch: BatchView | undefined;
  batchRows: ReadonlyMap<string, BatchRow>;
}

export interface ListContext {
  presets: FormPresets;
  catalog: Catalog | undefined;
  keyState: KeyState;
  /** The one that is shown. */
  workspaceId?: string | undefined;
  /** Minimum-data mode: the fields that are sent beyond who it is. */
  minimum?: readonly string[] | undefined;
}

export interface ListDeps {
  send: Send;
  now: () => number;
  /** Asked anew each time, as the panel follows them anyway. */
  context: () => ListContext;
}

/** So many rows are looked up by themselves: a page of a search. The outbox looks up whom nobody looked up. */
const lookedUpAtOnce = 25;
/** At the same time; more would only wait for the rate limit, in front of what the user does next. */
const together = 2;
/** A bulk save that is over is shown for so long to somebody who comes back. */
const shownForMs = 10 * 60_000;
const rowsEveryMs = 700;
const draftKey = 'listDraft';

/** What was ticked and chosen, kept while the browser is open: a popup closes at every click beside it. */
interface StoredDraft {
  pageUrl: string;
  ticked: string[];
  draft: ListDraft;
  /** That the draft's list, tags and stage are of. */
  workspaceId?: string | undefined;
}

/** The table of people on a page: ticks, lookups, the form, the bulk save and its progress. Renders nothing. */
export function createPeopleList(deps: ListDeps, onChange: (state: ListState) => void) {
  const { send, now, context } = deps;
  let list: PeopleList | undefined;
  const left = new AbortController();
  const { signal } = left;
  let ownBatch: string | undefined;
  /** As last told; shown a moment later where its rows are still being asked for. */
  let newest: BatchView | undefined;
  let dismissed: string | undefined;
  /** Of the press on Save: the save itself finds out who is known, so they are not asked for as well. */
  let pressed: ReadonlySet<string> = new Set();
  let stopWatching = () => {};
  let rowsTimer: ReturnType<typeof setTimeout> | undefined;
  let state: ListState = {
    rows: [],
    filter: '',
    ticked: new Set(),
    lookUps: new Map(),
    isChecking: false,
    draft: {},
    press: { step: 'none' },
    batch: undefined,
    batchRows: new Map(),
  };

  function set(part: Partial<ListState>): void {
    state = { ...state, ...part };
    if (!signal.aborted) onChange(state);
  }

  async function start(): Promise<void> {
    const stored = (await browser.storage.session.get(draftKey))[draftKey] as StoredDraft | undefined;
    if (stored && stored.pageUrl === list?.pageUrl && state.ticked.size === 0)
      set({
        ticked: new Set(stored.ticked),
        draft: stored.workspaceId === context().workspaceId ? stored.draft : {},
      });
    onBatches((await getStored('batches')) ?? []);
    stopWatching = watchStored('batches', (batches) => onBatches(batches ?? []));
  }

  function stop(): void {
    left.abort();
    clearTimeout(rowsTimer);
    stopWatching();
  }

  /** A list that was read again (more rows, mostly) keeps ticks and lookups. */
  function setList(next: PeopleList): void {
    list = next;
    set({ rows: rowsOf(next) });
    check(lookedUpAtOnce);
  }

  // --- Lookups -----------------------------------------------------------------------------------------

  function check(limit: number): void {
    if (context().keyState !== 'ok' || state.isChecking) return;
    const isOpen = ({ key, canSave }: ListRow) =>
      canSave && (state.lookUps.get(key)?.state ?? 'unchecked') === 'unchecked';
    const queue = state.rows.slice(0, limit).filter(isOpen);
    if (queue.length === 0) return;
    set({ isChecking: true });
    void Promise.all(Array.from({ length: together }, () => work(queue))).then(() =>
      set({ isChecking: false }),
    );
  }

  /** One after the other, until there is none left, nobody looks, or asking on is of no use. */
  async function work(queue: ListRow[]): Promise<void> {
    for (let row = queue.shift(); row && !signal.aborted; row = queue.shift()) {
      if (pressed.has(row.key) || state.batchRows.has(row.key)) continue;
      setLookUp(row.key, { state: 'checking' });
      const asked = { pageKey: row.key, identity: identityOfRow(row) };
      const found = await send('lookUpPerson', asked, { signal }).catch(
        (error: unknown): RowLookUp => ({ state: 'unchecked', ...failureOf(error) }),
      );
      setLookUp(row.key, found);
      if (found.state === 'unchecked' && ['auth', 'offline', 'busy'].includes(found.kind)) queue.length = 0;
    }
  }

  const setLookUp = (key: string, lookUp: RowState) =>
    set({ lookUps: new Map(state.lookUps).set(key, lookUp) });

  // --- Choosing ----------------------------------------------------------------------------------------

  function choose(part: Pick<Partial<ListState>, 'ticked' | 'draft'>): void {
    set({ ...part, press: { step: 'none' } });
    if (!list) return;
    const { workspaceId } = context();
    const { draft } = state;
    const stored: StoredDraft = { pageUrl: list.pageUrl, ticked: [...state.ticked], draft, workspaceId };
    void browser.storage.session.set({ [draftKey]: stored }).catch(() => undefined);
  }

  function tick(keys: readonly string[], isTicked: boolean): void {
    const ticked = new Set(state.ticked);
    for (const key of keys) {
      if (isTicked) ticked.add(key);
      else ticked.delete(key);
    }
    choose({ ticked });
  }

  function tickOnly(which: 'all' | 'none' | 'new'): void {
    const shown = shownRows(state).filter(({ canSave }) => canSave);
    const isWanted = ({ key }: ListRow) =>
      which === 'all' ||
      (which === 'new' && state.lookUps.get(key)?.state === 'new' && !state.batchRows.has(key));
    const ticked = new Set(state.ticked);
    for (const row of shown) {
      if (isWanted(row)) ticked.add(row.key);
      else ticked.delete(row.key);
    }
    choose({ ticked });
  }

  // --- Saving ------------------------------------------------------------------------------------------

  async function save(recipe?: Recipe): Promise<void> {
    if (state.press.step === 'queueing') return;
    const { workspaceId } = context();
    const chosen = { ...context(), draft: state.draft, recipe };
    const saves = tickedRows(state).flatMap((row) => {
      const lookUp = state.lookUps.get(row.key);
      return saveOfRow(row, chosen, lookUp?.state === 'known' ? lookUp.recordId : undefined) ?? [];
    });
    if (saves.length === 0) return;
    set({ press: { step: 'queueing' } });
    const keys = saves.map(({ pageKey }) => pageKey);
    pressed = new Set(keys);
    try {
      const { batchId } = await send('saveMany', {
        saves,
        ...(workspaceId !== undefined && { workspaceId }),
      });
      ownBatch = batchId ?? undefined;
      tick(keys, false);
      if (batchId === null) {
        pressed = new Set();
        set({ press: { step: 'collected', count: saves.length } });
      }
      onBatches((await getStored('batches')) ?? []);
      if (context().workspaceId === workspaceId) await keepPresets();
    } catch (error) {
      pressed = new Set();
      set({ press: { step: 'failed', ...failureOf(error) } });
    }
  }

  async function keepPresets(): Promise<void> {
    const form = listForm({ ...context(), draft: state.draft });
    await setPresets({
      ...(await getPresets()),
      ...(form.list && 'id' in form.list ? { listId: form.list.id } : {}),
      tagIds: form.tags.flatMap((tag) => ('id' in tag ? [tag.id] : [])),
      contactStageId: form.stageId || undefined,
    });
  }

  async function change(what: BatchChange): Promise<void> {
    if (!state.batch) return;
    try {
      await send('changeBatch', { batchId: state.batch.id, change: what });
    } catch (error) {
      set({ press: { step: 'failed', ...failureOf(error) } });
    }
  }

  async function saveResult(): Promise<void> {
    if (!state.batch) return;
    try {
      await saveBatchResult(send, state.batch.id);
    } catch (error) {
      set({ press: { step: 'failed', ...failureOf(error) } });
    }
  }

  // --- Progress ----------------------------------------------------------------------------------------

  function onBatches(batches: readonly BatchView[]): void {
    const isOfInterest = (one: BatchView) => isBatchUnderWay(one) || now() - one.createdAt < shownForMs;
    const batch =
      batches.find(({ id }) => id === ownBatch) ??
      batches.find((one) => one.id !== dismissed && isOfInterest(one));
    const isOther = batch?.id !== state.batch?.id;
    newest = batch;
    const isOverNow =
      batch && !isOther && state.batch && isBatchUnderWay(state.batch) && !isBatchUnderWay(batch);
    if (isOverNow) {
      void showEnd(batch);
      return;
    }
    set({ batch, ...(isOther && { batchRows: new Map() }) });
    // Each step of each person changes the numbers: the rows are asked for once in a while.
    if (batch && (isOther || rowsTimer === undefined)) askRows(batch.id, isOther ? 0 : rowsEveryMs);
  }

  /** The numbers wait for their rows, so that none says "sending" below a sum that says "saved". */
  async function showEnd(batch: BatchView): Promise<void> {
    clearTimeout(rowsTimer);
    rowsTimer = undefined;
    const answer = await send('batchRows', { batchId: batch.id }).catch(() => undefined);
    // Changed again meanwhile: who told of that shows it.
    if (newest !== batch) return;
    set({ batch, ...(answer && { batchRows: byPage(answer.rows) }) });
  }

  const byPage = (rows: readonly BatchRow[]) => new Map(rows.map((row) => [row.pageKey, row]));

  function askRows(batchId: string, afterMs: number): void {
    clearTimeout(rowsTimer);
    rowsTimer = setTimeout(() => {
      rowsTimer = undefined;
      void send('batchRows', { batchId })
        .then(({ rows }) => {
          if (state.batch?.id === batchId) set({ batchRows: byPage(rows) });
        })
        .catch(() => undefined);
    }, afterMs);
  }

  return {
    start,
    stop,
    setList,
    actions: {
      tick,
      tickOnly,
      filter: (filter: string) => set({ filter }),
      edit: (part: Partial<ListDraft>) => choose({ draft: { ...state.draft, ...part } }),
      checkAll: () => check(Number.POSITIVE_INFINITY),
      save,
      listCautions: (people: Input<'listCautions'>['people'], asked?: PartAsked) =>
        send('listCautions', { people }, asked),
      change,
      saveResult,
      dismiss() {
        dismissed = state.batch?.id;
        ownBatch = undefined;
        pressed = new Set();
        set({ batch: undefined, batchRows: new Map() });
      },
    },
  };
}

export type ListActions = ReturnType<typeof createPeopleList>['actions'];

export function shownRows({ rows, filter }: Pick<ListState, 'rows' | 'filter'>): ListRow[] {
  const words = filter.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter(({ name, headline, detail }) => {
    const text = `${name} ${headline} ${detail}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** Also those that the filter hides at the moment. */
export const tickedRows = ({ rows, ticked }: Pick<ListState, 'rows' | 'ticked'>): ListRow[] =>
  rows.filter(({ key, canSave }) => canSave && ticked.has(key));
