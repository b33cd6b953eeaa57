import { describe, expect, it } from 'vitest';
import { line, type Result, runLanes, runStep, type Step, total } from './steps.ts';

const step = (name: string, ...scripts: string[]): Step => ({
  name,
  runs: scripts.map((script) => ['-e', script]),
});
const result = (ok: boolean, counts?: Result['counts']): Result => ({
  step: step('any'),
  ok,
  output: '',
  tookMs: 1234,
  ...(counts ? { counts } : {}),
});

describe('steps', () => {
  it('run their programs in order and stop at the first that fails', async () => {
    const { ok, output } = await runStep(
      step('three', 'console.log("one")', 'console.log("two"); process.exit(3)', 'console.log("three")'),
    );
    expect(ok).toBe(false);
    expect(output).toBe('one\ntwo\n');
  });

  it('count the tests of all steps', () => {
    expect(total([result(true, { passed: 3, failed: 0 }), result(false, { passed: 2, failed: 4 })])).toEqual({
      passed: 5,
      failed: 4,
    });
  });

  it('count a step that broke without a failed test as one failure', () => {
    expect(total([result(false), result(false, { passed: 7, failed: 0 })])).toEqual({ passed: 7, failed: 2 });
  });

  it('are shown with name, time and tests', () => {
    expect(line(result(true, { passed: 3, failed: 0 }))).toMatch(/^✓ any +1\.2 s {2}3 passed$/);
    expect(line(result(false))).toMatch(/^✗ any +1\.2 s$/);
  });
});

describe('lanes', () => {
  async function run(...lanes: Step[][]) {
    const printed: string[] = [];
    const code = await runLanes(lanes, (text) => void printed.push(text));
    return { code, printed: printed.join('\n') };
  }

  it('end well when every step does', async () => {
    const { code, printed } = await run([step('a', '')], [step('b', ''), step('c', '')]);
    expect(code).toBe(0);
    expect(printed).toMatch(/^0 passed, 0 failed$/m);
    expect(printed).toContain('✓ c');
  });

  it('show what the failed step printed, go on, and end with the sum', async () => {
    const { code, printed } = await run(
      [step('broken', 'console.error("the reason"); process.exit(1)'), step('after', '')],
      [step('other', '')],
    );
    expect(code).toBe(1);
    expect(printed).toContain('✗ broken');
    expect(printed).toContain('the reason');
    expect(printed).toContain('✓ after');
    expect(printed).toContain('✓ other');
    expect(printed).toMatch(/failed: broken\n0 passed, 1 failed$/);
  });

  it('leave out what stands on the failed step', async () => {
    const { code, printed } = await run([
      { ...step('ground', 'process.exit(1)'), isGround: true },
      step('after', ''),
    ]);
    expect(code).toBe(1);
    expect(printed).toContain('- after was not run');
    expect(printed).not.toContain('✓ after');
  });
});
