import { useRef, useState } from 'preact/hooks';
import type { FailureKind } from '../crm.ts';
import type { SendOutcome } from '../outreach.ts';
import { failureOf } from '../send.ts';
import type { TypedFile } from './typed-files.ts';
import { useAction } from './use-action.ts';
import { useTyped } from './use-typed.ts';

/** What every new message has. */
export interface TypedDraft {
  /** One draft is sent once; see the worker's send log. Empty until something is typed. */
  draftId: string;
  text: string;
  /** Absent: the one that is proposed. */
  subject?: string | undefined;
  files?: TypedFile[] | undefined;
  /** ms since 1970: it was sent, and what became of it is not known. */
  triedAt?: number | undefined;
}
export const emptyDraft: TypedDraft = { draftId: '', text: '' };

export interface Sending<T extends TypedDraft = TypedDraft> {
  typed: T;
  /** Files come and go at their own pace, so a change may build on what is typed by then. */
  change: (part: Partial<T> | ((before: T) => Partial<T>)) => void;
  isBusy: boolean;
  problem: { kind: FailureKind; message: string } | undefined;
  /** It may have been sent already. */
  isUnsure: boolean;
  /** An earlier version of it was sent; what is typed now is a draft of its own. */
  isOlderSent: boolean;
  /** Sends it, once, with what `act` does. */
  send: (act: (draftId: string) => Promise<SendOutcome>) => void;
}

interface Wanted<T extends TypedDraft> {
  /** Under which it is kept. */
  key: string;
  empty: T;
  onSent: () => void;
  onUnsure: () => void;
}

/** After these nothing was sent, for certain. */
const certain: ReadonlySet<FailureKind> = new Set(['rejected', 'auth', 'payment', 'busy', 'storage']);

/** A draft that survives closing, and its sending, which happens once. */
export function useSending<T extends TypedDraft>(wanted: Wanted<T>): Sending<T> {
  const { key, empty, onSent, onUnsure } = wanted;
  const [typed, setTyped] = useTyped<T>(key, empty);
  const [isOlderSent, setIsOlderSent] = useState(false);
  const { isBusy, problem, run } = useAction();

  const newest = useRef(typed);
  newest.current = typed;
  function set(next: T | undefined): void {
    newest.current = next ?? empty;
    setTyped(next);
  }

  function change(part: Partial<T> | ((before: T) => Partial<T>)): void {
    if (isBusy) return;
    setIsOlderSent(false);
    const before = newest.current;
    const changed = typeof part === 'function' ? part(before) : part;
    set({ ...before, draftId: before.draftId || crypto.randomUUID(), ...changed });
  }

  function send(act: (draftId: string) => Promise<SendOutcome>): void {
    if (isBusy) return;
    const draftId = typed.draftId || crypto.randomUUID();
    const trying = { ...typed, draftId, triedAt: Date.now() };
    setIsOlderSent(false);
    run(async () => {
      set(trying);
      let outcome: SendOutcome;
      try {
        outcome = await act(draftId);
      } catch (error) {
        if (certain.has(failureOf(error).kind)) set({ ...trying, triedAt: typed.triedAt });
        else onUnsure();
        throw error;
      }
      if (outcome === 'sentBefore') {
        setIsOlderSent(true);
        set({ ...trying, draftId: crypto.randomUUID(), triedAt: undefined });
      } else set(undefined);
      onSent();
    });
  }

  const isUnsure = typed.triedAt !== undefined && !isBusy;
  return { typed, change, isBusy, problem, isUnsure, isOlderSent, send };
}
