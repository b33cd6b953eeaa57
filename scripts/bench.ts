/**
 * `npm run bench`: how long reading a page takes in Chromium, and how much memory a large bulk save.
 *
 * Exit codes: 0 everything is within its limit, 1 something is not (or was read otherwise than expected).
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadSamples } from './accuracy/load.ts';
import { bundleReaders, launchBrowser, type Timing, timeReader } from './bench/browser.ts';
import { bulkLimitMb, measureBulkMemory } from './bench/bulk-memory.ts';
import { type BenchPage, benchPages } from './bench/pages.ts';

const usage = `Usage: npm run bench -- [--only WORD] [--runs N] [--pages DIR] [--reader FILE]

  --only WORD    only pages whose name contains the word
  --runs N       readings of each page, 50 by default
  --pages DIR    time the NAME.html + NAME.json in DIR instead, without limits
  --reader FILE  a bundle of the readers instead of a fresh one, to compare with`;

type Page = Pick<BenchPage, 'name' | 'url'> &
  Partial<Pick<BenchPage, 'limitMs' | 'outcome'>> & { html(): string | Promise<string> };

interface Row {
  page: Page;
  timing: Timing;
}

/** The value below which the given share of the times lies. */
function quantile(times: number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** What is wrong with a timing; '' for nothing. */
function complaintOf({ page, timing }: Row): string {
  if (timing.ranScript) return 'the page ran a script';
  if (page.outcome && timing.outcome !== page.outcome) return `read as ${timing.outcome}`;
  if (page.limitMs && quantile(timing.times, 0.5) > page.limitMs) return 'too slow';
  return '';
}

function lineOf(row: Row): string[] {
  const { page, timing } = row;
  const ms = (value: number) => value.toFixed(1);
  return [
    page.name,
    (timing.bytes / 1e6).toFixed(1),
    String(timing.elements),
    ms(quantile(timing.times, 0.5)),
    ms(quantile(timing.times, 0.95)),
    page.limitMs ? String(page.limitMs) : '',
    complaintOf(row) || timing.outcome,
  ];
}

function print(rows: Row[]): void {
  const table = [['page', 'MB', 'elements', 'median ms', 'p95 ms', 'limit', 'outcome'], ...rows.map(lineOf)];
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(...table.map((line) => line[column]?.length ?? 0)),
  );
  for (const line of table)
    console.log(
      line
        .map((cell, column) =>
          column === 0 || column === 6
            ? cell.padEnd(widths[column] ?? 0)
            : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    );
}

async function pagesOf(folder: string | undefined): Promise<Page[]> {
  if (!folder) return benchPages;
  const samples = await loadSamples(path.resolve(folder));
  return samples.map(({ name, truth, html }) => ({ name, url: truth.url, html }));
}

async function benchBulk(): Promise<boolean> {
  const { people, beforeMb, queuedMb } = await measureBulkMemory();
  const more = queuedMb - beforeMb;
  console.log(
    `${people} people queued: ${more.toFixed(1)} MB more memory (${beforeMb.toFixed(0)} → ${queuedMb.toFixed(0)}), limit ${bulkLimitMb}`,
  );
  return more <= bulkLimitMb;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      runs: { type: 'string', default: '50' },
      pages: { type: 'string' },
      reader: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const script = values.reader ? await readFile(values.reader, 'utf8') : await bundleReaders();
  const pages = (await pagesOf(values.pages)).filter(
    ({ name }) => !values.only || name.includes(values.only),
  );
  const browser = await launchBrowser();
  const rows: Row[] = [];
  try {
    for (const page of pages) {
      const timing = await timeReader(
        browser,
        script,
        { url: page.url, html: await page.html() },
        Number(values.runs),
      );
      rows.push({ page, timing });
    }
  } finally {
    await browser.close();
  }
  print(rows);
  const isBulkGood =
    values.pages || (values.only && !'bulk'.includes(values.only)) ? true : await benchBulk();
  return !isBulkGood || rows.some((row) => complaintOf(row) !== '') ? 1 : 0;
}

process.exitCode = await main();
