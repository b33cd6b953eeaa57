import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type PersonRecord, type ReadField, type Reading, readingSchema } from '../records.ts';
import type { Cell } from './fixtures/cell.ts';
import { loadPage } from './fixtures/load.ts';
import { columns } from './fixtures/matrix.ts';
import { renameAll } from './fixtures/rename.ts';
import { turns } from './fixtures/subjects.ts';
import { readPage } from './registry.ts';

/** Every kind of page in every layout, in every turn that it may take. */

/** Reads the page, and once more with all names changed that mean nothing. */
function read({ html, url }: Cell): Reading {
  const page = loadPage(html, url);
  const reading = readPage(page, new URL(url));
  expect(v.safeParse(readingSchema, reading).issues).toBeUndefined();
  renameAll(page);
  expect(readPage(page, new URL(url))).toEqual(reading);
  return reading;
}

/** Values by field; an uncertain one ends in `?`. */
function values(fields: Record<string, ReadField>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, { value, certain }]) => [name, certain ? value : `${value}?`]),
  );
}

function expectRecord(cell: Cell, reading: Reading): void {
  if (reading.outcome !== 'record') throw new Error(JSON.stringify(reading));
  expect(values(reading.record.fields)).toEqual(cell.fields);
  const { experience, educations } = reading.record as PersonRecord;
  expect({ experience, educations }).toEqual({ experience: cell.experience, educations: cell.educations });
}

/** The subject's row is right, and no other row says anything of the subject. */
function expectRow(cell: Cell, reading: Reading): void {
  if (reading.outcome !== 'list') throw new Error(JSON.stringify(reading));
  const rows = reading.list.rows.map(({ fields }) => values(fields));
  expect(rows).toHaveLength(cell.rows ?? 0);
  expect(rows[1]).toEqual(cell.fields);
  const own = ['fullName', 'headline', 'handle', 'snId', 'memberId'].flatMap(
    (name) => cell.fields[name] ?? [],
  );
  const others = rows.filter((_, index) => index !== 1).flatMap((row) => Object.values(row));
  expect(others.filter((value) => own.includes(value))).toEqual([]);
}

describe.each(columns)('$name', ({ cell: cellOf }) => {
  const cells = turns.map((turn) => ({ turn, cell: cellOf(turn) }));

  it.each(cells.flatMap(({ turn, cell }) => ('none' in cell ? [] : [{ turn, cell }])))(
    'is read right, whatever its classes are called: $turn',
    ({ cell }) => {
      const reading = read(cell);
      if (cell.rows === undefined) expectRecord(cell, reading);
      else expectRow(cell, reading);
    },
  );

  it('has a page for every turn, or a reason why there is none', () => {
    expect(cells.flatMap(({ turn, cell }) => ('none' in cell && !cell.none ? [turn] : []))).toEqual([]);
    expect(cells.filter(({ cell }) => !('none' in cell)).length).toBeGreaterThanOrEqual(7);
  });
});
