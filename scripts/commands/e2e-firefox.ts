import { spawnSync } from 'node:child_process';
import { findFirefox } from '../../e2e/firefox/firefox.ts';
import { nodeTool } from '../modules.mjs';
import { root } from '../root.mjs';

/** Builds for Firefox and goes the way of a first day in a real one. Not part of `npm test`: it needs a second browser. */
function run(...args: string[]): boolean {
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0;
}

if (!findFirefox()) {
  console.error(
    'There is no Firefox. Install one (Debian: apt-get install firefox-esr), or name it: FIREFOX_PATH=…',
  );
  process.exitCode = 1;
} else {
  const isDone =
    run(nodeTool('wxt'), 'build', '-b', 'firefox') &&
    run(nodeTool('vitest'), 'run', '--config', 'e2e/firefox/vitest.config.ts', ...process.argv.slice(2));
  process.exitCode = isDone ? 0 : 1;
}
