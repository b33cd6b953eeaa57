import { useEffect, useRef, useState } from 'preact/hooks';
import type { FailureKind } from '../crm.ts';
import type { Page } from '../outreach.ts';
import { failureOf } from '../send.ts';
import { keepPart, recallPart } from './kept-parts.ts';

/** Which part of a list is asked for, and whether anybody still wants it. */
export interface PartAsked {
  /** Of its first item; the first part where left out. */
  offset?: number | undefined;
  /** Aborts when the answer would be out of date, or nobody looks any more. */
  signal?: AbortSignal | undefined;
}

type Problem = { kind: FailureKind; message: string };

/** A list of a known record as a tab shows it: its first part, and earlier ones as they were asked for. */
export interface RecordPart<T, P extends Page<T> = Page<T>> {
  /** All that is known, without doubles; `undefined` until something is. */
  items: readonly T[] | undefined;
  first: P | undefined;
  /** The part loaded last, which tells how far it goes. */
  last: P | undefined;
  isLoading: boolean;
  /** Why the newest could not be loaded; what is shown is older, or nothing. */
  problem: Problem | undefined;
  reload: () => void;
  /** Whether there are earlier ones. */
  hasEarlier: boolean;
  isLoadingEarlier: boolean;
  earlierProblem: Problem | undefined;
  showEarlier: () => void;
  /** What the user has just changed, without asking for everything again. */
  change: (change: (items: readonly T[]) => T[]) => void;
}

/** Nothing of it is known yet, and it is under way. */
export const isFirstLoad = ({
  items,
  isLoading,
}: Pick<RecordPart<unknown>, 'items' | 'isLoading'>): boolean => items === undefined && isLoading;

interface Wanted<T, P extends Page<T>> {
  /** Of what is kept for the next opening. */
  key: string;
  /** Nothing is asked for before this is true. */
  isWanted?: boolean;
  load: (asked: PartAsked) => Promise<P>;
  idOf: (item: T) => string;
}

interface State<P> {
  first?: P | undefined;
  earlier: P[];
  isLoading: boolean;
  problem?: Problem | undefined;
  isLoadingEarlier?: boolean | undefined;
  earlierProblem?: Problem | undefined;
}

/**
 * Loads a list when it is wanted: what was kept is shown at once, what is new follows. When the user moves on,
 * or what is under way becomes out of date, it is given up.
 */
export function useRecordPart<T, P extends Page<T> = Page<T>>(wanted: Wanted<T, P>): RecordPart<T, P> {
  const { key, isWanted = true, load, idOf } = wanted;
  const [state, setState] = useState<State<P>>({ earlier: [], isLoading: true });
  /** Ends what is under way; there is none while nobody looks. */
  const turn = useRef<AbortController | undefined>(undefined);

  function nextTurn(): AbortSignal | undefined {
    if (!turn.current) return undefined;
    turn.current.abort();
    turn.current = new AbortController();
    return turn.current.signal;
  }

  function reload(): void {
    const signal = nextTurn();
    if (!signal) return;
    setState((before) => ({ ...before, isLoading: true, isLoadingEarlier: false }));
    load({ signal }).then(
      (first) => {
        if (signal.aborted) return;
        setState(({ earlier }) => ({ first, earlier, isLoading: false }));
        void keepPart(key, first).catch(() => undefined);
      },
      (error: unknown) => {
        if (signal.aborted) return;
        setState((before) => ({ ...before, isLoading: false, problem: failureOf(error) }));
      },
    );
  }

  useEffect(() => {
    if (!isWanted) return undefined;
    turn.current = new AbortController();
    reload();
    const { signal } = turn.current;
    recallPart<P>(key).then(
      (kept) => {
        if (kept && !signal.aborted) setState((before) => ({ ...before, first: before.first ?? kept }));
      },
      () => undefined,
    );
    return () => {
      turn.current?.abort();
      turn.current = undefined;
    };
  }, [key, isWanted]);

  const parts = state.first ? [state.first, ...state.earlier] : [];
  const last = parts.at(-1);

  function showEarlier(): void {
    const signal = turn.current?.signal;
    if (!signal || last?.nextOffset === undefined || state.isLoadingEarlier) return;
    setState((before) => ({ ...before, isLoadingEarlier: true, earlierProblem: undefined }));
    load({ offset: last.nextOffset, signal }).then(
      (part) => {
        if (signal.aborted) return;
        setState((before) => ({ ...before, earlier: [...before.earlier, part], isLoadingEarlier: false }));
      },
      (error: unknown) => {
        if (signal.aborted) return;
        setState((before) => ({ ...before, isLoadingEarlier: false, earlierProblem: failureOf(error) }));
      },
    );
  }

  function change(apply: (items: readonly T[]) => T[]): void {
    if (!state.first) return;
    nextTurn();
    const first = { ...state.first, items: apply(state.first.items) };
    const earlier = state.earlier.map((part) => ({ ...part, items: apply(part.items) }));
    setState({ first, earlier, isLoading: false });
    void keepPart(key, first).catch(() => undefined);
  }

  return {
    items:
      state.first &&
      withoutDoubles(
        parts.flatMap((part) => part.items),
        idOf,
      ),
    first: state.first,
    last,
    isLoading: state.isLoading,
    problem: state.problem,
    reload,
    hasEarlier: last?.nextOffset !== undefined,
    isLoadingEarlier: state.isLoadingEarlier ?? false,
    earlierProblem: state.earlierProblem,
    showEarlier,
    change,
  };
}

/** What is new moves the others down, so the parts may overlap. */
function withoutDoubles<T>(items: readonly T[], idOf: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [idOf(item), item])).values()];
}
