import type { Catalog, CustomField, PipelineStage, RecordObject, Tag } from './crm.ts';

/** The kinds of thing that a team sorts by; stages and fields are another set for each kind of record. */
export const catalogKinds = [
  'list',
  'tag',
  'contactStage',
  'companyStage',
  'contactField',
  'companyField',
] as const;
export type CatalogKind = (typeof catalogKinds)[number];

/** What the API's document names; the server may have more. */
export const stageCategories = ['cold', 'engaging', 'positive', 'negative'] as const;

/** One of them: a tag may have a colour, a stage has a category. */
export type CatalogItem = { id: string; name: string } & Partial<
  Pick<Tag, 'color'> & Pick<PipelineStage, 'category'> & Pick<CustomField, 'object'>
>;

const parts = {
  list: 'lists',
  tag: 'tags',
  contactStage: 'contactStages',
  companyStage: 'companyStages',
  contactField: 'customFields',
  companyField: 'customFields',
} as const satisfies Record<CatalogKind, keyof Catalog>;

/** The kind of record that these stages or fields are for. */
export const objectOfKind = (kind: CatalogKind): RecordObject =>
  kind.startsWith('company') ? 'company' : 'contact';

export function catalogItems(catalog: Catalog, kind: CatalogKind): readonly CatalogItem[] {
  const items: readonly CatalogItem[] = catalog[parts[kind]];
  // Fields of both kinds of record are kept together.
  return parts[kind] === 'customFields' ? items.filter(({ object }) => object === objectOfKind(kind)) : items;
}

/** The catalog with this item, in place of what it was or as the last one. */
export function withCatalogItem(catalog: Catalog, kind: CatalogKind, item: CatalogItem): Catalog {
  const part = parts[kind];
  const items: readonly CatalogItem[] = catalog[part];
  const isThere = items.some(({ id }) => id === item.id);
  const next = isThere
    ? items.map((each) => (each.id === item.id ? { ...each, ...item } : each))
    : [...items, part === 'customFields' ? { ...item, object: objectOfKind(kind) } : item];
  return { ...catalog, [part]: next };
}

/** The one of this name, as a person compares names. */
export function itemNamed(items: readonly CatalogItem[], name: string): CatalogItem | undefined {
  const plain = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase();
  return items.find((item) => plain(item.name) === plain(name));
}
