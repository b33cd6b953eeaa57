import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { ensureChromium } from './chromium.mjs';
import { ensureModules, nodeTool } from './modules.mjs';
import { root } from './root.mjs';

/**
 * The part of every command that must run with nothing installed, so it is plain JavaScript without
 * dependencies. It makes sure that packages (and a browser, where one is needed) are there and hands over
 * to the TypeScript part of the command.
 */

const oldestNode = [20, 19];

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [needMajor = 0, needMinor = 0] = oldestNode;
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return;
  console.error(`Node ${oldestNode.join('.')} or newer is needed; this is ${process.versions.node}.`);
  process.exit(1);
}

/**
 * Starts a child that owns the terminal, and gives its exit code. Ctrl+C reaches it by itself, as the
 * terminal signals the whole group; a signal sent to this process alone is passed on.
 * @param {string[]} args of Node
 * @param {Record<string, string>} env on top of ours
 * @returns {Promise<number>}
 */
function runNode(args, env) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    });
    process.on('SIGINT', () => {});
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    child.on('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}

/**
 * Sets up and runs one command of the project.
 * @param {string} script TypeScript file, from the root of the project
 * @param {{ chromium?: boolean }} [needs]
 */
export async function command(script, needs = {}) {
  requireNode();
  ensureModules();
  // The TypeScript settings stand on a file that WXT writes.
  if (!existsSync(path.join(root, '.wxt', 'tsconfig.json'))) {
    const code = await runNode([nodeTool('wxt'), 'prepare'], {});
    if (code !== 0) process.exit(code);
  }
  /** @type {Record<string, string>} */
  const env = {};
  if (needs.chromium) {
    try {
      env.CHROMIUM_PATH = await ensureChromium();
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      process.exit(1);
    }
  }
  process.exit(await runNode(['--import', 'tsx', script, ...process.argv.slice(2)], env));
}
