import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { nodeTool } from '../modules.mjs';
import { root } from '../root.mjs';
import { sizeReport } from '../size-report.ts';

/** Builds the extension and holds it against its size budgets. */
const { status } = spawnSync(process.execPath, [nodeTool('wxt'), 'build', ...process.argv.slice(2)], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
});
if (status === 0) {
  const { text, isWithinBudget } = await sizeReport(path.join(root, '.output', 'chrome-mv3'));
  console.log(text);
  process.exitCode = isWithinBudget ? 0 : 1;
} else {
  process.exitCode = 1;
}
