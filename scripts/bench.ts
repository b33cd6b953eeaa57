/**
 * `npm run bench`: how fast the built extension is, against the least that the same browser takes.
 *
 * Exit codes: 0 every limit is kept, 1 one is not.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadSamples } from './accuracy/load.ts';
import { BenchBrowser } from './bench/bench-browser.ts';
import { readersIn } from './bench/browser.ts';
import { measureBulk } from './bench/bulk.ts';
import { bulkLimitMb, measureBulkMemory } from './bench/bulk-memory.ts';
import { measureClosed } from './bench/closed.ts';
import { buildFloor } from './bench/floor.ts';
import { measureInjection, measureLeaks } from './bench/injection.ts';
import { knownPerson } from './bench/known-person.ts';
import { benchPages } from './bench/pages.ts';
import { measureReading } from './bench/reading.ts';
import { type Figure, isMet, markdownOf } from './bench/report.ts';
import { measureSaving } from './bench/saving.ts';
import { measureScreens } from './bench/screens.ts';
import { measureWorker } from './bench/worker.ts';
import { root } from './root.mjs';
import { budgets, loadSizes } from './size-report.ts';
import { runStep, steps } from './steps.ts';

const usage = `Usage: npm run bench -- [--part NAME]... [--rounds N] [--write]
                        [--only WORD] [--pages DIR] [--source DIR]

  --part NAME    sizes, screens, worker, closed, saving, bulk, memory, leaks, injection or reading;
                 all when left out
  --rounds N     samples of each, 20 by default
  --write        also writes docs/bench.md
  --only WORD    reading: only pages whose name contains the word
  --pages DIR    reading: the NAME.html + NAME.json in DIR instead, without limits
  --source DIR   reading: by the readers of another working copy, to compare with`;

const parts = [
  'sizes',
  'screens',
  'worker',
  'closed',
  'saving',
  'bulk',
  'memory',
  'leaks',
  'injection',
  'reading',
] as const;
type Part = (typeof parts)[number];

const out = path.join(root, '.output', 'bench');
const floorFolder = path.join(out, 'floor');

const { values: options } = parseArgs({
  options: {
    part: { type: 'string', multiple: true, default: [...parts] },
    rounds: { type: 'string', default: '20' },
    write: { type: 'boolean', default: false },
    only: { type: 'string' },
    pages: { type: 'string' },
    source: { type: 'string', default: root },
    help: { type: 'boolean', default: false },
  },
});
const rounds = Number(options.rounds);
const isWanted = (part: Part) => options.part.includes(part);

/** A browser of its own for each part, so that none finds what another has left. */
async function inBrowser(measure: (browser: BenchBrowser) => Promise<Figure[]>): Promise<Figure[]> {
  const browser = await BenchBrowser.open(floorFolder, { seed: knownPerson, pictures: 'blocked' });
  try {
    return await measure(browser);
  } finally {
    await browser.close();
  }
}

async function measureSizes(): Promise<Figure[]> {
  const sizes = await loadSizes(path.join(root, '.output', 'chrome-mv3'), budgets);
  return sizes.map(({ name, bytes, maxKb }) => ({
    part: 'Weight, gzip',
    what: name,
    unit: 'KB',
    value: bytes / 1024,
    limit: { of: 'value', most: maxKb },
  }));
}

async function measureMemory(): Promise<Figure[]> {
  const { people, beforeMb, queuedMb } = await measureBulkMemory();
  return [
    {
      part: 'Memory',
      what: `more with ${people} people queued`,
      unit: 'MB',
      value: queuedMb - beforeMb,
      limit: { of: 'value', most: bulkLimitMb },
    },
  ];
}

async function measureReadings(): Promise<Figure[]> {
  const samples = options.pages ? await loadSamples(path.resolve(options.pages)) : undefined;
  const pages = samples?.map(({ name, truth, html }) => ({ name, url: truth.url, html })) ?? benchPages;
  const wanted = pages.filter(({ name }) => !options.only || name.includes(options.only));
  return measureReading(wanted, rounds, readersIn(options.source));
}

const measures: Record<Part, () => Promise<Figure[]>> = {
  sizes: measureSizes,
  screens: () => inBrowser((browser) => measureScreens(browser, rounds)),
  worker: () => inBrowser((browser) => measureWorker(browser, rounds)),
  closed: () => inBrowser((browser) => measureClosed(browser, floorFolder, rounds)),
  saving: () => inBrowser((browser) => measureSaving(browser, rounds)),
  bulk: measureBulk,
  memory: measureMemory,
  leaks: () => inBrowser(measureLeaks),
  injection: () => inBrowser((browser) => measureInjection(browser, rounds)),
  reading: measureReadings,
};

async function write(figures: Figure[]): Promise<void> {
  const text = `# Measured speed\n\n\`npm run bench\` on the built extension in Chromium: medians of ${rounds} samples each (of LinkedIn’s page, popup and panel three times as many), taken in turns with their floor.\n\n${markdownOf(figures)}`;
  await writeFile(path.join(out, 'bench.md'), text);
  await writeFile(
    path.join(out, 'bench.json'),
    JSON.stringify({ rounds, figures: figures.map((one) => ({ ...one, isMet: isMet(one) })) }, null, 2),
  );
  if (options.write) await writeFile(path.join(root, 'docs', 'bench.md'), text);
}

async function main(): Promise<number> {
  if (options.help) {
    console.log(usage);
    return 0;
  }
  const build = await runStep(steps.build);
  if (!build.ok) {
    console.error(build.output);
    return 1;
  }
  await mkdir(out, { recursive: true });
  await buildFloor(floorFolder);
  const figures: Figure[] = [];
  for (const part of parts.filter(isWanted)) {
    const found = await measures[part]();
    console.log(markdownOf(found));
    figures.push(...found);
  }
  await write(figures);
  const missed = figures.filter((figure) => !isMet(figure));
  for (const { part, what } of missed) console.log(`Missed: ${part}, ${what}`);
  if (missed.length === 0) console.log('Every limit is kept.');
  return missed.length > 0 ? 1 : 0;
}

process.exitCode = await main();
