import type { Catalog, RecordObject } from './crm.ts';
import { fromCsv, toCsv } from './csv.ts';
import { pageKeyOf } from './page-key.ts';
import { companyFieldNames, personFieldNames } from './records.ts';
import type { Choice, PersonSave, SaveRequest } from './save-request.ts';

/**
 * Collected saves as a table, one row each, and back. Lists, tags, stages and custom fields go by their names,
 * so that a person can read and change the file; one without a known name goes by its id (`id:…`). What the
 * table holds, read back with the same names known, is the same save.
 */

const linkedIn = 'https://www.linkedin.com/';
const idMark = 'id:';
const customMark = 'custom: ';
const fieldNames: readonly string[] = [...new Set([...personFieldNames, ...companyFieldNames])];

/**
 * Columns beside the fields; `options` has what needs no words: `withCompany`, `new:firstName`, `record:…`,
 * `enrol:…` (an automation) and `task:KIND/DAYS/SENDER`, whose words are in the column `task`.
 */
const places = ['list', 'tags', 'stage', 'note', 'task'] as const;

export function collectedToCsv(saves: readonly SaveRequest[], catalog: Catalog | undefined): string {
  const rows = saves.map((save) => rowOf(save, catalog));
  const used = new Set(rows.flatMap((row) => Object.keys(row)));
  const custom = [...used].filter((name) => name.startsWith(customMark)).sort();
  const columns = ['kind', 'page', 'title', ...fieldNames, ...places, ...custom, 'options'];
  const header = columns.filter((name) => used.has(name));
  return toCsv(
    header,
    rows.map((row) => header.map((name) => row[name])),
  );
}

function rowOf(save: SaveRequest, catalog: Catalog | undefined): Record<string, string> {
  const options = optionsOf(save).join(' ');
  return {
    kind: save.kind,
    page: `${linkedIn}${save.pageKey}`,
    ...(save.title && { title: save.title }),
    ...save.fields,
    ...(save.list && { list: nameOf(save.list, catalog?.lists) }),
    // On lines of their own: a name may have any other sign in it.
    ...(save.tags.length > 0 && { tags: save.tags.map((tag) => nameOf(tag, catalog?.tags)).join('\n') }),
    ...(save.stageId && { stage: nameOf({ id: save.stageId }, stagesOf(save.kind, catalog)) }),
    ...(save.note && { note: save.note }),
    ...(save.kind === 'person' && save.task && { task: save.task.text }),
    ...Object.fromEntries(
      Object.entries(save.customFields ?? {}).map(([id, value]) => [
        `${customMark}${nameOf({ id }, customFieldsOf(save.kind, catalog))}`,
        value,
      ]),
    ),
    ...(options && { options }),
  };
}

const flags = ['withCompany', 'moveToList', 'cancelAutomations', 'presetsOnlyForNew'] as const;

function optionsOf(save: SaveRequest): string[] {
  const set: Partial<Record<string, unknown>> = save;
  return [
    ...flags.filter((flag) => set[flag] === true),
    ...((save.kind === 'person' && save.onlyForNew) || []).map((name) => `new:${name}`),
    ...(save.recordId ? [`record:${save.recordId}`] : []),
    ...(save.kind === 'person' ? followUpsOf(save) : []),
  ];
}

function followUpsOf({ task, enrolIn }: PersonSave): string[] {
  return [
    ...(task ? [`task:${task.type}/${task.inDays}/${task.senderProfileId}`] : []),
    ...(enrolIn ? [`enrol:${enrolIn}`] : []),
  ];
}

/**
 * A save for each row, not checked yet; `null` for one without a LinkedIn page, or with a stage or field that
 * Grinfi does not have.
 *
 * @throws {SyntaxError} when it is no table
 */
export function collectedFromCsv(text: string, catalog: Catalog | undefined): unknown[] {
  return fromCsv(text).map((row) => saveOf(row, catalog));
}

function saveOf(row: Record<string, string>, catalog: Catalog | undefined): unknown {
  const pageKey = pageKeyIn(row['page']);
  if (pageKey === undefined) return null;
  const kind = /^(company|school|showcase)\//.test(pageKey) ? 'company' : 'person';
  const known: readonly string[] = kind === 'person' ? personFieldNames : companyFieldNames;
  const stageId = row['stage'] && idOf(row['stage'], stagesOf(kind, catalog));
  const customFields = customFieldsIn(row, customFieldsOf(kind, catalog));
  if ((row['stage'] && !stageId) || !customFields) return null;
  const tags = (row['tags'] ?? '').split('\n').flatMap((name) => choiceOf(name, catalog?.tags) ?? []);
  const list = choiceOf(row['list'], catalog?.lists);
  return {
    kind,
    pageKey,
    fields: Object.fromEntries(Object.entries(row).filter(([name]) => known.includes(name))),
    tags,
    ...(row['title'] && { title: row['title'] }),
    ...(list && { list }),
    ...(stageId && { stageId }),
    ...(row['note'] && { note: row['note'] }),
    ...(Object.keys(customFields).length > 0 && { customFields }),
    ...optionsIn(row, kind),
  };
}

function pageKeyIn(page: string | undefined): string | undefined {
  const url = page && URL.canParse(page) ? new URL(page) : undefined;
  if (url?.protocol !== 'https:' || !/(^|\.)linkedin\.com$/.test(url.hostname)) return undefined;
  return /^\/(in|company|school|showcase)\/[^/]+\/?$/.test(url.pathname)
    ? pageKeyOf({ pageUrl: url.href })
    : undefined;
}

function optionsIn(
  { options = '', task: text }: Record<string, string>,
  kind: SaveRequest['kind'],
): Record<string, unknown> {
  const words = options.split(/\s+/);
  const after = (mark: string) =>
    words.filter((word) => word.startsWith(mark)).map((word) => word.slice(mark.length));
  const onlyForNew = after('new:');
  const [recordId] = after('record:');
  const [enrolIn] = after('enrol:');
  const [type, inDays, senderProfileId] = after('task:')[0]?.split('/') ?? [];
  const task = { type, text, senderProfileId, inDays: Number(inDays) };
  return {
    ...Object.fromEntries(flags.filter((flag) => words.includes(flag)).map((flag) => [flag, true])),
    ...(kind === 'person' && onlyForNew.length > 0 && { onlyForNew }),
    ...(recordId && { recordId }),
    ...(kind === 'person' && { ...(enrolIn && { enrolIn }), ...(type && { task }) }),
  };
}

function customFieldsIn(
  row: Record<string, string>,
  known: readonly Named[],
): Record<string, string> | undefined {
  const values: Record<string, string> = {};
  for (const [column, value] of Object.entries(row)) {
    if (!column.startsWith(customMark)) continue;
    const id = idOf(column.slice(customMark.length), known);
    if (id === undefined) return undefined;
    values[id] = value;
  }
  return values;
}

interface Named {
  id: string;
  name: string;
}

function nameOf(choice: Choice, known: readonly Named[] = []): string {
  if ('name' in choice) return choice.name;
  return known.find(({ id }) => id === choice.id)?.name ?? `${idMark}${choice.id}`;
}

const sameName = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

function idOf(name: string, known: readonly Named[] = []): string | undefined {
  if (name.startsWith(idMark)) return name.slice(idMark.length);
  return known.find((one) => sameName(one.name, name))?.id;
}

/** A name that Grinfi does not have yet is made when the save is sent. */
function choiceOf(name: string | undefined, known: readonly Named[] = []): Choice | undefined {
  if (!name?.trim()) return undefined;
  const id = idOf(name, known);
  return id === undefined ? { name: name.trim() } : { id };
}

const stagesOf = (kind: SaveRequest['kind'], catalog: Catalog | undefined) =>
  kind === 'person' ? catalog?.contactStages : catalog?.companyStages;

function customFieldsOf(kind: SaveRequest['kind'], catalog: Catalog | undefined): Named[] {
  const object: RecordObject = kind === 'person' ? 'contact' : 'company';
  return (catalog?.customFields ?? []).filter((field) => field.object === object);
}
