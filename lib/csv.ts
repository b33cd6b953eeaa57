/**
 * Tables as CSV (RFC 4180), for spreadsheets and back: the records collected, the result of a bulk save. By
 * hand, since the libraries for it bring along requests and workers that this extension promises not to use.
 *
 * A cell that a spreadsheet would take for a formula gets an apostrophe in front. What stands on a page was
 * written by somebody else, and `=HYPERLINK(…)` in a headline must not run on the computer of whoever opens
 * the file. Reading takes that one apostrophe off again, so that every value comes back as it was.
 */

/** Signs that begin a formula in one spreadsheet or another, also behind apostrophes of the value's own. */
const formula = /^'*[=+\-@\t\r\n]/;
const guarded = /^'+[=+\-@\t\r\n]/;

function cellText(value: string): string {
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Excel reads a file without this mark in the computer's old code page and spoils every accent. */
const byteOrderMark = '\uFEFF';

/**
 * @param header the columns' names, which are also the first line
 * @param rows cells in the order of the header; absent ones are empty
 */
export function toCsv(header: readonly string[], rows: readonly (readonly (string | undefined)[])[]): string {
  const lines = [header, ...rows].map((cells) => cells.map((cell) => cellText(cell ?? '')).join(','));
  return `${byteOrderMark}${lines.join('\r\n')}\r\n`;
}

/**
 * The rows of a file, each column's name → value; empty cells are absent and empty lines dropped. Takes commas,
 * semicolons (which spreadsheets write where the comma is the decimal sign) and tabs.
 *
 * @throws {SyntaxError} when a quoted cell does not end
 */
export function fromCsv(text: string): Record<string, string>[] {
  const bare = text.startsWith(byteOrderMark) ? text.slice(1) : text;
  const [header = [], ...rows] = cellsOf(bare, separatorOf(bare));
  return rows
    .map((cells) =>
      Object.fromEntries(
        header.flatMap((name, column) => {
          const cell = cells[column] ?? '';
          const value = guarded.test(cell) ? cell.slice(1) : cell;
          return name.trim() && value ? [[name.trim(), value] as const] : [];
        }),
      ),
    )
    .filter((row) => Object.keys(row).length > 0);
}

/**
 * A file as it stands, for another program to read: its header, and the cells below it in the same order.
 * Empty lines are dropped.
 *
 * @throws {SyntaxError} when a quoted cell does not end
 */
export function readTable(text: string): { header: string[]; rows: string[][] } {
  const bare = text.startsWith(byteOrderMark) ? text.slice(1) : text;
  const [header = [], ...rows] = cellsOf(bare, separatorOf(bare));
  return {
    header: header.map((name) => name.trim()),
    rows: rows.filter((cells) => cells.some((cell) => cell.trim() !== '')),
  };
}

/** Some columns of a table, with commas; every cell as it was, since no spreadsheet opens this. */
export function writeColumns(
  { header, rows }: { header: readonly string[]; rows: readonly (readonly string[])[] },
  columns: readonly number[],
): string {
  const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const lines = [header, ...rows].map((cells) => columns.map((at) => quoted(cells[at] ?? '')).join(','));
  return `${lines.join('\n')}\n`;
}

/** The sign that the header is divided by: names of columns have none of the three in them. */
function separatorOf(text: string): string {
  const header = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const count = (sign: string) => header.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function cellsOf(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const { cell, end } = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at, separator);
    row.push(cell);
    at = end;
    if (text[at] === separator) {
      at++;
      // A separator as the last sign of all stands before an empty cell.
      if (at === text.length) row.push('');
      continue;
    }
    if (text[at] === '\r') at++;
    if (text[at] === '\n') at++;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

function plainCell(text: string, from: number, separator: string): { cell: string; end: number } {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++;
  return { cell: text.slice(from, end), end };
}

function quotedCell(text: string, from: number): { cell: string; end: number } {
  let end = from + 1;
  for (;;) {
    end = text.indexOf('"', end);
    if (end < 0) throw new SyntaxError('A cell that begins with a quotation mark has no second one.');
    if (text[end + 1] !== '"') break;
    end += 2;
  }
  const cell = text.slice(from + 1, end).replaceAll('""', '"');
  end++;
  // What stands between the closing mark and the next separator is nobody's; spreadsheets drop it too.
  while (end < text.length && !',;\t\r\n'.includes(text[end] ?? '')) end++;
  return { cell, end };
}
