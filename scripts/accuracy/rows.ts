import { memberIdOf } from '../../lib/linkedin/member-id.ts';
import { decoded, tidy } from './compare.ts';
import type { ReadRow } from './reading.ts';
import { accepted, type TrueRow, type TrueValue } from './truth.ts';

export interface PairedRows {
  /** For each true row the read one, if any. */
  pairs: (ReadRow | undefined)[];
  /** Read rows that no true row knows. */
  extra: ReadRow[];
  inOrder: boolean;
}

/** Brings rows together by handle, id or member number; anonymous ones by headline and place. */
export function pairRows(truth: TrueRow[], read: ReadRow[]): PairedRows {
  const free = new Set(read);
  const pairs = truth.map((row, index) => {
    const found = row.anonymous ? anonymousRow(row, index, read, free) : sameRow(row, free);
    if (found) free.delete(found);
    return found;
  });
  const places = pairs.filter((row) => row !== undefined).map((row) => read.indexOf(row));
  const inOrder = places.every((place, index) => index === 0 || place > (places[index - 1] ?? -1));
  return { pairs, extra: [...free], inOrder };
}

function sameRow(truth: TrueRow, free: Set<ReadRow>): ReadRow | undefined {
  const wanted = keysOf((name) => accepted((truth[name] as TrueValue | undefined) ?? { anyOf: [] }));
  return [...free].find((row) =>
    keysOf((name) => [row.fields[name]?.value].filter((value) => value !== undefined)).some((key) =>
      wanted.includes(key),
    ),
  );
}

/** Handles in one case, ids as they are, and the member number that an id holds. */
function keysOf(values: (name: string) => string[]): string[] {
  const handles = values('handle').map((handle) => `handle ${decoded(handle).toLowerCase()}`);
  const ids = [...values('lnId'), ...values('snId')];
  const numbers = [...values('memberId'), ...ids.map(memberIdOf)].map(
    (number) => number && `member ${number}`,
  );
  return [...handles, ...ids, ...numbers.filter((number) => number !== undefined)];
}

/** The nearest nameless row with the same headline. */
function anonymousRow(
  truth: TrueRow,
  index: number,
  read: ReadRow[],
  free: Set<ReadRow>,
): ReadRow | undefined {
  const headlines = accepted((truth.headline as TrueValue | undefined) ?? '').map(tidy);
  return [...free]
    .filter((row) => row.anonymous && headlines.includes(tidy(row.fields.headline?.value ?? '')))
    .sort((a, b) => Math.abs(read.indexOf(a) - index) - Math.abs(read.indexOf(b) - index))[0];
}
