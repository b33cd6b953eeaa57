import { clientFrom, createGrinfiClient, type GrinfiClient } from '../grinfi/client.ts';
import { createLimiter, type Limiter } from '../grinfi/limiter.ts';
import { sessionLimiterStore } from '../grinfi/limiter-store.ts';
import { createServerTime, type ServerTime } from '../grinfi/server-time.ts';
import { workspaceIdOf } from '../grinfi/users.ts';
import { createKeyStore, type KeyStore } from './key-store.ts';
import { createWorkspaces, type WorkspaceStore } from './workspaces.ts';

/** All ways to Grinfi. Those of one workspace share one rate limit, as the server counts by key. */
export interface Grinfi {
  keyStore: KeyStore;
  workspaces: WorkspaceStore;
  /** The same for all clients, as they speak to one server. */
  serverTime: ServerTime;
  /**
   * For what somebody is waiting for: goes first, and tries a few times by itself. Leads into the workspace
   * that is shown when its first request goes out, and stays there whatever is shown later.
   */
  readonly client: GrinfiClient;
  /** For extras: goes after, and tries once. Else as `client`. */
  readonly backgroundClient: GrinfiClient;
  /** For the outbox, which does its own waiting: goes after, tries once, and leads into this workspace alone. */
  clientFor(workspaceId: string | undefined): GrinfiClient;
  /** As `client`, into this workspace alone. */
  interactiveClientFor(workspaceId: string | undefined): GrinfiClient;
  /** Uses a key that is not stored (yet); what the server thinks of it changes nothing. */
  clientWithKey(key: string): GrinfiClient;
}

export function createGrinfi(deps: { fetch?: typeof fetch; keyStore?: KeyStore } = {}): Grinfi {
  const keyStore = deps.keyStore ?? createKeyStore();
  const workspaces = createWorkspaces();
  const limiterOf = createLimiters();
  const serverTime = createServerTime();

  function into(workspaceId: string | undefined) {
    return {
      getKey: () => keyStore.get(workspaceId),
      limiter: limiterOf(workspaceId),
      fetch: deps.fetch,
      serverTime,
      onAuthOk: () => workspaces.tellKeyState(workspaceId, 'ok'),
      onAuthRefused: () => workspaces.tellKeyState(workspaceId, 'refused'),
    };
  }
  const interactiveClientFor = (workspaceId: string | undefined) => createGrinfiClient(into(workspaceId));
  const clientFor = (workspaceId: string | undefined) =>
    createGrinfiClient({ ...into(workspaceId), priority: 'background', retries: 0 });
  const shownId = async () => (await workspaces.active())?.id;
  return {
    keyStore,
    workspaces,
    serverTime,
    get client() {
      return bound(shownId, interactiveClientFor);
    },
    get backgroundClient() {
      return bound(shownId, clientFor);
    },
    clientFor,
    interactiveClientFor,
    clientWithKey: (key) =>
      createGrinfiClient({
        getKey: async () => key,
        limiter: limiterOf(workspaceIdOf(key)),
        fetch: deps.fetch,
      }),
  };
}

/** One for each workspace, whatever the number of clients. */
function createLimiters(): (workspaceId: string | undefined) => Limiter {
  const limiters = new Map<string | undefined, Limiter>();
  return (workspaceId) => {
    const known = limiters.get(workspaceId);
    if (known) return known;
    const made = createLimiter({ store: sessionLimiterStore(workspaceId) });
    limiters.set(workspaceId, made);
    return made;
  };
}

/** A client of the workspace that is shown at the first request. */
function bound(
  shownId: () => Promise<string | undefined>,
  clientOf: (workspaceId: string | undefined) => GrinfiClient,
): GrinfiClient {
  let client: Promise<GrinfiClient> | undefined;
  return clientFrom(() => {
    client ??= shownId().then(clientOf);
    return client;
  });
}
