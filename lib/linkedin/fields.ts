import type { Layer, ReadField } from '../records.ts';
import { clean } from './text.ts';

/** What pages write where there is nothing, and what they mask from strangers. */
const placeholder = /^(?:[-–—.…·•|/]+|0|n\/?a|none|null|undefined|unknown|.*\*{3}.*)$/i;
/** The longest value that is kept; LinkedIn's own limits are far below. */
const maxLength = 20_000;

export interface FieldBuilder<N extends string> {
  readonly fields: Partial<Record<N, ReadField>>;
  /** Names in whose place a layer found a placeholder. */
  readonly blank: ReadonlySet<N>;
  /**
   * Puts a value from one layer; call with the best layer first. Nothing, and placeholders, are dropped.
   * A second layer that agrees makes an uncertain value certain; one that disagrees makes it uncertain.
   */
  put(name: N, value: string | null | undefined, from: Layer, certain?: boolean): void;
  has(name: N): boolean;
  value(name: N): string | undefined;
}

/**
 * Collects the fields of one record, each with where it was read and whether that is certain.
 * @param fields those that are known, to which more are put
 */
export function createFields<N extends string>(fields: Partial<Record<N, ReadField>> = {}): FieldBuilder<N> {
  const blank = new Set<N>();
  return {
    fields,
    blank,
    put(name, raw, from, certain = true) {
      const value = real(raw);
      if (!value) {
        if (clean(raw)) blank.add(name);
        return;
      }
      const first = fields[name];
      if (!first) fields[name] = { value, from, certain };
      else if (agree(first.value, value)) first.certain ||= certain;
      else if (certain) first.certain = false;
    },
    has: (name) => fields[name] !== undefined,
    value: (name) => fields[name]?.value,
  };
}

/** The cleaned value, or undefined for nothing, a placeholder or something far too long. */
export function real(raw: string | null | undefined, longest = maxLength): string | undefined {
  const value = clean(raw);
  return value && value.length <= longest && !placeholder.test(value) ? value : undefined;
}

/** Same text in any case, also where one of them is cut with an ellipsis. */
function agree(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => text.toLowerCase().replace(/\s*(?:…|\.{3})$/, '')) as [
    string,
    string,
  ];
  return a === b || (a.length > 20 && b.startsWith(a)) || (b.length > 20 && a.startsWith(b));
}
