import { spawnSync } from 'node:child_process';
import { nodeTool } from '../modules.mjs';
import { root } from '../root.mjs';

/** The file for the store, in `.output/`. */
process.exitCode =
  spawnSync(process.execPath, [nodeTool('wxt'), 'zip', ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  }).status ?? 1;
