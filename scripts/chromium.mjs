import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync, realpathSync } from 'node:fs';
import process from 'node:process';
import { nodeTool } from './modules.mjs';
import { root } from './root.mjs';

/**
 * Finds a browser that loads unpacked extensions from the command line, or installs one. Branded Chrome
 * refuses `--load-extension` since version 137, so Chromium and Chrome for Testing come first.
 *
 * @typedef {object} Machine what is asked of the computer; replaced in tests
 * @property {string} platform
 * @property {Record<string, string | undefined>} env
 * @property {(file: string) => boolean} isProgram
 * @property {(file: string) => string} startOfFile its first characters, with links resolved
 * @property {(file: string) => string} versionOf what `--version` prints, or nothing
 * @property {() => Promise<string | undefined>} downloaded where Playwright keeps (or would keep) its Chromium
 */

/** The manifest's `minimum_chrome_version`. */
const oldest = 120;
/** The last branded Chrome that takes `--load-extension`. */
const lastOpenChrome = 136;

/** @type {Machine} */
const thisMachine = {
  platform: process.platform,
  env: process.env,
  isProgram(file) {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  },
  startOfFile(file) {
    try {
      return realpathSync(file) + readFileSync(file).subarray(0, 4096).toString('latin1');
    } catch {
      return '';
    }
  },
  versionOf(file) {
    const { stdout } = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 20_000 });
    return stdout ?? '';
  },
  async downloaded() {
    const { chromium } = await import('playwright-core');
    return chromium.executablePath();
  },
};

const names = ['chromium', 'chromium-browser', 'chrome', 'google-chrome', 'google-chrome-stable'];

/** @param {Machine} machine */
function usualPlaces({ platform, env }) {
  const home = env.HOME ?? '';
  if (platform === 'darwin') {
    const apps = ['Chromium', 'Google Chrome for Testing', 'Google Chrome'];
    return ['/Applications', `${home}/Applications`].flatMap((folder) =>
      apps.map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`),
    );
  }
  if (platform === 'win32') {
    const folders = [env.LOCALAPPDATA, env.PROGRAMFILES, env['PROGRAMFILES(X86)']];
    return folders.flatMap((folder) => (folder ? [`${folder}\\Chromium\\Application\\chrome.exe`] : []));
  }
  const folders = new Set([...(env.PATH ?? '').split(':'), '/usr/bin', '/usr/local/bin'].filter(Boolean));
  return names.flatMap((name) => [...folders].map((folder) => `${folder}/${name}`));
}

/** @param {Machine} machine @param {string} file */
function isFit(machine, file) {
  if (!machine.isProgram(file)) return false;
  // Windows programs print no version; only Chromium's own folder is looked into there.
  if (machine.platform === 'win32') return true;
  // A snap is walled off from the folders that its profile and the extension lie in.
  if (machine.startOfFile(file).includes('/snap/')) return false;
  const version = machine.versionOf(file);
  const major = Number(/ (\d+)\./.exec(version)?.[1] ?? 0);
  const isBranded = version.startsWith('Google Chrome') && !version.includes('for Testing');
  return major >= oldest && (!isBranded || major <= lastOpenChrome);
}

/**
 * @param {Machine} [machine]
 * @returns {Promise<string | undefined>} path of the program
 */
export async function findChromium(machine = thisMachine) {
  const named = machine.env.CHROMIUM_PATH;
  if (named) {
    if (machine.isProgram(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, which is not a program.`);
  }
  const found = usualPlaces(machine).find((file) => isFit(machine, file));
  if (found) return found;
  const downloaded = await machine.downloaded();
  return downloaded && machine.isProgram(downloaded) ? downloaded : undefined;
}

/**
 * @param {string} program
 * @param {string[]} args
 * @returns {boolean} whether it went well; what it printed is shown when not
 */
function quietly(program, args) {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status === 0) return true;
  console.error(
    [`${program} ${args.join(' ')} failed.`, error?.message, stdout, stderr].filter(Boolean).join('\n'),
  );
  return false;
}

/** How to become root without asking, or nothing where that is not possible. */
function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : undefined;
}

/** Debian and its like have Chromium as a package; Ubuntu's package of that name is a snap. */
function hasDebianPackage() {
  try {
    const release = readFileSync('/etc/os-release', 'utf8');
    return /^ID(_LIKE)?=.*debian/m.test(release) && !/^ID(_LIKE)?=.*ubuntu/m.test(release);
  } catch {
    return false;
  }
}

function installWithApt() {
  const prefix = hasDebianPackage() ? rootPrefix() : undefined;
  if (!prefix) return false;
  console.log('Installing Chromium (apt-get install chromium)…');
  /** @param {string[]} args */
  const apt = (...args) => {
    const [program = 'apt-get', ...rest] = [...prefix, 'apt-get', ...args];
    return quietly(program, rest);
  };
  // A stale package list names files that are gone; without a network the old list may still do.
  apt('update', '-qq');
  const fonts = ['fonts-liberation', 'fonts-noto-color-emoji'];
  return apt('install', '-y', '-qq', '--no-install-recommends', 'chromium', ...fonts);
}

function download() {
  console.log('Downloading Chromium (playwright-core install chromium)…');
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const withLibraries = isRoot ? ['--with-deps'] : [];
  const args = [nodeTool('playwright-core'), 'install', '--no-shell', ...withLibraries, 'chromium'];
  return quietly(process.execPath, args);
}

/**
 * @returns {Promise<string>} path of a browser to run the extension in
 * @throws {Error} saying what to do when there is none and none could be installed
 */
export async function ensureChromium() {
  const found = await findChromium();
  if (found) return found;
  for (const install of [installWithApt, download]) {
    if (!install()) continue;
    const installed = await findChromium();
    if (installed) {
      console.log(`Chromium is at ${installed}.`);
      return installed;
    }
  }
  throw new Error(
    'No Chromium was found and none could be installed. Install Chromium or Chrome for Testing and name it:\n' +
      '  CHROMIUM_PATH=/path/to/chromium npm test',
  );
}
