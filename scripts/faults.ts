/**
 * `npm run faults`: random saves, one by one, in bulk and on two screens, with pause, cancel, retry, undo, other
 * keys and a clock that jumps, under random faults, the worker's death included, against the stand-in for
 * Grinfi; afterwards counts what was lost and what is there twice.
 *
 * Exit codes: 0 nothing lost, doubled or wrong, 1 something is, 2 the call was not understood.
 */
import 'fake-indexeddb/auto';
import { parseArgs } from 'node:util';
import { IDBFactory } from 'fake-indexeddb';
import * as fc from 'fast-check';
import type { Quirks } from '../fake-grinfi/world.ts';
import { fakeGrinfiStage } from '../lib/testing/fake-grinfi-stage.ts';
import { type Play, plays } from '../lib/testing/fault-acts.ts';
import type { Verdict } from '../lib/testing/fault-judge.ts';
import { type Outcome, perform } from '../lib/testing/fault-play.ts';

const usage = `Usage: npm run faults -- [--runs N] [--seed N] [--from N]

  --runs N   how many random schedules; 200 without it
  --seed N   plays the schedules of an earlier call again; a new one each time without it
  --from N   begins with run N of the seed, to look at one that failed`;

/** Points on which the API's sources disagree, in turn. */
const quirkSets: Partial<Quirks>[] = [
  {},
  { contactForm: 'wrapped', envelope: 'full', sameTagName: 'created' },
  { knownContact: 'returned', emailOnUpdate: 'saved', jsonFilter: 'brackets' },
];

async function play(run: number, given: Play): Promise<Outcome> {
  globalThis.indexedDB = new IDBFactory();
  return perform(given, fakeGrinfiStage(quirkSets[run % quirkSets.length]));
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '200' },
      seed: { type: 'string' },
      from: { type: 'string', default: '0' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const [runs, from] = [Number(values.runs), Number(values.from)];
  const seed = values.seed === undefined ? Date.now() % 1_000_000_000 : Number(values.seed);
  if (![runs, from, seed].every(Number.isSafeInteger) || runs < 1) throw new TypeError(usage);

  console.log(`seed ${seed}`);
  const given = fc.sample(plays, { numRuns: from + runs, seed }).slice(from);
  const sum = { clicks: 0, undos: 0, deaths: 0, lost: 0, doubled: 0, wrong: 0 };
  for (const [place, one] of given.entries()) {
    const run = from + place;
    const { answered, deaths, verdict } = await play(run, one);
    sum.clicks += answered.length;
    sum.undos += answered.filter(({ isUndone }) => isUndone).length;
    sum.deaths += deaths;
    for (const kind of ['lost', 'doubled', 'wrong'] as const) sum[kind] += verdict[kind].length;
    if (verdict.lost.length + verdict.doubled.length + verdict.wrong.length > 0) report(run, one, verdict);
    if (place % 100 === 99) console.log(`${place + 1} of ${runs} …`);
  }
  console.log(
    `${runs} runs: ${sum.clicks} saves, ${sum.undos} of them undone, the worker killed ${sum.deaths} times: ` +
      `lost ${sum.lost}, doubled ${sum.doubled}, wrong ${sum.wrong}.`,
  );
  return sum.lost + sum.doubled + sum.wrong > 0 ? 1 : 0;
}

function report(run: number, { script, schedule }: Play, { lost, doubled, wrong }: Verdict): void {
  console.log(`\nRun ${run}:`);
  for (const [what, items] of Object.entries({ lost, doubled, wrong }))
    for (const item of items) console.log(`  ${what}: ${item}`);
  console.log(`  script: ${JSON.stringify(script)}`);
  console.log(`  schedule: ${JSON.stringify(schedule)}\n`);
}

// A killed worker's requests hang by design; nobody waits for them.
main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  },
);
