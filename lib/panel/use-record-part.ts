import { useEffect, useRef, useState } from 'preact/hooks';
import type { FailureKind } from '../crm.ts';
import type { Page } from '../outreach.ts';
import { failureOf } from '../send.ts';
import { keepPart, recallPart } from './kept-parts.ts';

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
  load: (offset?: number) => Promise<P>;
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
 * Loads a list when it is wanted: what was kept is shown at once, what is new follows. An answer that comes
 * after the user has moved on is dropped.
 */
export function useRecordPart<T, P extends Page<T> = Page<T>>(wanted: Wanted<T, P>): RecordPart<T, P> {
  const { key, isWanted = true, load, idOf } = wanted;
  const [state, setState] = useState<State<P>>({ earlier: [], isLoading: true });
  /** Counts what makes answers under way out of date. */
  const turn = useRef(0);

  function reload(): void {
    turn.current += 1;
    const mine = turn.current;
    setState((before) => ({ ...before, isLoading: true, isLoadingEarlier: false }));
    load().then(
      (first) => {
        if (mine !== turn.current) return;
        setState(({ earlier }) => ({ first, earlier, isLoading: false }));
        void keepPart(key, first).catch(() => undefined);
      },
      (error: unknown) => {
        if (mine !== turn.current) return;
        setState((before) => ({ ...before, isLoading: false, problem: failureOf(error) }));
      },
    );
  }

  useEffect(() => {
    if (!isWanted) return undefined;
    reload();
    const mine = turn.current;
    recallPart<P>(key).then(
      (kept) => {
        if (kept && mine === turn.current) setState((before) => ({ ...before, first: before.first ?? kept }));
      },
      () => undefined,
    );
    return () => {
      turn.current += 1;
    };
  }, [key, isWanted]);

  const parts = state.first ? [state.first, ...state.earlier] : [];
  const last = parts.at(-1);

  function showEarlier(): void {
    if (last?.nextOffset === undefined || state.isLoadingEarlier) return;
    const mine = turn.current;
    setState((before) => ({ ...before, isLoadingEarlier: true, earlierProblem: undefined }));
    load(last.nextOffset).then(
      (part) => {
        if (mine !== turn.current) return;
        setState((before) => ({ ...before, earlier: [...before.earlier, part], isLoadingEarlier: false }));
      },
      (error: unknown) => {
        if (mine !== turn.current) return;
        setState((before) => ({ ...before, isLoadingEarlier: false, earlierProblem: failureOf(error) }));
      },
    );
  }

  function change(apply: (items: readonly T[]) => T[]): void {
    if (!state.first) return;
    turn.current += 1;
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
