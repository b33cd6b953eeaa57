import type { Catalog } from '../crm.ts';
import type { GrinfiClient } from '../grinfi/client.ts';
import { listCustomFields } from '../grinfi/custom-fields.ts';
import { listLists } from '../grinfi/lists.ts';
import { listStages } from '../grinfi/pipeline-stages.ts';
import { listTags } from '../grinfi/tags.ts';
import type { Handler } from '../messages.ts';
import { getStored, setStored } from '../stored.ts';
import type { Grinfi } from './grinfi.ts';

type Parts = Omit<Catalog, 'fetchedAt'>;

/**
 * Fetches what the form offers to choose from. Several screens asking at once share one fetch.
 *
 * A part that fails keeps what was known of it, and the catalog its old age, so that the next screen tries
 * again. What cannot be told without making something up, as there is nothing older, is a failure.
 */
export function createRefreshCatalog(deps: {
  grinfi: Grinfi;
  now?: () => number;
}): Handler<'refreshCatalog'> {
  const { grinfi, now = Date.now } = deps;
  let running: { key: string | undefined; catalog: Promise<Catalog> } | undefined;

  async function refresh(id: string | undefined, key: string | undefined): Promise<Catalog> {
    const startedAt = now();
    const older = id === undefined ? await getStored('catalog') : await grinfi.workspaces.get(id, 'catalog');
    const { parts, failure } = await fetchParts(grinfi.interactiveClientFor(id));
    if (failure !== undefined && !isWhole({ ...older, ...parts })) throw failure;
    const catalog = { ...emptyCatalog, ...older, ...parts };
    catalog.fetchedAt = failure === undefined ? startedAt : (older?.fetchedAt ?? 0);
    // Of a key that was forgotten or exchanged meanwhile nothing is kept.
    if ((await grinfi.keyStore.get(id)) !== key) return catalog;
    if (id === undefined) await setStored('catalog', catalog);
    else await grinfi.workspaces.set(id, 'catalog', catalog);
    return catalog;
  }

  return async () => {
    const id = (await grinfi.workspaces.active())?.id;
    const key = await grinfi.keyStore.get(id);
    if (running?.key === key && running !== undefined) return running.catalog;
    const mine = { key, catalog: refresh(id, key) };
    running = mine;
    try {
      return await mine.catalog;
    } finally {
      if (running === mine) running = undefined;
    }
  };
}

const emptyCatalog: Catalog = {
  lists: [],
  tags: [],
  contactStages: [],
  companyStages: [],
  customFields: [],
  fetchedAt: 0,
};

/** Nothing can be saved without a list, so a catalog without the lists is none. */
function isWhole(parts: Partial<Catalog>): boolean {
  return parts.lists !== undefined;
}

async function fetchParts(client: GrinfiClient): Promise<{ parts: Partial<Parts>; failure?: unknown }> {
  const fetched = {
    lists: listLists(client),
    tags: listTags(client),
    contactStages: listStages(client, 'contact'),
    companyStages: listStages(client, 'company'),
    customFields: listCustomFields(client),
  } satisfies { [P in keyof Parts]: Promise<Parts[P]> };
  const names = Object.keys(fetched) as (keyof Parts)[];
  const results = await Promise.allSettled(Object.values(fetched));
  const parts: Record<string, unknown> = {};
  let failure: unknown;
  results.forEach((result, place) => {
    const name = names[place];
    if (result.status === 'rejected') failure ??= result.reason;
    else if (name !== undefined) parts[name] = result.value;
  });
  return { parts: parts as Partial<Parts>, failure };
}
