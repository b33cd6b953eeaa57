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
  /** Asked anew before anything is begun, since keys come and go. */
  access: () => Promise<Access>;
  onAuthRefused: () => Promise<void>;
  /** Nothing more to do for now; `nextAt` says when there will be. */
  onIdle: (idle: { open: number; nextAt?: number | undefined }) => Promise<void>;
  /** Resolves when the screens have been told of what is stored: that it is saved comes before the look whether it is. */
  shown?: () => Promise<void> | undefined;
  /** A fault of the storage, or one of ours outside of any step. The entry stays as it was stored. */
  onError: (error: unknown) => void;
  /** So that two workers, of which one is on its way out, do not send the same. */
  locks?: Pick<LockManager, 'request'> | undefined;
  /** How many entries are sent at the same time; default 3. */
  concurrency?: number;
}

/** What can be sent now. */
export interface Access {
  /** `shut`: nothing is tried before its key is back · `missing`: there is no key of this workspace, but of others */
  to(workspaceId: string | undefined): 'open' | 'shut' | 'missing';
  /** The workspaces with a key: what was stopped for want of it goes on. */
  openIds: readonly string[];
}

/** Set when going on is of no use for any save of this workspace: its key refused, told to slow down. */
export interface Halt {
  /** ms since 1970: when to try again. */
  at?: number;
  /** The same for every workspace: no network, a fault of the storage. */
  all: { at?: number };
}

export const isHalted = ({ at, all }: Halt): boolean => at !== undefined || all.at !== undefined;

/** The halts of one drain. */
export function createHalts() {
  const all: Halt['all'] = {};
  const own = new Map<string | undefined, Halt>();
  return {
    all,
    of(workspaceId: string | undefined): Halt {
      const halt = own.get(workspaceId) ?? { all };
      own.set(workspaceId, halt);
      return halt;
    },
    /** ms since 1970; 0 where nothing stands in the way. */
    until: (workspaceId: string | undefined) => Math.max(own.get(workspaceId)?.at ?? 0, all.at ?? 0),
  };
}
export type Halts = ReturnType<typeof createHalts>;

export type AloneByName = <T>(name: string, act: () => Promise<T>) => Promise<T>;

/** A save made for one workspace must not land in another when its key has gone. */
export async function checkWorkspace({ access }: DrainDeps, entry: Entry): Promise<void> {
  if ((await access()).to(entry.workspaceId) === 'missing')
    throw new Failure('internal', failureWords.otherWorkspace);
}

/**
 * Nothing more is sent for now: the storage failed. What was stored last is what counts, and the alarm brings us back
 * to it.
 */
export function stop({ now, onError }: DrainDeps, { all }: Pick<Halt, 'all'>, error: unknown): void {
  all.at = now() + 30_000;
  onError(error);
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
  if (stopsAll(fault.kind)) {
    const stopped = fault.kind === 'offline' ? halt.all : halt;
    stopped.at = Math.max(stopped.at ?? 0, postponed.retryAt ?? deps.now());
  }
  return postponed;
}
