/**
 * `npm run accuracy`: how well the readers read saved pages, field by field.
 *
 * Exit codes: 0 no field is wrong, 1 one is (or a page had the wrong outcome), 2 the call was not understood.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { folderExists, loadSamples, SampleError } from './accuracy/load.ts';
import { scoreSamples } from './accuracy/run.ts';
import { ownSamples, sharedPages } from './accuracy/sources.ts';
import { detailsOf, shareRight, tableOf, totalsOf } from './accuracy/table.ts';
import type { Sample } from './accuracy/truth.ts';

const usage = `Usage: npm run accuracy -- [--pages DIR] [--only KIND] [--json FILE] [--verbose]

  --pages DIR   score the NAME.html + NAME.json in DIR; without it, the project's own pages and, where that
                folder exists, ${sharedPages}
  --only KIND   only pages of this kind (profile, company, …) or whose name contains the word
  --json FILE   write every finding as JSON
  --verbose     list right and extra fields too`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      pages: { type: 'string' },
      only: { type: 'string' },
      json: { type: 'string' },
      verbose: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const samples = filter(await collect(values.pages), values.only);
  const scores = await scoreSamples(samples);
  const totals = totalsOf(scores);
  const details = detailsOf(scores, values.verbose);
  if (details) console.log(`${details}\n`);
  console.log(tableOf(scores));
  console.log(
    `\n${totals.right} of ${totals.present} present fields right (${(shareRight(totals) * 100).toFixed(1)} %), ` +
      `${totals.wrong} wrong, ${totals.missed} missed, on ${totals.pages} pages.`,
  );
  if (values.json) await writeFile(values.json, `${JSON.stringify({ totals, pages: scores }, null, 2)}\n`);
  return totals.wrong > 0 ? 1 : 0;
}

async function collect(folder: string | undefined): Promise<Sample[]> {
  if (folder) return loadSamples(folder);
  const shared = (await folderExists(sharedPages)) ? await loadSamples(sharedPages) : [];
  return [...ownSamples(), ...shared];
}

function filter(samples: Sample[], only: string | undefined): Sample[] {
  if (!only) return samples;
  const kept = samples.filter(({ name, truth }) => truth.kind === only || name.includes(only));
  if (kept.length === 0) throw new SampleError(`No page is of the kind "${only}".`);
  return kept;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const isUsage =
      error instanceof SampleError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
    console.error(isUsage ? (error as Error).message : error);
    process.exitCode = isUsage ? 2 : 3;
  },
);
