import * as fc from 'fast-check';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { evidenceOf } from '../../scripts/accuracy/evidence.ts';
import { type PersonRow, type ReadField, type Reading, readingSchema } from '../records.ts';
import { employeesRangeOf } from './company-size.ts';
import { type Mutation, mutate } from './fixtures/mutate.ts';
import { type ThinPage, thinPages } from './fixtures/thin-pages.ts';
import { readPage } from './registry.ts';
import { cleanName } from './shown-name.ts';

type Named = [name: string, field: ReadField];

type Evidence = ReturnType<typeof evidenceOf>;

/** Thousands of readings, on a machine that may be busy. */
const noHurry = 300_000;

let pages: ThinPage[] = [];
/** What each page shows before anything changes. */
const original = new Map<ThinPage, Evidence>();
beforeAll(() => {
  pages = thinPages();
  for (const page of pages) {
    const evidence = evidenceOf(page.document, page.url.href);
    // It collects when first asked, which has to be before the page changes.
    evidence.shows('name', '');
    evidence.shows('followers', '0');
    original.set(page, evidence);
  }
}, noHurry);

const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('remove', 'swap', 'double', 'rename', 'exchange'),
  at: fc.nat(5_000),
});
/** Every page gets its share; a failure names the seed to repeat it with. */
const anyChange = fc.tuple(fc.nat(10_000), fc.array(mutation, { minLength: 1, maxLength: 6 }));

/**
 * 2,000 pages with 3.5 changes each in the mean, the same in every run so that a commit
 * never fails for another's fault. `MUTATION_RUNS=6000` looks for new ones.
 */
const more = Number(process.env.MUTATION_RUNS);
const runs = more > 0 ? { numRuns: more } : { numRuns: 2_000, seed: 20_261_123 };

function changed(
  index: number,
  changes: readonly Mutation[],
  check: (page: ThinPage, reading: Reading) => void,
) {
  const page = pages[index % pages.length];
  if (!page) throw new Error('no pages');
  const undo = changes.map((change) => mutate(page.document, change, whoseOn(page)));
  try {
    check(page, readPage(page.document, page.url));
  } finally {
    for (const back of undo.reverse()) back();
  }
}

/** The people beside the page's subject, and in a list the one of each row. */
function whoseOn({ others, people }: ThinPage) {
  const somebody = [...others.map((text) => [text]), ...people.map(({ keys, texts }) => [...keys, ...texts])];
  return (node: Node) => {
    const text = node.nodeType === 1 ? (node as Element).outerHTML : (node.nodeValue ?? '');
    return somebody
      .flatMap((values, who) => (values.some((value) => text.includes(value)) ? who : []))
      .join();
  };
}

function fieldsOf(reading: Reading): Named[] {
  if (reading.outcome === 'record') return Object.entries(reading.record.fields);
  if (reading.outcome !== 'list') return [];
  return reading.list.rows.flatMap(({ fields }) => Object.entries(fields));
}

describe('a page that is changed anywhere', () => {
  it(
    'is read without an exception, never says what it does not show, and nothing of others',
    () => {
      const check = (page: ThinPage, reading: Reading) => {
        expect(v.safeParse(readingSchema, reading).issues).toBeUndefined();
        expectShown(page, reading);
        if (reading.outcome === 'list') for (const row of reading.list.rows) expectOnePerson(page, row);
        expectNothingOfOthers(page, reading);
      };
      fc.assert(
        fc.property(anyChange, ([index, changes]) => changed(index, changes, check)),
        runs,
      );
    },
    noHurry,
  );
});

function expectShown(page: ThinPage, reading: Reading): void {
  const before = original.get(page);
  for (const [name, { value, from }] of fieldsOf(reading)) {
    // What the page showed before it shows still, but texts that came to stand together are new.
    if (before && isShown(before, name, value, from)) continue;
    const now = evidenceOf(page.document, page.url.href);
    expect(isShown(now, name, value, from), `${page.name}: ${name} is "${value}"`).toBe(true);
  }
}

/** Others are in the side column, among the messages, in the page's data, in the navigation. */
function expectNothingOfOthers(page: ThinPage, reading: Reading): void {
  for (const [name, { value }] of fieldsOf(reading)) {
    const other = page.others.find((text) => value.includes(text));
    expect(other, `${page.name}: ${name} is "${value}"`).toBeUndefined();
  }
}

/** All fields of a row are one person's, which is the one whom its handle or id names. */
function expectOnePerson({ name: page, people }: ThinPage, { fields }: PersonRow): void {
  const values = Object.values(fields).map(({ value }) => value);
  const owners = people.filter(
    ({ keys, texts }) =>
      keys.some((key) => values.includes(key)) ||
      texts.some((text) => values.some((value) => value.includes(text))),
  );
  expect(owners.length, `${page}: ${JSON.stringify(values)}`).toBeLessThanOrEqual(1);
}

/** On the page as it stands, or worked out from what does by the field's own rule. */
function isShown(page: Evidence, name: string, value: string, from: string): boolean {
  if (page.shows(name, value)) return true;
  if (from === 'derived') return value.split(' ').every((word) => page.shows(name, word));
  if (name === 'employeesRange') return employeesRangeOf(value) === value;
  if (name === 'fullName') return page.shows(name, cleanName(value));
  // `https://a.example` is written as `https://a.example/` when unwrapped.
  return name === 'website' && page.shows(name, value.replace(/\/$/, ''));
}
