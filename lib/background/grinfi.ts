import { createGrinfiClient, type GrinfiClient } from '../grinfi/client.ts';
import { createLimiter } from '../grinfi/limiter.ts';
import { sessionLimiterStore } from '../grinfi/limiter-store.ts';
import { keyOfWorkspace } from '../grinfi/workspace-key.ts';
import { tellKeyState } from './key-state.ts';
import { createKeyStore, type KeyStore } from './key-store.ts';

/** All ways to Grinfi. They share one rate limit, as the server counts by key. */
export interface Grinfi {
  keyStore: KeyStore;
  /** For what somebody is waiting for: goes first, and tries a few times by itself. */
  client: GrinfiClient;
  /** For the outbox and for extras: goes after, and tries once; the outbox does its own waiting. */
  backgroundClient: GrinfiClient;
  /** The same for saves of one workspace: refuses to send with a key that leads to another. */
  clientFor(workspaceId: string | undefined): GrinfiClient;
  /** Uses a key that is not stored (yet); what the server thinks of it changes nothing. */
  clientWithKey(key: string): GrinfiClient;
}

export function createGrinfi(deps: { fetch?: typeof fetch; keyStore?: KeyStore } = {}): Grinfi {
  const keyStore = deps.keyStore ?? createKeyStore();
  const limiter = createLimiter({ store: sessionLimiterStore });
  const shared = {
    getKey: keyStore.get,
    limiter,
    fetch: deps.fetch,
    onAuthOk: () => tellKeyState('ok'),
    onAuthRefused: () => tellKeyState('refused'),
  };
  const background = { ...shared, priority: 'background', retries: 0 } as const;
  return {
    keyStore,
    client: createGrinfiClient(shared),
    backgroundClient: createGrinfiClient(background),
    clientFor: (workspaceId) =>
      createGrinfiClient({ ...background, getKey: keyOfWorkspace(keyStore.get, workspaceId) }),
    clientWithKey: (key) => createGrinfiClient({ getKey: async () => key, limiter, fetch: deps.fetch }),
  };
}
