import { ApiError } from './errors.ts';

export interface Page {
  limit: number;
  offset: number;
  orderField: string;
  orderType: 'asc' | 'desc';
}

/** The largest page is documented nowhere; 100 is what related docs say, contact search takes more. */
export const largestPage = 100;
export const largestSearchPage = 2_000;

function integer(source: Record<string, unknown>, field: string, fallback: number, smallest: number): number {
  const value = source[field];
  if (value === undefined || value === null || value === '') return fallback;
  const number = Number(value);
  if (!Number.isInteger(number)) throw ApiError.invalid(field, `The ${field} must be an integer.`);
  if (number < smallest) throw ApiError.invalid(field, `The ${field} must be at least ${smallest}.`);
  return number;
}

/** Reads the paging keys of a query or body. A `limit` above the largest is cut without a word. */
export function readPage(
  source: Record<string, unknown>,
  defaultOrder: 'asc' | 'desc',
  largest = largestPage,
): Page {
  const orderType = source.order_type ?? defaultOrder;
  if (orderType !== 'asc' && orderType !== 'desc') {
    throw ApiError.invalid('order_type', 'The selected order type is invalid.');
  }
  return {
    limit: Math.min(integer(source, 'limit', 20, 1), largest),
    offset: integer(source, 'offset', 0, 0),
    orderField: typeof source.order_field === 'string' ? source.order_field : 'created_at',
    orderType,
  };
}

function order(left: unknown, right: unknown): number {
  if (left === right) return 0;
  // Rows without a value come last, whichever way the rest is sorted.
  if (left === null || left === undefined) return 1;
  if (right === null || right === undefined) return -1;
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return String(left).localeCompare(String(right));
}

export interface PageOf<Row> {
  data: Row[];
  limit: number;
  offset: number;
  total: number;
  has_more: boolean;
}

/** Sorts and cuts. Rows that compare equal keep the order in which they came (turned round for `desc`). */
export function pageOf<Row extends object>(rows: Row[], page: Page): PageOf<Row> {
  const column = (row: Row) => (row as Record<string, unknown>)[page.orderField];
  const sorted = rows
    .map((row, index) => ({ row, index }))
    .sort((a, b) => order(column(a.row), column(b.row)) || a.index - b.index)
    .map(({ row }) => row);
  if (page.orderType === 'desc') sorted.reverse();
  const { limit, offset } = page;
  const data = sorted.slice(offset, offset + limit);
  return { data, limit, offset, total: rows.length, has_more: offset + data.length < rows.length };
}

/** Which keys the reference shows around `data`; it differs from call to call. */
export type Envelope = 'data' | 'counted' | 'full';

/** Dresses a page as documented, or with every key when `full` is forced. */
export function envelope<Row>(page: PageOf<Row>, kind: Envelope): Partial<PageOf<Row>> & { data: Row[] } {
  const { data, limit, offset, total } = page;
  if (kind === 'data') return { data };
  return kind === 'counted' ? { data, limit, offset, total } : page;
}
