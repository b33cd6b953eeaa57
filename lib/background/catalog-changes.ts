import {
  type CatalogItem,
  type CatalogKind,
  itemNamed,
  objectOfKind,
  withCatalogItem,
} from '../catalog-kind.ts';
import { type GrinfiClient, until } from '../grinfi/client.ts';
import {
  countByCustomField,
  createCustomField,
  listCustomFields,
  renameCustomField,
} from '../grinfi/custom-fields.ts';
import { countByList, createList, listLists, renameList } from '../grinfi/lists.ts';
import { countByStage, createStage, listStages, updateStage } from '../grinfi/pipeline-stages.ts';
import { countByTag, createTag, listTags, updateTag } from '../grinfi/tags.ts';
import type { Handler, Input } from '../messages.ts';
import { getStored, setStored } from '../stored.ts';
import { allowed, forSome } from './allowed.ts';
import type { Grinfi } from './grinfi.ts';
import { createOnce } from './once.ts';

interface Deps {
  grinfi: Grinfi;
}

type NewItem = Input<'createInCatalog'>;

/**
 * Makes a list, tag, stage or field. The server would make a second one of the same name, so it is looked for
 * first: a colleague may have made it since, or an earlier try whose answer was lost.
 */
export function createCreateInCatalog({ grinfi }: Deps): Handler<'createInCatalog'> {
  const once = createOnce<CatalogItem>();
  return async (item) => {
    const workspaceId = (await grinfi.workspaces.active())?.id;
    const client = grinfi.interactiveClientFor(workspaceId);
    const { id } = await once(`${workspaceId} ${item.kind} ${item.name.toLowerCase()}`, async () => {
      const there = itemNamed(await allowed(listOfKind(client, item.kind)), item.name);
      const made = there ?? (await allowed(make(client, item)));
      await keepInCatalog(grinfi, workspaceId, item.kind, made);
      return made;
    });
    return { id };
  };
}

function listOfKind(client: GrinfiClient, kind: CatalogKind): Promise<readonly CatalogItem[]> {
  if (kind === 'list') return listLists(client, forSome);
  if (kind === 'tag') return listTags(client, forSome);
  const object = objectOfKind(kind);
  if (kind === 'contactStage' || kind === 'companyStage') return listStages(client, object, forSome);
  return listCustomFields(client, forSome).then((fields) => fields.filter((one) => one.object === object));
}

function make(client: GrinfiClient, { kind, name, color, category }: NewItem): Promise<CatalogItem> {
  if (kind === 'list') return createList(client, name, forSome);
  if (kind === 'tag') return createTag(client, { name, color }, forSome);
  const object = objectOfKind(kind);
  if (kind === 'contactStage' || kind === 'companyStage')
    return createStage(client, { object, name, category: category ?? 'engaging' }, forSome);
  return createCustomField(client, { object, name }, forSome);
}

export function createChangeInCatalog({ grinfi }: Deps): Handler<'changeInCatalog'> {
  return async ({ kind, itemId, ...change }) => {
    const workspaceId = (await grinfi.workspaces.active())?.id;
    await allowed(changeItem(grinfi.interactiveClientFor(workspaceId), kind, itemId, change));
    const catalog = await catalogOf(grinfi, workspaceId);
    const given = Object.entries(change).filter(([, value]) => value !== undefined);
    const name = change.name ?? nameIn(catalog, itemId);
    if (name !== undefined)
      await keepInCatalog(grinfi, workspaceId, kind, { ...Object.fromEntries(given), id: itemId, name });
    return null;
  };
}

type Change = Omit<Input<'changeInCatalog'>, 'kind' | 'itemId'>;

async function changeItem(
  client: GrinfiClient,
  kind: CatalogKind,
  id: string,
  { name, color, category }: Change,
): Promise<void> {
  if (kind === 'tag') return updateTag(client, id, { name, color }, forSome);
  if (kind === 'contactStage' || kind === 'companyStage')
    return updateStage(client, id, { name, category }, forSome);
  if (name === undefined) return;
  await (kind === 'list' ? renameList : renameCustomField)(client, id, name, forSome);
}

function nameIn(catalog: object | undefined, id: string): string | undefined {
  const items = Object.values(catalog ?? {}).flat() as Partial<CatalogItem>[];
  return items.find((item) => item?.id === id)?.name;
}

/** One after the other, since each builds on what the one before has stored. */
let last: Promise<void> = Promise.resolve();

const catalogOf = (grinfi: Grinfi, workspaceId: string | undefined) =>
  workspaceId === undefined ? getStored('catalog') : grinfi.workspaces.get(workspaceId, 'catalog');

/** Screens show it at once; the next refresh brings everything else. Another workspace may be shown by now. */
export function keepInCatalog(
  grinfi: Grinfi,
  workspaceId: string | undefined,
  kind: CatalogKind,
  item: CatalogItem,
): Promise<void> {
  last = last
    .catch(() => undefined)
    .then(async () => {
      const catalog = await catalogOf(grinfi, workspaceId);
      // Of a key that was forgotten meanwhile nothing is kept.
      if (!catalog || (await grinfi.keyStore.get(workspaceId)) === undefined) return;
      const next = withCatalogItem(catalog, kind, item);
      if (workspaceId === undefined) await setStored('catalog', next);
      else await grinfi.workspaces.set(workspaceId, 'catalog', next);
    });
  return last;
}

export function createCountInCatalog({ grinfi }: Deps): Handler<'countInCatalog'> {
  return async ({ kind, ids }, left) => {
    const counts = await allowed(counterOf(kind)(until(left, grinfi.client), ids, forSome));
    return { counts: Object.fromEntries(counts) };
  };
}

function counterOf(kind: CatalogKind) {
  if (kind === 'list') return countByList;
  if (kind === 'tag') return countByTag;
  return kind === 'contactStage' || kind === 'companyStage' ? countByStage : countByCustomField;
}
