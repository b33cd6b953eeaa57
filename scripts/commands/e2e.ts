import { spawnSync } from 'node:child_process';
import { nodeTool } from '../modules.mjs';
import { root } from '../root.mjs';
import { runStep, steps } from '../steps.ts';

/** Builds, then tests the build in the browser. Arguments go to vitest: `npm run e2e -- saving -t company`. */
const build = await runStep(steps.build);
if (!build.ok) console.error(build.output);
const tests = [nodeTool('vitest'), 'run', '--config', 'e2e/vitest.config.ts', ...process.argv.slice(2)];
process.exitCode = build.ok
  ? (spawnSync(process.execPath, tests, { cwd: root, stdio: 'inherit' }).status ?? 1)
  : 1;
