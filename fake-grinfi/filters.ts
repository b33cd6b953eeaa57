import { ApiError } from './errors.ts';

/**
 * The filter grammar: a scalar means equals, an array means one of, an object holds operators
 * (`{">=": x}`), and the words `is_null` and `is_not_null` test for a value.
 */
export type FilterValue = unknown;
export type Filter = Record<string, FilterValue>;

/** Reads `filter[key]=v`, `filter[key][>=]=v` and `filter[key][]=v` from a query. Flat keys are dropped. */
export function bracketFilter(query: URLSearchParams): Filter {
  const filter: Filter = {};
  for (const [name, value] of query) {
    const match = /^filter\[([^\]]+)\](?:\[([^\]]*)\])?$/.exec(name);
    if (!match?.[1]) continue;
    const [, key, inner] = match;
    if (inner === undefined) filter[key] = value;
    else if (/^\d*$/.test(inner)) filter[key] = [...(Array.isArray(filter[key]) ? filter[key] : []), value];
    else filter[key] = { ...(isOperators(filter[key]) ? filter[key] : {}), [inner]: value };
  }
  return filter;
}

/** Reads the other form, `filter={"object":"lead"}`; `undefined` when there is none. */
export function jsonFilter(query: URLSearchParams): Filter | undefined {
  const text = query.get('filter');
  if (text === null) return undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    if (isOperators(parsed)) return parsed;
  } catch {
    // Answered below: the server takes nothing but a JSON object here.
  }
  throw ApiError.invalid('filter', 'The filter must be a valid JSON string.');
}

function isOperators(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function compare(left: unknown, right: unknown): number {
  const [a, b] = [toNumber(left), toNumber(right)];
  if (a !== undefined && b !== undefined) return a - b;
  const [s, t] = [String(left), String(right)];
  return s < t ? -1 : s > t ? 1 : 0;
}

/** Numbers and dates compare by value: `2026-04-01` and `2026-04-01T00:00:00.000Z` are the same. */
function toNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value === '') return undefined;
  if (/^-?\d+(\.\d+)?$/.test(value)) return Number(value);
  const time = /^\d{4}-\d\d-\d\d/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

const operators: Record<string, (order: number) => boolean> = {
  '=': (order) => order === 0,
  '!=': (order) => order !== 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

/** Tests one column. A column that holds several values (tags, lists) matches when one of them does. */
export function matchesValue(column: unknown, test: FilterValue): boolean {
  const isNull = column === null || column === undefined || (Array.isArray(column) && column.length === 0);
  if (test === 'is_null' || test === null) return isNull;
  if (test === 'is_not_null') return !isNull;
  if (Array.isArray(column)) return column.some((one) => matchesValue(one, test));
  if (isNull) return false;
  if (Array.isArray(test)) return test.some((one) => compare(column, one) === 0);
  if (!isOperators(test)) return compare(column, test) === 0;
  return Object.entries(test).every(([operator, value]) => {
    const holds = operators[operator];
    if (!holds) throw new ApiError(500);
    return holds(compare(column, value));
  });
}

/**
 * Applies a filter to rows.
 * @param known the keys that filter; any other answers 500, as the API does
 * @param text what `q` searches in
 */
export function applyFilter<Row extends object>(
  rows: Row[],
  filter: Filter,
  known: readonly string[],
  text: (row: Row) => (string | null)[],
): Row[] {
  const unknown = Object.keys(filter).filter((key) => key !== 'q' && !known.includes(key));
  if (unknown.length > 0) throw new ApiError(500);
  return rows.filter((row) =>
    Object.entries(filter).every(([key, test]) =>
      key === 'q' ? containsText(text(row), test) : matchesValue((row as Record<string, unknown>)[key], test),
    ),
  );
}

function containsText(values: (string | null)[], test: FilterValue): boolean {
  if (test === null || test === '') return true;
  const wanted = String(test).toLowerCase();
  return values.some((value) => value?.toLowerCase().includes(wanted));
}
