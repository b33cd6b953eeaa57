import { spawnSync } from 'node:child_process';
import { root } from '../root.mjs';
import { type Step, steps } from '../steps.ts';

/** Builds the extension and holds it against its size limits. */
function isDone({ runs }: Step): boolean {
  return runs.every(
    (args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0,
  );
}

process.exitCode = isDone(steps.build) && isDone(steps.sizes) ? 0 : 1;
