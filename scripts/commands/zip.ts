import { spawnSync } from 'node:child_process';
import { nodeTool } from '../modules.mjs';
import { root } from '../root.mjs';

/** The files for the stores, in `.output/`; for Firefox the sources too, which its reviewers ask for. */
const named = process.argv.slice(2);
const browsers = named.length > 0 ? named : ['chrome', 'edge', 'firefox'];
const isDone = browsers.every(
  (browser) =>
    spawnSync(process.execPath, [nodeTool('wxt'), 'zip', '-b', browser], { cwd: root, stdio: 'inherit' })
      .status === 0,
);
process.exitCode = isDone ? 0 : 1;
