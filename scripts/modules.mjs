import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { root } from './root.mjs';

/**
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lock
 */

/**
 * Whether what is installed is what the lock file asks for. Packages for other systems are optional and
 * may be missing.
 * @param {Lock} wanted `package-lock.json`
 * @param {Lock} installed `node_modules/.package-lock.json`
 */
export function isInstalled(wanted, installed) {
  const there = installed.packages ?? {};
  return Object.entries(wanted.packages ?? {}).every(([name, { version, optional, devOptional }]) => {
    if (name === '') return true;
    const found = there[name];
    return found ? found.version === version : optional === true || devOptional === true;
  });
}

/** @param {string} file @returns {{ lock: Lock, changedAt: number } | undefined} */
function readLock(file) {
  try {
    return { lock: JSON.parse(readFileSync(file, 'utf8')), changedAt: statSync(file).mtimeMs };
  } catch {
    return undefined;
  }
}

/** Installs the packages where they are missing or older than the lock file. */
export function ensureModules() {
  const wanted = readLock(path.join(root, 'package-lock.json'));
  const installed = readLock(path.join(root, 'node_modules', '.package-lock.json'));
  if (installed && wanted) {
    // A checkout touches the lock file without changing it, so a newer one is compared before it counts.
    if (installed.changedAt >= wanted.changedAt || isInstalled(wanted.lock, installed.lock)) return;
  }
  console.log('Installing packages (npm ci)…');
  const startedAt = Date.now();
  const options = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  if (npm(['ci', ...options]).status !== 0) {
    // A registry that lacks some package of the lock file lets `ci` fail, where `install` does without.
    console.log('npm ci did not work, see above. Trying npm install…');
    if (npm(['install', '--no-save', ...options]).status !== 0) {
      console.error('The packages could not be installed; see above.');
      process.exit(1);
    }
  }
  console.log(`Packages installed in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
}

/** @param {string[]} args */
function npm(args) {
  const options = /** @type {const} */ ({ cwd: root, stdio: 'inherit' });
  // Started by npm, the very same npm is asked again; on Windows `npm` alone is not a program.
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) return spawnSync(process.execPath, [cli, ...args], options);
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

/**
 * The script behind a tool in `node_modules/.bin`, to be run with Node itself on every system.
 * @param {string} name of the package and of its tool
 */
export function nodeTool(name) {
  const folder = path.join(root, 'node_modules', name);
  /** @type {{ bin?: string | Record<string, string> }} */
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const file = typeof bin === 'string' ? bin : (bin?.[name] ?? Object.values(bin ?? {})[0]);
  if (!file) throw new Error(`${name} has no tool.`);
  return path.join(folder, file);
}
