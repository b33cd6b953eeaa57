import { spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { nodeTool } from './modules.mjs';
import { root } from './root.mjs';

/** The steps that the project's commands are made of, and how they are run and shown. */

export interface Step {
  name: string;
  /** Arguments of Node, one list a program; they run one after another, up to the first that fails. */
  runs: string[][];
  /** Where vitest writes its JSON report. */
  report?: string;
  /** What follows in its lane stands on it. */
  isGround?: boolean;
  /** Takes what the other lanes leave of the processor: nothing in it stands on how fast it goes. */
  isBehind?: boolean;
}

export interface Counts {
  passed: number;
  failed: number;
}

export interface Result {
  step: Step;
  ok: boolean;
  /** Of those steps that run tests. */
  counts?: Counts;
  output: string;
  tookMs: number;
}

const reports = path.join('.cache', 'test-reports');

function vitest(name: string, config: string): Step {
  const report = path.join(reports, `${name}.json`);
  const output = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return { name, runs: [[nodeTool('vitest'), 'run', '--config', config, ...output]], report };
}

export const steps = {
  style: {
    name: 'format and lint',
    runs: [
      [nodeTool('@biomejs/biome'), 'ci', '--colors=off', '--diagnostic-level=warn', '--max-diagnostics=50'],
    ],
  },
  types: {
    name: 'types',
    runs: [
      [nodeTool('wxt'), 'prepare'],
      [nodeTool('typescript'), '--noEmit'],
    ],
  },
  unit: { ...vitest('unit', 'vitest.config.ts'), isBehind: true },
  build: { name: 'build', runs: [[nodeTool('wxt'), 'build']], isGround: true },
  sizes: { name: 'sizes', runs: [['--import', 'tsx', 'scripts/commands/sizes.ts']] },
  e2e: vitest('e2e', 'e2e/vitest.config.ts'),
} satisfies Record<string, Step>;

const reportSchema = v.object({ numPassedTests: v.number(), numFailedTests: v.number() });

async function readCounts(report: string): Promise<Counts> {
  try {
    const { numPassedTests, numFailedTests } = v.parse(
      reportSchema,
      JSON.parse(await readFile(report, 'utf8')),
    );
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

interface Ran {
  code: number;
  output: string;
}

function runNode(args: string[], isBehind: boolean, onText?: (text: string) => void): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, NO_COLOR: onText ? process.env.NO_COLOR : '1', FORCE_COLOR: undefined },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (isBehind && child.pid) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    let output = '';
    const take = (chunk: Buffer) => {
      output += chunk.toString();
      onText?.(chunk.toString());
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) => resolve({ code: 1, output: `${output}\n${error.message}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs a step, showing what it prints as it comes when `onText` is given. */
export async function runStep(step: Step, onText?: (text: string) => void): Promise<Result> {
  const startedAt = performance.now();
  const report = step.report === undefined ? undefined : path.join(root, step.report);
  if (report !== undefined) {
    await mkdir(path.dirname(report), { recursive: true });
    await rm(report, { force: true });
  }
  let output = '';
  let ok = true;
  for (const args of step.runs) {
    const ran = await runNode(args, step.isBehind === true, onText);
    output += ran.output;
    ok = ran.code === 0;
    if (!ok) break;
  }
  const tookMs = performance.now() - startedAt;
  if (report === undefined) return { step, ok, output, tookMs };
  return { step, ok, counts: await readCounts(report), output, tookMs };
}

/** One line for a finished step. */
export function line({ step, ok, counts, tookMs }: Result): string {
  const tests = counts
    ? `  ${counts.passed} passed${counts.failed > 0 ? `, ${counts.failed} failed` : ''}`
    : '';
  return `${ok ? '✓' : '✗'} ${step.name.padEnd(16)} ${(tookMs / 1000).toFixed(1).padStart(6)} s${tests}`;
}

/**
 * The sum over all steps. A step that failed without a failed test (style, types, a crash before the first
 * test) counts as one failure, so that "0 failed" never stands under a red run.
 */
export function total(results: Result[]): Counts {
  let passed = 0;
  let failed = 0;
  for (const { ok, counts } of results) {
    passed += counts?.passed ?? 0;
    failed += counts?.failed || (ok ? 0 : 1);
  }
  return { passed, failed };
}

/**
 * Runs lanes of steps side by side. A failed step ends its lane only where the rest stands on it, so that one
 * run shows all there is to mend.
 * @returns the exit code
 */
export async function runLanes(
  lanes: Step[][],
  print: (text: string) => void = console.log,
): Promise<number> {
  const startedAt = performance.now();
  const results: Result[] = [];
  const runLane = async (lane: Step[]) => {
    for (const step of lane) {
      const result = await runStep(step);
      results.push(result);
      print(line(result));
      if (result.ok) continue;
      print(`\n──── ${step.name}: what it printed ────\n${result.output.trim()}\n────\n`);
      if (!step.isGround) continue;
      for (const left of lane.slice(lane.indexOf(step) + 1)) print(`- ${left.name} was not run`);
      return;
    }
  };
  await Promise.all(lanes.map(runLane));
  const { passed, failed } = total(results);
  const names = results.filter(({ ok }) => !ok).map(({ step }) => step.name);
  print(
    `\n${((performance.now() - startedAt) / 1000).toFixed(1)} s${names.length > 0 ? ` · failed: ${names.join(', ')}` : ''}`,
  );
  print(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}
