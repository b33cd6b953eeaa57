import { Failure } from '../failure.ts';
import { failureWords } from '../failure-words.ts';
import { postpone } from './advance.ts';
import type { CrmPort } from './crm-port.ts';
import type { Entry } from './entry.ts';
import { type Fault, faultOf, isPassing, stopsAll } from './failures.ts';
import type { Outbox } from './outbox.ts';

/** What a drain is given, and how it takes what goes wrong. */

export interface DrainDeps {
  outbox: Outbox;
  /**
   * The CRM for saves of one workspace. The key may be changed while a request waits for its turn; then the
   * port must refuse with `otherWorkspace` rather than send with a key that leads elsewhere.
   */
  crmFor: (workspaceId: string | undefined) => CrmPort;
  now: () => number;
  random: () => number;
  /** True while the key is missing or refused: then nothing is tried. */
  isPaused: () => Promise<boolean>;
  /** The workspace that the present key belongs to, where known. */
  workspaceId: () => Promise<string | undefined>;
  onAuthRefused: () => Promise<void>;
  /** Nothing more to do for now; `nextAt` says when there will be. */
  onIdle: (idle: { open: number; nextAt?: number | undefined }) => Promise<void>;
  /** A fault of the storage, or one of ours outside of any step. The entry stays as it was stored. */
  onError: (error: unknown) => void;
  /** So that two workers, of which one is on its way out, do not send the same. */
  locks?: Pick<LockManager, 'request'> | undefined;
  /** How many entries are sent at the same time; default 3. */
  concurrency?: number;
}

/** Set when going on is of no use for anybody: no network, no key, told to slow down. */
export interface Halt {
  /** ms since 1970: when to try again. */
  at?: number;
}

export type AloneByName = <T>(name: string, act: () => Promise<T>) => Promise<T>;

/** A save made for one workspace must not land in another after the key was changed. */
export async function checkWorkspace({ workspaceId }: DrainDeps, entry: Entry): Promise<void> {
  const present = await workspaceId();
  if (entry.workspaceId !== undefined && present !== undefined && present !== entry.workspaceId)
    throw new Failure('internal', failureWords.otherWorkspace);
}

/** @throws what the storage threw: no step can go on without it */
export async function handle(deps: DrainDeps, error: unknown, halt: Halt): Promise<Fault> {
  const fault = faultOf(error);
  if (fault.kind === 'storage') throw error;
  if (fault.kind === 'auth') {
    halt.at = deps.now();
    await deps.onAuthRefused();
  }
  return fault;
}

export const isWaitedFor = (fault: Fault) => fault.kind === 'auth' || isPassing(fault.kind);

export function rest(deps: DrainDeps, entry: Entry, fault: Fault, halt: Halt): Entry {
  const postponed = postpone(entry, fault, { now: deps.now(), random: deps.random });
  if (stopsAll(fault.kind)) halt.at = Math.max(halt.at ?? 0, postponed.retryAt ?? deps.now());
  return postponed;
}
