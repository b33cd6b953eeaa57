import * as v from 'valibot';

/**
 * Building blocks for the replies. The server's answers vary more than its reference says (wrapped and bare,
 * null and absent, numbers as text), so everything that we can do without is read tolerantly, and only what
 * we cannot do without makes an answer `malformed`.
 */

/** A text, or a number as text; anything else, also an empty text, is absent. */
export const optionalText = v.optional(v.pipe(v.unknown(), v.transform(asText)));

function asText(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return undefined;
  return value.trim() || undefined;
}

/** `true`, `1` and their texts; anything else that is there is false. */
export const optionalFlag = v.optional(
  v.pipe(
    v.unknown(),
    v.transform((value) => (value == null ? undefined : [true, 1, '1', 'true'].some((yes) => yes === value))),
  ),
);

/** A number, or a text that is one. */
export const optionalNumber = v.optional(
  v.pipe(
    v.unknown(),
    v.transform((value) => {
      const text = asText(value);
      return text !== undefined && Number.isFinite(Number(text)) ? Number(text) : undefined;
    }),
  ),
);

/** An id that must be there; the server has texts (uuid) and integers. */
export const id = v.pipe(v.unknown(), v.transform(asText), v.string(), v.maxLength(100));

/** Ids of a list that may be null, absent, or hold whole objects. */
export const ids = v.pipe(
  v.optional(v.unknown(), null),
  v.transform((value): string[] => {
    if (!Array.isArray(value)) return [];
    const found = value.map((item: unknown) => asText(isObject(item) ? item.uuid : item));
    return found.filter((item) => item !== undefined);
  }),
);

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Takes a record out of `{lead: {…}}`, `{company: {…}}`, `{data: …}` or `[…]`; a bare one stays.
 * @returns `undefined` for a list of several or none, which a schema of a record would take for an empty one
 */
export function unwrap(value: unknown, wrappers: readonly string[]): unknown {
  if (Array.isArray(value)) return value.length === 1 ? unwrap(value[0], wrappers) : undefined;
  if (!isObject(value) || 'uuid' in value) return value;
  const wrapper = wrappers.find((name) => isObject(value[name]) || Array.isArray(value[name]));
  return wrapper === undefined ? value : unwrap(value[wrapper], wrappers);
}

const wrappers = ['lead', 'contact', 'company', 'user', 'list', 'tag', 'note', 'data'];

export const unwrapped = v.pipe(
  v.unknown(),
  v.transform((value) => unwrap(value, wrappers)),
);

/** One record, wrapped or bare. */
export function one<T extends v.GenericSchema>(schema: T) {
  return v.pipe(unwrapped, schema);
}

export interface Rows<T> {
  rows: T[];
  /** How many the server sent, unusable ones included: paging counts these. */
  received: number;
  limit?: number | undefined;
  total?: number | undefined;
  hasMore?: boolean | undefined;
}

const envelope = v.object({
  data: v.array(v.unknown()),
  limit: optionalNumber,
  total: optionalNumber,
  has_more: v.fallback(v.optional(v.boolean()), undefined),
});

/**
 * `{data: […]}` or a bare array. A row that is not usable is left out; the others still count.
 * @param around what a row may come wrapped in; none where it names another record beside its own facts
 */
export function rows<T>(schema: v.GenericSchema<unknown, T>, around: readonly string[] = wrappers) {
  return v.pipe(
    v.union([
      envelope,
      v.pipe(
        v.array(v.unknown()),
        v.transform((data): v.InferOutput<typeof envelope> => ({ data })),
      ),
    ]),
    v.transform(
      (reply): Rows<T> => ({
        rows: usable(reply.data, schema, around),
        received: reply.data.length,
        limit: reply.limit,
        total: reply.total,
        hasMore: reply.has_more,
      }),
    ),
  );
}

export function usable<T>(
  values: readonly unknown[],
  schema: v.GenericSchema<unknown, T>,
  around: readonly string[] = wrappers,
): T[] {
  return values.flatMap((value) => {
    const row = v.safeParse(schema, unwrap(value, around));
    return row.success ? [row.output] : [];
  });
}

/**
 * Empties fields the way the server takes it: `null` where its reference allows that, else an empty text.
 */
export function emptying(changes: Record<string, unknown>, nullable: ReadonlySet<string>) {
  const taken = Object.entries(changes).map(([name, value]) => [
    name,
    value === null && !nullable.has(name) ? '' : value,
  ]);
  return Object.fromEntries(taken) as Record<string, unknown>;
}

/** Drops what is absent, so that nothing absent is ever sent. */
export function present<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const filled = Object.entries(value).filter(([, item]) => item !== undefined && item !== '');
  return Object.fromEntries(filled) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
