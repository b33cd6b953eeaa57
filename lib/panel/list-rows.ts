import { type Draft, emptyDraft } from '../drafts.ts';
import { personUrl } from '../linkedin/address.ts';
import { pageKeyOf } from '../page-key.ts';
import type { Recipe } from '../recipes.ts';
import type { PeopleList, PersonRecord, PersonRow } from '../records.ts';
import type { PersonSave } from '../save-request.ts';
import { buildForm, type FormInput } from './form.ts';
import { draftPartOf } from './recipe-parts.ts';
import { toSaveRequest } from './save-of-form.ts';

/** One line of the table of people. */
export interface ListRow {
  /** The page that the person's own profile has, so that list and profile share their saves. */
  key: string;
  name: string;
  /** Headline, or position where the list shows that. */
  headline: string;
  /** Employer and place. */
  detail: string;
  /** Hidden by LinkedIn, or without an id or name: cannot be saved. */
  canSave: boolean;
  record: PersonRecord;
}

/** What is chosen for all of them. */
export type ListDraft = Pick<typeof emptyDraft, 'list' | 'tags' | 'stageId'> & {
  /** Also moves and stages people whom Grinfi has. */
  changesKnown?: boolean;
};

export function rowsOf(list: PeopleList): ListRow[] {
  const rows = list.rows.map((row, place) => rowOf(row, place, list));
  const seen = new Set<string>();
  return rows.filter(({ key }) => !seen.has(key) && seen.add(key));
}

function rowOf({ fields, anonymous }: PersonRow, place: number, { layout }: PeopleList): ListRow {
  const value = (name: keyof typeof fields) => fields[name]?.value ?? '';
  const parts = [value('firstName'), value('lastName')].filter(Boolean).join(' ');
  const name = value('fullName') || parts;
  const id = certainId(fields);
  const pageUrl = id ? personUrl(id) : `https://www.linkedin.com/?row=${place}`;
  return {
    key: id ? pageKeyOf({ pageUrl }) : `row/${place}`,
    name,
    headline: value('headline') || value('position'),
    detail: [value('companyName'), value('location')].filter(Boolean).join(' · '),
    canSave: !anonymous && id !== undefined && name !== '',
    record: { kind: 'person', pageUrl, layout, fields, notices: [] },
  };
}

function certainId(fields: PersonRow['fields']): string | undefined {
  return (['handle', 'lnId', 'snId'] as const).map((name) => fields[name]).find((field) => field?.certain)
    ?.value;
}

export function identityOfRow({ record: { fields } }: ListRow) {
  const names = ['handle', 'lnId', 'snId'] as const;
  const certain = names.flatMap((name) => (fields[name]?.certain ? [[name, fields[name].value]] : []));
  return Object.fromEntries(certain) as { handle?: string; lnId?: string; snId?: string };
}

type Chosen = Pick<FormInput, 'presets' | 'catalog' | 'minimum'> & {
  draft: ListDraft;
  /** Pressed for all of them; what it says of a person is filled in for each. */
  recipe?: Recipe | undefined;
};

/** Fields "where to" for all of them: presets first, then what was chosen. */
export function listForm({ draft, presets, catalog }: Chosen) {
  const record: PersonRecord = {
    kind: 'person',
    pageUrl: 'https://www.linkedin.com/in/-',
    layout: 'sdui',
    fields: {},
    notices: [],
  };
  return buildForm({ record, draft: { ...emptyDraft, ...draft }, presets, catalog, lookUp: undefined });
}

/**
 * What Save asks for one person; `undefined` while no list is chosen. People whom Grinfi has get the fields and
 * the tags; they keep their list and stage unless the user says otherwise.
 */
export function saveOfRow(
  row: ListRow,
  { draft, presets, catalog, minimum, recipe }: Chosen,
  recordId?: string,
): PersonSave | undefined {
  const { changesKnown, ...rest } = draft;
  const formOf = (part: Partial<Draft>) =>
    buildForm({
      record: row.record,
      draft: { ...emptyDraft, ...rest, ...part },
      presets,
      catalog,
      lookUp: undefined,
      minimum,
    });
  const plain = formOf({});
  const form = recipe ? formOf(draftPartOf(recipe, plain)) : plain;
  const request = toSaveRequest(form, () => '');
  if (request?.kind !== 'person') return undefined;
  const { moveToList: _, presetsOnlyForNew: __, ...save } = request;
  return {
    ...save,
    ...(recordId && { recordId }),
    ...(changesKnown ? { moveToList: true } : { presetsOnlyForNew: true }),
  };
}
