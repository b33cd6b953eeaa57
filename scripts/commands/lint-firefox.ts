import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { nodeTool } from '../modules.mjs';
import { root } from '../root.mjs';

/**
 * Mozilla's own checks of the package, as its store runs them. Not a dev dependency: 190 packages and 61 MB that
 * nothing else needs, fetched when a release is made.
 */
const linter = 'addons-linter@10.14.0';

function run(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit' }).status === 0;
}

const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx';
const isDone =
  run(process.execPath, [nodeTool('wxt'), 'build', '-b', 'firefox']) &&
  run(npx, ['--yes', linter, path.join('.output', 'firefox-mv3')]);
process.exitCode = isDone ? 0 : 1;
