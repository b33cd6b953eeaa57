import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromCsv, readTable, toCsv, writeColumns } from './csv.ts';

const lines = (csv: string) => csv.replace('\uFEFF', '').split('\r\n').filter(Boolean);

describe('csv', () => {
  it('quotes what would break a line or a cell', () => {
    expect(lines(toCsv(['name', 'about'], [['Ruiz, Ada', 'says "hi"\ntwice']]))).toEqual([
      'name,about',
      '"Ruiz, Ada","says ""hi""\ntwice"',
    ]);
  });

  it.each(['=1+1', '+49 30 1', '-2', '@SUM(A1)', '\t=1', '\r=1', "'=1"])(
    'keeps a spreadsheet from running %j',
    (value) => {
      const [, line = ''] = toCsv(['a'], [[value]])
        .replace('\uFEFF', '')
        .split(/\r\n(?=['"])/);
      expect(line.replace(/^"/, '').startsWith("'")).toBe(true);
    },
  );

  it('leaves an ordinary apostrophe alone', () => {
    expect(lines(toCsv(['a'], [["'s Gravenhage"], ["O'Neil"]]))).toEqual(['a', "'s Gravenhage", "O'Neil"]);
  });

  it('begins with the mark by which Excel knows the encoding', () => {
    expect(toCsv(['a'], []).charCodeAt(0)).toBe(0xfeff);
  });

  it('reads what a spreadsheet with semicolons or tabs saved', () => {
    const row = [{ name: 'Ada', city: 'Bern, CH' }];
    expect(fromCsv('name;city\r\nAda;Bern, CH\r\n')).toEqual(row);
    expect(fromCsv('name\tcity\nAda\tBern, CH')).toEqual(row);
  });

  it('drops empty lines and has no key for an empty cell', () => {
    expect(fromCsv('a,b\n\n,\n1,\n')).toEqual([{ a: '1' }]);
  });

  it('says so when a quoted cell does not end', () => {
    expect(() => fromCsv('a\n"open')).toThrow(SyntaxError);
  });

  it('gives every value back as it was', () => {
    const value = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^['"=+\-@,;\t\r\n a]{1,12}$/));
    fc.assert(
      fc.property(fc.array(fc.record({ one: value, two: value, three: value }), { maxLength: 8 }), (rows) => {
        const header = ['one', 'two', 'three'] as const;
        const read = fromCsv(
          toCsv(
            header,
            rows.map((row) => header.map((name) => row[name])),
          ),
        );
        const written = rows
          .map((row) => Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== '')))
          .filter((row) => Object.keys(row).length > 0);
        expect(read).toEqual(written);
      }),
    );
  });
});

describe('a table for another program', () => {
  it('keeps the chosen columns, every cell as it was', () => {
    const table = readTable('\uFEFFName;Phone;Note\r\n"Lund; jr";+47 1;"a ""b"""\r\n\r\n;;\r\nBo;;x,y');
    expect(table).toEqual({
      header: ['Name', 'Phone', 'Note'],
      rows: [
        ['Lund; jr', '+47 1', 'a "b"'],
        ['Bo', '', 'x,y'],
      ],
    });
    expect(writeColumns(table, [2, 1])).toBe('Note,Phone\n"a ""b""",+47 1\n"x,y",\n');
  });
});
